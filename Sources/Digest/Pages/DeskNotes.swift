import Records

/// What went wrong or was odd, so that the reader can judge what is missing.
struct DeskNotes: Sendable, Hashable {
    /// An input that became no record.
    struct Refusal: Sendable, Hashable {
        /// The file's name, with its collection.
        let file: Line
        /// The error file.
        let errorFile: OutboxPath
        /// The stage and code of the refusal.
        let code: Line
        /// The reason, for a person.
        let reason: Line
    }

    /// An input whose article was there already.
    struct Repeat: Sendable, Hashable {
        /// The file's name, with its collection.
        let file: Line
        /// The day's article it repeats, where it is of this day.
        let article: Int?
        /// The id of the record it repeats.
        let id: Line
    }

    /// Articles with the same oddity.
    struct Oddity: Sendable, Hashable {
        /// The notice's code.
        let code: Line
        /// What it says of the first of them.
        let message: Line
        /// The articles, by index.
        let articles: [Int]
    }

    /// What was rejected, by file.
    let refusals: [Refusal]
    /// What was there already, by file.
    let repeats: [Repeat]
    /// What was odd, by code.
    let oddities: [Oddity]

    /// Whether there is nothing to note.
    var isEmpty: Bool { refusals.isEmpty && repeats.isEmpty && oddities.isEmpty }

    /// The notes of a day.
    init(_ input: EditionInput, newsroom: Newsroom) {
        refusals = input.rejections.map { rejection in
            Refusal(
                file: Self.name(rejection.file, in: rejection.collection), errorFile: OutboxPath(rejection.path),
                code: Line("\(rejection.rejection.stage): \(rejection.rejection.code)", limit: 80),
                reason: Line(rejection.rejection.message, limit: 300))
        }.sorted { ($0.file, $0.errorFile.encoded, $0.reason) < ($1.file, $1.errorFile.encoded, $1.reason) }
        var articleWithID: [String: Int] = [:]
        for (number, article) in newsroom.filed.enumerated().reversed() { articleWithID[article.record.id] = number }
        repeats = input.duplicates.map { duplicate in
            Repeat(
                file: Self.name(duplicate.file, in: duplicate.collection), article: articleWithID[duplicate.of],
                id: Line(duplicate.of, limit: 64))
        }.sorted { ($0.file, $0.id) < ($1.file, $1.id) }
        oddities = Self.oddities(in: newsroom)
    }

    private static func oddities(in newsroom: Newsroom) -> [Oddity] {
        var articles: [Line: [Int]] = [:]
        var messages: [Line: Line] = [:]
        for (number, filed) in newsroom.filed.enumerated() {
            for notice in notices(of: filed.record) {
                let code = Line(notice.code, limit: 60)
                guard !code.isEmpty, articles[code]?.last != number else { continue }
                articles[code, default: []].append(number)
                if messages[code] == nil { messages[code] = Line(notice.message, limit: 300) }
            }
        }
        return articles.sorted { $0.key < $1.key }.map { code, articles in
            Oddity(code: code, message: messages[code] ?? Line(""), articles: articles)
        }
    }

    /// The record's notices, and what its dates tell without one.
    private static func notices(of record: ArticleRecord) -> [Notice] {
        var notices = record.article.notices
        switch record.article.published {
        case nil:
            notices.append(Notice(code: "no-date", message: "The article gives no date of publication."))
        case let published? where published.from == .fileTime && !notices.contains { $0.code == "date-from-file-time" }:
            notices.append(
                Notice(code: "date-from-file-time", message: "The date of publication is that of the file."))
        default: break
        }
        return notices
    }

    private static func name(_ file: String, in collection: [String]) -> Line {
        Line((collection + [file]).joined(separator: "/"), limit: 160)
    }
}
