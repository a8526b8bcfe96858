import Foundation
import Language
import Records

/// How likely an entity is what the record says it is, and named with the right bounds: a logistic sum of what speaks for it.
/// Data: `entity-confidence.txt`, which `dateline-dev train confidence` learns on texts that the tagger has not seen.
struct EntityConfidence: Sendable {
    /// The weights that ship.
    static let shared = EntityConfidence(Tables.list("entity-confidence"))

    /// How many units of the list make 1 in the logarithm of odds.
    static let unit = 100.0

    private let weights: [Int]
    private let bias: Int

    /// Reads weights by their features' names; what is not there weighs nothing.
    init(_ list: WordList) {
        var named: [String: Int] = [:]
        for fields in list.entries where fields.count > 1 { named[fields[0]] = Int(fields[1]) }
        weights = EntityFeature.names.map { named[$0] ?? 0 }
        bias = named["bias"] ?? 0
    }

    /// From 0 to 1, in hundredths.
    func value(_ features: [EntityFeature]) -> Double {
        let sum = features.reduce(bias) { $0 + weights[$1.number] }
        let odds = exp(Double(sum) / Self.unit)
        return (odds / (1 + odds) * 100).rounded() / 100
    }

    /// What is stated in texts of other languages than English, of which no corpus tells: the share that was right, by eye, of the names
    /// in 31 pages in nine languages (140 people, 110 places, 60 organisations).
    static func foreign(_ kind: Entity.Kind) -> Double {
        switch kind {
        case .person: 0.9
        case .place: 0.94
        case .organization: 0.95
        default: 0.8
        }
    }

    /// Loads the weights.
    static func warmUp() { _ = shared }
}
