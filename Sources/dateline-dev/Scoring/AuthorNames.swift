/// Author names as a set for comparison: "By", credentials, accents and punctuation dropped.
enum AuthorNames {
    private static let prefixes = ["words by", "written by", "posted by", "by"].map { Array($0.unicodeScalars) }

    /// The normalised names of some bylines, each of which may hold several.
    static func normalised(_ bylines: [String]) -> Set<[Unicode.Scalar]> {
        var names: Set<[Unicode.Scalar]> = []
        for byline in bylines {
            for part in parts(of: withoutPrefix(Codepoints(byline).spaceFolded.trimmed)) {
                let name = Codepoints(trimmed(part))
                guard !name.isEmpty, !isCredential(name.scalars) else { continue }
                let folded = fold(name)
                if !folded.isEmpty { names.insert(folded.scalars) }
            }
        }
        return names
    }

    /// Without "By" and its like, which a colon or a space has to follow.
    private static func withoutPrefix(_ byline: Codepoints) -> Codepoints {
        for prefix in prefixes {
            var end = prefix.count
            guard end < byline.count, byline.scalars[..<end].lazy.map(\.asciiLowercased).elementsEqual(prefix),
                byline.scalars[end] == ":" || byline.scalars[end] == " "
            else { continue }
            end += 1
            while end < byline.count, byline.scalars[end].isSpace { end += 1 }
            return Codepoints(Array(byline.scalars[end...]))
        }
        return byline
    }

    /// The stretches between separators: `;` `,` `|` `&` and the word "and".
    private static func parts(of byline: Codepoints) -> [ArraySlice<Unicode.Scalar>] {
        let scalars = byline.scalars
        let and = Array("and".unicodeScalars)
        var parts: [ArraySlice<Unicode.Scalar>] = []
        var start = 0
        var index = 0
        while index < scalars.count {
            var width = 0
            if [";", ",", "|", "&"].contains(scalars[index]) {
                width = 1
            } else if scalars[index] == "a", scalars[index...].starts(with: and),
                index == 0 || !scalars[index - 1].isWord,
                index + 3 == scalars.count || !scalars[index + 3].isWord
            {
                width = 3
            }
            if width > 0 {
                parts.append(scalars[start..<index])
                start = index + width
            }
            index += max(width, 1)
        }
        parts.append(scalars[start...])
        return parts
    }

    private static func trimmed(_ part: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        let edge: Set<Unicode.Scalar> = [" ", ".", ",", "-"]
        var part = part
        while let first = part.first, edge.contains(first) { part.removeFirst() }
        while let last = part.last, edge.contains(last) { part.removeLast() }
        return Array(part)
    }

    private static func fold(_ name: Codepoints) -> Codepoints {
        let bare = name.decomposed.scalars.filter { $0.properties.canonicalCombiningClass == .notReordered }
        let spaced = Codepoints(bare).caseFolded.scalars.map { [".", "/", "_"].contains($0) ? " " : $0 }
        return Codepoints(spaced.filter { $0.isWord || $0 == " " }).spaceFolded.trimmed
    }

    /// Whether a stretch is a degree or a suffix ("M.D.", "PhD", "CFA®", "ISO 9001", "Jr.") and no name.
    static func isCredential(_ text: [Unicode.Scalar]) -> Bool {
        let marked = text.last == "®" ? text.dropLast() : text[...]
        if isInitials(marked) { return true }
        if (2...6).contains(marked.count), marked.allSatisfy({ $0.isCapital || $0 == "." || $0 == "-" }) { return true }
        let string = String(String.UnicodeScalarView(text))
        if ["PhD", "Ph.D", "PhD.", "Ph.D.", "MD", "M.D", "MD.", "M.D.", "Jr", "Jr.", "Sr", "Sr."].contains(string) {
            return true
        }
        guard let space = text.firstIndex(where: \.isSpace), (2...6).contains(space) else { return false }
        return text[..<space].allSatisfy { $0.isCapital || $0 == "-" } && space + 1 < text.count
            && text[(space + 1)...].allSatisfy { $0.properties.generalCategory == .decimalNumber }
    }

    /// A capital, up to two letters, then at least one capital, with full stops where they like.
    private static func isInitials(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard text.first?.isCapital == true else { return false }
        let rest = text.dropFirst()
        for letters in 0...2 where rest.prefix(letters).count == letters && rest.prefix(letters).allSatisfy(\.isLetter)
        {
            let tail = rest.dropFirst(letters)
            if isDottedCapitals(tail) || (tail.first == "." && isDottedCapitals(tail.dropFirst())) { return true }
        }
        return false
    }

    /// One or more capitals, each with or without a full stop.
    private static func isDottedCapitals(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard text.first?.isCapital == true else { return false }
        var dotted = false
        for scalar in text {
            if scalar.isCapital {
                dotted = false
            } else if scalar == ".", !dotted {
                dotted = true
            } else {
                return false
            }
        }
        return true
    }
}

extension Unicode.Scalar {
    fileprivate var isCapital: Bool { ("A"..."Z").contains(self) }
    fileprivate var isLetter: Bool { isCapital || ("a"..."z").contains(self) }
}
