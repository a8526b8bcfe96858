import Language
import Records

/// Why and how: what stands behind words that open a reason or a means. Data: `reasons.txt`.
struct ReasonFinder {
    /// The two questions.
    enum Question: String, Sendable {
        case why, how
    }

    private static let table: (lexicon: Lexicon, questions: [Question]) = {
        let entries = Tables.list("reasons").entries.filter { $0.count > 1 }
        return (Lexicon(words: entries.map { $0[0] }), entries.map { Question(rawValue: $0[1]) ?? .why })
    }()
    /// Answers stand among the first sentences, and are at most so long, in tokens. Set by judgement.
    private static let reach = 6
    private static let longest = 18
    private static let by = WordHash.of("by")
    private static let after = WordHash.of("after")
    private static let to = WordHash.of("to")
    /// "By evening" and "by falling bricks" tell no means.
    private static let noMeans = WordSet(
        [
            "anything", "building", "ceiling", "evening", "everything", "falling", "flying", "king", "morning",
            "nothing",
            "ring", "something", "spring", "string", "wing", "beijing",
        ].map(WordHash.of))
    /// "After a century" says when.
    private static let spans = WordSet(
        [
            "century", "centuries", "decade", "decades", "year", "years", "month", "months", "week", "weeks", "day",
            "days",
            "hour", "hours", "minutes", "night", "season", "seasons",
        ].map(WordHash.of))
    private static let ends = WordSet(["but", "which", "who", "although", "while", "and"].map(WordHash.of))

    let reading: Reading

    private var text: TokenizedText { reading.text }

    /// Loads the tables.
    static func warmUp() { _ = (table, noMeans, spans) }

    /// What the circumstances of a headline say: "after …" and "to …" tell why, "by storming …" how.
    static func answer(in tail: Range<Int>, of head: HeadText) -> (question: Question, tokens: Range<Int>)? {
        let text = head.text
        if let match = table.lexicon.longestMatch(in: text, at: tail.lowerBound, limit: tail.upperBound) {
            let rest = (tail.lowerBound + match.length)..<tail.upperBound
            return rest.isEmpty ? nil : (table.questions[match.value], rest)
        }
        let rest = (tail.lowerBound + 1)..<tail.upperBound
        guard !rest.isEmpty else { return nil }
        switch text.hashes[tail.lowerBound] {
        case after: return rest.contains { spans.contains(text.hashes[$0]) } ? nil : (.why, rest)
        case to: return (.why, tail)
        case by: return noMeans.contains(text.hashes[rest.lowerBound]) ? nil : (.how, rest)
        default: return nil
        }
    }

    /// The first answer to a question in the lead.
    func answer(to question: Question) -> Range<Int>? {
        for sentence in text.sentences.prefix(Self.reach) {
            for token in sentence {
                guard let length = opening(token, sentence, question) else { continue }
                let tokens = clause(from: token + length, sentence)
                if tokens.count > 1 { return tokens }
            }
        }
        return nil
    }

    /// How long the words are that open an answer at a token; nil where none do.
    private func opening(_ token: Int, _ sentence: Range<Int>, _ question: Question) -> Int? {
        if let match = Self.table.lexicon.longestMatch(in: text, at: token, limit: sentence.upperBound) {
            return Self.table.questions[match.value] == question ? match.length : nil
        }
        guard question == .how, text.hashes[token] == Self.by, token + 2 < sentence.upperBound,
            !Self.noMeans.contains(text.hashes[token + 1])
        else { return nil }
        return text.isGerund(token + 1) ? 1 : nil
    }

    private func clause(from start: Int, _ sentence: Range<Int>) -> Range<Int> {
        var end = start
        while end < sentence.upperBound, end - start < Self.longest {
            let kind = text.kinds[end]
            if kind == .terminator || kind == .dash || kind == .colon { break }
            if end > start + 2, kind == .comma || Self.ends.contains(text.hashes[end]) { break }
            end += 1
        }
        return start..<max(start, end)
    }
}
