/// How much of each passage is in the reviewed text of its page.
struct PassageLabels {
    /// Words of a run: four, as the scorer of body texts counts them.
    private static let run = 4
    /// From this share on a passage is text.
    static let threshold = 0.5

    /// From 0 to 1, one a passage.
    private(set) var shares: [Double] = []
    /// The number of words of each.
    private(set) var words: [Int] = []

    /// Labels passages. A passage of five words and more has the share of its runs that the text has; a shorter one is
    /// text where it is a line of it, and half so where it stands inside one. Of a passage that the page has more often
    /// than the text, those among other text are meant. Linear but for repeated passages.
    init(_ passages: [String], reviewed: String) {
        let reviewedWords = Self.words(of: reviewed)
        let runs = Set(Self.runs(reviewedWords))
        var lines: [String: Int] = [:]
        for line in reviewed.split(whereSeparator: { $0 == "\n" || $0 == "|" }) {
            lines[Self.words(of: String(line)).joined(separator: " "), default: 0] += 1
        }
        let whole = " \(reviewedWords.joined(separator: " ")) "
        var keys: [String] = []
        for passage in passages {
            let found = Self.words(of: passage)
            let key = found.joined(separator: " ")
            keys.append(key)
            words.append(found.count)
            if found.count > Self.run {
                let own = Self.runs(found)
                shares.append(Double(own.count { runs.contains($0) }) / Double(own.count))
            } else if found.isEmpty {
                shares.append(0)
            } else {
                let isInside = found.count >= 3 && whole.contains(" \(key) ")
                shares.append(lines[key] != nil ? 1 : isInside ? 0.6 : 0)
            }
        }
        dropSurplus(keys, lines)
    }

    /// How much each passage counts on a page that counts `page`: long ones more, doubtful ones less, and a page of many
    /// passages not as many times as it has passages.
    func weights(of page: Double) -> [Double] {
        let weights = zip(shares, words).map { share, words in
            (Double(min(words, 60)).squareRoot() + 0.7) * (0.3 + 1.4 * abs(share - 0.5))
        }
        let sum = weights.reduce(0, +).squareRoot()
        return weights.map { $0 / max(1e-9, sum) * page }
    }

    private mutating func dropSurplus(_ keys: [String], _ lines: [String: Int]) {
        var places: [String: [Int]] = [:]
        for (index, key) in keys.enumerated() where shares[index] >= Self.threshold {
            places[key, default: []].append(index)
        }
        let before = shares
        for (key, indices) in places where indices.count > max(1, lines[key] ?? 1) {
            let ranked = indices.map { (index: $0, support: support(of: $0, in: before)) }
                .sorted { ($0.support, $1.index) > ($1.support, $0.index) }
            for surplus in ranked.dropFirst(max(1, lines[key] ?? 1)) { shares[surplus.index] = 0 }
        }
    }

    /// How much text stands in the six passages on either side.
    private func support(of index: Int, in shares: [Double]) -> Double {
        var sum = 0.0
        for other in max(0, index - 6)..<min(shares.count, index + 7) where other != index {
            sum += shares[other] * Double(min(words[other], 40))
        }
        return sum
    }

    private static func runs(_ words: [String]) -> [String] {
        guard words.count >= run else { return [] }
        return (0...(words.count - run)).map { words[$0..<($0 + run)].joined(separator: " ") }
    }

    /// Runs of letters and digits, in small letters.
    static func words(of text: String) -> [String] {
        text.lowercased().unicodeScalars.split {
            !($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_")
        }
        .map { String(String.UnicodeScalarView($0)) }
    }
}
