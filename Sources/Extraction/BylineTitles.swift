import Records

extension BylineNames {
    /// The names of a piece of a byline apart from what the people are called, where no mark parts the two: "김민서 기자",
    /// "本报记者 王珺 李喆", "корреспондент Иван Петров", "Ana Roth Staff Writer". Any other piece is one name. Linear.
    func titled(_ piece: String) -> (names: [String], role: String?) {
        // Letters without case have lead bytes from 0xD6 (Hebrew) on; most lines have none, and looking is cheap.
        guard piece.utf8.contains(where: { $0 >= 0xD6 }), piece.first(where: \.isLetter)?.isCased == false else {
            return titledWords(piece)
        }
        let bare = String(
            piece.drop { Self.brackets.contains($0) }.reversed().drop { Self.brackets.contains($0) }.reversed())
        guard bare.count <= Self.longestUncased else { return ([piece], nil) }
        for title in BylineWords.titles {
            guard let range = bare.firstRange(of: title) else { continue }
            let behind = bare[range.upperBound...].drop { Self.marks.contains($0) }
            let before = String(bare[..<range.lowerBound]).folded
            // "新华社记者" alone names nobody.
            if behind.isEmpty {
                return before.isEmpty || Self.agencies.contains(before.comparable) ? ([], nil) : ([before], title)
            }
            return (Self.spaced(String(behind).folded, behind: title), nil)
        }
        if BylineWords.dispatches.contains(where: { bare.hasSuffix($0) }) { return ([], nil) }
        return ([bare.isEmpty ? piece : bare], nil)
    }

    /// What stands around reporters in Chinese papers, and between a title and a name.
    private static let brackets = "【】〔〕[]「」"
    private static let marks = " :：/／"
    /// Characters of such a piece: a paper's name, a title, two names.
    static let longestUncased = 24

    /// The names behind a title. In simplified Chinese a blank parts two of them; a Japanese name has one within.
    private static func spaced(_ text: String, behind title: String) -> [String] {
        let parts = text.split(separator: " ").map(String.init)
        guard title.contains("记"), parts.allSatisfy({ (2...4).contains($0.count) }) else { return [text] }
        return parts
    }

    /// A title before a name, or a role behind it, in scripts that have capitals.
    private func titledWords(_ piece: String) -> (names: [String], role: String?) {
        // Three to eight words; blanks are counted before anything is cut.
        guard (2...16).contains(piece.utf8.lazy.filter({ $0 == 0x20 }).count) else { return ([piece], nil) }
        let words = piece.split(separator: " ").map(String.init)
        guard (3...8).contains(words.count) else { return ([piece], nil) }
        if BylineWords.titles.contains(words[0].lowercased()) {
            let name = words.dropFirst().joined(separator: " ")
            if Self.isBare(name), !isRole(name) { return ([name], words[0]) }
        }
        guard Self.givenNames.contains(words[0].lowercased()), isRole(piece),
            let role = words.firstIndex(where: { isRole($0) || BylineWords.opensRole($0.lowercased()) }),
            (2...3).contains(role)
        else { return ([piece], nil) }
        let name = words[..<role].joined(separator: " ")
        return Self.isBare(name) ? ([name], words[role...].joined(separator: " ")) : ([piece], nil)
    }

    /// Names behind a label amid a line: "2020年7月21日 09:35 来源：青河日报 记者：王珺", "Foto: Bo Ek Text: Ana Roth". Linear.
    static func labelled(in line: String) -> [String] {
        guard line.utf8.contains(0x3A) || line.contains("：") else { return [] }
        let words = line.split(separator: " ")
        return words.indices.dropFirst().compactMap { index in
            guard let colon = words[index].firstIndex(where: { $0 == ":" || $0 == "：" }),
                isOpening(words[index][..<colon])
            else { return nil }
            let own = words[index][words[index].index(after: colon)...]
            let rest = words[(index + 1)...].prefix { !$0.contains(":") && !$0.contains("：") }
            let name = ([own] + rest).filter { !$0.isEmpty }.joined(separator: " ")
            return isBare(name) || name.first?.isCased == false ? name : nil
        }
    }
}
