import Language
import Records

extension NameFinder {
    /// Takes a name no list knows, up to where a title, a nationality or a known longer name begins.
    mutating func newName(at start: Int, in run: Range<Int>, title: Range<Int>?) -> Int {
        var end = start + 1
        while end < run.upperBound, !beginsAnother(at: end, from: start, in: run) { end += 1 }
        var tokens = start..<end
        while let last = tokens.last, text.kinds[last] == .word, !text.flags[last].contains(.capital) {
            tokens = tokens.dropLast()
        }
        guard !tokens.isEmpty else { return end }
        let (type, weight, placeKind) = typed(tokens, title: title)
        guard weight >= 0 else { return end }
        add(tokens, type, weight)
        if placeKind != nil { mentions[mentions.count - 1].placeKind = placeKind }
        return end
    }

    private func beginsAnother(at token: Int, from start: Int, in run: Range<Int>) -> Bool {
        guard text.kinds[token] == .word, text.kinds[token - 1] == .word else { return false }
        let clue = reading.clues[token]
        if let known = gazetteer.match(in: text, at: token, limit: run.upperBound), known.length > 1 {
            // "New | Democratic Party" is one name; "Reuters | United Nations" would be two.
            return gazetteer.entries[known.entry].type != .organization
                || reading.clues[token - 1].contains(.organizationHead)
        }
        guard let role = Self.roles.longestMatch(in: text, at: token, limit: run.upperBound) else { return false }
        // "Bank President Christine …" begins a title; "Attorney General" and "Larry King" do not.
        let after = token + role.length
        guard clue.isDisjoint(with: [.family, .organizationHead]) else { return false }
        return after < run.upperBound ? true : role.length > 1 || reading.clues[token - 1].contains(.organizationHead)
    }

    /// The type of a new name by its own words and its neighbours. A weight below zero drops it.
    private func typed(_ tokens: Range<Int>, title: Range<Int>?) -> (Entity.Kind?, Int, String?) {
        let first = tokens.lowerBound
        let last = tokens.upperBound - 1
        let lastClue = reading.clues[last]
        let hasTitle = title != nil
        if tokens.count == 1, lastClue.contains(.noName) || text.flags[first].isSuperset(of: [.allCaps, .digit]) {
            return (nil, -1, nil)
        }
        if reading.clues[first].contains(.eventHead), tokens.count > 1, Self.eventKinds[text.hashes[first]] == .event {
            return (.event, 2, nil)
        }
        if hasTitle, lastClue.isDisjoint(with: [.organizationHead]) || isPersonal(title) && tokens.count <= 3 {
            return (.person, 4, nil)
        }
        if let headed = typedByHead(tokens) { return headed }
        if reading.clues[first].contains(.given), tokens.count > 1 { return (.person, 3, nil) }
        if tokens.contains(where: { text.flags[$0].contains(.initial) }), tokens.count > 1 { return (.person, 3, nil) }
        if tokens.count > 1, lastClue.contains(.family), !reading.clues[first].contains(.common) {
            return (.person, 2, nil)
        }
        let isParticled = tokens.dropFirst().contains {
            reading.clues[$0].contains(.particle) && !text.flags[$0].contains(.capital)
        }
        if isParticled { return (.person, 2, nil) }
        if text.flags[first].contains(.allCaps), tokens.count == 1 { return (.organization, 1, nil) }
        if let near = typedByNeighbours(tokens) { return near }
        return typedByLength(tokens)
    }

    private func typedByHead(_ tokens: Range<Int>) -> (Entity.Kind?, Int, String?)? {
        let last = tokens.upperBound - 1
        let of = tokens.first { text.hashes[$0] == Self.of || text.hashes[$0] == Self.for }
        for head in [last, (of ?? tokens.lowerBound) - 1] where tokens.contains(head) {
            let clue = reading.clues[head]
            guard clue.isDisjoint(with: [.family, .given]) || tokens.count > 2 else { continue }
            if clue.contains(.organizationHead), tokens.count > 1 { return (.organization, 3, nil) }
            if clue.contains(.placeHead), tokens.count > 1 {
                return (.place, 2, Self.placeKinds[text.hashes[head]] ?? "facility")
            }
            if clue.contains(.eventHead), tokens.count > 1 {
                return (Self.eventKinds[text.hashes[head]] ?? .event, 2, nil)
            }
        }
        let opensPlace = tokens.count > 1 && reading.clues[tokens.lowerBound].contains(.placeHead)
        if opensPlace, let kind = Self.placeKinds[text.hashes[tokens.lowerBound]], kind == "water" || kind == "mountain"
        {
            return (.place, 2, kind)
        }
        return nil
    }

    private static let placePrepositions = WordSet(
        ["in", "near", "at", "from", "across", "outside", "throughout"].map(WordHash.of))
    private static let speech = WordSet(
        ["said", "says", "told", "added", "who", "tweeted", "wrote", "replied"].map(WordHash.of))

    private func typedByNeighbours(_ tokens: Range<Int>) -> (Entity.Kind?, Int, String?)? {
        let sentence = text.sentence(of: tokens.lowerBound)
        let next = tokens.upperBound
        if next + 2 < sentence.upperBound, text.kinds[next] == .comma, text.kinds[next + 1] == .number,
            text.kinds[next + 2] == .comma || text.kinds[next + 2] == .terminator
        {
            return (.person, 2, nil)
        }
        var after = next
        if after < sentence.upperBound, text.kinds[after] == .comma { after += 1 }
        if after < sentence.upperBound, Self.speech.contains(text.hashes[after]) {
            return tokens.count <= 3 ? (.person, 2, nil) : nil
        }
        guard tokens.lowerBound > sentence.lowerBound else { return nil }
        let before = text.hashes[tokens.lowerBound - 1]
        if Self.speech.contains(before), tokens.count <= 3 { return (.person, 1, nil) }
        if Self.placePrepositions.contains(before), tokens.count <= 2, text.flags[tokens.lowerBound].contains(.lower) {
            return (.place, 1, nil)
        }
        if before == Self.the, tokens.count > 1 { return (.organization, 1, nil) }
        return nil
    }

    private func typedByLength(_ tokens: Range<Int>) -> (Entity.Kind?, Int, String?) {
        let words = tokens.filter { text.kinds[$0] == .word }
        let common = words.filter { reading.clues[$0].contains(.common) }.count
        if common == words.count {
            // Common words in capitals: a programme, a nickname, or emphasis; of one word nothing can be said.
            return words.count > 1 && !reading.opensClause(tokens.lowerBound) ? (.work, 0, nil) : (nil, -1, nil)
        }
        if words.count == 1 {
            let clue = reading.clues[tokens.lowerBound]
            if clue.contains(.family) { return (.person, 1, nil) }
            if clue.contains(.given) { return (.person, 1, nil) }
            let token = tokens.lowerBound
            // A word of one letter names nobody; one that only opens a clause, and no other, is no known name either.
            if text.ends[token] - text.starts[token] == 1 || reading.opensClause(token) && !hasOwnCapital(token) {
                return (nil, -1, nil)
            }
            let follows = token > 0 && text.hashes[token - 1] == Self.the && text.flags[token].contains(.spaced)
            return follows ? (.organization, 1, nil) : (nil, 0, nil)
        }
        if words.count <= 3, common == 0 { return (.person, 1, nil) }
        return (.organization, 1, nil)
    }
}
