import Foundation
import Language

/// How much an article is about each member of its cast, from 0 to 1.
///
/// Half is how often it is meant (a name counts 1, a noun 0.7, a pronoun 0.5, on a scale that flattens: the tenth
/// mention says less than the second), a fifth how early it is named, a fifth whether headline or standfirst name it, a
/// tenth how often it is what a sentence is about. Nationalities and places of a dateline count less: they say where,
/// not of whom. The weights are set by judgement; the order they give is held by the marked passages of the tests.
struct Salience {
    private static let nounWeight = 0.7
    private static let pronounWeight = 0.5
    private static let often = 0.5
    private static let early = 0.2
    private static let headed = 0.2
    private static let leading = 0.1
    /// What is first named in this sentence has lost half of what being early gives.
    private static let halfway = 3.0
    private static let qualifying = 0.6

    /// By member.
    let values: [Double]

    /// The saliences of a cast. Linear in its mentions.
    init(_ cast: Cast, headline: String?, standfirst: String?) {
        let headlineWords = Set(TokenizedText(headline ?? "").hashes)
        let standfirstWords = Set(TokenizedText(standfirst ?? "").hashes)
        let weights = cast.members.map { member in
            member.references.reduce(Double(member.mentions.count)) { sum, reference in
                sum + (reference.kind == .pronoun ? Self.pronounWeight : Self.nounWeight)
            }
        }
        let most = log1p(weights.max() ?? 1)
        let grammar = Grammar(cast.reading)
        values = cast.members.indices.map { index in
            let member = cast.members[index]
            guard let first = member.mentions.first else { return 0 }
            var value = Self.often * log1p(weights[index]) / max(most, .leastNonzeroMagnitude)
            let sentence = Double(cast.reading.text.sentenceOfToken[cast.mentions[first].tokens.lowerBound])
            value += Self.early * Self.halfway / (Self.halfway + sentence)
            let last = { cast.reading.text.hashes[cast.mentions[$0].tokens.upperBound - 1] }
            if member.mentions.contains(where: { headlineWords.contains(last($0)) }) {
                value += Self.headed
            } else if member.mentions.contains(where: { standfirstWords.contains(last($0)) }) {
                value += Self.headed / 2
            }
            let subjects = member.mentions.filter { grammar.place(of: cast.mentions[$0].tokens, cast) == .subject }
            value += Self.leading * Double(subjects.count) / Double(member.mentions.count)
            if member.type == .group || cast.isDateline(first) && member.mentions.count == 1 {
                value *= Self.qualifying
            }
            return (min(1, value) * 100).rounded() / 100
        }
    }
}

extension Cast {
    /// Whether a mention stands in the article's dateline.
    func isDateline(_ mention: Int) -> Bool {
        guard let dateline = reading.dateline else { return false }
        return dateline.contains(reading.range(tokens: mentions[mention].tokens))
    }
}
