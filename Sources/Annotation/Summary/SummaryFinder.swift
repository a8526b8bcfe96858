import Language
import Records

/// Chooses the two or three sentences that tell the story: the lead, and those that say most about whom and what the
/// article is about.
enum SummaryFinder {
    /// Shorter sentences say too little, longer ones too much (in words; set by judgement, not measured).
    private static let length = 8...50
    /// Words beyond so many cost so much each: against the standfirsts of 205 English pages a long sentence adds more of
    /// what they leave out than of what they say.
    private static let comfortable = 25
    private static let tooLong = 0.02
    /// Being early weighs more than names and the headline's words, in the same measurement.
    private static let earlyWeight = 3.0
    /// What of its words a sentence shares with those chosen already counts against it.
    private static let repeating = 1.0
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
        return chosen(lead, wanted - 1, of: scored, in: reading).sorted()
    }

    /// The lead and the best others, one by one, each set against what the ones before it say.
    private static func chosen(
        _ lead: Int, _ count: Int, of scored: [(index: Int, score: Double)], in reading: Reading
    ) -> [Int] {
        var chosen = [lead]
        var said = Set(contentWords(of: lead, in: reading))
        let candidates = scored.map {
            (index: $0.index, score: $0.score, words: contentWords(of: $0.index, in: reading))
        }
        for _ in 0..<max(0, count) {
            var best: (index: Int, score: Double)?
            for candidate in candidates where !chosen.contains(candidate.index) {
                let words = candidate.words
                let shared = words.isEmpty ? 1 : Double(words.count { said.contains($0) }) / Double(words.count)
                let score = candidate.score - repeating * shared
                if best.map({ score > $0.score }) ?? true { best = (candidate.index, score) }
            }
            guard let best else { break }
            chosen.append(best.index)
            said.formUnion(contentWords(of: best.index, in: reading))
        }
        return chosen
    }

    /// The words of a sentence that say something, each once.
    private static func contentWords(of sentence: Int, in reading: Reading) -> [UInt64] {
        var words: [UInt64] = []
        for token in reading.text.sentences[sentence]
        where reading.text.kinds[token] == .word && !reading.clues[token].contains(.function) {
            words.append(reading.text.hashes[token])
        }
        words.sort()
        var kept = 0
        for word in words where kept == 0 || words[kept - 1] != word {
            words[kept] = word
            kept += 1
        }
        words.removeLast(words.count - kept)
        return words
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
        // An aside in brackets, or what begins or ends in one, does not stand alone.
        var brackets = 0
        for token in tokens {
            switch text.kinds[token] {
            case .word, .number: words += 1
            case .open: brackets += 1
            case .close: brackets -= 1
            default: break
            }
        }
        guard length.contains(words), brackets == 0, text.kinds[tokens.lowerBound] != .open else { return false }
        let last = text.kinds[tokens.upperBound - 1]
        return text.kinds[tokens.lowerBound] != .quote && (last == .terminator || last == .quote || last == .close)
    }

    /// What a sentence says: the weight of those it names, the words it shares with the headline, and its place. The
    /// three parts are on one scale, from 0 to 1 each, before they are weighed; early sentences win in news (the inverted pyramid).
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
        let words = tokens.count { reading.text.kinds[$0] == .word || reading.text.kinds[$0] == .number }
        return named + overlap + earlyWeight * early - tooLong * Double(max(0, words - comfortable))
    }
}
