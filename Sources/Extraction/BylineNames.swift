import Foundation
import Language
import Markup
import Records

/// Reads the names in a byline, apart from roles, agencies and the site itself.
struct BylineNames {
    /// Names the site goes by.
    var siteNames: [String] = []
    /// Names that the page says are persons', comparable.
    var persons: Set<String> = []

    /// Agencies and collective signatures, comparable.
    static let agencies = Set(WordList(named: "agencies", in: .module).words)
    /// The agencies among them, without collective signatures.
    static let wires = Set(
        WordList(named: "agencies", in: .module).entries.filter { $0.count > 1 && $0[1] == "agency" }.map { $0[0] })
    /// The longer first, so that "written by" is not read as a name after "written".
    private static let openings = WordList(named: "byline-openings", in: .module).words
        .map { $0.lowercased() }.sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }
    /// The openings that may begin a text in small letters, by its first byte. Those that begin with no letter of ASCII
    /// may be written composed or not, and stand in every list.
    private static let openingsByInitial: [[String]] = (0...255).map { byte in
        openings.filter { ($0.utf8.first ?? 0) == byte || ($0.utf8.first ?? 0) >= 0x80 }
    }
    private static let initials: [Bool] = (0...255).map { byte in openings.contains { $0.utf8.first == byte } }
    /// The openings of ASCII alone in UTF-8, by their first byte.
    private static let plainOpenings: [[[UInt8]]] = (0...255).map { byte in
        openings.filter { $0.utf8.first == byte && $0.utf8.allSatisfy { $0 < 0x80 } }.map { Array($0.utf8) }
    }
    private static let longestPlainOpening = plainOpenings.joined().map(\.count).max() ?? 0
    private static let longestOpening = openings.map(\.count).max() ?? 0
    private static let roles = Set(WordList(named: "byline-roles", in: .module).words)

    /// Given names, small letters.
    static let givenNames = Set(WordList(named: "given-names", in: .module).words)
    /// Words of buttons, menus and networks, small letters.
    static let strayWords = Set(WordList(named: "stray-words", in: .module).words)

    /// Opens the word lists. Idempotent.
    static func warmUp() {
        _ = (agencies, wires, openings, openingsByInitial, roles, longestOpening, givenNames, strayWords)
        _ = (plainOpenings, longestPlainOpening)
    }

    /// Whether a word is an opening by itself.
    static func isOpening(_ word: Substring) -> Bool {
        let word = word.lowercased()
        return openingsByInitial[Int(word.utf8.first ?? 0)].contains { $0 == word }
    }

    /// What follows "By" and its kin, or nil where the text does not open so.
    static func withoutOpening(_ text: String) -> String? {
        switch text.utf8.withContiguousStorageIfAvailable(plainOpening) ?? .unsure {
        case .none: return withoutJoinedOpening(text)
        case .ends(let end):
            let name = text[text.utf8.index(text.startIndex, offsetBy: end)...].drop { " :：/／".contains($0) }
            return name.isEmpty ? nil : String(name)
        case .unsure: break
        }
        let text = text.drop { "(（【[〔".contains($0) }
        // Most lines begin as no byline does.
        guard let initial = text.utf8.first, initial >= 0x80 || initials[Int(initial.lowercasedASCII)] else {
            return nil
        }
        let lowered = text.prefix(longestOpening + 1).lowercased()
        for opening in openingsByInitial[Int(lowered.utf8.first ?? 0)] where lowered.hasPrefix(opening) {
            let rest = text.dropFirst(opening.count)
            guard let mark = rest.first, " :：/／".contains(mark) else { continue }
            let name = rest.drop { " :：/／".contains($0) }
            return name.isEmpty ? nil : String(name)
        }
        return withoutJoinedTitle(text)
    }

    /// What follows in "記者王大明／台北報導": a name of two to four characters, or nil.
    private static func withoutJoinedTitle(_ text: Substring) -> String? {
        for title in ["记者", "記者"] where text.hasPrefix(title) {
            let rest = text.dropFirst(title.count)
            if (2...4).contains(rest.prefix { !"／/、， 】".contains($0) }.count) { return String(rest) }
        }
        return nil
    }

    /// Openings that may stand right before a name, where spans side by side have no space between them; those of other
    /// languages, such as "Von", "Di" and "De", open surnames too.
    private static let joinedOpenings = ["By", "BY", "Por", "Door"]

    /// What follows in "ByAna Roth", or nil.
    private static func withoutJoinedOpening(_ text: String) -> String? {
        guard let first = text.utf8.first, "BPD".utf8.contains(first), text.utf8.contains(0x20) else { return nil }
        for opening in joinedOpenings where text.hasPrefix(opening) {
            let name = text.dropFirst(opening.count)
            let letters = name.prefix(2)
            guard letters.count == 2, letters.first?.isUppercase == true, letters.last?.isLowercase == true else {
                continue
            }
            return String(name)
        }
        return nil
    }

    /// What the first bytes of a text tell of an opening.
    private enum Opening {
        /// There is none.
        case none
        /// One ends at this byte, and a mark or blank follows.
        case ends(Int)
        /// Not all of them are ASCII.
        case unsure
    }

    private static func plainOpening(_ text: UnsafeBufferPointer<UInt8>) -> Opening {
        let start = text.first == UInt8(ascii: "(") ? 1 : 0
        guard start < text.count else { return .none }
        let initial = text[start].lowercasedASCII
        if initial < 0x80, !initials[Int(initial)] { return .none }
        // The mark behind an opening, and what might be joined to it.
        let end = min(text.count, start + longestPlainOpening + 2)
        guard LoneCharacters.areASCII(text[start..<end]) else { return .unsure }
        for opening in plainOpenings[Int(initial)] where start + opening.count < text.count {
            var length = 1
            while length < opening.count, text[start + length].lowercasedASCII == opening[length] { length += 1 }
            guard length == opening.count else { continue }
            let mark = text[start + length]
            if mark == 0x20 || mark == UInt8(ascii: ":") || mark == UInt8(ascii: "/") { return .ends(start + length) }
        }
        return .none
    }

    /// The people in one value: "By A. Smith and B. Jones, Reuters" names two.
    func people(in value: String) -> [Byline] {
        var text = References.decoded(value).folded.composed
        guard text.utf8.count <= 300, !text.holds("://"), !text.hasPrefix("@"), !text.holds("www.") else {
            return []
        }
        text = Self.withoutOpening(text) ?? text
        var people: [Byline] = []
        for piece in Self.pieces(of: text) {
            let (names, role) = titled(piece)
            if names.allSatisfy(isPerson) {
                people += names.map { Byline(name: $0, role: role) }
            } else if let last = people.indices.last, people[last].role == nil, isRole(piece) {
                people[last].role = piece
            }
        }
        return people
    }

    /// The people of a line that is a byline and nothing else, or nil: each part is a person, a role, an agency, the site
    /// or a date. A line without "By" must name only people in `known` (comparable); one with it people of two words.
    func bylines(inLine text: String, known: Set<String> = []) -> [Byline]? {
        guard text.utf8.count <= 120 else { return nil }
        let rest = Self.withoutOpening(text)
        var found = people(in: text)
        // Where a signed report was written is no second author.
        if rest != nil, found.count > 1, let last = found.last, !last.name.contains(" "), Self.isPlace(last.name) {
            found.removeLast()
        }
        guard !found.isEmpty else { return nil }
        let names = Set(found.map(\.name.comparable))
        let isSigned = found.allSatisfy { Self.isWritten($0.name) && $0.name.contains(" ") }
        guard names.isSubset(of: known) || (rest != nil && isSigned) else { return nil }
        let pieces = Self.pieces(of: rest ?? text)
        let isWhole = pieces.indices.allSatisfy { index in
            let piece = pieces[index]
            // "By Ana Roth, Harbour City": where it was written closes the line.
            if index > 0, index == pieces.count - 1, rest != nil, Self.isPlace(piece) { return true }
            let bare = piece.comparable
            return titled(piece).names.allSatisfy { names.contains($0.comparable) } || isRole(piece)
                || Self.agencies.contains(bare) || DateLine.isPart(piece)
                || siteNames.contains { $0.comparable == bare }
        }
        return isWhole ? found : nil
    }

    /// Whether a piece may be a place: one to three words with capitals.
    private static func isPlace(_ piece: String) -> Bool {
        let words = piece.split(separator: " ")
        return (1...3).contains(words.count)
            && words.allSatisfy {
                $0.first?.isUppercase == true && $0.allSatisfy { $0.isLetter || $0 == "-" || $0 == "." }
            }
    }

    /// Whether the words of a name are written as names are: most with a capital, none with a full stop behind a word.
    static func isWritten(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        let capitals = words.count { $0.first?.isUppercase == true || $0.first?.isCased == false }
        return words.first?.first?.isLowercase == false && capitals * 2 > words.count && !name.hasSuffix("…")
            && !(name.hasSuffix(".") && (words.last?.count ?? 0) > 3)
    }

    private static let joints = ByteWords([
        " and ", " und ", " et ", " y ", " e ", " og ", " och ", " en ", " with ", " & ",
    ])

    static func pieces(of text: String) -> [String] {
        let text = joints.replaced(in: text, by: UInt8(ascii: ";"))
        if let pieces = text.utf8.withContiguousStorageIfAvailable(lonePieces) ?? nil { return pieces }
        return text.split { ",;|/／•·⋅、，\n".contains($0) }.map { piece in
            let trimmed = String(piece).folded
            return beforeBracket(withoutOpening(trimmed) ?? trimmed)
        }.filter { !$0.isEmpty }
    }

    /// The pieces of a text whose code points are characters of their own; nil for another.
    private static func lonePieces(of text: UnsafeBufferPointer<UInt8>) -> [String]? {
        guard LoneCharacters.make(text) else { return nil }
        var pieces: [String] = []
        var start = 0
        var index = 0
        while index <= text.count {
            let width = index < text.count ? widthOfMark(text, index) : 1
            guard width > 0 else {
                index += 1
                continue
            }
            if index > start {
                let trimmed = String(decoding: text[start..<index], as: UTF8.self).folded
                let name = beforeBracket(withoutOpening(trimmed) ?? trimmed)
                if !name.isEmpty { pieces.append(name) }
            }
            index += width
            start = index
        }
        return pieces
    }

    /// The bytes of a mark that parts names, 0 for none: `,;|/／•·⋅、，` and line ends.
    private static func widthOfMark(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        switch text[index] {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "/"), 0x0A: return 1
        case 0xC2: return text[index + 1] == 0xB7 ? 2 : 0
        case 0xE2:
            let isMark =
                (text[index + 1], text[index + 2]) == (0x80, 0xA2) || (text[index + 1], text[index + 2]) == (0x8B, 0x85)
            return isMark ? 3 : 0
        case 0xE3: return (text[index + 1], text[index + 2]) == (0x80, 0x81) ? 3 : 0
        case 0xEF: return text[index + 1] == 0xBC && (text[index + 2] == 0x8C || text[index + 2] == 0x8F) ? 3 : 0
        default: return 0
        }
    }

    /// What stands before the first bracket, folded; a bracket amid a name belongs to it: "Ana (Berg) Roth".
    private static func beforeBracket(_ text: String) -> String {
        let bytes = text.utf8
        if bytes.last != UInt8(ascii: ")"), let open = bytes.firstIndex(of: UInt8(ascii: "(")), open > bytes.startIndex,
            let close = bytes[open...].firstIndex(of: UInt8(ascii: ")")), bytes.distance(from: open, to: close) <= 16,
            text[text.index(after: close)...].first == " ",
            text[text.index(after: close)...].dropFirst().first?.isUppercase == true,
            text[text.index(after: open)].isUppercase
        {
            return text.folded
        }
        var end = bytes.startIndex
        while end < bytes.endIndex {
            let byte = bytes[end]
            if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ")") { break }
            if byte == 0xEF, bytes[end...].starts(with: "）".utf8) { break }
            bytes.formIndex(after: &end)
        }
        return end == bytes.endIndex ? text.folded : String(text[..<end]).folded
    }

    func isRole(_ text: String) -> Bool {
        text.count <= 60 && text.comparable.split(separator: " ").contains { Self.roles.contains(String($0)) }
    }

    /// Two to five words, or one of three letters and more, that begin like a name; no site, agency, role or number.
    private func isPerson(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard (1...5).contains(words.count), (3...60).contains(text.count) else { return false }
        guard !text.contains(where: { $0.isNumber || "@:!?\"#_=".contains($0) }) else { return false }
        let bare = text.comparable
        guard !bare.isEmpty, !isRole(text), !Self.agencies.contains(bare) else { return false }
        let squeezed = bare.filter { $0 != " " }
        if persons.contains(bare) { return true }
        guard !siteNames.contains(where: { $0.comparable.filter { $0 != " " } == squeezed }) else { return false }
        return words.contains { $0.first?.isUppercase == true || $0.first?.isCased == false }
    }
}
