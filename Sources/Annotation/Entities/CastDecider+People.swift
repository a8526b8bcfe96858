import Language
import Records

extension CastDecider {
    /// Makes names one that differ in accents and hyphens alone: "Jose Nunez" and "José Núñez". Linear in the names.
    mutating func joinSpellings() {
        guard mentions.contains(where: { $0.tokens.contains { text.flags[$0].contains(.wide) } }) else { return }
        var known: [UInt64: UInt64] = [:]
        for index in mentions.indices where mentions[index].type != .group {
            let spelling = NameSpelling.folded(text.string(tokens: mentions[index].tokens))
            let own = canonical(keys[index])
            if let key = known[spelling] { join(own, with: key) } else { known[spelling] = own }
        }
    }

    /// Notes a person named in full, and joins other forms of the full name.
    mutating func register(person index: Int, _ key: UInt64) {
        let tokens = mentions[index].tokens
        guard !isFamilyForm(tokens) else { return }
        let words = PersonNames.words(of: tokens, in: reading)
        let given = Gender.ofGiven(text.string(at: tokens.lowerBound))
        join(key, with: people.add(key, words, hint(before: tokens), given: given))
    }

    private static let ministers = TitleReader.hashes("minister secretary undersecretary commissioner")

    /// Whether a name is the front of a title that goes on after it; that of a minister with a capital, if asked: "[Defense] Minister",
    /// but not "[Labour] MP".
    func isPartOfTitle(_ tokens: Range<Int>, writtenLarge: Bool = false) -> Bool {
        guard tokens.count == 1, reading.clues[tokens.lowerBound].isDisjoint(with: [.given, .family]),
            let title = TitleReader(text: text).title(at: tokens.lowerBound, limit: text.count)
        else { return false }
        return title.upperBound > tokens.upperBound
            && text.sentence(of: tokens.lowerBound).upperBound >= title.upperBound
            && (!writtenLarge
                || text.isCapitalised(title.upperBound - 1)
                    && Self.ministers.contains(text.hashes[title.upperBound - 1]))
    }

    /// Whether a name is nothing but a title: "Foreign Secretary", "President". Nobody's of the family names that the text has in
    /// full; of one that some people bear as a name only behind an article: "the [King]".
    func isTitle(_ tokens: Range<Int>, besides families: Set<UInt64>) -> Bool {
        let last = tokens.upperBound - 1
        guard !families.contains(text.hashes[last]), !reading.clues[tokens.lowerBound].contains(.given),
            TitleReader(text: text).title(at: tokens.lowerBound, limit: tokens.upperBound) == tokens
        else { return false }
        guard tokens.count == 1, reading.clues[last].contains(.family) else { return true }
        let before = tokens.lowerBound - 1
        return before >= 0 && text.hashes[before] == NameFinder.the
    }

    /// Leaves the titles out of people's names ("[Pope] Francis"), and takes for a person what is a title and then a
    /// name no word of which is common ("Captain Nikos Stavrou" is no organisation).
    mutating func trimTitles() {
        guard reading.isEnglish else { return }
        let titles = TitleReader(text: text)
        for index in mentions.indices {
            let tokens = mentions[index].tokens
            guard tokens.count > 1, mentions[index].type == .person || mentions[index].type == .organization,
                mentions[index].entry == nil, !reading.clues[tokens.lowerBound].contains(.given),
                let title = titles.title(at: tokens.lowerBound, limit: tokens.upperBound),
                title.upperBound < tokens.upperBound, text.isCapitalised(title.upperBound)
            else { continue }
            let name = title.upperBound..<tokens.upperBound
            if mentions[index].type == .organization {
                let isPersonal =
                    reading.clues[name.lowerBound].contains(.given)
                    || Gender.ofGiven(text.string(at: name.lowerBound)) != nil
                    || name.allSatisfy { !reading.clues[$0].contains(.common) }
                let isHeaded = name.contains { reading.clues[$0].contains(.organizationHead) }
                guard isPersonal, !isHeaded, (2...4).contains(name.count) else { continue }
                retype(index, .person, adding: 0)
            }
            cut(index, to: name)
        }
    }

    /// What stands right after a title with a capital, and neither a list nor its own words call an organisation or a place, is
    /// a person: "Captain Nikos Stavrou".
    mutating func retypeTitled() {
        guard reading.isEnglish else { return }
        let titles = TitleReader(text: text)
        for index in mentions.indices {
            let mention = mentions[index]
            guard mention.type == .organization || mention.type == .place, mention.entry == nil,
                mention.tokens.count <= 4,
                !mention.tokens.contains(where: {
                    !reading.clues[$0].isDisjoint(with: [.organizationHead, .placeHead])
                })
            else { continue }
            let start = mention.tokens.lowerBound
            let sentence = text.sentence(of: start)
            guard let title = titles.title(endingAt: start, floor: sentence.lowerBound),
                text.flags[title.upperBound - 1].contains(.capital), text.flags[start].contains(.spaced)
            else { continue }
            retype(index, .person, adding: 0)
        }
    }

    /// What the title before a name tells.
    private func hint(before tokens: Range<Int>) -> PersonNames.Hint {
        let floor = text.sentence(of: tokens.lowerBound).lowerBound
        guard let title = TitleReader(text: text).title(endingAt: tokens.lowerBound, floor: floor) else {
            return PersonNames.Hint()
        }
        let isOffice = !title.allSatisfy { reading.clues[$0].contains(.honorific) }
        return PersonNames.Hint(
            gender: Gender.ofTitle(title, in: text), title: isOffice ? text.hashes[title.upperBound - 1] : nil)
    }

    /// Notes those who are only named by family name, and told apart from others of it by what stands before it.
    mutating func registerLoneNames() {
        let lone = mentions.indices.filter { index in
            mentions[index].tokens.count == 1 && mentions[index].type != .organization
        }
        let hints = lone.map { hint(before: mentions[$0].tokens) }
        for (index, hint) in zip(lone, hints) where hint.gender != nil {
            guard let word = PersonNames.words(of: mentions[index].tokens, in: reading).first else { continue }
            people.add(lone: text.phraseHash(mentions[index].tokens), word, hint)
        }
        for (index, hint) in zip(lone, hints) {
            guard let title = hint.title,
                let word = PersonNames.words(of: mentions[index].tokens, in: reading).first
            else { continue }
            people.addTitle(title, lone: word)
        }
    }

    /// Whether a name of several tokens is a family name with its particle: "von der Leyen", "al-Sadr"; not "Al Gore".
    func isFamilyForm(_ tokens: Range<Int>) -> Bool {
        let first = tokens.lowerBound
        guard tokens.count > 1, reading.clues[first].contains(.particle) else { return false }
        return !text.flags[first].contains(.capital) || text.kinds[first + 1] == .hyphen
            || !reading.clues[first].contains(.given)
    }

    /// The person that a family name, or another part of a name, is of.
    func person(of tokens: Range<Int>, takesGiven: Bool) -> UInt64? {
        let words = PersonNames.words(of: tokens, in: reading)
        guard let last = words.last, tokens.count == 1 || isFamilyForm(tokens), !isAttribute(tokens) else { return nil }
        return people.person(named: last.sound, hint(before: tokens), takesGiven: takesGiven)
    }

    /// "The Behn colony" is no Behn.
    private func isAttribute(_ tokens: Range<Int>) -> Bool {
        let (before, after) = (tokens.lowerBound - 1, tokens.upperBound)
        guard before >= 0, text.hashes[before] == WordHash.of("the"), after < text.count, text.kinds[after] == .word
        else {
            return false
        }
        return !text.flags[after].contains(.capital) && !reading.clues[after].contains(.function)
    }

    /// Gives a family name the small particles before it that somebody's full name has: "von der [Leyen]".
    mutating func takeInParticles() {
        var families: Set<UInt64> = []
        for mention in mentions where mention.type == .person && mention.tokens.count > 2 {
            let particle = mention.tokens.dropFirst().first { reading.clues[$0].contains(.particle) }
            if let particle { families.insert(text.phraseHash(particle..<mention.tokens.upperBound)) }
        }
        guard !families.isEmpty else { return }
        for index in mentions.indices where mentions[index].entry == nil {
            let tokens = mentions[index].tokens
            var start = tokens.lowerBound
            while start > 0, tokens.lowerBound - start < Self.mostParticles,
                reading.clues[start - 1].contains(.particle) || text.kinds[start - 1] == .hyphen
            {
                start -= 1
            }
            guard start < tokens.lowerBound, families.contains(text.phraseHash(start..<tokens.upperBound)) else {
                continue
            }
            cut(index, to: start..<tokens.upperBound)
            keys[index] = text.phraseHash(start..<tokens.upperBound)
        }
    }

    /// "de la", "von und zu".
    private static let mostParticles = 3

    /// Finds the places where somebody named in full is named by a part of the name, and no rule took it for a name, as
    /// at the front of a sentence. One pass over the tokens.
    mutating func recoverFamilyNames() {
        guard !people.people.isEmpty else { return }
        var found: [(mention: NameMention, key: UInt64)] = []
        var next = 0
        var token = 0
        while token < text.count {
            while next < mentions.count, mentions[next].tokens.upperBound <= token { next += 1 }
            if next < mentions.count, mentions[next].tokens.contains(token) {
                token = mentions[next].tokens.upperBound
                continue
            }
            if isLoneName(token), people.knows(NameSpelling.sounding(text.string(at: token))) {
                found.append(
                    (
                        NameMention(tokens: token..<(token + 1), type: nil, weight: 0),
                        text.phraseHash(token..<(token + 1))
                    ))
            }
            token += 1
        }
        insert(found)
    }

    private static let articles = TitleReader.hashes(
        "der die das den dem des ein eine einen einem einer le la les un une el los las una il lo gli i o os as um uma de het een "
            + "en ett den det et du der im am zum zur vom")

    /// Whether a word in another language than English is rather a noun: an article stands before it.
    private func isForeignNoun(_ token: Int) -> Bool {
        token > 0 && Self.articles.contains(text.hashes[token - 1])
    }

    /// Whether a capitalised word stands alone, as a name may: not beside another capital, and not a common word whose
    /// capital comes from opening a sentence.
    private func isLoneName(_ token: Int) -> Bool {
        guard text.isCapitalised(token), text.ends[token] - text.starts[token] > 1,
            reading.clues[token].isDisjoint(with: [.function, .calendar, .honorific])
        else { return false }
        let next = token + 1
        if next < text.count,
            text.kinds[next] == .hyphen || text.isCapitalised(next) && !text.flags[next].contains(.opensSentence)
        {
            return false
        }
        if text.flags[token].contains(.allCaps) { return false }
        if !reading.isEnglish { return !isForeignNoun(token) }
        if token > 0, text.kinds[token - 1] == .hyphen { return false }
        guard reading.clues[token].contains(.common), text.flags[token].contains(.opensSentence) else { return true }
        return next < text.count
            && (text.kinds[next] == .possessive || CueTable.shared.match(in: text, at: next, limit: text.count) != nil)
    }
}
