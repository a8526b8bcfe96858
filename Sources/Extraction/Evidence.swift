import Foundation

/// Every value a page offers for one field, each with its clues.
struct Evidence {
    /// A value and the grounds for it.
    struct Candidate {
        /// The value as it would stand in the record.
        var value: String
        /// What two spellings of one value have in common.
        var key: String
        /// Where it stands, and what it looks like.
        var clues: ClueSet
        /// How probable it is that this is the field's value, 0 to 1.
        var confidence = 0.0
        /// Why it was not chosen; nil where it was, or where nothing but its confidence speaks against it.
        var objection: String?
    }

    /// Candidates looked at; a page that names more has a list of something else.
    private static let limit = 64

    /// Which field.
    let field: EvidenceWeights.Field
    /// The candidates in the order in which they were found.
    private(set) var candidates: [Candidate] = []

    /// No evidence yet.
    init(_ field: EvidenceWeights.Field) { self.field = field }

    /// Adds a value, or its clues to those of the same value. Linear in the candidates.
    mutating func add(_ value: String, key: String, _ clues: ClueSet) {
        if let index = candidates.firstIndex(where: { $0.key == key }) {
            candidates[index].clues.formUnion(clues)
        } else if candidates.count < Self.limit {
            candidates.append(Candidate(value: value, key: key, clues: clues))
        }
    }

    /// Changes the candidates, for clues that need all of them.
    mutating func forEach(_ body: (inout Candidate) -> Void) {
        for index in candidates.indices { body(&candidates[index]) }
    }

    /// Weighs values of which at most one is right: their odds share what `none` leaves (nil where there must be one).
    mutating func weighAgainstEachOther(none: Double?) {
        let scores = candidates.map { EvidenceWeights.score($0.clues, field) }
        let highest = max(scores.max() ?? 0, none ?? -100)
        let parts = scores.map { exp($0 - highest) }
        let whole = parts.reduce(none.map { exp($0 - highest) } ?? 0, +)
        for index in candidates.indices { candidates[index].confidence = whole > 0 ? parts[index] / whole : 0 }
    }

    /// Weighs values each of which is right or wrong for itself.
    mutating func weighEach() {
        for index in candidates.indices {
            candidates[index].confidence = 1 / (1 + exp(-EvidenceWeights.score(candidates[index].clues, field)))
        }
    }

    /// The most probable candidate that nothing forbids; the first of several.
    var best: Candidate? {
        candidates.filter { $0.objection == nil }.reduce(nil) { best, next in
            (best?.confidence ?? -1) < next.confidence ? next : best
        }
    }

    /// What became of each candidate; `chosen` are the keys of those that the record gives.
    func trace(chosen: [String]) -> FieldTrace {
        let traces = candidates.map { candidate in
            let isChosen = chosen.contains(candidate.key)
            var trace = CandidateTrace(
                value: candidate.value,
                from: candidate.clues.clues.filter { $0 != .any }.map(\.name).joined(separator: ", "),
                confidence: (candidate.confidence * 100).rounded() / 100,
                verdict: isChosen ? "chosen" : candidate.objection ?? (chosen.isEmpty ? "not given" : "less likely"))
            trace.clues = candidate.clues.clues.map(\.name)
            trace.isForbidden = candidate.objection != nil
            return trace
        }
        let order = traces.enumerated().sorted { first, second in
            let isFirst = first.element.verdict == "chosen"
            if isFirst != (second.element.verdict == "chosen") { return isFirst }
            let confidences = (first.element.confidence ?? 0, second.element.confidence ?? 0)
            if confidences.0 != confidences.1 { return confidences.0 > confidences.1 }
            return first.offset < second.offset
        }
        return FieldTrace(field: field.rawValue, candidates: order.map(\.element))
    }
}
