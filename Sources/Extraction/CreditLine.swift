import Markup

/// Lines that say who took a picture, who wrote for an agency, or who owns the rights.
enum CreditLine {
    private static let reporting = [
        "(reporting by", "(additional reporting", "(editing by", "(writing by", "[reporting by",
    ]
    private static let pictures = [
        "photo:", "photo by", "photos:", "image:", "image credit", "photo credit", "picture:", "photograph:", "foto:",
        "bild:", "credit:", "crédit photo", "crédits photo",
    ]

    private static let rights = ["©", "(c) ", "&copy;", "copyright"]
    /// The first two bytes of all these lines, ASCII letters small.
    private static let beginnings = Set((reporting + pictures + rights).map { beginning(of: Array($0.utf8)[...]) })

    private static func beginning(of line: ArraySlice<UInt8>) -> UInt16 {
        line.prefix(2).reduce(0) { $0 << 8 | UInt16($1.lowercasedASCII) }
    }

    /// The rule of a line in UTF-8, or nil.
    static func rule(for line: ArraySlice<UInt8>) -> String? {
        let line = line.drop { $0 == UInt8(ascii: " ") }
        if line.first == UInt8(ascii: "["), let end = line.firstIndex(of: UInt8(ascii: "]")),
            line.index(after: end) < line.endIndex, !beginnings.contains(beginning(of: line))
        {
            // A button of a page of text: "[Write to us] Copyright 1998".
            let rest = line[line.index(after: end)...].drop { $0 == UInt8(ascii: " ") }
            return rest.first == UInt8(ascii: "[") ? nil : rule(for: rest)
        }
        guard line.count <= 400, beginnings.contains(beginning(of: line)) else { return nil }
        return rule(for: String(decoding: line, as: UTF8.self))
    }

    /// Whether a line in UTF-8 ends in a picture's credit in brackets: "… with bread and medicine. (Photo: Canton police)".
    static func endsInCredit(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.last == UInt8(ascii: ")"), let start = line.lastIndex(of: UInt8(ascii: "(")) else { return false }
        return rule(for: line[line.index(after: start)...].dropLast()) == "credit"
    }

    /// The rule of a line of at most 160 characters (400 for the agency's own), or nil.
    static func rule(for text: String) -> String? {
        guard text.utf8.count <= 400 else { return nil }
        let lowered = text.lowercased()
        for opening in reporting where lowered.hasPrefix(opening) { return "credit" }
        guard text.utf8.count <= 160 else { return nil }
        for opening in pictures where lowered.hasPrefix(opening) { return "credit" }
        return isCopyright(lowered) ? "copyright" : nil
    }

    /// "© 2024 …", "(c) …", "Copyright © …", "Copyright 2024 …", "Copyright: …"; "Copyright lawyers say …" is a sentence.
    private static func isCopyright(_ lowered: String) -> Bool {
        if lowered.hasPrefix("©") || lowered.hasPrefix("(c) ") || lowered.hasPrefix("&copy;") { return true }
        guard lowered.hasPrefix("copyright") else { return false }
        let rest = lowered.dropFirst("copyright".count).drop { $0 == " " }
        guard let first = rest.first else { return true }
        return "©:(".contains(first) || first.isNumber
    }
}
