import Markup

/// A field of which the first source that gives a value is taken, in a fixed order: the site's name, the section. What
/// every source gives is kept for those who ask why.
struct RankedField {
    /// Why a value that a source gives is none; nil where it may be taken.
    typealias Objection = (String) -> String?

    /// The record's name of the field.
    let field: String
    private var candidates: [(value: String, from: String, objection: String?)] = []

    /// A field without candidates.
    init(_ field: String) { self.field = field }

    /// Adds what the next source gives; nothing where it gives none.
    mutating func add(_ value: String?, from: String, _ objection: Objection = { _ in nil }) {
        guard let value else { return }
        let text = References.decoded(value).folded.composed
        if !text.isEmpty { candidates.append((text, from, objection(text))) }
    }

    /// All values that nothing speaks against.
    var values: [String] { candidates.filter { $0.objection == nil }.map(\.value) }

    /// The first value that nothing speaks against.
    var value: String? { candidates.first { $0.objection == nil }?.value }

    /// Every candidate and its fate. Linear in the candidates.
    var trace: FieldTrace {
        let chosen = candidates.firstIndex { $0.objection == nil }
        let traces = candidates.enumerated().map { index, candidate in
            let loser = candidate.value == value ? "says the same" : "another comes before it"
            return CandidateTrace(
                value: candidate.value, from: candidate.from, confidence: nil,
                verdict: index == chosen ? "chosen" : candidate.objection ?? loser)
        }
        let order = chosen.map { [traces[$0]] + traces[..<$0] + traces[($0 + 1)...] } ?? traces
        return FieldTrace(field: field, candidates: order)
    }
}
