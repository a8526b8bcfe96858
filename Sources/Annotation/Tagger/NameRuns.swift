import Language

/// Runs of tokens written as names are: words with capitals, and the hyphens, ampersands and dots between them. In a line whose
/// capitals tell nothing, a headline in title case or in capitals, a word counts as written with one if the rest of the text, or
/// else the language at large, does so.
struct NameRuns: Sendable {
    /// The runs, in order.
    private(set) var runs: [Range<Int>] = []
    /// The run of each token, or -1.
    private(set) var runOfToken: [Int32]
    /// Which words are written as names are.
    let capitals: TrueCapitals

    /// The runs of a text, none of which crosses a sentence. Linear in the tokens.
    init(_ reading: Reading) {
        let text = reading.text
        capitals = TrueCapitals(reading)
        runOfToken = [Int32](repeating: -1, count: text.count)
        for sentence in text.sentences {
            var token = sentence.lowerBound
            while token < sentence.upperBound {
                guard capitals.contain(token), !reading.clues[token].contains(.calendar) else {
                    token += 1
                    continue
                }
                let end = Self.end(of: token, in: reading, capitals, limit: sentence.upperBound)
                for member in token..<end { runOfToken[member] = Int32(truncatingIfNeeded: runs.count) }
                runs.append(token..<end)
                token = end
            }
        }
    }

    private static let ampersand = WordHash.of("&")

    private static func end(of start: Int, in reading: Reading, _ capitals: TrueCapitals, limit: Int) -> Int {
        let text = reading.text
        var end = start + 1
        while end < limit {
            if capitals.contain(end), !reading.clues[end].contains(.calendar) {
                end += 1
            } else if end + 1 < limit, capitals.contain(end + 1),
                text.kinds[end] == .hyphen || text.hashes[end] == ampersand
            {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    /// The runs before and behind a run, where no more than two tokens part them.
    func neighbours(of token: Int) -> (before: Range<Int>?, after: Range<Int>?) {
        let index = Int(runOfToken[token])
        let run = runs[index]
        let before = index > 0 && run.lowerBound - runs[index - 1].upperBound <= 2 ? runs[index - 1] : nil
        let after =
            index + 1 < runs.count && runs[index + 1].lowerBound - run.upperBound <= 2 ? runs[index + 1] : nil
        return (before, after)
    }

    /// The run a token stands in.
    func run(of token: Int) -> Range<Int>? {
        runOfToken[token] < 0 ? nil : runs[Int(runOfToken[token])]
    }
}
