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

    /// How any of these lines begins, ASCII letters small; 0xC2 opens the copyright sign.
    private static let firstBytes: [UInt8] = Array("([&pifbc".utf8) + [0xC2]

    /// The rule of a line in UTF-8, or nil.
    static func rule(for line: ArraySlice<UInt8>) -> String? {
        guard line.count <= 400, let first = line.first, firstBytes.contains(first.lowercasedASCII) else { return nil }
        return rule(for: String(decoding: line, as: UTF8.self))
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
