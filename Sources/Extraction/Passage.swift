import Markup
import Records

/// One block of a page's text, before anything is decided.
struct Passage {
    /// What stands around a passage.
    struct Surroundings: OptionSet {
        let rawValue: UInt32
        static let article = Surroundings(rawValue: 1 << 0)
        static let main = Surroundings(rawValue: 1 << 1)
        static let aside = Surroundings(rawValue: 1 << 2)
        static let navigation = Surroundings(rawValue: 1 << 3)
        static let footer = Surroundings(rawValue: 1 << 4)
        static let header = Surroundings(rawValue: 1 << 5)
        static let form = Surroundings(rawValue: 1 << 6)
        static let figure = Surroundings(rawValue: 1 << 7)
        static let caption = Surroundings(rawValue: 1 << 8)
        static let hidden = Surroundings(rawValue: 1 << 9)
        static let articleBody = Surroundings(rawValue: 1 << 10)
        static let table = Surroundings(rawValue: 1 << 11)
        static let list = Surroundings(rawValue: 1 << 12)
        static let quote = Surroundings(rawValue: 1 << 13)
        static let button = Surroundings(rawValue: 1 << 14)
        static let address = Surroundings(rawValue: 1 << 15)
        static let dialog = Surroundings(rawValue: 1 << 16)
        static let media = Surroundings(rawValue: 1 << 17)
        static let details = Surroundings(rawValue: 1 << 18)
        static let time = Surroundings(rawValue: 1 << 19)
    }

    /// Its text in `PassageList.text`, white space folded.
    var text: Range<Int>
    /// The nearest block element.
    var node: Int
    /// What that element is; within a heading the heading.
    var element: Element
    /// What stands around it.
    var surroundings: Surroundings
    /// Bytes of text in links.
    var linkBytes = 0
    /// Bytes of text in strong type.
    var strongBytes = 0
    /// Bytes of text in emphasised type, `em` and `i`.
    var emphasisBytes = 0
    /// The number of links.
    var links = 0
    /// Images, frames and videos between the passage before and its own end.
    var images = 0
    /// Whether a rule (`hr`) stands between it and the passage before.
    var isBelowRule = false
    /// Whether it ends in a `time` element's text or holds one.
    var hasTime = false
    /// Container frames around it, innermost last: an index into `PassageList.frames`.
    var frame: Int
}

/// A block element around passages, with what its names say.
struct Frame {
    /// The element's node.
    var node: Int
    /// The frame around it, -1 for none.
    var parent: Int
    /// What it is.
    var element: Element
    /// The sum of its names' weights.
    var weight: Float
    /// The lowest weight from here to the root, this one included.
    var lowest: Float
    /// The highest.
    var highest: Float
    /// The sum over all.
    var total: Float
    /// Its names mixed into one number, to tell repeated templates.
    var signature: UInt64
    /// Its depth.
    var depth: Int
    /// Images, frames and videos of which it is the nearest block.
    var images = 0
}

/// The passages of a page in document order.
struct PassageList {
    /// All text, UTF-8.
    var text: [UInt8] = []
    /// The passages.
    var passages: [Passage] = []
    /// The frames around them.
    var frames: [Frame] = []

    /// A passage's bytes.
    func bytes(_ passage: Passage) -> ArraySlice<UInt8> { text[passage.text] }

    /// A passage's text.
    func string(_ passage: Passage) -> String { String(decoding: text[passage.text], as: UTF8.self) }
}
