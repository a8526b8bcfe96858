import Records

/// What came in on the day.
struct Intake: Sendable, Hashable {
    /// A collection or site, and how much of the day came from it.
    struct Share: Sendable, Hashable {
        /// The collection's or site's name.
        let name: Line
        /// Its articles, near copies included.
        let articles: Int
        /// Its exact duplicates; 0 for sites, of which a duplicate tells nothing.
        let duplicates: Int
        /// Its rejected inputs; 0 for sites.
        let rejected: Int
    }

    /// Articles with a record.
    let articles: Int
    /// Inputs whose article was there already.
    let duplicates: Int
    /// Inputs that became no record.
    let rejected: Int
    /// By subfolder of the Inbox, alphabetically; the Inbox itself first.
    let collections: [Share]
    /// By publication, the most articles first.
    let sites: [Share]

    /// Everything that came in.
    var files: Int { articles + duplicates + rejected }

    /// Counts the day.
    init(_ input: EditionInput, newsroom: Newsroom) {
        articles = input.articles.count
        duplicates = input.duplicates.count
        rejected = input.rejections.count
        var byCollection: [Line: (Int, Int, Int)] = [:]
        for article in input.articles {
            byCollection[Self.name(article.record.source.collection), default: (0, 0, 0)].0 += 1
        }
        for duplicate in input.duplicates { byCollection[Self.name(duplicate.collection), default: (0, 0, 0)].1 += 1 }
        for rejection in input.rejections { byCollection[Self.name(rejection.collection), default: (0, 0, 0)].2 += 1 }
        collections = byCollection.sorted { $0.key < $1.key }.map { name, counts in
            Share(name: name, articles: counts.0, duplicates: counts.1, rejected: counts.2)
        }
        var bySite: [String: (name: Line, articles: Int)] = [:]
        for article in newsroom.articles {
            bySite[article.sourceKey, default: (article.site, 0)].articles += 1
        }
        sites = bySite.sorted { ($1.value.articles, $0.key) < ($0.value.articles, $1.key) }.map {
            Share(name: $0.value.name, articles: $0.value.articles, duplicates: 0, rejected: 0)
        }
    }

    private static func name(_ collection: [String]) -> Line { Line(collection.joined(separator: "/"), limit: 120) }
}
