import Language

/// Whether a headline is that of a guide, a list, a test or an explanation. Data: `guide-phrases.txt`.
enum GuideHeadline {
    private struct Phrase {
        let words: [UInt64]
        /// It counts only where the headline begins with it.
        let opens: Bool
    }

    private static let phrases: [UInt64: [Phrase]] = {
        let all = WordList(named: "guide-phrases", in: .module).words.compactMap { line -> (UInt64, Phrase)? in
            let opens = line.hasPrefix("^")
            let words = WordHashes(of: opens ? String(line.dropFirst()) : line).words
            return words.first.map { ($0, Phrase(words: words, opens: opens)) }
        }
        return Dictionary(grouping: all) { $0.0 }.mapValues { $0.map(\.1) }
    }()

    /// Loads the phrases.
    static func warmUp() { _ = phrases }

    /// Linear in the headline.
    static func matches(_ headline: String) -> Bool {
        let words = WordHashes(of: headline).words
        return words.indices.contains { index in
            phrases[words[index], default: []].contains { phrase in
                (index == 0 || !phrase.opens) && words[index...].starts(with: phrase.words)
            }
        }
    }
}
