import Language
import Records

extension ReferenceFinder {
    /// Somebody of whom only the verb may tell the gender is taken for the pronoun's with less weight.
    private static let unknownGender = 0.7
    /// The subject of the same sentence is preferred to those of earlier ones.
    static let nearSubject = 1.3
    /// Who was last meant as an owner, or by "him" while somebody else acted, is less likely to act next.
    private static let aside = 0.6
    /// A pronoun before its name stands so near the front of the sentence.
    private static let pendingReach = 8
    private static let pendingOpeners = ClauseWords.words(.fronting)
    /// A pronoun that a verb of speech follows is, more often than not, who was quoted before.
    private static let speechReach = 3

    /// Links "he", "she" and their forms.
    mutating func read(pronoun token: Int, _ gender: Gender, _ sentence: Range<Int>) {
        let isSubject = Pronouns.isSubject(text.hashes[token])
        let isObject = Pronouns.isObject(token, in: cast.reading)
        let speaker = stretchOfToken[token] >= 0 ? speaker(of: Int(stretchOfToken[token])) ?? lastSpeaker : nil
        let clause = clause
        let apposed = apposed(before: token, sentence)
        let found = people.best(margin: Self.margin, floor: 0) { candidate in
            guard candidate.gender == nil || candidate.gender == gender else { return nil }
            if candidate.member != nil, candidate.member == speaker || candidate.member == apposed { return nil }
            // "Merkel told her": the object is somebody else than the subject of its own clause.
            if isObject, candidate.place == .subject, candidate.token >= clause { return nil }
            var weight = candidate.weight
            if candidate.gender == nil { weight *= Self.unknownGender }
            if isSubject, candidate.place == (candidate.isPronoun ? .object : .possessor) {
                weight *= Self.aside
            }
            // In "X said she …" it is X, whoever was in mind before.
            if candidate.place == .subject, candidate.token >= sentence.lowerBound,
                !isSomebodys(candidate.token, sentence)
            {
                weight *= Self.nearSubject
            }
            return weight
        }
        let place: Grammar.Place = isSubject ? .subject : isObject ? .object : .possessor
        guard let member = found?.member else {
            let opens = Self.pendingOpeners.contains(text.hashes[sentence.lowerBound])
            let nobody = !people.candidates.contains { $0.gender == gender || $0.gender == nil }
            if opens, nobody, token - sentence.lowerBound <= Self.pendingReach { pending = (token, gender) }
            return
        }
        link(token..<(token + 1), .pronoun, member)
        genders[member] = gender
        let weight = (Self.weights[place] ?? 0) * Self.pronounWeight
        people.see(member, gender, weight: weight, at: token, as: place, isPronoun: true)
    }

    /// Whether a person is told to be somebody's: what "his lawyer, X," says is more often than not of him, not of X.
    func isSomebodys(_ token: Int, _ sentence: Range<Int>) -> Bool {
        (max(sentence.lowerBound, token - Self.pendingReach)..<token).contains {
            Pronouns.gender(text.hashes[$0]) != nil && !Pronouns.isSubject(text.hashes[$0])
        }
    }

    /// In "Natano, his predecessor, …" the pronoun is not Natano.
    private func apposed(before token: Int, _ sentence: Range<Int>) -> Int? {
        guard token - 2 >= sentence.lowerBound, text.kinds[token - 1] == .comma, isPerson(at: token - 2) else {
            return nil
        }
        return cast.member(at: token - 2)
    }

    /// A pronoun keeps who it means in mind, though less than a name does.
    static let pronounWeight = 0.8

    /// Who says what stands in quotation marks, by a name with a verb of speech right after or before them.
    private func speaker(of stretch: Int) -> Int? {
        let tokens = stretches[stretch].tokens
        let after = tokens.upperBound..<min(text.count, tokens.upperBound + Self.speakerReach)
        let before = max(0, tokens.lowerBound - Self.speakerReach)..<tokens.lowerBound
        for side in [after, before] {
            guard side.contains(where: { CueTable.shared.match(in: text, at: $0, limit: text.count) != nil }) else {
                continue
            }
            for token in side {
                if let member = cast.member(at: token), cast.members[member].type == .person { return member }
            }
        }
        return nil
    }

    /// A speaker's name stands so near the marks.
    private static let speakerReach = 8

    /// Links "it" and "its" where only one organisation or country can be meant: the subject of the same sentence, or,
    /// of a verb of speech, that of the sentence before.
    mutating func readThing(_ token: Int, _ sentence: Range<Int>) {
        guard stretchOfToken[token] < 0 else { return }
        let isIt = Pronouns.isIt(text.hashes[token])
        if isIt, !isSaid(token, sentence) || hasSpeaker(sentence) { return }
        let opens = token == sentence.lowerBound
        let found = things.best(margin: Self.margin, floor: 0.3) { candidate in
            guard let member = candidate.member, candidate.place == .subject || candidate.place == .possessor else {
                return opens ? nil : candidate.weight * 0.5
            }
            let isHere = candidate.token >= sentence.lowerBound
            guard isHere || opens, cast.members[member].type == .organization || isHere && !isIt else { return nil }
            return candidate.weight
        }
        guard let found, let member = found.member, found.place == .subject || found.place == .possessor && !isIt,
            opens || found.token >= sentence.lowerBound
        else { return }
        link(token..<(token + 1), .pronoun, member)
        things.see(member, nil, weight: Self.pronounWeight * 0.5, at: token, as: found.place)
    }

    /// Whether a person is the subject of the sentence; then what is said is not said by an organisation of itself.
    private func hasSpeaker(_ sentence: Range<Int>) -> Bool {
        people.candidates.contains { $0.token >= sentence.lowerBound && $0.place == .subject }
    }

    /// Whether "it" is what an organisation says of itself ("said it would"), or itself says something ("It said").
    private func isSaid(_ token: Int, _ sentence: Range<Int>) -> Bool {
        if token == sentence.lowerBound {
            return token + 1 < sentence.upperBound
                && CueTable.shared.match(in: text, at: token + 1, limit: sentence.upperBound) != nil
        }
        let front = max(sentence.lowerBound, token - Self.speechReach)
        return (front..<token).contains { CueTable.shared.match(in: text, at: $0, limit: token) != nil }
    }
}
