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

    /// A role without the sentence that follows it.
    private static func role(_ piece: String) -> String {
        let end = piece.firstRange(of: ". ")?.lowerBound ?? piece.endIndex
        return piece[..<end].last == "." ? String(piece[..<end].dropLast()) : String(piece[..<end])
    }

    /// Everything that a value may name, in its order; roles go to the name before them.
    func readings(in value: String, isTold: Bool = false) -> [Reading] {
        var text = References.decoded(value).folded.composed
        guard text.utf8.count <= 300, !text.holds("://"), !text.holds("www.") else { return [] }
        text = Self.withoutOpening(text) ?? text
        text = BylineWords.beforeOthers(text)
        var readings: [Reading] = []
        for piece in Self.pieces(of: Self.beforeDash(text)).prefix(16) {
            guard readings.isEmpty || !Self.isCredential(piece), !DateLine.isPart(piece), !DateLine.isWord(piece) else {
                continue
            }
            let (names, role) = titled(piece)
            for part in names {
                let name = withoutSite(Self.nameAlone(part))
                guard !Self.isNobody(name), isTold || !Self.isStray(name) else { continue }
                if let last = readings.indices.last, isRole(part) {
                    // "Ana Roth is a writer and photographer" is a sentence on her.
                    let isOpen = readings[last].role == nil && !isRole(readings[last].name)
                    if isOpen, !BylineWords.isNote(text) { readings[last].role = Self.role(part) }
                } else if Self.isPossible(name) {
                    readings.append(Reading(name: name, role: role))
                }
            }
        }
        // Three single words and more are topics.
        if readings.count > 2, readings.allSatisfy({ !$0.name.contains(" ") && $0.name.first?.isCased == true }) {
            return []
        }
        // Beside full names a single word is a place or a leftover.
        if readings.contains(where: { $0.name.contains(" ") }), readings.count > 1 {
            readings.removeAll { !$0.name.contains(" ") && $0.name.first?.isCased != false }
        }
        return readings
    }

    /// Whether a text may be a name at all, by its length and marks.
    private static func isPossible(_ name: String) -> Bool {
        (2...longestName).contains(name.count) && name.split(separator: " ").count <= 6
            && name.contains(where: \.isLetter) && !name.contains(where: { "!?\"#=:@".contains($0) })
    }

    /// An organisation's name as it stands, or nil.
    func organization(in value: String) -> Reading? {
        let name = References.decoded(value).folded.composed
        guard (2...Self.longestName).contains(name.count), !name.holds("://"), !Self.isStray(name) else {
            return nil
        }
        return Reading(name: name)
    }

    /// Whether a line is two to four words with capitals and nothing else, as a name on a line of its own is.
    static func isBare(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard (2...4).contains(words.count), text.utf8.count <= 40 else { return false }
        return words.allSatisfy { word in
            word.first?.isUppercase == true && word.allSatisfy { $0.isLetter || ".-'’".contains($0) }
        }
    }

    /// The text before a dash or a bar, behind which stands what the people are.
    private static func beforeDash(_ text: String) -> String {
        guard mayHoldDash(text.utf8) else { return text }
        var end = text.endIndex
        for mark in [" - ", " – ", " — ", " | ", " ⋅ ", " · ", " • "] {
            if let range = text.firstRange(of: mark), range.lowerBound < end { end = range.lowerBound }
        }
        let front = String(text[..<end])
        // "Redaktion | Ana Roth", "Dec. 19, 2025 · Ana Roth": what stands before may be no name.
        guard end < text.endIndex, front.contains(" "), !isDate(front) else { return text }
        return front
    }

    /// Whether a text is a date and nothing else, as far as it stands before the name in a line.
    private static func isDate(_ text: String) -> Bool {
        guard text.utf8.contains(where: \.isASCIIDigit) else { return false }
        return text.split(separator: ",").allSatisfy { DateLine.isPart(String($0).folded) }
    }

    /// Whether a blank stands before a byte with which one of the marks begins.
    private static func mayHoldDash(_ text: String.UTF8View) -> Bool {
        var last: UInt8 = 0
        for byte in text {
            if last == 0x20, byte == UInt8(ascii: "-") || byte == UInt8(ascii: "|") || byte == 0xE2 || byte == 0xC2 {
                return true
            }
            last = byte
        }
        return false
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
        let words = name.split(separator: " ")
        if words.last?.first?.isLowercase == true { clues.formUnion(ClueSet(.small)) }
        let small = words.count { $0.first?.isLowercase == true }
        if words.count > 1, small * 2 >= words.count { clues.formUnion(ClueSet(.sentence)) }
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

    /// Whether a name is that of an account nobody gave a name.
    private static func isNobody(_ name: String) -> Bool {
        let words = name.comparable
        // "NOC Admin", "site administrator".
        return BylineWords.nobodies.contains(words) || words.hasSuffix(" admin") || words.hasSuffix(" administrator")
    }

    /// Whether a text opens or ends as buttons and menus do, or is a label.
    private static func isStray(_ name: String) -> Bool {
        let words = name.comparable.split(separator: " ")
        guard let first = words.first, let last = words.last else { return true }
        if BylineWords.isLabel(name) || strayWords.contains(String(last)) { return true }
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
    static func key(_ name: String) -> String {
        let bare = name.comparable
        for title in ["dr ", "prof "] where bare.hasPrefix(title) {
            return key(String(bare.dropFirst(title.count)))
        }
        return bare.filter { $0 != " " }
    }

    /// A name without the site's or an agency's behind it: "Brian Truitt USA TODAY".
    func withoutSite(_ name: String) -> String {
        let words = name.split(separator: " ")
        guard words.count > 2 else { return name }
        for count in 1..<(words.count - 1) {
            let tail = words.suffix(count).joined(separator: " ")
            if siteNames.contains(where: { Self.key($0) == Self.key(tail) }) || Self.wires.contains(tail.comparable) {
                return words.dropLast(count).joined(separator: " ")
            }
        }
        return name
    }

    /// MD, Ph.D., RDN, E-RYT: at most six letters, most of them capitals.
    private static func isCredential(_ piece: String) -> Bool {
        let letters = piece.filter(\.isLetter)
        guard piece.count <= 8, letters.count >= 2, letters.allSatisfy(\.isASCII) else { return false }
        return letters.count { $0.isUppercase } * 2 > letters.count && (letters.count <= 5 || piece.contains("."))
            && !wires.contains(piece.comparable)
    }

    /// The name without what follows it in small letters: "Ana Roth in Lagos", "Bo Ek for the Post".
    static func nameAlone(_ piece: String) -> String {
        var words = piece.split(separator: " ")
        guard words.count > 1, words[0].first?.isUppercase == true else { return piece }
        // "By Ana Roth and", where a link follows.
        if words.count > 2, joiners.contains(String(words[words.count - 1])) { words.removeLast() }
        for (index, word) in words.enumerated() where index > 0 {
            let isNumber = word.first?.isNumber == true
            let isDate =
                isMonth(words, index) || DateLine.isKind(word)
                || (index + 1 < words.count && DateLine.isKind(words[index + 1]) && DateLine.isWord(String(word)))
            if isNumber || isDate
                || (word.first?.isLowercase == true && BylineWords.endings.contains(String(word)))
            {
                return words[..<index].joined(separator: " ")
            }
        }
        return words.joined(separator: " ")
    }

    /// What joins two names.
    private static let joiners: Set<String> = ["&", "and", "e", "en", "et", "och", "og", "und", "with", "y"]

    /// Whether a word behind a name is a month: May and April are surnames, too, unless a number follows.
    private static func isMonth(_ words: [Substring], _ index: Int) -> Bool {
        guard DateReader.isMonth(String(words[index]).comparable) else { return false }
        return index > 1 || (index + 1 < words.count && words[index + 1].first?.isNumber == true)
    }
}
