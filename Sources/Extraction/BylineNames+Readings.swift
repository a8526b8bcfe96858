import Foundation
import Records

extension BylineNames {
    /// What a value may name: a person, a desk, an agency, an organisation; judged later.
    struct Reading {
        var name: String
        var role: String?
    }

    /// Names longer than this are sentences: the longest byline of the development pages has 58 letters.
    private static let longestName = 60

    /// Everything that a value may name, in its order; roles go to the name before them.
    func readings(in value: String) -> [Reading] {
        var text = References.decoded(value).folded.composed
        guard text.utf8.count <= 300, !text.contains("://"), !text.contains("www.") else { return [] }
        text = Self.withoutOpening(text) ?? text
        text = Self.beforeOthers(text)
        var readings: [Reading] = []
        for piece in Self.pieces(of: text).prefix(16) {
            guard readings.isEmpty || !Self.isCredential(piece), !DateLine.isPart(piece) else { continue }
            let name = Self.nameAlone(piece)
            guard !Self.isStray(name) else { continue }
            if let last = readings.indices.last, isRole(piece) {
                if readings[last].role == nil, !isRole(readings[last].name) { readings[last].role = piece }
                continue
            }
            guard (2...Self.longestName).contains(name.count), name.split(separator: " ").count <= 6 else { continue }
            guard name.contains(where: \.isLetter), !name.contains(where: { "!?\"#=:@".contains($0) }) else { continue }
            readings.append(Reading(name: name))
        }
        // Beside full names a single word is a place or a leftover.
        if readings.contains(where: { $0.name.contains(" ") }), readings.count > 1 {
            readings.removeAll { !$0.name.contains(" ") && $0.name.first?.isCased != false }
        }
        return readings
    }

    /// What a name looks like.
    func clues(of name: String) -> ClueSet {
        var clues = ClueSet()
        let key = Self.key(name)
        if siteNames.contains(where: { Self.isSame(Self.key($0), key) }) { clues.formUnion(ClueSet(.site)) }
        if Self.wires.contains(name.comparable) {
            clues.formUnion(ClueSet(.agency))
        } else if isRole(name) || Self.agencies.contains(name.comparable) {
            clues.formUnion(ClueSet(.collective))
        }
        if !name.contains(" "), name.first?.isCased != false { clues.formUnion(ClueSet(.oneWord)) }
        let first = name.split(separator: " ").last?.first
        if first?.isLowercase == true { clues.formUnion(ClueSet(.small)) }
        if name.contains(where: { $0.isNumber || "_".contains($0) }) || Self.holdsDomain(name) {
            clues.formUnion(ClueSet(.odd))
        }
        let given = name.split { $0 == " " || $0 == "-" }.prefix(3)
        if given.contains(where: { Self.givenNames.contains($0.lowercased()) }), name.contains(" ") {
            clues.formUnion(ClueSet(.givenName))
        }
        return clues
    }

    /// Whether a full stop stands between small letters, as in `ntv.com.tr`.
    private static func holdsDomain(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        return bytes.indices.dropFirst().dropLast().contains { index in
            bytes[index] == UInt8(ascii: ".") && (0x61...0x7A).contains(bytes[index - 1])
                && (0x61...0x7A).contains(bytes[index + 1])
        }
    }

    /// Whether a text opens or ends as buttons and menus do, or is a label.
    private static func isStray(_ name: String) -> Bool {
        let words = name.comparable.split(separator: " ")
        guard let first = words.first, let last = words.last else { return true }
        if isLabel(name) || strayWords.contains(String(last)) { return true }
        // "The Workzone Team" is a byline, "The latest" is none.
        return first != "the" && strayWords.contains(String(first))
    }

    /// Whether one name is the other, or begins with it and goes on for a little.
    private static func isSame(_ site: String, _ name: String) -> Bool {
        guard name.utf8.count >= 3, site.utf8.count >= 3 else { return site == name }
        return site == name || (name.utf8.count >= 5 && site.hasPrefix(name))
            || (site.utf8.count >= 5 && name.hasPrefix(site))
    }

    /// What two spellings of one name share: letters, digits.
    static func key(_ name: String) -> String { name.comparable.filter { $0 != " " } }

    /// The text before "reviewed by" and its kin: those are others.
    private static func beforeOthers(_ text: String) -> String {
        guard otherBytes.areIn(text.utf8) else { return text }
        let lowered = text.lowercased()
        var cut = lowered.endIndex
        for word in others {
            if let range = lowered.firstRange(of: word), range.lowerBound < cut { cut = range.lowerBound }
        }
        guard cut < lowered.endIndex else { return text }
        return String(text.prefix(lowered.distance(from: lowered.startIndex, to: cut))).folded
    }

    private static let others = [
        "reviewed by", "edited by", "fact checked", "fact-checked", "photographs by", "photos by", "updated",
    ]
    private static let otherBytes = ByteWords(others)

    /// MD, Ph.D., RDN, E-RYT: at most six letters, most of them capitals.
    private static func isCredential(_ piece: String) -> Bool {
        let letters = piece.filter(\.isLetter)
        guard piece.count <= 8, letters.count >= 2, letters.allSatisfy(\.isASCII) else { return false }
        return letters.count { $0.isUppercase } * 2 > letters.count && (letters.count <= 5 || piece.contains("."))
            && !wires.contains(piece.comparable)
    }

    /// The name without what follows it in small letters: "Ana Roth in Lagos", "Bo Ek for the Post".
    private static func nameAlone(_ piece: String) -> String {
        let words = piece.split(separator: " ")
        guard words.count > 1, words[0].first?.isUppercase == true else { return piece }
        for (index, word) in words.enumerated() where index > 0 {
            let isNumber = word.first?.isNumber == true
            let isDate = index > 1 && (DateReader.isMonth(String(word).comparable) || word == "Updated")
            if isNumber || isDate || (word.first?.isLowercase == true && endings.contains(String(word))) {
                return words[..<index].joined(separator: " ")
            }
        }
        return piece
    }

    /// Words that end a name.
    private static let endings: Set<String> = [
        "in", "for", "at", "on", "from", "is", "has", "was", "of", "für", "aus", "pour", "à", "para", "desde", "per",
        "voor",
        "updated", "published", "posted",
    ]

    /// Whether a line says that the next is the author.
    static func isLabel(_ text: String) -> Bool { labels.contains(text.comparable) }

    private static let labels: Set<String> = [
        "written by", "by", "author", "authors", "posted by", "words by", "reported by", "about the author",
        "about the authors", "published by", "von", "par", "autor", "autorin", "por", "escrito por", "av", "door", "di",
        "story by", "meet the author", "about author", "article by",
    ]

    /// The name in "Published August 7, 2023 by Nicole Burke".
    static func afterDate(_ text: String) -> String? {
        guard by.areIn(text.utf8) else { return nil }
        let lowered = text.lowercased()
        guard let mark = lowered.firstRange(of: " by "), DateReader.date(in: text, dayFirst: true) != nil else {
            return nil
        }
        // Small letters may be of another length; the offset is counted in characters of the small form.
        return String(text.dropFirst(lowered.distance(from: lowered.startIndex, to: mark.upperBound)))
    }

    private static let by = ByteWords([" by "])

    /// The name that opens a note such as "Ana Roth is a reporter in Harbour City."
    static func opening(ofNote text: String) -> String? {
        let words = text.split(separator: " ", maxSplits: 7)
        guard let verb = words.prefix(7).firstIndex(where: { verbs.contains(String($0)) }), (2...4).contains(verb),
            words.count > verb + 1
        else { return nil }
        let name = words[..<verb]
        guard name.allSatisfy({ $0.first?.isUppercase == true && $0.last?.isLetter == true }) else { return nil }
        return articles.contains(String(words[verb + 1])) ? name.joined(separator: " ") : nil
    }

    private static let verbs: Set<String> = ["is", "was", "ist", "est", "es", "è", "är", "er", "covers", "writes"]
    private static let articles: Set<String> = [
        "a", "an", "the", "ein", "eine", "un", "une", "una", "en", "et", "senior", "staff", "currently", "co-founder",
        "editor",
        "founder", "freelance", "professor", "politics", "about", "for", "Redakteur", "Redakteurin", "Journalist",
        "journaliste",
        "periodista", "giornalista",
    ]
}
