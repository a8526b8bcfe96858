import Foundation
import Records

/// A text with the names that annotators found in it.
struct NamedText {
    var text: String
    /// The names in code points, each with the index of its kind in `NameTag.kinds`; nil for other names.
    var names: [(range: TextRange, kind: Int?)]
    /// Stretches of which nobody knows whether they are names and of what, none of which meets a name.
    var open: [TextRange] = []
}

/// Reads annotated corpora as running texts: what was parted into tokens is set again as a writer would set it.
enum NameCorpus {
    /// One sentence of a corpus in tokens.
    private struct Sentence: Decodable {
        struct Span: Decodable {
            var tokens: Range<Int>
            var type: String

            init(from decoder: any Decoder) throws {
                var fields = try decoder.unkeyedContainer()
                let start = try fields.decode(Int.self)
                tokens = start..<max(start, try fields.decode(Int.self))
                type = try fields.decode(String.self)
            }
        }

        var doc: String?
        var tokens: [String]
        var spans: [Span]

        mutating func leaveOutCourtesies() {
            let starts = Set(spans.filter { $0.type == "PER" }.map(\.tokens.lowerBound))
            let kept = tokens.indices.filter { token in
                !starts.contains(token + 1) || !NameCorpus.courtesies.contains(tokens[token])
            }
            guard kept.count < tokens.count else { return }
            var places = [Int](repeating: 0, count: tokens.count + 1)
            for (place, token) in kept.enumerated() { places[token + 1] = place + 1 }
            for place in 1..<places.count { places[place] = max(places[place], places[place - 1]) }
            for span in spans.indices where spans[span].tokens.upperBound <= tokens.count {
                let old = spans[span].tokens
                spans[span].tokens = places[old.lowerBound]..<max(places[old.lowerBound], places[old.upperBound])
            }
            tokens = kept.map { tokens[$0] }
        }
    }

    /// A line: a sentence in tokens or a running text.
    private enum Line: Decodable {
        case sentence(Sentence)
        case text(NamedText)

        private enum Key: String, CodingKey { case text, spans }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Key.self)
            guard let text = try fields.decodeIfPresent(String.self, forKey: .text) else {
                self = .sentence(try Sentence(from: decoder))
                return
            }
            var named = NamedText(text: text, names: [])
            for span in try fields.decode([Sentence.Span].self, forKey: .spans) {
                let range = TextRange(span.tokens.lowerBound, span.tokens.upperBound)
                if span.type == "?" {
                    named.open.append(range)
                } else {
                    named.names.append((range, kind(of: span.type)))
                }
            }
            self = .text(named)
        }
    }

    /// How many sentences make a paragraph where the corpus does not say.
    private static let sentencesOfParagraph = 5

    private static let courtesies: Set<String> = ["Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss"]

    /// The documents of a file of JSON lines, gzipped or not: sentences with `tokens` and `spans`, which stand together where they
    /// have one `doc`; or texts with `text` and `spans` in code points, where the type "?" leaves a stretch open. If `isPlain`, "Mr." and its like are left out before people's names, as most papers do after the first
    /// mention.
    static func documents(of file: URL, isPlain: Bool = false) throws -> [NamedText] {
        var documents: [NamedText] = []
        var setter = TextSetter()
        var open: String?
        var count = 0
        for (number, line) in try GoldFile.lines(Line.self, in: file, limit: nil).enumerated() {
            guard case .sentence(var sentence) = line else {
                if case .text(let text) = line, !isPlain { documents.append(text) }
                continue
            }
            if isPlain { sentence.leaveOutCourtesies() }
            if sentence.doc == nil || sentence.doc != open {
                if count > 0 { documents.append(setter.document) }
                setter = TextSetter()
                count = 0
            } else if count.isMultiple(of: sentencesOfParagraph) {
                setter.endParagraph()
            }
            open = sentence.doc
            count += 1
            let look = isPlain ? HeadlineLook(of: number, words: sentence.tokens.count) : nil
            if look != nil { setter.endParagraph() }
            setter.add(sentence.tokens, names: sentence.spans.map { ($0.tokens, kind(of: $0.type)) }, look)
            if look != nil { setter.endParagraph() }
        }
        if count > 0 { documents.append(setter.document) }
        return documents
    }

    private static func kind(of type: String) -> Int? { ["PER", "ORG", "LOC"].firstIndex(of: type) }
}

/// How a sentence is set that stands for a headline: so the model learns to read lines whose capitals tell nothing.
private enum HeadlineLook {
    /// Every letter a capital, as agencies have them.
    case capitals
    /// Every word with a capital but the small ones.
    case titleCase

    /// Headlines have hardly more words.
    private static let mostWords = 18
    /// Of so many short sentences one is set in capitals, and one in title case.
    private static let every = 8

    /// The look of a sentence by its number in the corpus; nil for most.
    init?(of number: Int, words: Int) {
        guard words <= Self.mostWords else { return nil }
        switch number % Self.every {
        case 0: self = .capitals
        case Self.every / 2: self = .titleCase
        default: return nil
        }
    }

    private static let small: Set<String> = [
        "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "nor", "of", "on", "or", "over", "the",
        "to", "up", "with", "'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "’s",
    ]

    /// A token in this look.
    func set(_ token: String) -> String {
        switch self {
        case .capitals: token.uppercased()
        case .titleCase: Self.small.contains(token) ? token : token.prefix(1).uppercased() + token.dropFirst()
        }
    }
}

/// Sets tokens as running text.
private struct TextSetter {
    private var scalars: [Unicode.Scalar] = []
    private var names: [(range: TextRange, kind: Int?)] = []
    private var opensQuote = true
    private var isGlued = true

    var document: NamedText {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return NamedText(text: String(text), names: names)
    }

    private static let closing: Set<String> = [
        ",", ".", ";", ":", "?", "!", ")", "]", "}", "%", "'s", "'", "n't", "'re", "'ve", "'d", "'ll", "'m", "''", "”",
        "’",
        "’s", "...", "…",
    ]
    private static let opening: Set<String> = ["(", "[", "{", "$", "£", "€", "``", "“", "‘", "#"]

    mutating func endParagraph() {
        guard !scalars.isEmpty else { return }
        scalars += ["\n", "\n"]
        isGlued = true
        opensQuote = true
    }

    mutating func add(
        _ tokens: [String], names spans: [(tokens: Range<Int>, kind: Int?)], _ look: HeadlineLook?
    ) {
        var ranges: [TextRange] = []
        for token in tokens {
            let isMark = token == "\""
            let closes = Self.closing.contains(token) || isMark && !opensQuote
            if !isGlued, !closes { scalars.append(" ") }
            let start = scalars.count
            if look == nil || token != "." { scalars += (look?.set(token) ?? token).unicodeScalars }
            ranges.append(TextRange(start, scalars.count))
            isGlued = Self.opening.contains(token) || isMark && opensQuote
            if isMark { opensQuote.toggle() }
        }
        for span in spans where !span.tokens.isEmpty && span.tokens.upperBound <= ranges.count {
            let range = TextRange(ranges[span.tokens.lowerBound].start, ranges[span.tokens.upperBound - 1].end)
            names.append((range, span.kind))
        }
        isGlued = false
        opensQuote = true
    }
}
