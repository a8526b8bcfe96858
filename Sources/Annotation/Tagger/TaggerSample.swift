import Language
import Records

/// A text as the tagger sees it, for those who train it: its tokens and what is seen at each.
package struct TaggerSample: Sendable {
    /// The tokens of each sentence.
    package let sentences: [Range<Int>]
    /// Each token's range in code points.
    package let ranges: [TextRange]
    /// Where each token's features begin in `keys`, and the end.
    package private(set) var bounds: [Int] = [0]
    /// The features, as hashes.
    package private(set) var keys: [UInt64] = []
    /// What each feature is made of.
    package private(set) var sources: [Source] = []

    /// What a feature is made of: the token's own word, its beginning or ending; what is known of that word before any text is
    /// read; or all else.
    package enum Source: Sendable { case word, classes, surroundings }

    /// The hash of each token's word, and whether it is written as names are.
    private let hashes: [UInt64]
    private let isName: [Bool]

    private struct KeyList: FeatureSink {
        var keys: [UInt64] = []
        var sources: [Source] = []

        mutating func add(_ key: UInt64) { add(key, .surroundings) }
        mutating func addWord(_ key: UInt64) { add(key, .word) }
        mutating func addClass(_ key: UInt64) { add(key, .classes) }

        private mutating func add(_ key: UInt64, _ source: Source) {
            keys.append(key)
            sources.append(source)
        }
    }

    /// Reads a text; paragraphs are parted by blank lines. Linear in it.
    package init(_ text: String) {
        var article = Article()
        article.text = text
        article.language = "en"
        let reading = Reading(article)
        sentences = reading.text.sentences
        ranges = (0..<reading.text.count).map { reading.range(tokens: $0..<($0 + 1)) }
        let traits = TextTraits(reading)
        hashes = reading.text.hashes
        isName = traits.tokens.map(\.isName)
        let features = TagFeatures(traits)
        var list = KeyList()
        for sentence in sentences {
            for token in sentence {
                features.add(token, of: sentence, to: &list)
                bounds.append(list.keys.count)
            }
        }
        keys = list.keys
        sources = list.sources
    }

    /// The features of each token that a second reading has above the first, which gave such tags. Linear in the tokens.
    package func secondKeys(_ tags: [UInt8]) -> [[UInt64]] {
        let document = DocumentNames(hashes: hashes, isName: isName, tags: tags)
        return hashes.indices.map { token in
            var list = KeyList()
            document.add(token, to: &list)
            return list.keys
        }
    }
}
