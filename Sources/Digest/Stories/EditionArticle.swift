import Records

/// One article of the day, as the edition shows it.
struct EditionArticle: Sendable {
    /// The record's id.
    let id: Line
    /// The permanent anchor, `a-` and the front of the record's id.
    let anchor: String
    /// The record.
    let record: OutboxPath
    /// The original, where it is kept.
    let original: OutboxPath?
    /// Its address on the web.
    let url: WebAddress?
    /// The publication; where the record names none, the collection or "Unnamed source".
    let site: Line
    /// What tells independent sources apart: domain, else name, else collection.
    let sourceKey: String
    /// The name of the input file.
    let file: Line
    /// Its language, BCP 47.
    let language: String?
    /// Its headline.
    let headline: Headline
    /// When it says it appeared.
    let published: PublishedTime?
    /// The version of it that was filed before, where there is one.
    let revises: Revision?
}

/// What stands over an article: its own headline, or, where it has none, its first sentence or its file's name.
struct Headline: Hashable, Sendable {
    /// Where the words come from.
    enum Kind: String, Sendable {
        case headline, sentence
        case fileName = "file-name"
    }

    /// The words.
    let line: Line
    /// Where they come from.
    let kind: Kind
    /// The passage, for a sentence.
    let range: TextRange?

    /// The longest headline shown whole, in scalars: twice the 110 that Google's guide to article markup allows.
    private static let longest = 220

    /// The headline of a record.
    init(of record: ArticleRecord) {
        let own = Line(record.article.headline ?? "", limit: Self.longest)
        if !own.isEmpty {
            (line, kind, range) = (own, .headline, nil)
            return
        }
        let passages = Passages(of: record.article.text)
        for range in (record.annotations.summary.prefix(1) + record.annotations.sentences.prefix(1)) {
            let sentence = passages.line(range, limit: Self.longest)
            guard !sentence.isEmpty else { continue }
            (line, kind, self.range) = (sentence, .sentence, range)
            return
        }
        let file = Line(record.source.file, limit: Self.longest)
        (line, kind, range) = (file.isEmpty ? Line("Untitled") : file, .fileName, nil)
    }
}

/// An article of an earlier day that an edition points back to.
struct EarlierArticle: Hashable, Sendable {
    /// The day it was received.
    let day: CalendarDay
    /// The record.
    let record: OutboxPath
    /// Its headline.
    let headline: Line
    /// Its publication.
    let site: Line
}

/// A passage of an article of the edition, which a fact is traced to.
struct Reference: Hashable, Sendable {
    /// The article's index in the edition.
    let article: Int
    /// The passage.
    let range: TextRange
}

/// Words shown, and where they stand.
struct Told: Hashable, Sendable {
    /// The words.
    let line: Line
    /// Where they stand.
    let reference: Reference
}
