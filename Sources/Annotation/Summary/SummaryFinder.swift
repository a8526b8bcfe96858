import Language
import Records

/// Chooses the two or three sentences that tell the story: the lead, and those that say most about whom and what the
/// article is about.
enum SummaryFinder {
    /// Shorter sentences say too little, longer ones too much (in words; set by judgement, not measured).
    private static let length = 8...60
    /// The lead is looked for among the first sentences of prose.
    private static let most = 3

    /// The chosen sentences, as indexes into the text's sentences, in order. Linear in the text.
    static func sentences(in reading: Reading, _ cast: Cast, headline: String?) -> [Int] {
        let candidates = reading.text.sentences.indices.filter { isCandidate($0, in: reading) }
        guard let lead = candidates.first else {
            return reading.text.sentences.isEmpty ? [] : firstProse(in: reading).map { [$0] } ?? []
        }
        let wanted = min(most, max(1, candidates.count / 2))
        let headlineWords = Set(TokenizedText(headline ?? "").hashes)
        let scored = candidates.dropFirst().map { index in
            (index: index, score: score(index, in: reading, cast, headlineWords, of: candidates.count))
        }
        let best = scored.sorted { $0.score != $1.score ? $0.score > $1.score : $0.index < $1.index }
            .prefix(max(0, wanted - 1)).map(\.index)
        return ([lead] + best).sorted()
    }

    private static func firstProse(in reading: Reading) -> Int? {
        reading.text.sentences.indices.first { reading.isProse(paragraph: Int(reading.text.paragraphOfSentence[$0])) }
    }

    private static func isCandidate(_ sentence: Int, in reading: Reading) -> Bool {
        let text = reading.text
        let paragraph = Int(text.paragraphOfSentence[sentence])
        guard reading.isProse(paragraph: paragraph), text.paragraphs[paragraph].kind != .listItem else { return false }
        let tokens = text.sentences[sentence]
        var words = 0
        for token in tokens where text.kinds[token] == .word || text.kinds[token] == .number { words += 1 }
        guard length.contains(words) else { return false }
        let last = text.kinds[tokens.upperBound - 1]
        return text.kinds[tokens.lowerBound] != .quote && (last == .terminator || last == .quote || last == .close)
    }

    /// What a sentence says: the weight of those it names, the words it shares with the headline, and its place. The
    /// three parts are on one scale, from 0 to 1 each; early sentences win in news (the inverted pyramid).
    private static func score(
        _ sentence: Int, in reading: Reading, _ cast: Cast, _ headline: Set<UInt64>, of count: Int
    ) -> Double {
        let tokens = reading.text.sentences[sentence]
        var seen: Set<Int> = []
        var weight = 0.0
        for mention in cast.mentions(in: tokens) where seen.insert(cast.memberOfMention[mention]).inserted {
            weight += Double(cast.members[cast.memberOfMention[mention]].mentions.count)
        }
        let named = min(1, weight / Double(max(1, cast.mentions.count)) * 2)
        var shared = 0
        for token in tokens
        where headline.contains(reading.text.hashes[token]) && !reading.clues[token].contains(.function) { shared += 1 }
        let overlap = headline.isEmpty ? 0 : min(1, Double(shared) / Double(headline.count))
        let early = 1 - Double(sentence) / Double(max(1, reading.text.sentences.count))
        return named + overlap + early
    }
}
