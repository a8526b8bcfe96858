import Language
import Markup

/// What the words around names do, from the resource `byline-words.txt`: labels, endings, notes.
enum BylineWords {
    private static let kinds: [String: [String]] = {
        var kinds: [String: [String]] = [:]
        for entry in WordList(named: "byline-words", in: .module).entries where entry.count == 2 {
            kinds[entry[1], default: []].append(entry[0])
        }
        return kinds
    }()

    /// Words that end a name: "Ana Roth in Lagos".
    static let endings = Set(kinds["ending"] ?? [])
    /// Accounts that nobody gave a name.
    static let nobodies = Set(kinds["nobody"] ?? [])
    private static let labels = Set((kinds["label"] ?? []).map(\.comparable))
    private static let labelInitials: [Bool] = (0...255).map { byte in labels.contains { $0.utf8.first == byte } }
    private static let verbs = Set(kinds["verb"] ?? [])
    private static let openings = Set(kinds["note"] ?? [])
    private static let others = ByteWords(kinds["other"] ?? [])

    private static let by = ByteWords([" by "])

    /// Opens the word list. Idempotent.
    static func warmUp() { _ = (endings, labels, verbs, openings, others, nobodies) }

    /// Whether a line says that the next is the author.
    static func isLabel(_ text: String) -> Bool {
        // The first letter of most lines is that of no label.
        let first = text.utf8.first { $0.isASCIILetterOrDigit || $0 >= 0x80 }
        guard let first, first >= 0x80 || labelInitials[Int(first.lowercasedASCII)] else { return false }
        return labels.contains(text.comparable)
    }

    /// The text before "reviewed by" and its kin: those who follow did something else.
    static func beforeOthers(_ text: String) -> String {
        guard others.areIn(text) else { return text }
        let bytes = Array(text.utf8)
        guard let cut = others.firstIndex(in: bytes[...]) else { return text }
        return String(decoding: bytes[..<cut], as: UTF8.self).folded
    }

    /// The name in "Published August 7, 2023 by Nicole Burke".
    static func afterDate(_ text: String) -> String? {
        guard by.areIn(text) else { return nil }
        let bytes = Array(text.utf8)
        guard let mark = by.firstIndex(in: bytes[...]), DateReader.date(in: text, dayFirst: true) != nil else {
            return nil
        }
        return String(decoding: bytes[(mark + 4)...], as: UTF8.self)
    }

    /// The name that opens a note such as "Ana Roth is a reporter in Harbour City."
    static func opening(ofNote text: String) -> String? {
        let words = text.split(separator: " ", maxSplits: 7)
        guard let verb = words.prefix(6).firstIndex(where: { verbs.contains(String($0)) }), (2...4).contains(verb),
            words.count > verb + 1, words[0].lowercased() != "the"
        else { return nil }
        let name = words[..<verb]
        guard name.allSatisfy({ $0.first?.isUppercase == true && $0.last?.isLetter == true }) else { return nil }
        let next = words[verb + 1].lowercased()
        return openings.contains(next) ? name.joined(separator: " ") : nil
    }
}
