import Language
import Records

extension RoleFinder {
    private static let places = TitleReader.hashes("to in from")
    private static let once = TitleReader.hashes("once formerly")
    private static let who = WordHash.of("who")
    private static let verbs: [UInt64: String] = {
        var verbs: [UInt64: String] = [:]
        for fields in Tables.list("role-verbs").entries where fields.count > 1 {
            verbs[TokenizedText(fields[0]).phraseHash] = fields[1]
        }
        return verbs
    }()

    /// Loads the tables.
    static func warmUp() { _ = (verbs, appointments) }

    /// Offices in the apposition after a name: "…, the newly appointed Secretary-General of NATO", "…, 45, a
    /// spokeswoman for Greenpeace", "…, who heads Siemens", "… — the founder of X —".
    func after(_ mention: Int) -> [RoleNote] {
        let tokens = cast.mentions[mention].tokens
        let limit = text.sentence(of: tokens.lowerBound).upperBound
        var token = tokens.upperBound
        if token < limit, text.kinds[token] == .open {
            guard let close = closing(token, limit) else { return [] }
            if let inside = notes(from: token + 1, limit: close, passage: tokens.lowerBound, isStrict: true) {
                return inside
            }
            token = close + 1
        }
        guard token + 1 < limit, text.kinds[token] == .comma || text.kinds[token] == .dash else { return [] }
        token = AgeReader(text: text).end(ofAgeAt: token, limit: limit) ?? token
        guard token + 1 < limit, text.kinds[token] == .comma || text.kinds[token] == .dash else { return [] }
        token += 1
        if text.hashes[token] == Self.who { return headed(token, limit, tokens) }
        return notes(from: token, limit: limit, passage: tokens.lowerBound, isStrict: false) ?? []
    }

    private func closing(_ open: Int, _ limit: Int) -> Int? {
        (open..<min(limit, open + Self.reach)).first { text.kinds[$0] == .close }
    }

    /// "who heads Siemens", "who has chaired the board", "who is the mayor of Lagos".
    private func headed(_ who: Int, _ limit: Int, _ tokens: Range<Int>) -> [RoleNote] {
        predicate(from: who + 1, limit: limit, tokens)
    }

    /// "heads Siemens": what follows the verb is what the office belongs to, as if "of" stood there.
    func office(ofVerb verb: Int, limit: Int, _ tokens: Range<Int>) -> [RoleNote]? {
        guard let office = Self.verbs[text.hashes[verb]], let found = owner(afterVerb: verb, limit: limit) else {
            return nil
        }
        return [
            RoleNote(
                title: verb..<(verb + 1), wording: office, owner: found.owner, isFormer: false,
                passage: tokens.lowerBound..<found.end)
        ]
    }

    private func owner(afterVerb verb: Int, limit: Int) -> (owner: RoleNote.Owner?, end: Int)? {
        var start = verb + 1
        if start < limit, text.hashes[start] == Self.the { start += 1 }
        guard start < limit else { return nil }
        if let mention = cast.mention(at: start) {
            return owner(mention).map { ($0, cast.mentions[mention].tokens.upperBound) }
        }
        guard start > verb + 1 else { return nil }
        // "heads the regional administration": two words in small letters may stand between.
        for noun in start..<min(limit, start + 3) {
            if let match = OrganizationNouns.shared.match(in: text, at: noun, limit: limit) {
                let end = noun + match.length
                return (.words((verb + 1)..<end), end)
            }
            guard text.kinds[noun] == .word, !text.isCapitalised(noun), cast.mention(at: noun) == nil else { break }
        }
        return nil
    }

    /// The offices of a noun phrase that begins at a token; nil where it names none. A strict phrase has its title
    /// right after articles, nationalities and words such as "former".
    func notes(from start: Int, limit: Int, passage: Int, isStrict: Bool) -> [RoleNote]? {
        var token = start
        var isFormer = false
        var isOnce = false
        var owner: RoleNote.Owner?
        let bound = min(limit, start + (isStrict ? 5 : Self.reach))
        while token < bound {
            if !isPerson(at: token),
                cast.mention(at: token) == nil || !text.isCapitalised(token) || isStrictTitle(token),
                let title = titles.title(at: token, limit: limit, takesOccupations: true),
                !titles.isHonorific(title, cast.reading.clues)
            {
                // In "the former president's lawyer" the office is the second one, and nothing is said to be past of
                // it.
                if title.upperBound < limit, text.kinds[title.upperBound] == .possessive {
                    isFormer = isOnce
                    token = title.upperBound + 1
                    continue
                }
                return coordinated(
                    title, limit: limit,
                    RoleNote(title: title, owner: owner, isFormer: isFormer, passage: passage..<title.upperBound))
            }
            if let mention = cast.mention(at: token) {
                guard !isPerson(at: token) else { return nil }
                owner = self.owner(mention) ?? owner
                token = cast.mentions[mention].tokens.upperBound
                continue
            }
            guard
                text.kinds[token] == .word || text.kinds[token] == .hyphen || text.kinds[token] == .possessive
                    || text.kinds[token] == .number
                    || text.kinds[token] == .quote && text.flags[token].contains(.spaceAfter)
            else { return nil }
            if Self.former.contains(text.hashes[token]) { isFormer = true }
            if Self.once.contains(text.hashes[token]) { isOnce = true }
            if Self.stops.contains(text.hashes[token]) || isStrict && !mayPrecedeTitle(token) { return nil }
            if let noun = OrganizationNouns.shared.match(in: text, at: token, limit: bound),
                token + noun.length < bound, text.kinds[token + noun.length] == .possessive
            {
                let front = token > start && Self.articles.contains(text.hashes[token - 1]) ? token - 1 : token
                owner = .words(front..<(token + noun.length))
            }
            token += 1
        }
        return nil
    }

    /// Whether a capitalised word that a name's mention covers is a title all the same ("Chairman").
    private func isStrictTitle(_ token: Int) -> Bool {
        cast.mention(at: token).map {
            cast.mentions[$0].tokens.lowerBound == token && cast.mentions[$0].tokens.count == 1
        }
            ?? true
    }

    private static let lightWords = ClauseWords.words(.light)

    private func mayPrecedeTitle(_ token: Int) -> Bool {
        text.kinds[token] != .word || Self.lightWords.contains(text.hashes[token])
            || Self.former.contains(text.hashes[token])
    }

    /// Titles joined by "and" and commas, each with what it is of; a title that a person's name follows is that
    /// person's.
    private func coordinated(_ first: Range<Int>, limit: Int, _ draft: RoleNote) -> [RoleNote]? {
        var notes: [RoleNote] = []
        var note = draft
        var open = 0
        while notes.count < Self.mostInOne {
            let end = note.title.upperBound
            if end < limit, isPerson(at: end), text.kinds[end] == .word { return notes.isEmpty ? nil : notes }
            var next = end
            // "The UN envoy to Cyprus" is the UN's.
            let isSent = note.owner != nil && end < limit && Self.places.contains(text.hashes[end])
            let found = isSent ? nil : owner(after: end, limit: limit)
            if let found {
                next = found.end
                note.owner = found.owner
                note.passage = note.passage.lowerBound..<found.end
                for index in open..<notes.count where notes[index].owner == nil { notes[index].owner = found.owner }
                open = notes.count
            }
            notes.append(note)
            guard let following = followingTitle(from: next, limit: limit) else { break }
            note = RoleNote(
                title: following.title, owner: found == nil ? note.owner : following.owner,
                isFormer: following.isFormer || note.isFormer && !following.hasArticle,
                passage: draft.passage.lowerBound..<following.title.upperBound)
        }
        return notes
    }

    /// The next title after "and", a comma, or both.
    private func followingTitle(
        from start: Int, limit: Int
    ) -> (title: Range<Int>, owner: RoleNote.Owner?, isFormer: Bool, hasArticle: Bool)? {
        var token = start
        var isJoined = false
        while token < limit, token - start < 2,
            text.kinds[token] == .comma || text.hashes[token] == Self.and || text.hashes[token] == Self.ampersand
                || text.kinds[token] == .symbol && text.firstByte(token) == UInt8(ascii: "/")
        {
            isJoined = isJoined || text.kinds[token] != .comma
            token += 1
        }
        guard token > start, token < limit else { return nil }
        var isFormer = false
        var hasArticle = false
        var owner: RoleNote.Owner?
        let bound = min(limit, token + 4)
        while token < bound {
            if let title = titles.title(at: token, limit: limit, takesOccupations: true), !isPerson(at: token) {
                let isPersons = title.upperBound < limit && isPerson(at: title.upperBound)
                return isPersons || !isJoined && !hasArticle && !isFormer ? nil : (title, owner, isFormer, hasArticle)
            }
            if let mention = cast.mention(at: token) {
                guard !isPerson(at: token), let found = self.owner(mention) else { return nil }
                owner = found
                token = cast.mentions[mention].tokens.upperBound
                if token < bound, text.kinds[token] == .possessive { token += 1 }
                continue
            }
            if Self.articles.contains(text.hashes[token]) || Self.possessives.contains(text.hashes[token]) {
                hasArticle = true
            } else if Self.former.contains(text.hashes[token]) {
                isFormer = true
            } else if text.kinds[token] != .hyphen, !mayPrecedeTitle(token) {
                return nil
            }
            token += 1
        }
        return nil
    }
}
