import Records

/// What an article is about, before it is weighed: its names and leading words by their hashes, with how often they stand
/// there. Small, so that those of a week can be held at once.
struct FeatureCounts: Sendable {
    /// A name or word and its count.
    struct Counted: Sendable {
        let hash: UInt64
        let count: Float
        /// Whether it is the name of a place or a people.
        var isOfPlace = false
    }

    /// Names, by hash.
    let names: [Counted]
    /// Words that are part of no name, by hash.
    let terms: [Counted]
    /// The cities, regions and facilities among the names, by hash.
    let localities: [UInt64]
    /// The ordinal of the day its main event happened, where it is known to the day.
    let eventDay: Int?
    /// Whether it has a main event; guides, lists and tests have none.
    let tellsEvent: Bool
    /// The ordinal of the day it was published, where the article itself says so.
    let publishedDay: Int?

    /// Bytes of the text whose words count: news tells what it is about in the first paragraphs, later ones hold the
    /// background that reports of different events share.
    private static let leadBytes = 2400
    /// A word of the headline counts as this many in the text.
    private static let headlineWeight: Float = 3
    /// Names and words have hashes of their own: "Turkey" in the text is not the country.
    private static let nameSalt: UInt64 = 0xA5A5_A5A5_A5A5_A5A5

    /// The counts of a record. Linear in its names and leading words.
    init(of record: ArticleRecord) {
        var nameCounts: [UInt64: Float] = [:]
        var localities: Set<UInt64> = []
        var ofPlaces: Set<UInt64> = []
        for entity in record.annotations.entities {
            let hash = NameKey(entity).hash ^ Self.nameSalt
            nameCounts[hash, default: 0] += Float(max(1, entity.mentions.count))
            if entity.type == .place || entity.type == .group { ofPlaces.insert(hash) }
            if entity.type == .place, let kind = entity.placeKind, kind != "country" { localities.insert(hash) }
        }
        names = Self.sorted(nameCounts, ofPlaces: ofPlaces)
        terms = Self.sorted(Self.terms(of: record))
        self.localities = localities.sorted()
        let isAnchored = record.annotations.story?.when.map { record.isAnchored($0) } ?? true
        eventDay = !isAnchored ? nil : record.eventSpan.flatMap { $0.grain == .day ? $0.first.ordinal : nil }
        tellsEvent = record.annotations.events.contains { $0.status == .main }
        // A file's time tells when it was saved, which may be years later.
        publishedDay = record.article.published.flatMap { published in
            published.from == .fileTime ? nil : CalendarDay(published.value)?.ordinal
        }
    }

    /// Words that are part of a name do not count as words: one name would be evidence of both kinds.
    private static func terms(of record: ArticleRecord) -> [UInt64: Float] {
        var named: Set<UInt64> = []
        for entity in record.annotations.entities {
            for form in [entity.name] + entity.aliases { named.formUnion(WordHashes(of: form, limit: 200).words) }
        }
        var counts: [UInt64: Float] = [:]
        let language = record.article.language
        let headline = WordHashes(of: record.article.headline ?? "", limit: leadBytes).words
        let lead = WordHashes(of: record.article.text, limit: leadBytes).words
        for (words, weight) in [(headline, headlineWeight), (lead, 1)] {
            for word in words where !named.contains(word) && !Lexicon.isCommon(word, in: language) {
                counts[word, default: 0] += weight
            }
        }
        return counts
    }

    private static func sorted(_ counts: [UInt64: Float], ofPlaces: Set<UInt64> = []) -> [Counted] {
        counts.sorted { $0.key < $1.key }.map {
            Counted(hash: $0.key, count: $0.value, isOfPlace: ofPlaces.contains($0.key))
        }
    }
}
