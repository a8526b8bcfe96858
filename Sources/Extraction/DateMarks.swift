import Language
import Markup
import Records

/// Dates that the page shows: `<time>` elements and short lines around the text.
struct DateMarks {
    /// A text with a date, and where it stands.
    struct Found {
        var text: String
        var source: DateSource
        var clue: Clue
    }

    /// What was found: `<time>` first, then lines.
    private(set) var found: [Found] = []
    private let head: ArticleHead
    private let margins: PageMargins
    /// Where no date of the article stands, unless the headline stands there too.
    private let barred: Passage.Surroundings

    /// Findings after which a page is a list.
    private static let limit = 40
    /// Lines longer than this are prose.
    private static let longestLine = 120

    /// Looks around a page's text. Linear in the page.
    init(_ head: ArticleHead) {
        self.head = head
        margins = head.margins
        barred = Passage.Surroundings([.hidden, .navigation, .caption]).subtracting(head.headlineSurroundings)
        addElements()
        addLines(margins.above, .line)
        addLines(margins.below, .lineAtEnd)
        // The day of a report that is signed at its end is the report's.
        let names = BylineNames(siteNames: head.siteNames)
        if let last = margins.inside.last, OpeningLines.isSignature(head.list, last, names) {
            addLines(last..<(last + 1), .line)
        }
    }

    private mutating func add(_ text: String, _ source: DateSource, _ clue: Clue) {
        if found.count < Self.limit { found.append(Found(text: text, source: source, clue: clue)) }
    }

    /// `<time>`, and short elements whose names speak of dates.
    private mutating func addElements() {
        let tree = head.tree
        for index in tree.nodes.indices where tree.nodes[index].element != .text {
            let zone = margins.zone(ofNode: index)
            guard zone == .above || zone == .inside else { continue }
            if tree.nodes[index].element == .time {
                let text = tree.value(of: .datetime, at: index) ?? tree.foldedText(at: index)
                add(text, .timeElement, clue(forTime: index, zone))
            } else if zone == .above, Int(tree.nodes[index].end) - index <= Self.widestMark, isNamedDate(index) {
                let text = tree.foldedText(at: index)
                if text.utf8.count <= 60, text.contains(where: \.isNumber) {
                    add(text, .body, DateLine.kind(of: text) ?? .marked)
                }
            }
        }
    }

    /// Nodes of an element that holds a date and little else.
    private static let widestMark = 8

    private func clue(forTime index: Int, _ zone: PageMargins.Zone) -> Clue {
        if zone == .inside { return .timeInBody }
        if head.tree.value(of: .pubdate, at: index) != nil || isMarked(index, Self.publishedWords) {
            return .timePublished
        }
        return isMarked(index, Self.updatedWords) ? .timeUpdated : .time
    }

    private func isNamedDate(_ node: Int) -> Bool {
        let element = head.tree.nodes[node]
        for index in Int(element.first)..<Int(element.last) {
            let attribute = head.tree.attributes[index]
            guard [.class, .id, .dataTestID, .itemprop].contains(attribute.name) else { continue }
            let names = head.tree.values[Int(attribute.start)..<Int(attribute.end)]
            if Self.dateNames.areIn(names.prefix(200)) { return true }
        }
        return false
    }

    /// Words of names that stand for a date, in the languages whose papers use their own.
    private static let dateNames = ByteWords([
        "date", "time", "publish", "posted", "updated", "datum", "fecha", "tarih", "data-pub", "datetime", "pubdate",
    ])

    private static let publishedWords: Set<String> = ["published", "publish", "pubdate", "publication", "created"]
    private static let updatedWords: Set<String> = ["updated", "update", "modified", "revised"]

    /// Whether a node's names, or its parent's, hold one of some words.
    private func isMarked(_ node: Int, _ words: Set<String>) -> Bool {
        var isMarked = false
        for node in [node, Int(head.tree.nodes[node].parent)] where node >= 0 {
            ContainerNames.forEachWord(head.tree, node) { word in
                isMarked = isMarked || words.contains(String(decoding: word, as: UTF8.self))
            }
        }
        return isMarked
    }

    /// Short lines that hold a date; what is said of a change is told apart.
    private mutating func addLines(_ range: Range<Int>, _ clue: Clue) {
        for index in range where head.list.passages[index].text.count <= Self.longestLine {
            let passage = head.list.passages[index]
            guard passage.surroundings.isDisjoint(with: barred) else { continue }
            guard head.list.bytes(passage).contains(where: { $0.isASCIIDigit || $0 >= 0x80 }) else { continue }
            let isAside = !passage.surroundings.isDisjoint(with: [.aside, .footer])
            let label = index > range.lowerBound ? head.list.passages[index - 1] : nil
            for part in Self.parts(of: head.list.string(passage)) {
                guard part.utf8.contains(where: { $0.isASCIIDigit || $0 >= 0x80 }) else { continue }
                for text in DateLine.parts(of: String(part)).map(String.init) where text.contains(where: \.isNumber) {
                    add(text, .body, isAside ? .lineAside : kind(of: text, label: label) ?? clue)
                }
            }
        }
    }

    /// What stands between bars, bullets, brackets that open and line ends.
    private static func parts(of line: String) -> [Substring] {
        let isParted = line.utf8.contains {
            $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "(") || $0 == 0x0A || $0 == 0xE2 || $0 == 0xC2
        }
        return isParted ? line.split { "|•·\n(".contains($0) } : [line[...]]
    }

    /// What a line says its date to be: by its own words, or by those of a line of label before it.
    private func kind(of text: String, label: Passage?) -> Clue? {
        if let own = DateLine.kind(of: text) { return own }
        guard let label, label.text.count <= 24 else { return nil }
        let words = head.list.string(label)
        return words.contains(where: { $0.isNumber }) ? nil : DateLine.kind(of: words)
    }
}
