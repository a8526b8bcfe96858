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

    private static let otherLabels = Set(((kinds["other"] ?? []) + (kinds["other-label"] ?? [])).map(\.comparable))
    /// First bytes of such labels, "medically" and "expert" before them told.
    private static let otherInitials: [Bool] = (0...255).map { byte in
        "me".utf8.contains(UInt8(byte)) || otherLabels.contains { $0.utf8.first.map(Int.init) == byte }
    }
    private static let ranks = Set(kinds["rank"] ?? [])
    /// What stands behind the place where a Chinese report was written.
    static let dispatches = kinds["dispatch"] ?? []
    /// Verbs between a deck and the name of who wrote the article; `deck-capitals` where the name stands in capitals.
    private static let deckVerbs: [String: String] = {
        var verbs: [String: String] = [:]
        for kind in ["deck", "deck-capitals"] { for verb in kinds[kind] ?? [] { verbs[verb] = kind } }
        return verbs
    }()
    /// What reporters are called in scripts that have neither capitals nor always spaces: before a name or behind it.
    static let titles = (kinds["title"] ?? []).sorted { ($0.count, $1) > ($1.count, $0) }

    private static let by = ByteWords([" by "])

    /// Opens the word list. Idempotent.
    static func warmUp() {
        _ = (endings, labels, verbs, openings, others, nobodies, otherLabels, otherInitials, deckVerbs, titles)
    }

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

    /// Whether a line is a label such as "Medically reviewed by": the name that follows did something else.
    static func isOthersLabel(_ text: String) -> Bool {
        guard text.utf8.count <= 40,
            text.utf8.first.map({ $0 >= 0x80 || otherInitials[Int($0.lowercasedASCII)] }) ?? false
        else { return false }
        let words = text.comparable
        return otherLabels.contains { words == $0 || words.hasSuffix(" " + $0) }
    }

    /// Whether a verb stands among the first words of a text, as in "Ana Roth is a writer".
    static func isNote(_ text: String) -> Bool {
        text.split(separator: " ", maxSplits: 6).dropFirst().prefix(5).contains { verbs.contains(String($0)) }
    }

    /// Whether a role may open with a word, in small letters: "senior", "reporter".
    static func opensRole(_ word: String) -> Bool { ranks.contains(word) || titles.contains(word) }

    /// Whether a line is a name with a reporter's title behind it, in a script without capitals: "김민서 기자".
    static func endsInTitle(_ text: String) -> Bool {
        guard let first = text.utf8.first, first >= 0x80, text.utf8.count <= 60 else { return false }
        let name = text.prefix { $0 != "@" }
        let words = name.count < text.count ? String(name[..<(name.lastIndex(of: " ") ?? name.endIndex)]) : text
        return titles.contains { title in
            title.utf8.first.map { $0 >= 0xE0 } ?? false && words.hasSuffix(title) && words.count > title.count
                && words.count <= 12
        }
    }

    /// Whether a line begins with "Reviewed by" and its kin.
    static func opensWithOthers(_ text: String) -> Bool {
        guard others.areIn(text) else { return false }
        let words = text.comparable
        return otherLabels.contains { words.hasPrefix($0 + " ") }
    }

    /// The name behind the last comma of a deck's last sentence: "…, writes Ana Roth." With "says" it must stand in capitals,
    /// since others are quoted so.
    static func signature(ofDeck text: String) -> String? {
        guard let comma = text.utf8.lastIndex(of: UInt8(ascii: ",")) else { return nil }
        var words = text[text.utf8.index(after: comma)...].split(separator: " ")
        guard (3...5).contains(words.count), let kind = deckVerbs[String(words.removeFirst())] else { return nil }
        var name = words.joined(separator: " ")
        if name.last == "." { name.removeLast() }
        guard BylineNames.isBare(name) else { return nil }
        return kind == "deck" || name == name.uppercased() ? name : nil
    }
}
