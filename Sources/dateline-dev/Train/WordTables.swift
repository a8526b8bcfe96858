import Extraction
import Foundation
import Language

/// Learns the weights of words from labelled pages: those of containers' names and those of lines.
struct WordTables {
    /// Parts of the sites: a page's features are made with tables learned from the other parts, so that a forest learns how
    /// far such weights can be trusted on sites they have not seen.
    static let folds = 5

    /// The words of one page, as numbers.
    private struct Entry {
        var fold: Int
        var tokens: [[Int32]?]
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
    private static let containerPrice = 50.0

    private var tokens = Vocabulary()
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
                containers: words.containers.map { $0.map { containers.number($0, site: site) } }, isText: isText,
                weights: labels.weights(of: weight)))
    }

    /// The weights learned from the pages outside a part; of all pages where it is nil.
    func weights(without fold: Int?) -> (containers: [String: Float], tokens: [String: Float]) {
        var lines = LogisticRegression.Rows()
        var around = LogisticRegression.Rows()
        let isToken = tokens.sites.map { $0.count >= Self.fewestTokenSites }
        let isContainer = containers.sites.map { $0.count >= Self.fewestContainerSites }
        for entry in entries where entry.fold != fold {
            for index in entry.isText.indices {
                around.features.append(entry.containers[index].filter { isContainer[Int($0)] })
                around.isPositive.append(entry.isText[index])
                around.weights.append(entry.weights[index])
                guard let words = entry.tokens[index] else { continue }
                lines.features.append(words.filter { isToken[Int($0)] })
                lines.isPositive.append(entry.isText[index])
                lines.weights.append(entry.weights[index])
            }
        }
        let line = LogisticRegression(lines, width: tokens.words.count, price: Self.tokenPrice)
        let container = LogisticRegression(around, width: containers.words.count, price: Self.containerPrice)
        var table = Self.rounded(line, tokens.words)
        table["=bias"] = Float((line.weights[tokens.words.count] * 100).rounded() / 100)
        return (Self.rounded(container, containers.words), table)
    }

    /// Weights of two decimals. Below a tenth they tell nothing; a word that opens with `#` would be a comment.
    private static func rounded(_ regression: LogisticRegression, _ words: [String]) -> [String: Float] {
        var table: [String: Float] = [:]
        for (word, weight) in zip(words, regression.weights) where abs(weight) >= 0.1 && !word.hasPrefix("#") {
            table[word] = Float((weight * 100).rounded() / 100)
        }
        return table
    }
}

extension PassageTables {
    /// Tables of learned weights.
    convenience init(_ weights: (containers: [String: Float], tokens: [String: Float])) {
        self.init(containers: weights.containers, tokens: weights.tokens)
    }
}
