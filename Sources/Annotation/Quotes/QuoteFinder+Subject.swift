import Language

/// Whom a sentence is about, where a quotation has no subject of its own.
extension QuoteFinder {
    private static let people = Lexicon(
        words: Tables.list("roles").words + Tables.list("person-nouns").words + ["campaign", "team", "office", "camp"])

    /// Loads the tables.
    static func warmUp() { _ = people }

    /// Whom a sentence is about: who opens its main clause, else the first person it names, else the first organisation.
    func firstSubject(of clause: Range<Int>) -> Range<Int>? {
        if let subject = mainSubject(of: clause) { return subject }
        var organization: Range<Int>?
        for mention in cast.mentions(in: clause) {
            let tokens = cast.mentions[mention].tokens
            switch cast.members[cast.memberOfMention[mention]].type {
            case .person: return tokens
            case .organization:
                let isBracketed = tokens.lowerBound > 0 && text.kinds[tokens.lowerBound - 1] == .open
                if organization == nil, !isBracketed { organization = tokens }
            default: break
            }
        }
        return organization
    }

    /// The pronoun or name that opens the sentence, or what follows a fronted clause and its comma.
    private func mainSubject(of clause: Range<Int>) -> Range<Int>? {
        var start = clause.lowerBound
        while start < clause.upperBound, start - clause.lowerBound < 2 * Self.reach {
            if SpeechWords.subjectPronouns.contains(text.hashes[start]) { return start..<(start + 1) }
            var token = start
            while token < min(clause.upperBound, start + 5), text.kinds[token] == .word,
                !SpeechWords.adverbialOpeners.contains(text.hashes[token]),
                !SpeechWords.phraseCutters.contains(text.hashes[token])
            {
                if let subject = speakingName(at: token, clause) { return subject }
                token += 1
            }
            guard let comma = (start..<clause.upperBound).first(where: { text.kinds[$0] == .comma }) else { return nil }
            start = comma + 1
        }
        return nil
    }

    /// The person or organisation named at a token, unless the name only owns what follows; "Siemens chief executive Roland
    /// Busch" is Busch, and "a Siemens official" the official.
    private func speakingName(at token: Int, _ clause: Range<Int>) -> Range<Int>? {
        guard let mention = cast.mention(at: token) else { return bearer(from: token, clause) }
        let tokens = cast.mentions[mention].tokens
        let type = cast.members[cast.memberOfMention[mention]].type
        if let bearer = bearer(from: tokens.upperBound, clause) {
            let isNamed = cast.mention(at: bearer.upperBound - 1) != nil
            return isNamed ? bearer : tokens.lowerBound..<bearer.upperBound
        }
        guard type == .person || type == .organization, tokens.upperBound < clause.upperBound,
            text.kinds[tokens.upperBound] != .possessive
        else { return nil }
        return tokens
    }

    /// Who is told by an office or a noun for people that stands within a few plain words: "campaign spokesman Brian
    /// Fallon", "right-hand woman", "the retired neurosurgeon".
    private func bearer(from token: Int, _ clause: Range<Int>) -> Range<Int>? {
        var next = token
        var end: Int?
        while next < min(clause.upperBound, token + 5) {
            if let mention = cast.mention(at: next) {
                let isPerson = cast.members[cast.memberOfMention[mention]].type == .person
                if isPerson, end == next { return cast.mentions[mention].tokens }
                break
            }
            let kind = text.kinds[next]
            guard kind == .word || kind == .possessive || kind == .hyphen else { break }
            if kind == .word, phrases.isHelper(next) || isVerb(next, clause.upperBound) { break }
            if Self.people.contains(text.hashes[next]) { end = next + 1 }
            next += 1
        }
        return end.map { token..<$0 }
    }

    private func isVerb(_ token: Int, _ limit: Int) -> Bool {
        SpeechWords.adverbialOpeners.contains(text.hashes[token])
            || CueTable.shared.match(in: text, at: token, limit: limit) != nil
    }
}
