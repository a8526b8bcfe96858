import Language
import Records

extension RoleFinder {
    static let auxiliaries = ClauseWords.words(.auxiliary)
    private static let copulas = TitleReader.hashes(
        "is was are were be been being become becomes became remains remained")
    static let appointments: [UInt64: Bool] = {
        var verbs: [UInt64: Bool] = [:]
        for fields in Tables.list("appointments").entries where fields.count > 1 {
            verbs[TokenizedText(fields[0]).phraseHash] = fields[1] == "in"
        }
        return verbs
    }()
    private static let posts = TitleReader.hashes("his her post job role position office from the as a an duties")
    private static let verbsOfBeing = TitleReader.hashes("become becomes became remains remained")
    /// A verb that gives an office stands at most so far before the name ("named former minister John Smith as …").
    private static let verbReach = 7
    /// A predicate after an apposition begins within so many tokens of the name.
    private static let predicateReach = 24

    /// Offices told by a verb: "X is the president of Y", "X was appointed chief executive", "named X as minister".
    func predicated(_ mention: Int) -> [RoleNote] {
        let tokens = cast.mentions[mention].tokens
        let sentence = text.sentence(of: tokens.lowerBound)
        let next = tokens.upperBound
        guard next < sentence.upperBound else { return [] }
        if isAppointed(before: tokens.lowerBound, floor: sentence.lowerBound) {
            let start = text.hashes[next] == Self.as ? next + 1 : next
            let hasTitle = start > next || titles.title(at: next, limit: sentence.upperBound) != nil
            if hasTitle,
                let found = notes(from: start, limit: sentence.upperBound, passage: tokens.lowerBound, isStrict: true)
            {
                return found
            }
        }
        if text.kinds[next] == .word { return predicate(from: next, limit: sentence.upperBound, tokens) }
        guard text.kinds[next] == .comma else { return [] }
        if next + 1 < sentence.upperBound, Self.auxiliaries.contains(text.hashes[next + 1]) || isBecoming(next + 1) {
            return predicate(from: next + 1, limit: sentence.upperBound, tokens)
        }
        let bound = min(sentence.upperBound, next + Self.predicateReach)
        guard let close = (next + 1..<max(next + 1, bound)).first(where: { text.kinds[$0] == .comma }),
            close + 1 < sentence.upperBound, text.kinds[close + 1] == .word,
            !(next + 1..<close).contains(where: { isPerson(at: $0) })
        else { return [] }
        return predicate(from: close + 1, limit: sentence.upperBound, tokens)
    }

    private func isAppointed(before name: Int, floor: Int) -> Bool {
        for token in stride(from: name - 1, through: max(floor, name - Self.verbReach), by: -1) {
            if Self.appointments[text.hashes[token]] == true, cast.mention(at: token) == nil { return true }
            if text.kinds[token] == .comma || text.kinds[token] == .colon || isPerson(at: token) { return false }
        }
        return false
    }

    /// The office that a verb phrase gives the person before it.
    func predicate(from start: Int, limit: Int, _ tokens: Range<Int>) -> [RoleNote] {
        var token = start
        var isCopula = false
        while token < limit, token - start < 5, Self.auxiliaries.contains(text.hashes[token]) || isBecoming(token) {
            isCopula = isCopula || Self.copulas.contains(text.hashes[token])
            token += 1
        }
        guard token < limit else { return [] }
        if !isCopula, let office = office(ofVerb: token, limit: limit, tokens) { return office }
        if let held = held(from: token, limit: limit, tokens) { return held }
        if let (length, isIn) = appointment(at: token, limit: limit) {
            var object = token + length
            guard isIn || object < limit else { return [] }
            let isPassive = isCopula || !isIn || text.hashes[min(object, text.count - 1)] == Self.as
            guard isPassive else { return [] }
            if !isIn {
                let before = object
                while object < limit, object - before < 5, Self.posts.contains(text.hashes[object]) { object += 1 }
                guard (before..<object).contains(where: { text.hashes[$0] == Self.as }) else { return [] }
            } else if object < limit, text.hashes[object] == Self.as {
                object += 1
            }
            return notes(from: object, limit: limit, passage: tokens.lowerBound, isStrict: true).map { found in
                isIn
                    ? found
                    : found.map { note in
                        var note = note
                        note.isFormer = true
                        return note
                    }
            } ?? []
        }
        guard isCopula else { return [] }
        return notes(from: token, limit: limit, passage: tokens.lowerBound, isStrict: true) ?? []
    }

    private static let terms = TitleReader.hashes(
        "term terms tenure stint job post role career mandate years year day months")
    private static let used = WordHash.of("used")
    private static let to = WordHash.of("to")
    private static let be = WordHash.of("be")
    private static let termReach = 6

    /// "won a third term as governor of Tokyo", "used to be mayor".
    private func held(from start: Int, limit: Int, _ tokens: Range<Int>) -> [RoleNote]? {
        if start + 3 < limit, text.hashes[start] == Self.used, text.hashes[start + 1] == Self.to,
            text.hashes[start + 2] == Self.be
        {
            return notes(from: start + 3, limit: limit, passage: tokens.lowerBound, isStrict: true)?.map {
                var note = $0
                note.isFormer = true
                return note
            }
        }
        for token in start..<min(limit - 1, start + Self.termReach) {
            guard text.kinds[token] == .word || text.kinds[token] == .hyphen || text.kinds[token] == .number,
                cast.mention(at: token) == nil
            else { return nil }
            if Self.terms.contains(text.hashes[token]), text.hashes[token + 1] == Self.as {
                return notes(from: token + 2, limit: limit, passage: tokens.lowerBound, isStrict: true)
            }
        }
        return nil
    }

    private func isBecoming(_ token: Int) -> Bool { Self.verbsOfBeing.contains(text.hashes[token]) }

    private func appointment(at token: Int, limit: Int) -> (length: Int, isIn: Bool)? {
        if token + 1 < limit, let isIn = Self.appointments[text.phraseHash(token..<(token + 2))] { return (2, isIn) }
        return Self.appointments[text.hashes[token]].map { (1, $0) }
    }
}
