import Extraction
import Foundation
import Language

/// Learns the weights of words from labelled pages: those of containers' names, those of lines,
/// and those at the ends of longer passages.
struct WordTables {
    /// Parts of the sites: a page's features are made with tables learned from the other parts, so that a forest learns how
    /// far such weights can be trusted on sites they have not seen.
    static let folds = 5

    /// The words of one page, as numbers.
    private struct Entry {
        var fold: Int
        var tokens: [[Int32]?]
        var ends: [[Int32]?]
        var containers: [[Int32]]
        var isText: [Bool]
        var weights: [Double]
    }

    /// Words and the sites that have them.
    private struct Vocabulary {
        private(set) var words: [String] = []
        private var numbers: [String: Int32] = [:]
        private(set) var sites: [Set<String>] = []

        mutating func number(_ word: String, site: String) -> Int32 {
            let number = numbers[word] ?? Int32(words.count)
            if number == words.count {
                numbers[word] = number
                words.append(word)
                sites.append([])
            }
            sites[Int(number)].insert(site)
            return number
        }
    }

    /// Sites that must have a token or a container's word for it to get a weight: fewer are the words of one publisher.
    private static let fewestTokenSites = 8
    private static let fewestContainerSites = 5
    /// Prices on squared weights: measured over 0.1 to 100 by cross-validation.
    private static let tokenPrice = 10.0
    /// For the ends of passages 10 and 50 were measured: by the latter they tell more on unseen sites.
    private static let endPrice = 50.0
    private static let containerPrice = 50.0

    private var tokens = Vocabulary()
    private var ends = Vocabulary()
    private var containers = Vocabulary()
    private var entries: [Entry] = []

    /// The part a site lies in.
    static func fold(of site: String) -> Int {
        Int(FNV1a.hash(of: site.utf8) % UInt64(folds))
    }

    /// Adds a page.
    mutating func add(_ words: PassageWords, _ labels: PassageLabels, site: String, weight: Double) {
        let isText = labels.shares.map { $0 >= PassageLabels.threshold }
        guard isText.contains(true) else { return }
        entries.append(
            Entry(
                fold: Self.fold(of: site),
                tokens: words.tokens.map { $0?.map { tokens.number($0, site: site) } },
                ends: words.ends.map { $0?.map { ends.number($0, site: site) } },
                containers: words.containers.map { $0.map { containers.number($0, site: site) } }, isText: isText,
                weights: labels.weights(of: weight)))
    }

    /// The weights learned from the pages outside a part; of all pages where it is nil.
    func weights(without fold: Int?) -> (containers: [String: Float], tokens: [String: Float]) {
        let containers = Self.table(
            regression(containers, Self.fewestContainerSites, Self.containerPrice, without: fold) { $0.containers })
        let lines = Self.table(
            regression(tokens, Self.fewestTokenSites, Self.tokenPrice, without: fold) { $0.tokens }, bias: "=bias")
        let ends = Self.table(
            regression(ends, Self.fewestTokenSites, Self.endPrice, without: fold) { $0.ends }, bias: "(=bias",
            least: 0.05)
        return (containers, lines.merging(ends) { one, _ in one })
    }

    /// Words and their weights, the bias last.
    private func regression(
        _ vocabulary: Vocabulary, _ fewestSites: Int, _ price: Double, without fold: Int?,
        of words: (Entry) -> [[Int32]?]
    ) -> (words: [String], weights: [Double]) {
        let isCommon = vocabulary.sites.map { $0.count >= fewestSites }
        var rows = LogisticRegression.Rows()
        for entry in entries where entry.fold != fold {
            for (index, own) in words(entry).enumerated() {
                guard let own else { continue }
                rows.features.append(own.filter { isCommon[Int($0)] })
                rows.isPositive.append(entry.isText[index])
                rows.weights.append(entry.weights[index])
            }
        }
        return (vocabulary.words, LogisticRegression(rows, width: vocabulary.words.count, price: price).weights)
    }

    /// Weights of two decimals. Below `least` they tell nothing; a word that opens with `#` would be a comment.
    private static func table(
        _ regression: (words: [String], weights: [Double]), bias: String? = nil, least: Double = 0.1
    ) -> [String: Float] {
        var table: [String: Float] = [:]
        for (word, weight) in zip(regression.words, regression.weights)
        where abs(weight) >= least && !word.hasPrefix("#") {
            table[word] = Float((weight * 100).rounded() / 100)
        }
        if let bias, let weight = regression.weights.last { table[bias] = Float((weight * 100).rounded() / 100) }
        return table
    }
}

extension PassageTables {
    /// Tables of learned weights.
    convenience init(_ weights: (containers: [String: Float], tokens: [String: Float])) {
        self.init(containers: weights.containers, tokens: weights.tokens)
    }
}
