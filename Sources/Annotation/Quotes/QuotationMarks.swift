import Language

/// One stretch between quotation marks, marks included.
struct QuotedStretch: Sendable, Equatable {
    /// From the opening mark to the token after the closing one.
    var tokens: Range<Int>
    /// False for a stretch that its paragraph's end cuts off.
    var isClosed: Bool

    /// The tokens between the marks.
    var inner: Range<Int> {
        let end = isClosed ? tokens.upperBound - 1 : tokens.upperBound
        return min(tokens.lowerBound + 1, end)..<end
    }
}

/// Pairs the quotation marks of each paragraph. One pass.
enum QuotationMarks {
    /// Straight and curly doubles close each other, unless one stands inside the other.
    private enum Family { case double, single, angle }

    private enum Side { case open, close, either }

    /// The stretches of a text, in order, without overlap; marks inside a stretch of another kind belong to it.
    static func stretches(in text: TokenizedText) -> [QuotedStretch] {
        var found: [QuotedStretch] = []
        for paragraph in text.paragraphs { read(paragraph.tokens, of: text, into: &found) }
        return found
    }

    private static func read(_ tokens: Range<Int>, of text: TokenizedText, into found: inout [QuotedStretch]) {
        var open: (token: Int, family: Family)?
        var isNested = false
        for token in tokens where text.kinds[token] == .quote {
            let (family, declared) = shape(of: token, in: text)
            let side = declared == .either ? sideBySpacing(token, in: text) : declared
            guard let current = open else {
                if side == .open || side == .either && family != .single { open = (token, family) }
                isNested = false
                continue
            }
            guard current.family == family else { continue }
            let isOther = text.firstByte(current.token) != text.firstByte(token)
            if isOther, side == .open, !isNested, closes(after: token, tokens.upperBound, of: text) {
                isNested = true
                continue
            }
            if isOther, isNested, side == .close {
                isNested = false
                continue
            }
            if side == .open, family != .single {
                // A second opening mark: the first was never closed (a quotation over several paragraphs or an error).
                if text.flags[current.token].contains(.opensParagraph) { continue }
                open = (token, family)
            } else if side != .open {
                found.append(QuotedStretch(tokens: current.token..<(token + 1), isClosed: true))
                open = nil
            }
        }
        if let current = open, current.family == .double {
            let next = tokens.upperBound
            let goesOn = next < text.count && text.kinds[next] == .quote
            if goesOn || text.flags[current.token].contains(.opensParagraph) {
                found.append(QuotedStretch(tokens: current.token..<tokens.upperBound, isClosed: false))
            }
        }
    }

    /// How far the end of a quotation inside another is looked for.
    private static let nestedReach = 40

    /// Whether the next mark is of the same look and closes.
    private static func closes(after token: Int, _ limit: Int, of text: TokenizedText) -> Bool {
        for next in (token + 1)..<max(token + 1, min(limit, token + nestedReach)) where text.kinds[next] == .quote {
            guard text.firstByte(next) == text.firstByte(token) else { return false }
            let (_, declared) = shape(of: next, in: text)
            return (declared == .either ? sideBySpacing(next, in: text) : declared) == .close
        }
        return false
    }

    private static func shape(of token: Int, in text: TokenizedText) -> (Family, Side) {
        let start = text.starts[token]
        let length = text.ends[token] - start
        switch text.bytes[start] {
        case UInt8(ascii: "\""): return (.double, .either)
        case UInt8(ascii: "`"): return length == 2 ? (.double, .open) : (.single, .open)
        case UInt8(ascii: "'"): return length == 2 ? (.double, .either) : (.single, .either)
        case 0xC2: return (.angle, text.bytes[start + 1] == 0xAB ? .open : .close)
        case 0xE2: return wideShape(text.bytes[start + 2])
        case 0xE3: return (.angle, text.bytes[start + 2] & 1 == 0 ? .open : .close)
        default: return (.double, .either)
        }
    }

    /// U+2018 to U+203A by their last byte.
    private static func wideShape(_ byte: UInt8) -> (Family, Side) {
        switch byte {
        case 0x98: (.single, .open)
        case 0x99: (.single, .close)
        case 0x9A: (.single, .open)
        case 0x9C, 0x9E, 0x9F: (.double, .open)
        case 0x9D: (.double, .close)
        case 0xB9: (.angle, .open)
        case 0xBA: (.angle, .close)
        default: (.double, .either)
        }
    }

    private static func sideBySpacing(_ token: Int, in text: TokenizedText) -> Side {
        let before = text.flags[token].contains(.spaced)
        let after = text.flags[token].contains(.spaceAfter)
        if before != after { return before ? .open : .close }
        guard !before else { return .either }
        if token > 0, [.open, .dash, .quote].contains(text.kinds[token - 1]) { return .open }
        return .close
    }
}
