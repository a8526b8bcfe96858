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
        switch next.type {
        case .place:
            return name.tokens.count > 1 && text.hashes[end] == Self.of
                && reading.clues[end - 1].contains(.organizationHead)
        case .organization:
            return Self.ties.contains(text.hashes[end]) && Self.closing.contains(text.hashes[end - 1])
                && entry(of: next.tokens) == nil
        default: return false
        }
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

    /// A place's name parted at its commas ("Latakia, Syria"), an organisation's at an "and" before which one is complete, and
    /// behind which another stands.
    private func parted(_ name: NameTagger.Name) -> [NameTagger.Name] {
        if name.type == .place {
            return name.tokens.split { text.kinds[$0] == .comma }.compactMap { part in
                guard let first = part.first, let last = part.last else { return nil }
                return NameTagger.Name(tokens: first..<(last + 1), type: .place)
            }
        }
        guard name.type == .organization, name.tokens.count > 4 else { return [name] }
        for token in name.tokens.dropFirst(2).dropLast(2) where text.hashes[token] == Self.and {
            let behind = (token + 1)..<name.tokens.upperBound
            guard Self.closing.contains(text.hashes[token - 1]),
                behind.contains(where: { reading.clues[$0].contains(.organizationHead) })
            else { continue }
            let before = NameTagger.Name(tokens: name.tokens.lowerBound..<token, type: .organization)
            return [before] + parted(NameTagger.Name(tokens: behind, type: .organization))
        }
        return [name]
    }
}
