import Language

/// What a whole document tells of each of its words: how else it is written there, and what stands around it. A name that
/// one sentence leaves open is often plain in another.
struct WordEvidence: OptionSet, Sendable {
    let rawValue: UInt32

    /// Written small somewhere.
    static let small = WordEvidence(rawValue: 1 << 0)
    /// Written with a capital where its place does not ask for one.
    static let proper = WordEvidence(rawValue: 1 << 1)
    /// "Mr." or a title stands before it, or before its run.
    static let titled = WordEvidence(rawValue: 1 << 2)
    /// "said" or its like stands behind its run.
    static let speaks = WordEvidence(rawValue: 1 << 3)
    /// "in", "near" or their like stands before its run.
    static let located = WordEvidence(rawValue: 1 << 4)
    /// "the" stands before its run.
    static let article = WordEvidence(rawValue: 1 << 5)
    /// Ends a run of two to four words that a given name opens.
    static let familyName = WordEvidence(rawValue: 1 << 6)
    /// Opens a run of two to four words and is a given name.
    static let givenName = WordEvidence(rawValue: 1 << 7)
    /// Stands in a run that the word for an organisation ends.
    static let organized = WordEvidence(rawValue: 1 << 8)
    /// Its letters are the initials of a run, or it stands alone in brackets behind one.
    static let acronym = WordEvidence(rawValue: 1 << 9)
    /// A number between commas stands behind its run: an age.
    static let aged = WordEvidence(rawValue: 1 << 10)
    /// A possessive stands behind it.
    static let owner = WordEvidence(rawValue: 1 << 11)
    /// Stands in a run that the word for a place opens or ends.
    static let placed = WordEvidence(rawValue: 1 << 12)
    /// Stands alone in a run.
    static let alone = WordEvidence(rawValue: 1 << 13)
    /// Stands in a run of several words.
    static let accompanied = WordEvidence(rawValue: 1 << 14)
    /// "Inc.", "Ltd." or its like stands in its run.
    static let company = WordEvidence(rawValue: 1 << 15)
    /// The number of flags.
    static let flags = 16
}

/// The evidence for each word of a document, by its hash.
struct DocumentEvidence: Sendable {
    private var ofWord: [UInt64: WordEvidence] = [:]

    private static let speech = WordSet(
        [
            "said", "says", "told", "added", "who", "tweeted", "wrote", "replied", "has", "announced", "warned", "met",
            "believes", "insisted", "argued", "acknowledged", "declined",
        ].map(WordHash.of))
    private static let prepositions = WordSet(
        ["in", "near", "from", "across", "outside", "throughout", "around", "inside", "visit", "visited"].map(
            WordHash.of)
    )
    private static let companies = WordSet(
        ["inc", "inc.", "ltd", "ltd.", "corp", "corp.", "plc", "llc", "co.", "ag", "gmbh", "s.a.", "holdings", "group"]
            .map(WordHash.of))

    /// Gathers the evidence of a document. Linear in its tokens.
    init(_ reading: Reading, _ runs: NameRuns) {
        let text = reading.text
        ofWord.reserveCapacity(text.count / 4)
        var initials: Set<UInt64> = []
        // Nobody asks for a word that is never written as names are; a bit tells nearly all such words.
        var bits = [Bool](repeating: false, count: 1024)
        for token in 0..<text.count where text.flags[token].contains(.capital) || runs.runOfToken[token] >= 0 {
            bits[Int(truncatingIfNeeded: text.hashes[token] & 1023)] = true
        }
        for token in 0..<text.count where text.kinds[token] == .word && !text.flags[token].contains(.capital) {
            let hash = text.hashes[token]
            if bits[Int(truncatingIfNeeded: hash & 1023)] { ofWord[hash, default: []].insert(.small) }
        }
        // What surrounds a word in a headline is read as it stands there; it is no evidence for the rest of the text.
        for run in runs.runs where !runs.capitals.isHeadline[Int(text.sentenceOfToken[run.lowerBound])] {
            let shared = Self.shared(run, in: reading)
            for token in run where text.kinds[token] == .word {
                ofWord[text.hashes[token], default: []].formUnion(shared.union(Self.own(token, run, in: reading)))
            }
            if run.count > 1 { initials.formUnion(Self.initials(of: run, in: reading)) }
        }
        for hash in initials where ofWord[hash] != nil { ofWord[hash]?.insert(.acronym) }
    }

    /// What the document tells of a word.
    subscript(hash: UInt64) -> WordEvidence { ofWord[hash] ?? [] }

    /// What a run's surroundings and parts say of all its words.
    private static func shared(_ run: Range<Int>, in reading: Reading) -> WordEvidence {
        let text = reading.text
        let sentence = text.sentence(of: run.lowerBound)
        var found: WordEvidence = run.count > 1 ? .accompanied : .alone
        if run.lowerBound > sentence.lowerBound {
            let before = run.lowerBound - 1
            if reading.clues[before].contains(.honorific) || NameFinder.roles.value(of: text.hashes[before]) != nil {
                found.insert(.titled)
            }
            if prepositions.contains(text.hashes[before]) { found.insert(.located) }
            if text.hashes[before] == NameFinder.the { found.insert(.article) }
        }
        let next = run.upperBound
        if next < sentence.upperBound {
            let isComma = text.kinds[next] == .comma && next + 1 < sentence.upperBound
            if speech.contains(text.hashes[isComma ? next + 1 : next]) { found.insert(.speaks) }
            if isComma, next + 2 < sentence.upperBound, text.kinds[next + 1] == .number, text.kinds[next + 2] == .comma
            {
                found.insert(.aged)
            }
        }
        if reading.clues[run.upperBound - 1].contains(.organizationHead) { found.insert(.organized) }
        let edges = reading.clues[run.upperBound - 1].union(reading.clues[run.lowerBound])
        if run.count > 1, edges.contains(.placeHead) { found.insert(.placed) }
        if run.contains(where: { companies.contains(text.hashes[$0]) }) { found.insert(.company) }
        return found
    }

    /// What a word's place in its run says of it.
    private static func own(_ token: Int, _ run: Range<Int>, in reading: Reading) -> WordEvidence {
        let text = reading.text
        var found: WordEvidence = []
        if !reading.opensClause(token) { found.insert(.proper) }
        if token + 1 < text.count, text.kinds[token + 1] == .possessive { found.insert(.owner) }
        if run.contains(token - 1), reading.clues[token - 1].contains(.honorific) { found.insert(.titled) }
        if (2...4).contains(run.count), reading.clues[run.lowerBound].contains(.given) {
            if token == run.upperBound - 1 { found.insert(.familyName) }
            if token == run.lowerBound { found.insert(.givenName) }
        }
        let isBracketed =
            run.count == 1 && token > 1 && token + 1 < text.count && text.kinds[token - 1] == .open
            && text.kinds[token + 1] == .close && text.flags[token].contains(.allCaps)
        if isBracketed, text.isCapitalised(token - 2) { found.insert(.acronym) }
        return found
    }

    /// The most words of a run of which initials are taken; longer acronyms are rare.
    private static let longestAcronym = 8

    /// The hashes of a run's initials, with and without the run's first word.
    private static func initials(of run: Range<Int>, in reading: Reading) -> [UInt64] {
        let text = reading.text
        let words = run.filter { text.kinds[$0] == .word }
        guard (2...longestAcronym).contains(words.count) else { return [] }
        let letters = words.map { text.firstByte($0) }
        return [letters, Array(letters.dropFirst())].filter { $0.count > 1 }.map { WordHash.of($0, 0..<$0.count) }
    }
}
