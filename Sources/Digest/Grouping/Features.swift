/// What a report is about, as weighted features: the names in it, and its rarer words. No vector is longer than one.
struct Features: Sendable {
    /// One feature: its number in the vocabulary and its weight.
    struct Weighted: Sendable {
        let feature: Int
        let weight: Double
        /// Whether it is the name of a place or a people.
        let isOfPlace: Bool
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
    /// Whether it has a main event; guides, lists and tests have none.
    let tellsEvent: Bool
    /// The ordinal of the day it was published, where the article itself says so.
    let publishedDay: Int?

    /// Names and terms kept of an article, the heaviest first: enough to hold what a news report is about. See
    /// docs/digest.md, "Thresholds".
    static let mostNames = 16
    static let mostTerms = 32
}

/// Turns the articles of a day, and of the days before, into features weighed by their rarity among all of them.
struct FeatureIndex: Sendable {
    /// Counts by the numbers of this index's vocabulary.
    private struct Raw {
        var names: [Counted]
        var terms: [Counted]
        var localities: [Int]
        var eventDay: Int?
        var tellsEvent: Bool
        var publishedDay: Int?
    }

    /// A feature by its number, and its count.
    private struct Counted {
        let feature: Int32
        let count: Float
        let isOfPlace: Bool
    }

    private var numbers: [UInt64: Int32] = [:]
    private var articlesWith: [Int] = []
    private var raws: [Raw] = []
    private var added = 0

    /// Articles supposed in the background, so that in a day of three articles a word that stands in two is not taken
    /// for a common one.
    private static let supposedArticles = 200.0

    /// An index without articles.
    init() {}

    /// Adds an article; its features are had by the order of adding. A near copy does not make its words commoner.
    /// Linear in its names and leading words.
    mutating func add(_ counts: FeatureCounts, isCopy: Bool = false) {
        let raw = Raw(
            names: numbered(counts.names), terms: numbered(counts.terms),
            localities: counts.localities.map { Int(number(of: $0)) }.sorted(), eventDay: counts.eventDay,
            tellsEvent: counts.tellsEvent, publishedDay: counts.publishedDay)
        if !isCopy {
            added += 1
            for counted in raw.names + raw.terms { articlesWith[Int(counted.feature)] += 1 }
        }
        raws.append(raw)
    }

    private mutating func numbered(_ counts: [FeatureCounts.Counted]) -> [Counted] {
        counts.map { Counted(feature: number(of: $0.hash), count: $0.count, isOfPlace: $0.isOfPlace) }
    }

    /// The features of the article added as number `index`.
    func features(of index: Int) -> Features {
        let raw = raws[index]
        return Features(
            names: weighed(raw.names, keeping: Features.mostNames),
            isNaming: !raw.names.isEmpty, terms: weighed(raw.terms, keeping: Features.mostTerms),
            localities: raw.localities, eventDay: raw.eventDay, tellsEvent: raw.tellsEvent,
            publishedDay: raw.publishedDay)
    }

    private mutating func number(of hash: UInt64) -> Int32 {
        if let known = numbers[hash] { return known }
        let number = Int32(clamping: articlesWith.count)
        numbers[hash] = number
        articlesWith.append(0)
        return number
    }

    /// Weights (1 + ln count) · ln(articles / articles with it). The heaviest of those that stand elsewhere too are kept;
    /// the ones that stand here alone can match nothing, but count in the length, so that an article which shares few
    /// of its words is not taken for one that shares all.
    private func weighed(_ counts: [Counted], keeping most: Int) -> [Features.Weighted] {
        let articles = Double(added) + Self.supposedArticles
        let all = counts.map { counted in
            let feature = Int(counted.feature)
            // A copy's words may stand in no report that counts.
            let rarity = Logarithm.natural(articles / Double(max(1, articlesWith[feature])))
            return Features.Weighted(
                feature: feature, weight: (1 + Logarithm.natural(Double(counted.count))) * rarity,
                isOfPlace: counted.isOfPlace)
        }.sorted { ($1.weight, $0.feature) < ($0.weight, $1.feature) }
        let kept = all.filter { articlesWith[$0.feature] > 1 }.prefix(most)
        let length = max(Self.length(of: kept), Self.length(of: all.prefix(most)))
        guard length > 0 else { return [] }
        return kept.map {
            Features.Weighted(feature: $0.feature, weight: $0.weight / length, isOfPlace: $0.isOfPlace)
        }
    }

    private static func length(of features: ArraySlice<Features.Weighted>) -> Double {
        features.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
    }
}
