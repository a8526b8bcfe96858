/// One line of text that is safe to show anywhere: no control characters, no bidirectional overrides or isolates, no
/// invisible marks, white space folded. Everything that an edition shows of its input is a `Line`, so that no renderer
/// can let through what a terminal or a browser would obey; a renderer only escapes for its own syntax.
struct Line: Hashable, Sendable {
    /// The cleaned text; empty where nothing was left.
    let text: String

    /// Whether nothing was left.
    var isEmpty: Bool { text.isEmpty }

    /// Cleans `raw` and cuts it, with an ellipsis, after `limit` scalars, at a space where one is near. Linear in the
    /// scalars that are kept and those dropped between them.
    init(_ raw: some StringProtocol, limit: Int = .max) {
        var kept = String.UnicodeScalarView()
        var count = 0
        var marks = 0
        var spacePending = false
        for scalar in raw.unicodeScalars {
            switch Self.part(of: scalar) {
            case .dropped:
                continue
            case .space:
                spacePending = count > 0
                continue
            case .mark:
                marks += 1
                if marks > Self.mostMarks || count == 0 || spacePending { continue }
            case .visible:
                marks = 0
            }
            if count >= limit {
                text = Self.shortened(kept)
                return
            }
            if spacePending {
                kept.append(" ")
                count += 1
                spacePending = false
            }
            kept.append(scalar)
            count += 1
        }
        text = String(kept)
    }

    /// Combining marks on one letter beyond which they are decoration that runs over the lines around. Chosen well
    /// above what living languages stack (Vietnamese two, pointed Hebrew up to four).
    private static let mostMarks = 6

    private enum Part {
        case visible, mark, space, dropped
    }

    private static func part(of scalar: Unicode.Scalar) -> Part {
        switch scalar.value {
        case 0x21...0x7E: return .visible
        case 0x20, 0x09...0x0D, 0x85: return .space
        case 0..<0x20, 0x7F..<0xA0: return .dropped
        case 0xA0, 0x202F: return .visible
        case 0xAD, 0x61C, 0x180E, 0xFEFF, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFFF9...0xFFFB:
            return .dropped
        case 0xE0000...0xE0FFF, 0xFDD0...0xFDEF, 0xE000...0xF8FF, 0xF0000...0x10FFFF: return .dropped
        case 0..<0x300: return .visible
        default: break
        }
        if scalar.value & 0xFFFE == 0xFFFE { return .dropped }
        let properties = scalar.properties
        if properties.isWhitespace { return .space }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return .mark
        default: return .visible
        }
    }

    /// Cuts back to the last space in the final third, so that no word is broken where it can be helped, and says so.
    private static func shortened(_ scalars: String.UnicodeScalarView) -> String {
        let floor = scalars.index(scalars.startIndex, offsetBy: scalars.count * 2 / 3)
        let end = scalars[floor...].lastIndex(of: " ") ?? scalars.endIndex
        return String(scalars[..<end]) + "…"
    }
}

extension Line: Comparable {
    /// The order of Unicode scalars, the same everywhere.
    static func < (a: Line, b: Line) -> Bool { a.text.unicodeScalars.lexicographicallyPrecedes(b.text.unicodeScalars) }
}

extension Line: CustomStringConvertible {
    /// The text.
    var description: String { text }
}
