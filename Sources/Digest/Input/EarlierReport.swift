import Records

/// What an edition remembers of an article of the days before: a few thousand bytes, where the record has tens of
/// thousands, so that a week of ten thousand articles a day can be held.
public struct EarlierReport: Sendable {
    /// The day it was received.
    public let day: CalendarDay
    /// The record's path relative to the Outbox.
    public let path: String
    /// The record's id.
    public let id: String
    /// Its canonical address.
    let url: String?
    /// By what it is sorted among those of its day.
    let sortKey: String
    /// Its publication, as shown and as compared.
    let site: Line
    let sourceKey: String
    /// What stands over it.
    let headline: Line
    /// What it is about.
    let counts: FeatureCounts
    /// What is compared of it for copies.
    let text: CopyGroups.Text
    /// The main figure of each category.
    let figures: [(category: String, value: Double)]
    /// The people, organisations and places it names, by kind and key.
    let names: [(kind: Entity.Kind, key: UInt64)]
    /// What was said in it.
    let statements: Set<StatementKey>
    /// The keys of every form of every name in it.
    let forms: Set<UInt64>

    /// What is remembered of an article. Linear in its record.
    public init(_ article: FiledArticle) {
        let record = article.record
        day = article.day
        path = article.path
        id = record.id
        url = record.article.url
        sortKey = record.article.published.flatMap { PublishedTime($0.value)?.sortKey } ?? "~"
        let site = Newsroom.site(of: record)
        sourceKey = site.key
        self.site = Line(
            [record.article.site?.name, record.article.site?.domain].compactMap { $0 }.first ?? "", limit: 80)
        headline = Headline(of: record).line
        counts = FeatureCounts(of: record)
        text = CopyGroups.Text(of: record)
        figures = CategoryCounts(of: record).categories.map { ($0.name, $0.main.count.value) }
        names = Newsroom.names(in: record).map { ($0.kind, WordHashes.hash(of: $0.key)) }
        statements = Set(record.annotations.quotes.filter { $0.kind != .indirect }.map(StatementKey.init))
        forms = Set(
            record.annotations.entities.flatMap { entity in
                [NameKey(entity).hash] + ([entity.name] + entity.aliases).map { NameKey(name: $0).hash }
            })
    }
}
