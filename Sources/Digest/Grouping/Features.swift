import Records

/// What a report is about, as weighted features: the names in it, and its rarer words. No vector is longer than one.
struct Features: Sendable {
    /// One feature: its number in the vocabulary and its weight.
    struct Weighted: Sendable {
        let feature: Int
        let weight: Double
    }

    /// Names of people, organisations, places and other things.
    let names: [Weighted]
    /// Whether the report names anybody or anything, be it in no other report.
    let isNaming: Bool
    /// Words of the headline and the text's beginning.
    let terms: [Weighted]
    /// The cities, regions and facilities it names, as sorted features; countries are too wide to tell events apart.
    let localities: [Int]
    /// The ordinal of the day its main event happened, where it is known to the day.
    let eventDay: Int?
    /// The ordinal of the day it was published, where the article itself says so.
    let publishedDay: Int?

    /// Names and terms kept of an article, the heaviest first: enough to hold what a news report is about. See
    /// docs/digest.md, "Thresholds".
    static let mostNames = 16
    static let mostTerms = 32
}

/// Turns the articles of a day, and of the days before, into features weighed by their rarity among all of them.
struct FeatureIndex: Sendable {
    private struct Raw {
        var names: [(feature: Int, count: Double)] = []
        var terms: [(feature: Int, count: Double)] = []
        var localities: [Int] = []
        var eventDay: Int?
        var publishedDay: Int?
    }

    private var numbers: [UInt64: Int] = [:]
    private var articlesWith: [Int] = []
    private var raws: [Raw] = []
    private var added = 0

    /// Bytes of the text whose words count: news tells what it is about in the first paragraphs, later ones hold the
    /// background that reports of different events share.
    private static let leadBytes = 2400
    /// A word of the headline counts as this many in the text.
    private static let headlineWeight = 3.0
    /// Articles supposed in the background, so that in a day of three articles a word that stands in two is not taken
    /// for a common one.
    private static let supposedArticles = 200.0

    /// An index without articles.
    init() {}

    /// Adds an article; its features are had by the order of adding. A near copy does not make its words commoner.
    /// Linear in its names and leading words.
    mutating func add(_ record: ArticleRecord, isCopy: Bool = false) {
        var raw = Raw()
        addNames(of: record, to: &raw)
        addTerms(of: record, to: &raw)
        raw.eventDay = record.eventSpan.flatMap { $0.grain == .day ? $0.first.ordinal : nil }
        // A file's time tells when it was saved, which may be years later.
        if let published = record.article.published, published.from != .fileTime {
            raw.publishedDay = CalendarDay(published.value)?.ordinal
        }
        if !isCopy {
            added += 1
            for feature in Set(raw.terms.map(\.feature) + raw.names.map(\.feature)) { articlesWith[feature] += 1 }
        }
        raws.append(raw)
    }

    /// The features of the article added as number `index`.
    func features(of index: Int) -> Features {
        let raw = raws[index]
        return Features(
            names: weighed(raw.names, keeping: Features.mostNames),
            isNaming: !raw.names.isEmpty, terms: weighed(raw.terms, keeping: Features.mostTerms),
            localities: raw.localities, eventDay: raw.eventDay, publishedDay: raw.publishedDay)
    }

    private mutating func addNames(of record: ArticleRecord, to raw: inout Raw) {
        var counts: [Int: Double] = [:]
        var localities: Set<Int> = []
        for entity in record.annotations.entities {
            let key = NameKey(entity).hash
            // Names and words have numbers of their own: "Turkey" in the text is not the country.
            let feature = number(of: key ^ 0xA5A5_A5A5_A5A5_A5A5)
            counts[feature, default: 0] += Double(max(1, entity.mentions.count))
            if entity.type == .place, let kind = entity.placeKind, kind != "country" { localities.insert(feature) }
        }
        raw.names = counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        raw.localities = localities.sorted()
    }

    /// Words that are part of a name do not count as words: one name would be evidence of both kinds.
    private mutating func addTerms(of record: ArticleRecord, to raw: inout Raw) {
        var named: Set<UInt64> = []
        for entity in record.annotations.entities {
            for form in [entity.name] + entity.aliases { named.formUnion(WordHashes(of: form, limit: 200).words) }
        }
        var counts: [Int: Double] = [:]
        let language = record.article.language
        let headline = WordHashes(of: record.article.headline ?? "", limit: Self.leadBytes).words
        let lead = WordHashes(of: record.article.text, limit: Self.leadBytes).words
        for (words, weight) in [(headline, Self.headlineWeight), (lead, 1)] {
            for word in words where !named.contains(word) && !Lexicon.isCommon(word, in: language) {
                counts[number(of: word), default: 0] += weight
            }
        }
        raw.terms = counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private mutating func number(of hash: UInt64) -> Int {
        if let known = numbers[hash] { return known }
        numbers[hash] = articlesWith.count
        articlesWith.append(0)
        return articlesWith.count - 1
    }

    /// Weights (1 + ln count) · ln(articles / articles with it). The heaviest of those that stand elsewhere too are kept;
    /// the ones that stand here alone can match nothing, but count in the length, so that an article which shares few
    /// of its words is not taken for one that shares all.
    private func weighed(_ counts: [(feature: Int, count: Double)], keeping most: Int) -> [Features.Weighted] {
        let articles = Double(added) + Self.supposedArticles
        let all = counts.map { feature, count in
            Features.Weighted(
                feature: feature,
                weight: (1 + Logarithm.natural(count)) * Logarithm.natural(articles / Double(articlesWith[feature])))
        }.sorted { ($1.weight, $0.feature) < ($0.weight, $1.feature) }
        let kept = all.filter { articlesWith[$0.feature] > 1 }.prefix(most)
        let length = max(Self.length(of: kept), Self.length(of: all.prefix(most)))
        guard length > 0 else { return [] }
        return kept.map { Features.Weighted(feature: $0.feature, weight: $0.weight / length) }
    }

    private static func length(of features: ArraySlice<Features.Weighted>) -> Double {
        features.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
    }
}
