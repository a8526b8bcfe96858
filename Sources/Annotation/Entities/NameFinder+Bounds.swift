import Language

extension NameFinder {
    /// The tagger's names with the bounds of organisations and places put right: "[Communist Party] of [China]" is one, "[Liberal Party and
    /// Bank of Norland]" are two. Linear in the names and their tokens.
    func bounded(_ names: [NameTagger.Name]) -> [NameTagger.Name] {
        var kept: [NameTagger.Name] = []
        for name in names {
            if let last = kept.last, goesOn(last, with: name) {
                kept[kept.count - 1].tokens = last.tokens.lowerBound..<name.tokens.upperBound
                continue
            }
            kept += parted(name)
        }
        return kept
    }

    /// Whether an organisation's name goes on in the next name: in a place behind "of" where its last word is that for an
    /// organisation, in an organisation that no list knows behind "of", "for" or "on".
    private func goesOn(_ name: NameTagger.Name, with next: NameTagger.Name) -> Bool {
        let (end, start) = (name.tokens.upperBound, next.tokens.lowerBound)
        guard name.type == .organization, end < start, start - end <= 2, text.sentence(of: start).contains(end),
            start - end == 1 || text.hashes[end + 1] == Self.the
        else { return false }
        if text.hashes[end] == Self.and, isPaired(name, next) { return true }
        switch next.type {
        case .place:
            return name.tokens.count > 1 && text.hashes[end] == Self.of
                && reading.clues[end - 1].contains(.organizationHead)
        case .organization:
            // "Left the [Liberal Party] for the [Parti Québécois]": what one has before "for" is one thing only if it is for something.
            let hasAims = text.hashes[end] != Self.for || !Self.seldomFor.contains(text.hashes[end - 1])
            return Self.ties.contains(text.hashes[end]) && Self.closing.contains(text.hashes[end - 1]) && hasAims
                && entry(of: next.tokens) == nil
        default: return false
        }
    }

    /// Whether the words before and behind "and" are the first two of one name: "[Justice] and [Equality Movement]", but not
    /// "[Congress] and [Justice Department]", the first of which is a name by itself.
    private func isPaired(_ name: NameTagger.Name, _ next: NameTagger.Name) -> Bool {
        next.type == .organization && name.tokens.count == 1 && next.tokens.count > 1
            && isWord(name.tokens.lowerBound) && isWord(next.tokens.lowerBound)
            && reading.clues[next.tokens.upperBound - 1].contains(.organizationHead)
            && entry(of: name.tokens) == nil && entry(of: next.tokens) == nil
    }

    /// Whether the language writes a word small.
    func isWord(_ token: Int) -> Bool {
        let traits = WordClasses.shared[text.hashes[token]]
        return traits.bits != 0 && traits.capital < TrueCapitals.mostlyCapital
    }

    private static let ties = Set(["of", "for", "on"].map(WordHash.of))

    /// Words that complete an organisation's name; others for organisations, "Securities" or "Energy", may stand amid one.
    private static let closing = Set(
        [
            "alliance", "association", "bank", "club", "committee", "congress", "corp", "corp.", "corporation",
            "council",
            "court", "federation", "foundation", "front", "inc", "inc.", "institute", "league", "ltd", "ltd.",
            "movement",
            "museum", "parliament", "party", "trust", "union", "university",
        ].map(WordHash.of))

    private static let seldomFor = Set(["bank", "club", "congress", "parliament", "party", "union"].map(WordHash.of))

    /// A place's name parted at its commas ("Latakia, Syria"), an organisation's at an "and" before which one is complete, and
    /// behind which another stands.
    private func parted(_ name: NameTagger.Name) -> [NameTagger.Name] {
        if name.type == .place {
            return name.tokens.split { text.kinds[$0] == .comma }.compactMap { part in
                guard let first = part.first, let last = part.last else { return nil }
                var part = name
                part.tokens = first..<(last + 1)
                return part
            }
        }
        if name.type == .person, name.tokens.count > 2 {
            // A table of results runs on: "[Wasim Akram] 31 [A. Stewart]".
            let parts = name.tokens.split { text.kinds[$0] == .number }
            guard parts.count > 1 else { return [name] }
            return parts.map {
                NameTagger.Name(tokens: ($0.first ?? 0)..<(($0.last ?? 0) + 1), type: .person)
            }
        }
        guard name.type == .organization, name.tokens.count > 4 else { return [name] }
        for token in name.tokens.dropFirst(2).dropLast(2) where text.hashes[token] == Self.and {
            let behind = (token + 1)..<name.tokens.upperBound
            guard Self.closing.contains(text.hashes[token - 1]),
                behind.contains(where: { reading.clues[$0].contains(.organizationHead) })
            else { continue }
            let before = NameTagger.Name(
                tokens: name.tokens.lowerBound..<token, type: .organization)
            return [before] + parted(NameTagger.Name(tokens: behind, type: .organization))
        }
        return [name]
    }
}
