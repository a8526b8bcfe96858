import Language
import Records

/// All that features are made of, for one token.
struct TokenTraits: Sendable {
    /// The folded word.
    var hash: UInt64 = 0
    /// Kind and look.
    var look: UInt64 = 0
    /// What is known of the word before any text is read.
    var classes = WordClasses.Traits(bits: 0)
    /// What the word's own form says about names.
    var clues: UInt64 = 0
    /// The kind of the gazetteer's name it stands in, and where; 0 for none.
    var known: UInt64 = 0
    /// What the document tells of the word.
    var evidence: WordEvidence = []
    /// Whether it may be part of a name, so that all features are asked.
    var isFull = false
    /// Whether it is written as names are: with a capital, or in a run of such words.
    var isName = false

    /// Beyond the edge of a sentence.
    static let edge = TokenTraits(hash: 0x6564_6765, look: 0xFFFF)
}

/// The traits of all tokens of a text.
struct TextTraits: Sendable {
    let reading: Reading
    let runs: NameRuns
    private(set) var tokens: [TokenTraits]

    /// Reads the traits. Linear in the tokens.
    init(_ reading: Reading) {
        let text = reading.text
        self.reading = reading
        runs = NameRuns(reading)
        let document = DocumentEvidence(reading, runs)
        let classes = WordClasses.shared
        tokens = [TokenTraits](repeating: TokenTraits(), count: text.count)
        for token in 0..<text.count {
            let flags = text.flags[token]
            var traits = TokenTraits(hash: text.hashes[token], look: Self.look(token, text))
            if text.kinds[token] == .word || text.kinds[token] == .number {
                traits.classes = classes[traits.hash]
                traits.clues = UInt64(reading.clues[token].rawValue)
                let isName = flags.contains(.capital) || runs.runOfToken[token] >= 0
                traits.isFull = isName || !flags.isDisjoint(with: [.digit, .wide])
                traits.isName = isName
                if isName { traits.evidence = document[traits.hash] }
            }
            tokens[token] = traits
        }
        markConnectors()
        markKnown()
    }

    /// Small words between two runs may be part of a name: "Bank [of] England", "Party [of the] Left".
    private mutating func markConnectors() {
        for (run, next) in zip(runs.runs, runs.runs.dropFirst()) where next.lowerBound - run.upperBound <= 2 {
            for token in run.upperBound..<next.lowerBound where reading.text.kinds[token] == .word {
                tokens[token].isFull = true
            }
        }
    }

    /// Kind and look of a token in 20 bits.
    private static func look(_ token: Int, _ text: TokenizedText) -> UInt64 {
        let seen: TokenFlags = [
            .capital, .allCaps, .lower, .digit, .initial, .abbreviation, .opensSentence, .spaced, .wide,
        ]
        let length = min(4, text.ends[token] - text.starts[token])
        let isMark = text.kinds[token] != .word && text.kinds[token] != .number
        return UInt64(text.flags[token].intersection(seen).rawValue) | UInt64(text.kinds[token].rawValue) << 12
            | UInt64(isMark ? 0 : length) << 16
    }

    /// Marks the tokens of the gazetteer's names, the longest first where a run is read from left to right.
    private mutating func markKnown() {
        let text = reading.text
        let gazetteer = Gazetteer.shared
        for run in runs.runs {
            let sentence = text.sentence(of: run.lowerBound)
            var token = run.lowerBound
            while token < run.upperBound {
                guard let match = gazetteer.match(in: text, at: token, limit: sentence.upperBound) else {
                    token += 1
                    continue
                }
                let kind = Self.code(of: gazetteer.entries[match.entry].type)
                for member in token..<(token + match.length) {
                    let isFirst: UInt64 = member == token ? 1 : 0
                    let isLast: UInt64 = member == token + match.length - 1 ? 2 : 0
                    tokens[member].known = kind << 2 | isFirst | isLast
                }
                token += match.length
            }
        }
    }

    private static func code(of type: Entity.Kind) -> UInt64 {
        switch type {
        case .person: 1
        case .organization: 2
        case .place: 3
        case .group: 4
        default: 5
        }
    }
}
