import Digest
import Foundation
import Pipeline
import Records

extension Evaluation {
    /// Scores the editions made of marked stories, a day after the other as the desk makes them.
    init(of engine: Engine, storiesIn file: URL) throws {
        let gold = try MarkedStories(String(decoding: try GoldFile.bytes(of: file), as: UTF8.self))
        self.init()
        var score = StoriesScore(gold)
        var filed: [FiledArticle] = []
        var numbers: [String: Int] = [:]
        for (number, report) in gold.reports.enumerated() {
            guard let day = CalendarDay(report.day) else { continue }
            let clean = CleanText(
                text: report.text, published: report.day, headline: report.headline, language: "en")
            let name = "report-\(number)"
            guard var record = record(of: name, bytes: report.text.utf8.count, { engine.record(of: clean, id: name) })
            else { continue }
            record.article.site = Site(name: report.site, domain: Self.domain(of: report.site))
            let path = "records/\(name).json"
            numbers[path] = number
            filed.append(FiledArticle(day: day, path: path, record: record))
        }
        for day in gold.days.compactMap({ CalendarDay($0) }) {
            let edition = Edition(
                EditionInput(
                    day: day, articles: filed.filter { $0.day == day }, earlier: filed.filter { $0.day < day }))
            let digest = try JSONDecoder().decode(
                PrintedDigest.self, from: Data(edition.rendered(as: .json) ?? []))
            score.add(digest, day: day.description, numbers: numbers)
        }
        finish(score.figures, errors: score.errors)
    }

    private static func domain(of site: String) -> String {
        site.lowercased().filter { $0 != " " } + ".example"
    }
}
