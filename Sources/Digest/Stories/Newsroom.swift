import Records

/// The day's material on the desk: sorted, compared and indexed once, before the edition is told from it.
struct Newsroom: Sendable {
    /// The day of the edition.
    let day: CalendarDay
    /// The articles, in the order of publication.
    let filed: [FiledArticle]
    /// The same articles as the edition shows them, at the same indexes.
    let articles: [EditionArticle]
    /// For each article the index of the report it copies, or its own.
    let original: [Int]
    /// What each article is about.
    let features: [Features]
    /// The articles of the days before, newest first.
    let earlier: [EarlierReport]
    /// The articles of the days before by their features, at the same indexes.
    let archive: ReportIndex

    /// Sorts, compares and indexes the material. Nearly linear in the texts.
    init(_ input: EditionInput) {
        day = input.day
        let filed = Self.sorted(input.articles)
        let earlier = Array(Self.sorted(input.earlier).reversed())
        let texts = filed.map { CopyGroups.Text(of: $0.record) }
        let revisions = Self.revisions(of: filed, texts, in: input, since: earlier)
        let original = Self.originals(CopyGroups(texts).original, revisions: revisions)
        var index = FeatureIndex()
        for (number, article) in filed.enumerated() {
            index.add(FeatureCounts(of: article.record), isCopy: original[number] != number)
        }
        for report in earlier { index.add(report.counts) }
        features = filed.indices.map { index.features(of: $0) }
        var archive = ReportIndex()
        for number in earlier.indices { archive.add(index.features(of: filed.count + number)) }
        self.archive = archive
        self.original = original
        articles = Self.shown(filed, revisions)
        self.filed = filed
        self.earlier = earlier
    }

    /// The record of an article.
    func record(_ article: Int) -> ArticleRecord { filed[article].record }

    /// The passages of an article. Linear in its text.
    func passages(_ article: Int) -> Passages { Passages(of: filed[article].record.article.text) }

    /// By the day they came in, then in publication order; what has no time comes last; ids and paths decide the rest,
    /// so that no order of input shows.
    private static func sorted(_ articles: [FiledArticle]) -> [FiledArticle] {
        func key(_ article: FiledArticle) -> [String] {
            let published = article.record.article.published.flatMap { PublishedTime($0.value)?.sortKey }
            return [article.day.description, published ?? "~", article.record.id, article.path]
        }
        return articles.map { (key: key($0), article: $0) }
            .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.article)
    }

    private static func sorted(_ reports: [EarlierReport]) -> [EarlierReport] {
        reports.sorted { ($0.day, $0.sortKey, $0.id, $0.path) < ($1.day, $1.sortKey, $1.id, $1.path) }
    }

    private static func shown(_ filed: [FiledArticle], _ revisions: [Int: Predecessor]) -> [EditionArticle] {
        var anchors: Set<String> = []
        return filed.enumerated().map { number, article in
            let record = article.record
            let site = Self.site(of: record)
            return EditionArticle(
                id: Line(record.id, limit: 64), anchor: Self.anchor(for: record.id, among: &anchors),
                record: OutboxPath(article.path), original: article.original.map { OutboxPath($0) },
                url: record.article.url.flatMap { WebAddress($0) }, site: site.shown, sourceKey: site.key,
                file: Line(record.source.file, limit: 120),
                language: record.article.language.flatMap { Self.languageTag($0) },
                headline: Headline(of: record),
                // The time of a file says when it was saved.
                published: record.article.published.flatMap { $0.from == .fileTime ? nil : PublishedTime($0.value) },
                revises: revisions[number].map { Revision(of: number, article, $0) })
        }
    }

    /// `a-` and the front of the id, made of letters and digits only; a number keeps two of one id apart.
    private static func anchor(for id: String, among taken: inout Set<String>) -> String {
        let base = anchor(for: id)
        var anchor = base
        var number = 2
        while !taken.insert(anchor).inserted {
            anchor = "\(base)-\(number)"
            number += 1
        }
        return anchor
    }

    /// `a-` and the front of the id, made of letters and digits only.
    static func anchor(for id: String) -> String {
        let front = id.utf8.lazy.map { $0 | 0x20 }.filter { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
        return "a-" + String(decoding: front.prefix(16), as: UTF8.self)
    }

    /// A BCP 47 tag that is safe in an attribute, or nil.
    private static func languageTag(_ tag: String) -> String? {
        let isTag = tag.utf8.allSatisfy { byte in
            byte == 0x2D || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        }
        return isTag && (2...35).contains(tag.utf8.count) ? tag : nil
    }

    static func site(of record: ArticleRecord) -> (shown: Line, key: String) {
        let domain = Line(record.article.site?.domain ?? "", limit: 80)
        let name = Line(record.article.site?.name ?? "", limit: 80)
        let collection = Line(record.source.collection.joined(separator: "/"), limit: 80)
        let shown = [name, domain, collection].first { !$0.isEmpty } ?? Line("Unnamed source")
        let key = [domain, name, collection].first { !$0.isEmpty } ?? shown
        return (shown, key.text.lowercased())
    }
}

extension EarlierArticle {
    /// An article of an earlier day, as an edition points to it.
    init(_ report: EarlierReport) {
        self.init(day: report.day, record: OutboxPath(report.path), headline: report.headline, site: report.site)
    }
}
