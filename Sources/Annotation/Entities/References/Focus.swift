/// Who, or what, is in the reader's mind at a point of the text: a few candidates, each with a weight that grows with
/// every sentence that means it and fades with every other. The scheme is that of Lappin and Leass ("An algorithm for
/// pronominal anaphora resolution", 1994), with fewer factors.
struct Focus {
    /// One of them.
    struct Candidate {
        /// The member; nil for somebody whom a noun names and nobody else ("a student").
        var member: Int?
        var gender: Gender?
        /// What is left of the sentences before, and the most that a mention in this sentence has added.
        var faded: Double
        var here: Double
        /// The token of the last mention, and what part it played there.
        var token: Int
        var place: Grammar.Place
        /// Whether it was a pronoun.
        var isPronoun = false

        var weight: Double { faded + here }
    }

    /// More than anybody keeps in mind, and few enough to go through at each pronoun.
    private static let most = 12
    /// What fades below this is forgotten: a subject of some eight sentences ago.
    private static let least = 0.004
    private(set) var candidates: [Candidate] = []

    /// Lets everything fade.
    mutating func fade(_ factor: Double) {
        for index in candidates.indices {
            candidates[index].faded = candidates[index].weight * factor
            candidates[index].here = 0
        }
        candidates.removeAll { $0.weight < Self.least }
    }

    /// Notes a mention.
    mutating func see(
        _ member: Int?, _ gender: Gender?, weight: Double, at token: Int, as place: Grammar.Place,
        isPronoun: Bool = false
    ) {
        if let member, let index = candidates.firstIndex(where: { $0.member == member }) {
            candidates[index].here = max(candidates[index].here, weight)
            candidates[index].token = token
            candidates[index].place = place
            candidates[index].isPronoun = isPronoun
            candidates[index].gender = candidates[index].gender ?? gender
            return
        }
        if candidates.count == Self.most,
            let faintest = candidates.indices.min(by: { candidates[$0].weight < candidates[$1].weight })
        {
            candidates.remove(at: faintest)
        }
        candidates.append(Candidate(member: member, gender: gender, faded: 0, here: weight, token: token, place: place))
    }

    /// The candidate that outweighs all others by a factor, among those that fit; nil where two fit about equally, or
    /// where the heaviest has no name. `weigh` gives nil for who does not fit.
    func best(margin: Double, floor: Double, _ weigh: (Candidate) -> Double?) -> Candidate? {
        var best: (candidate: Candidate, weight: Double)?
        var second = 0.0
        for candidate in candidates {
            guard let weight = weigh(candidate) else { continue }
            if weight > best?.weight ?? 0 {
                second = best?.weight ?? 0
                best = (candidate, weight)
            } else {
                second = max(second, weight)
            }
        }
        guard let best, best.candidate.member != nil, best.weight >= floor, best.weight >= margin * second else {
            return nil
        }
        return best.candidate
    }
}
