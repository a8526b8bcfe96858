import Language
import Records

/// Counts that leave out what they count: "killed 12 and wounded 30", "the toll climbed to 58", "six of them teenagers".
extension CountFinder {
    private static let auxiliaries = WordSet(
        [
            "were", "was", "are", "is", "have", "had", "has", "been", "be", "remain", "remained", "still", "also",
            "being",
            "reported", "reportedly", "confirmed", "believed", "feared", "thought", "to", "seriously", "critically",
            "later", "said", "badly", "slightly", "lightly", "now", "known", "presumed", "severely", "wounded", "went",
            "suffered", "suffering", "got", "so", "far", "already", "not", "left", "will", "could", "may",
        ].map(WordHash.of))
    private static let followers = WordSet(["more", "others", "other"].map(WordHash.of))
    private static let them = WordSet(["them", "whom", "those", "these", "which"].map(WordHash.of))
    private static let tollWords = WordSet(["toll", "tally", "deaths", "fatalities"].map(WordHash.of))
    private static let number = WordHash.of("number")
    private static let reaching = WordSet(
        [
            "to", "at", "of", "reached", "hit", "is", "was", "stood", "passed", "exceeded", "from", "past", "above",
            "topped", "rises", "hits", "reaches", "tops", "now", "nears", "neared", "surpassed", "passes", "over", "by",
        ].map(WordHash.of))
    private static let crowds = WordSet(
        [
            "crowd", "crowds", "audience", "congregation", "population", "workforce", "staff", "gathering", "turnout",
            "mob",
            "throng", "family", "group", "team", "crew", "party", "panel", "force", "band", "jury", "families",
            "groups",
        ].map(WordHash.of))
    private static let prepositions = WordSet(
        ["in", "on", "at", "near", "outside", "aboard", "from", "inside", "elsewhere", "around", "along", "by"].map(
            WordHash.of))
    private static let nobodies = WordSet(["nobody", "no-one"].map(WordHash.of))
    private static let the = WordHash.of("the")
    private static let no = WordHash.of("no")
    private static let one = WordHash.of("one")
    private static let fewer = WordSet(["fewer", "more", "less"].map(WordHash.of))
    private static let and = WordHash.of("and")
    private static let to = WordHash.of("to")
    /// What happened follows a figure within this many words ("12 more were reported killed").
    private static let reach = 6
    /// A toll stands within this many tokens before its figure ("the death toll from the quake has risen to 58").
    private static let reachOfToll = 12
    /// One that is the sentence's subject, this many before a verb that says it rises or falls ("the death toll from a fire
    /// that left two buildings charred ruins in the city rose to 10"), and among so many first tokens.
    private static let longReachOfToll = 40
    private static let subjectReach = 3
    private static let moving = WordSet(
        [
            "climbed", "climbs", "fell", "grew", "grown", "increased", "jumped", "lowered", "raised", "revised", "rise",
            "risen", "rises", "rose", "soared", "surged", "went",
        ].map(WordHash.of))
    /// Two counts of one clause stand within this many tokens ("259 people on the plane and 11 on the ground").
    private static let reachOfPair = 10
    private static let clauseVerbs = Tables.lexicon("crowd-verbs")

    /// Loads the tables.
    static func warmUpParticipants() { _ = clauseVerbs }

    /// Those whom a figure without a noun counts, `start` and `end` being its edges with what qualifies it.
    func participants(
        _ figure: NumberReader.Figure, from start: Int, _ end: Int, _ sentence: Range<Int>, _ previous: Draft?
    ) -> Object? {
        // "the 1 in the middle", "2019 was": nothing that happened follows.
        let limit = sentence.upperBound
        if let some = ofThem(figure, end, limit, previous) { return some }
        if let toll = toll(figure, before: start, end, sentence) { return toll }
        guard !isNounAhead(end, limit) || figure.isVague else { return nil }
        if let happened = happened(figure, end, limit) {
            return Object(name: Self.peopleName, tokens: end..<end, end: happened)
        }
        if isGoverned(start, sentence), !isNounFollowing(end, limit) {
            return Object(name: Self.peopleName, tokens: end..<end, end: end)
        }
        return crowd(figure, start, end, sentence, previous) ?? pair(figure, start, end, sentence, previous)
            ?? shared(end, limit)
    }

    /// "six of them teenagers", "four of whom were hurt".
    private func ofThem(_ figure: NumberReader.Figure, _ end: Int, _ limit: Int, _ previous: Draft?) -> Object? {
        guard end + 1 < limit, text.hashes[end] == Self.of, Self.them.contains(text.hashes[end + 1]), figure.value != 1
        else { return nil }
        var next = end + 2
        while next < limit, next < end + 4, Self.auxiliaries.contains(text.hashes[next]) { next += 1 }
        let isPlain = next < limit && text.kinds[next] == .word && Self.isPlural(next, in: text) && !isBreak(next)
        if isPlain, !Self.categories.lexicon.contains(text.hashes[next]) {
            return Object(
                name: text.string(at: next), tokens: next..<(next + 1), end: end, inherited: previous?.category)
        }
        guard previous != nil || next < limit && name(at: next, limit: limit) != nil else { return nil }
        return Object(
            name: previous?.object ?? Self.peopleName, tokens: end..<end, end: end, inherited: previous?.category)
    }

    /// "82 were killed", "three have died", "40 dead", "12 more were hurt", "dozens more": where the count ends.
    private func happened(_ figure: NumberReader.Figure, _ end: Int, _ limit: Int) -> Int? {
        var token = end
        var last = end
        if token < limit, Self.followers.contains(text.hashes[token]) {
            token += 1
            last = token
        }
        var words = 0
        while token < limit, words < Self.reach, text.kinds[token] == .word {
            if Self.categories.lexicon.longestMatch(in: text, at: token, limit: limit) != nil { return last }
            guard Self.auxiliaries.contains(text.hashes[token]) else { return nil }
            token += 1
            words += 1
        }
        return nil
    }

    /// "killed 12", "injuring at least 30": the verb right before.
    private func isGoverned(_ start: Int, _ sentence: Range<Int>) -> Bool {
        categoryOfGoverningVerb(before: start, sentence) != nil
    }

    /// "saved over 360 labor hours": a word follows that is neither a small one nor an adverb.
    private func isNounFollowing(_ end: Int, _ limit: Int) -> Bool {
        guard end < limit, text.kinds[end] == .word else { return false }
        if Self.others.contains(text.hashes[end]) { return true }
        let isAdverb =
            text.bytes[text.ends[end] - 1] == UInt8(ascii: "y") && text.bytes[text.ends[end] - 2] == UInt8(ascii: "l")
        return !isBreak(end) && !isAdverb && !Self.prepositions.contains(text.hashes[end])
            && !Self.followers.contains(text.hashes[end]) && !Self.adverbs.contains(text.hashes[end])
    }

    private static let others = WordSet(["another"].map(WordHash.of))
    private static let adverbs = WordSet(
        ["overnight", "here", "there", "alone", "early", "late", "for", "of"].map(WordHash.of))

    private func isNounAhead(_ end: Int, _ limit: Int) -> Bool {
        end < limit
            && (text.kinds[end] == .percent || text.kinds[end] == .currency
                || taken[end] && text.kinds[end] == .word && !isBreak(end))
    }

    /// "the death toll rose to 31 people": those of a death toll died, whatever they are called.
    func categoryOfDeathToll(before start: Int, _ sentence: Range<Int>) -> String? {
        let front = start - 1
        guard front >= sentence.lowerBound, Self.reached.contains(text.hashes[front]) else { return nil }
        var token = front
        while token > max(sentence.lowerBound, front - Self.reachOfToll), text.kinds[token] != .terminator {
            let isToll = Self.tollWords.contains(text.hashes[token])
            if isToll, text.hashes[token - 1] == Self.death || Self.deaths.contains(text.hashes[token]) {
                return "killed"
            }
            token -= 1
        }
        return nil
    }

    /// Before the figure itself; "deaths reported from 3 hospitals" counts hospitals.
    private static let reached = WordSet(["at", "hit", "hits", "is", "reached", "reaches", "to"].map(WordHash.of))
    private static let death = WordHash.of("death")
    private static let deaths = WordSet(["deaths", "fatalities"].map(WordHash.of))

    /// "the death toll climbed to 58", "the number of injured reached 300".
    private func toll(
        _ figure: NumberReader.Figure, before start: Int, _ end: Int, _ sentence: Range<Int>
    ) -> Object? {
        let front = start - 1
        guard front >= sentence.lowerBound, Self.reaching.contains(text.hashes[front]),
            !isNounAhead(end, sentence.upperBound)
        else { return nil }
        var token = front
        let moves = front > sentence.lowerBound && Self.moving.contains(text.hashes[front - 1])
        let first = max(sentence.lowerBound, front - (moves ? Self.longReachOfToll : Self.reachOfToll))
        let lastFar = sentence.lowerBound + Self.subjectReach
        while token >= first, text.kinds[token] != .colon, text.kinds[token] != .terminator {
            let isNear = front - token <= Self.reachOfToll || token <= lastFar
            if isNear, Self.tollWords.contains(text.hashes[token]) {
                let isInjury = token > first && name(at: token - 1, limit: token) == "injured"
                return Object(
                    name: Self.peopleName, tokens: end..<end, end: end, category: isInjury ? "injured" : "killed")
            }
            if isNear, text.hashes[token] == Self.number, token + 2 < front, text.hashes[token + 1] == Self.of {
                return numbered(from: token + 2, front, end)
            }
            token -= 1
        }
        return nil
    }

    /// What "the number of" is the number of.
    private func numbered(from start: Int, _ limit: Int, _ end: Int) -> Object? {
        var token = start
        if token < limit, text.hashes[token] == Self.the { token += 1 }
        let first = token
        var head: Int?
        while token < limit, token - first < 5, text.kinds[token] == .word || text.kinds[token] == .hyphen,
            !isBreak(token)
        {
            if Self.isPlural(token, in: text) || name(at: token, limit: limit) != nil {
                head = token
            } else if head != nil {
                break
            }
            token += 1
        }
        guard let head else { return nil }
        let category = name(at: head, limit: head + 1)
        let isPeople = head == first && category != nil && !text.endsInS(head)
        return Object(
            name: isPeople ? Self.peopleName : text.string(tokens: first..<(head + 1)), tokens: end..<end, end: end,
            category: category)
    }

    /// "a crowd of 20,000", "Thousands took to the streets".
    private func crowd(
        _ figure: NumberReader.Figure, _ start: Int, _ end: Int, _ sentence: Range<Int>, _ previous: Draft?
    ) -> Object? {
        let people = Object(name: Self.peopleName, tokens: end..<end, end: end)
        if start - 2 >= sentence.lowerBound, text.hashes[start - 1] == Self.of,
            Self.crowds.contains(text.hashes[start - 2])
        {
            return people
        }
        guard end < sentence.upperBound, text.kinds[end] == .word, figure.isVague || figure.value > 1, !isYear(figure)
        else { return nil }
        let opens = start == sentence.lowerBound || text.kinds[start - 1] != .word || text.hashes[start - 1] == Self.and
        guard opens else { return nil }
        var verb = end
        if Self.followers.contains(text.hashes[verb]), verb + 1 < sentence.upperBound { verb += 1 }
        guard Self.clauseVerbs.contains(text.hashes[verb]) else { return nil }
        if figure.isVague { return Object(name: people.name, tokens: end..<end, end: verb) }
        // "three letters; two came back": an exact number is one of those before.
        return previous.map { Object(name: $0.object, tokens: end..<end, end: end) }
    }

    /// "…and 11 on the ground", "52 votes to 48", "61 seats, four fewer": the object of the count before.
    private func pair(
        _ figure: NumberReader.Figure, _ start: Int, _ end: Int, _ sentence: Range<Int>, _ previous: Draft?
    ) -> Object? {
        guard let previous, start > previous.tokens.upperBound - 1,
            start - previous.tokens.upperBound <= Self.reachOfPair,
            start > sentence.lowerBound, figure.value == figure.value.rounded(),
            figure.value > 1 || !figure.isPlainDigits
        else { return nil }
        let isEnd = end >= sentence.upperBound || text.kinds[end] != .word && text.kinds[end] != .number
        let isPlace = !isEnd && Self.prepositions.contains(text.hashes[end])
        let isLess = !isEnd && Self.fewer.contains(text.hashes[end])
        let joint = text.hashes[start - 1]
        let isJoined = joint == Self.and && (isPlace || isEnd && start - previous.tokens.upperBound <= 2)
        let isAgainst = joint == Self.to && start - 1 == previous.tokens.upperBound && (isEnd || isPlace)
        let isListed = text.kinds[start - 1] == .comma && start - 1 == previous.tokens.upperBound && isLess
        let isApart = isPlace && (text.kinds[start - 1] == .dash || text.kinds[start - 1] == .colon)
        guard (isJoined || isApart) && previous.category != nil || isAgainst || isListed else { return nil }
        return Object(name: previous.object, tokens: end..<end, end: end, category: previous.category)
    }

    /// "two American and three British soldiers": the noun stands behind the second.
    private func shared(_ end: Int, _ limit: Int) -> Object? {
        guard end + 2 < limit, text.kinds[end] == .word, !isBreak(end), text.hashes[end + 1] == Self.and,
            let other = numbers.figure(at: end + 2, limit: limit), !other.isVague,
            let object = object(from: other.tokens.upperBound, other, limit), object.end > other.tokens.upperBound
        else { return nil }
        let noun = text.string(at: object.tokens.upperBound - 1)
        return Object(name: "\(text.string(at: end)) \(noun)", tokens: end..<(end + 1), end: end + 1)
    }

    /// "No one was hurt", "nobody was killed", "no injuries".
    func nobody(at token: Int, _ sentence: Range<Int>) -> Draft? {
        guard text.kinds[token] == .word else { return nil }
        let isNo = text.hashes[token] == Self.no
        guard isNo || Self.nobodies.contains(text.hashes[token]) else { return nil }
        let limit = sentence.upperBound
        var next = token + 1
        guard next < limit else { return nil }
        if isNo, text.hashes[next] != Self.one {
            guard let category = name(at: next, limit: next + 1), Self.isPlural(next, in: text), text.endsInS(next)
            else {
                return nil
            }
            return Draft(tokens: token..<(next + 1), value: 0, object: text.string(at: next), category: category)
        }
        if isNo { next += 1 }
        let end = next
        guard next < limit, Self.auxiliaries.contains(text.hashes[next]) else { return nil }
        while next < limit, next - end < Self.reach, Self.auxiliaries.contains(text.hashes[next]) { next += 1 }
        guard let category = name(at: next, limit: limit) else { return nil }
        return Draft(tokens: token..<end, value: 0, object: Self.peopleName, category: category)
    }
}

extension TokenizedText {
    /// Whether a token's last letter is an s.
    func endsInS(_ token: Int) -> Bool { bytes[ends[token] - 1] | 0x20 == UInt8(ascii: "s") }
}
