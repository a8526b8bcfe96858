import Language
import Markup

/// What the head of a page says about its text: anchors that passages are compared with.
struct PassageAnchors {
    /// Hashes of three successive words of JSON-LD's `articleBody`.
    private let bodyTriples: PageHashes
    /// The same of the descriptions.
    private let descriptionTriples: PageHashes
    /// Hashes of the headlines' words.
    private let headlineWords: PageHashes
    /// The headline's forms, comparable.
    let headlines: [String]
    /// The description's forms, comparable.
    let descriptions: [String]
    /// What the head calls the page.
    let types: PageTypes

    /// Anchors by the article's own body, headlines and descriptions.
    init(body: String?, headlines: [String], descriptions: [String], types: PageTypes) {
        self.types = types
        self.headlines = headlines.map(\.comparable).filter { !$0.isEmpty }
        self.descriptions = descriptions.map(\.comparable).filter { $0.utf8.count >= 24 }
        descriptionTriples = PageHashes(self.descriptions.flatMap { Self.triples(of: $0) })
        // The first three: what the head says, not the parts it could be cut into.
        headlineWords = PageHashes(self.headlines.prefix(3).flatMap { WordHashes(Array($0.utf8)[...]).hashes })
        // Bodies below 200 bytes are teasers.
        bodyTriples = PageHashes(body.map { $0.utf8.count >= 200 ? Self.triples(of: $0) : [] } ?? [])
    }

    private static func triples(of text: String) -> [UInt64] {
        let words = WordHashes(Array(text.utf8)[...]).hashes
        return words.indices.dropLast(2).map { triple(words, $0) }
    }

    /// Whether there is a body to compare with.
    var hasBody: Bool { !bodyTriples.isEmpty }

    /// The share of a passage's word triples that the body has; -1 without a body or a triple.
    func bodyShare(of words: [UInt64]) -> Float {
        guard hasBody, words.count >= 3 else { return -1 }
        var found = 0
        for index in 0...(words.count - 3) where bodyTriples.contains(Self.triple(words, index)) { found += 1 }
        return Float(found) / Float(words.count - 2)
    }

    /// The share of a passage's word triples that the descriptions have; -1 without one or a triple.
    func descriptionShare(of words: [UInt64]) -> Float {
        guard !descriptionTriples.isEmpty, words.count >= 3 else { return -1 }
        var found = 0
        for index in 0...(words.count - 3) where descriptionTriples.contains(Self.triple(words, index)) { found += 1 }
        return Float(found) / Float(words.count - 2)
    }

    /// The share of a passage's words that the headlines have.
    func headlineShare(of words: [UInt64]) -> Float {
        Float(words.count { headlineWords.contains($0) }) / Float(max(1, words.count))
    }

    private static func triple(_ words: [UInt64], _ index: Int) -> UInt64 {
        ((words[index] &* 31 &+ words[index + 1]) &* 0x9E37_79B9_7F4A_7C15) ^ words[index + 2]
    }
}

/// Hashes of words that a page tells. A set of Swift's own, whose places nobody can foresee: with a page's words in a table of
/// ours its maker could have all of them in one place. The filter before it can only let more through.
private struct PageHashes {
    private let hashes: Set<UInt64>
    private let filter: KeyFilter

    init(_ hashes: [UInt64]) {
        self.hashes = Set(hashes)
        filter = KeyFilter(hashes, count: hashes.count)
    }

    var isEmpty: Bool { hashes.isEmpty }

    func contains(_ hash: UInt64) -> Bool { filter.mayContain(hash) && hashes.contains(hash) }
}

/// The words of a text as hashes: runs of letters and digits, small ASCII letters; bytes above ASCII count as letters
/// except general punctuation.
struct WordHashes {
    /// A hash for each word.
    private(set) var hashes: [UInt64] = []

    /// Reads a text. Linear.
    init(_ text: ArraySlice<UInt8>) {
        // English has a word every six bytes.
        hashes.reserveCapacity(text.count / 6 + 1)
        text.withUnsafeBufferPointer { read($0) }
    }

    private mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
        var hash = FNV1a.offset
        var isInside = false
        var index = 0
        while index < text.count {
            let byte = text[index]
            let isPunctuation = byte == 0xE2 && index + 1 < text.count && text[index + 1] <= 0x81
            if byte.isASCIILetterOrDigit || (byte >= 0x80 && !isPunctuation) {
                hash = FNV1a.extended(hash, byte.lowercasedASCII)
                isInside = true
                index += 1
            } else {
                if isInside { hashes.append(hash) }
                hash = FNV1a.offset
                isInside = false
                index += isPunctuation ? 3 : 1
            }
        }
        if isInside { hashes.append(hash) }
    }
}

extension PassageAnchors {
    /// The anchors of a page's head.
    init(_ meta: MetaTags, _ linked: LinkedData) {
        var headlines = [linked.article?["headline"]?.text, meta.first("og:title"), meta.first("twitter:title")]
            .compactMap { $0 }
        if let title = meta.title { headlines += [title] + SiteSuffix.parts(of: title) }
        for title in [meta.first("og:title")].compactMap({ $0 }) { headlines += SiteSuffix.parts(of: title) }
        self.init(
            body: linked.article?["articleBody"]?.text, headlines: headlines,
            descriptions: [
                linked.article?["description"]?.text, meta.first("og:description"), meta.first("description"),
                meta.first("twitter:description"),
            ].compactMap { $0 }, types: PageTypes(meta, linked))
    }
}
