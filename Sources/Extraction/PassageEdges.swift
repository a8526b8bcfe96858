import Language
import Markup

/// The words that open and close a passage too long for a line (`LineWords`): a promotion, a note on the author and a credit
/// betray themselves there. Their tokens are those of a line, the opening's written with a `~` behind them (`^sign up~`), the
/// closing's with a `_`.
struct PassageEdges {
    /// Words of an opening, and of a closing.
    private static let longest = 10
    /// Bytes that are looked at for them: ten words of twelve letters.
    private static let reach = 120

    private let opening: LineWords?
    private let closing: LineWords?

    /// Reads both ends of a passage. Constant.
    init(_ text: ArraySlice<UInt8>) {
        opening = LineWords(Self.opening(of: text))
        closing = LineWords(Self.closing(of: text))
    }

    private static func opening(of text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let reached = text.prefix(reach)
        var words = 0
        for index in reached.indices where reached[index].isASCIISpace {
            words += 1
            if words == longest { return reached[..<index] }
        }
        // Ideographs part no words; the last may have been cut.
        var end = reached.endIndex
        while end > reached.startIndex, end < text.endIndex, text[end] & 0xC0 == 0x80 { end -= 1 }
        return reached[..<end]
    }

    private static func closing(of text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let reached = text.suffix(reach)
        var words = 0
        for index in reached.indices.reversed() where reached[index].isASCIISpace {
            words += 1
            if words == longest { return reached[(index + 1)...] }
        }
        return reached.drop { $0 & 0xC0 == 0x80 }
    }

    /// What the tokens weigh by a table.
    func weights(_ tables: PassageTables) -> (opening: Float, closing: Float) {
        (
            Self.weight(of: opening, Self.openingMark, tables.tokens),
            Self.weight(of: closing, Self.closingMark, tables.tokens)
        )
    }

    private static func weight(of words: LineWords?, _ mark: UInt8, _ table: HashedTable<Float>) -> Float {
        var sum: Float = 0
        words?.forEachToken { sum += table[FNV1a.extended($0, mark)] ?? 0 }
        return sum
    }

    private static let openingMark = UInt8(ascii: "~")
    private static let closingMark = UInt8(ascii: "_")

    /// The tokens as they are written in the table of weights.
    var tokens: [String] {
        (opening?.tokens ?? []).map { "\($0)~" } + (closing?.tokens ?? []).map { "\($0)_" }
    }
}
