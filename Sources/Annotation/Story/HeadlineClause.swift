import Language

/// What a headline says in its main clause: "Croydon tram crash: Driver arrested as seven die" says "Driver arrested".
///
/// Where the headline has a label before a colon or a tail that tells the circumstances, these are no part of it; where
/// the clause opens with the name of who acts and a verb follows, the predicate stands without the name.
struct HeadlineClause {
    /// A label before a colon is at most so many words long.
    static let longestLabel = 4
    /// A clause has at least so many words.
    private static let leastClause = 3
    /// So many words stand before what is cut away: "Dozens hurt as …".
    private static let leastNews = 2
    private static let cuts = Tables.lexicon("headline-cuts")
    /// "Fans", "drivers": they look like verbs and are none.
    private static let people = WordSet(
        Tables.list("person-nouns").entries.compactMap(\.first).map { WordHash.of($0 + "s") })
    private static let to = WordHash.of("to")
    private static let by = WordHash.of("by")
    private static let and = WordHash.of("and")

    private let head: HeadText
    /// The tokens of the clause.
    let tokens: Range<Int>
    /// Where the circumstances begin that were cut from its end, if any.
    let tail: Range<Int>?
    /// The name that opens the clause and acts, where a verb follows it.
    let subject: HeadText.Name?

    /// Loads the tables.
    static func warmUp() { _ = (cuts, people) }

    /// The main clause; nil without a headline of three words.
    init?(_ head: HeadText) {
        let parts = Self.parts(of: head.text)
        guard let whole = Self.clause(among: parts, head.text) else { return nil }
        let end = Self.end(of: whole, head)
        self.head = head
        tokens = whole.lowerBound..<end
        tail = end < whole.upperBound ? end..<whole.upperBound : nil
        subject = Self.subject(of: tokens, head)
    }

    /// The predicate, or the whole clause where nobody named acts in it.
    var news: Range<Int> { subject.map { $0.tokens.upperBound..<tokens.upperBound } ?? tokens }

    /// The stretches between colons, dashes and full stops.
    private static func parts(of text: TokenizedText) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        for token in 0..<text.count {
            let kind = text.kinds[token]
            let isBar = kind == .symbol && text.ends[token] - text.starts[token] == 1 && text.firstByte(token) == 0x7C
            guard kind == .colon || kind == .dash || kind == .terminator || isBar else { continue }
            if token > start { parts.append(start..<token) }
            start = token + 1
        }
        if start < text.count { parts.append(start..<text.count) }
        return parts
    }

    private static func clause(among parts: [Range<Int>], _ text: TokenizedText) -> Range<Int>? {
        func words(_ part: Range<Int>) -> Int { part.count { text.kinds[$0] == .word || text.kinds[$0] == .number } }
        guard let first = parts.first else { return nil }
        if parts.count > 1, words(first) <= longestLabel, words(parts[1]) >= leastClause { return parts[1] }
        return parts.first { words($0) > leastClause } ?? (words(first) >= leastClause ? first : nil)
    }

    /// Where the circumstances begin.
    private static func end(of clause: Range<Int>, _ head: HeadText) -> Int {
        let text = head.text
        var token = clause.lowerBound + leastNews
        while token < clause.upperBound {
            if text.kinds[token] == .comma, token + 1 < clause.upperBound,
                StoryWords.sayings.contains(text.hashes[token + 1])
            {
                return token
            }
            let isInName = head.names.contains { $0.tokens.contains(token) }
            if !isInName, opensCircumstance(token, clause, text) {
                return text.kinds[token - 1] == .comma ? token - 1 : token
            }
            token += 1
        }
        return clause.upperBound
    }

    /// "after", "to meet", "by storming", "and insists".
    private static func opensCircumstance(_ token: Int, _ clause: Range<Int>, _ text: TokenizedText) -> Bool {
        if let match = cuts.longestMatch(in: text, at: token, limit: clause.upperBound) {
            return token + match.length < clause.upperBound
        }
        guard token + 1 < clause.upperBound, text.kinds[token + 1] == .word else { return false }
        switch text.hashes[token] {
        case to:
            return !StoryWords.determiners.contains(text.hashes[token + 1])
                && hasVerb(clause.lowerBound..<(token - 1), text)
        case by: return text.isGerund(token + 1)
        case and: return isFinite(token + 1, text)
        default: return false
        }
    }

    /// Whether a stretch has a verb, so that "to" behind it opens a purpose: of "bridge to close" it is the verb's own.
    private static func hasVerb(_ tokens: Range<Int>, _ text: TokenizedText) -> Bool {
        tokens.dropFirst().contains { isFinite($0, text) }
    }

    /// Whether a word looks like a verb in the third person. A plural noun looks the same; the caller's place decides.
    private static func isFinite(_ token: Int, _ text: TokenizedText) -> Bool {
        if StoryWords.helpers.contains(text.hashes[token]) { return text.hashes[token] != to }
        guard text.kinds[token] == .word, text.ends[token] - text.starts[token] > 3 else { return false }
        let tail = text.bytes[(text.ends[token] - 2)..<text.ends[token]]
        return tail.last == UInt8(ascii: "s") && tail.first != UInt8(ascii: "s")
            && !people.contains(text.hashes[token])
    }

    /// The name at the clause's front, when a verb stands right behind it, or one adverb between.
    private static func subject(of clause: Range<Int>, _ head: HeadText) -> HeadText.Name? {
        // A name may fill the clause, or reach beyond it: then nothing stands behind it.
        guard let name = head.names.first(where: { $0.tokens.lowerBound == clause.lowerBound }),
            name.tokens.upperBound < clause.upperBound
        else { return nil }
        let text = head.text
        let last = min(name.tokens.upperBound + 2, clause.upperBound - 1)
        for verb in name.tokens.upperBound..<last {
            guard text.kinds[verb] == .word else { return nil }
            if isFinite(verb, text) || StoryWords.determiners.contains(text.hashes[verb + 1]) { return name }
            let bytes = text.bytes[text.starts[verb]..<text.ends[verb]]
            guard bytes.suffix(2).elementsEqual("ly".utf8) || bytes.elementsEqual("even".utf8) else { return nil }
        }
        return nil
    }
}
