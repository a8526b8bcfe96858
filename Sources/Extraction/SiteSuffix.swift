/// Titles such as `Ferry sinks off Crete | The Daily Wave`: their parts, and which of them is the site's name.
enum SiteSuffix {
    /// What parts a title from a site's name, with white space on both sides.
    private static let separators = ["|", "-", "–", "—", "·", "•", "»", "::", ":", "/", "~", "«", "›", ">"]

    /// Bytes of the longest of them.
    private static let longestSeparator = 3

    /// The longest of the parts that separators make, where there are two or more: a title without its suffixes, and
    /// without its prefixes.
    static func parts(of title: String) -> [String] {
        splits(of: title).flatMap { [$0.front, $0.back] }.filter { $0.utf8.count >= 12 }
    }

    /// What stands before and behind each separator of a title, in its order. A word that ends in a colon parts it, too, where
    /// colons are asked for.
    private static func splits(of title: String, atColons: Bool = false) -> [(front: String, back: String)] {
        let words = spaced(title.folded).split(separator: " ", omittingEmptySubsequences: true)
        return words.indices.compactMap { index in
            if isSeparator(words[index]) {
                return (words[..<index].joined(separator: " "), words[(index + 1)...].joined(separator: " "))
            }
            guard atColons, words[index].last == ":" else { return nil }
            return (
                String(words[...index].joined(separator: " ").dropLast()), words[(index + 1)...].joined(separator: " ")
            )
        }
    }

    /// What follows each colon of a title.
    static func behindColons(of title: String) -> [String] {
        guard title.utf8.contains(UInt8(ascii: ":")) else { return [] }
        return splits(of: title, atColons: true).map(\.back)
    }

    /// The last and the first part of a title, each with the rest.
    static func outer(of title: String) -> [(part: String, rest: String)] {
        let splits = splits(of: title, atColons: true)
        guard let first = splits.first, let last = splits.last else { return [] }
        return [(last.back, last.front), (first.front, first.back)]
    }

    /// A title without the names of sections at its end or front, behind bars and their kin: dashes may be a headline's own.
    /// `sections` are comparable. Linear in the title.
    static func withoutSections(_ title: String, _ sections: Set<String>) -> String {
        // Most titles have no bar; looking by bytes is cheap.
        guard title.utf8.contains(UInt8(ascii: "|")) else { return title }
        var title = title
        while let split = splits(of: title).last, sections.contains(split.back.comparable),
            title.hasSuffix("| " + split.back)
        {
            title = split.front
        }
        if let split = splits(of: title).first, sections.contains(split.front.comparable),
            title.hasPrefix(split.front + " |")
        {
            title = split.back
        }
        return title
    }

    private static func isSeparator(_ word: Substring) -> Bool {
        word.utf8.count <= longestSeparator && separators.contains { $0 == word }
    }

    /// A title without the name of its site. The name is known (`og:site_name`, the publisher, the host), or it is what
    /// one separator leaves at the end in at most four words. Linear in the title.
    static func cut(_ title: String, names: [String]) -> String { cut(title, forms: forms(of: names)) }

    /// What a site's names look like at a title's end: in words, in one, by their initials. Comparable.
    static func forms(of names: [String]) -> Set<String> {
        let bare = names.map(\.comparable).filter { !$0.isEmpty }
        return Set(bare.flatMap { [$0, $0.filter { $0 != " " }] + initials(of: $0) })
    }

    /// The same for a site whose names' forms are known.
    static func cut(_ title: String, forms known: Set<String>) -> String {
        let folded = title.folded
        let spaced = spaced(folded)
        let cut = cutParts(spaced, known)
        return cut == spaced ? folded : cut
    }

    /// Bars of full width, and bars without white space around them, part a title as well; so do the strokes that stand
    /// between the parts of Chinese titles.
    private static func spaced(_ title: String) -> String {
        if title.utf8.contains(where: { $0 >= 0xE3 }), title.contains("_") || title.contains("--") {
            return spaced(title.replacing("--", with: "|").replacing("_", with: "|"))
        }
        guard title.contains(where: { $0 == "｜" || $0 == "|" }) else { return title }
        return title.replacing("｜", with: " | ").replacing("|", with: " | ").folded
    }

    private static func cutParts(_ title: String, _ known: Set<String>) -> String {
        var title = title
        // Sections stand between title and site: up to three parts are cut.
        for _ in 0..<3 {
            guard let cut = withoutKnownPart(title, known) else { break }
            title = cut
        }
        return title
    }

    /// "wfa" for the World Future Awards; names of two words have initials that are words as well.
    private static func initials(of name: String) -> [String] {
        let words = name.split(separator: " ")
        return (3...6).contains(words.count) ? [String(words.compactMap(\.first))] : []
    }

    private static func withoutKnownPart(_ title: String, _ known: Set<String>) -> String? {
        let words = title.split(separator: " ")
        guard words.count >= 3 else { return nil }
        for index in words.indices.reversed() where isSeparator(words[index]) && index >= 1 {
            let tail = words[(index + 1)...].joined(separator: " ").comparable
            if isKnown(tail, known) || isMadeOfNames(tail, known) { return words[..<index].joined(separator: " ") }
        }
        for index in words.indices where isSeparator(words[index]) && index + 1 < words.count && index <= 5 {
            let front = words[..<index].joined(separator: " ").comparable
            if isKnown(front, known) { return words[(index + 1)...].joined(separator: " ") }
        }
        return nil
    }

    /// Whether all words of a part are in one name: "Rust Blog" in `blog.rust-lang.org`. Four words are a headline's.
    private static func isMadeOfNames(_ part: String, _ known: Set<String>) -> Bool {
        let words = part.split(separator: " ")
        guard (1...3).contains(words.count), part.utf8.count >= 4, words.allSatisfy({ $0.utf8.count >= 3 }) else {
            return false
        }
        return known.contains { name in words.allSatisfy { name.contains($0) } }
    }

    private static func isKnown(_ part: String, _ known: Set<String>) -> Bool {
        guard !part.isEmpty else { return true }
        let squeezed = part.filter { $0 != " " }
        if known.contains(part) || known.contains(squeezed) { return true }
        return squeezed.count >= 4
            && known.contains { name in
                let bare = name.filter { $0 != " " }
                return bare.count >= 4 && (bare == squeezed || (squeezed.count <= 24 && bare.hasPrefix(squeezed)))
            }
    }
}
