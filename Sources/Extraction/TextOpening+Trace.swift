import Markup
import Records

extension TextOpening {
    /// How sure a header line is, and a line below the headline; `fill` states the same for dates.
    private static let headerConfidence = 0.95
    private static let lineConfidence = 0.8

    /// The candidates for headline, standfirst, authors, date, site and section with what `fill` made of them: header lines go before what was read
    /// of the first lines, and an address comes last.
    func traces(of article: Article) -> [FieldTrace] {
        let headlines = header("title", "headline", "subject") + line(headline, "first line")
        let authors = values("author", "authors", "byline", "by").flatMap(Self.authors)
        let names =
            authors.map { told($0.name, "header line", Self.headerConfidence) }
            + bylines.map { told($0.name, "byline line", Self.lineConfidence) }
        let dates = header("date", "published", "publication-date", "pubdate").map { candidate in
            guard DateReader.date(in: candidate.value, dayFirst: true) == nil else { return candidate }
            return CandidateTrace(value: candidate.value, from: candidate.from, confidence: 0, verdict: "no date")
        }
        let shown = dates + line(published, "date line") + address(article)
        let decks = header("standfirst", "subtitle", "description", "summary") + line(standfirst, "first lines")
        let sites = header("source", "site", "publication", "publisher").filter { WebAddress($0.value) == nil }
        return [
            FieldTrace(field: "headline", candidates: Self.judged(headlines) { $0 == article.headline }),
            FieldTrace(
                field: "standfirst", candidates: Self.judged(decks) { $0 == article.standfirst?.folded.composed }),
            FieldTrace(
                field: "bylines",
                candidates: Self.judged(names) { name in article.bylines.contains { $0.name == name } }),
            FieldTrace(
                field: "published",
                candidates: Self.judged(shown) {
                    DateReader.date(in: $0, dayFirst: true) == article.published?.value && article.published != nil
                }),
            FieldTrace(
                field: "modified",
                candidates: Self.judged(header("modified", "updated") + line(modified, "date line")) {
                    DateReader.date(in: $0, dayFirst: true) == article.modified?.value && article.modified != nil
                }),
            FieldTrace(
                field: "site", candidates: Self.judged(sites) { $0 == article.site?.name } + domain(of: article)),
            FieldTrace(
                field: "section",
                candidates: Self.judged(header("section", "category")) { $0 == article.section?.folded.composed }),
        ].filter { !$0.candidates.isEmpty }
    }

    private func header(_ names: String...) -> [CandidateTrace] {
        names.flatMap { name in
            fields.filter { $0.name == name && !$0.value.isEmpty }.map {
                told($0.value.folded.composed, "header line \(name)", Self.headerConfidence)
            }
        }
    }

    private func line(_ value: String?, _ from: String) -> [CandidateTrace] {
        value.map { [told($0.folded.composed, from, Self.lineConfidence)] } ?? []
    }

    private func address(_ article: Article) -> [CandidateTrace] {
        guard let day = article.url.flatMap(WebAddress.init)?.day else { return [] }
        return [told(day, "url", 0.85)]
    }

    private func domain(of article: Article) -> [CandidateTrace] {
        guard let domain = article.site?.domain else { return [] }
        return [CandidateTrace(value: domain, from: "address", confidence: nil, verdict: "chosen")]
    }

    private func told(_ value: String, _ from: String, _ confidence: Double) -> CandidateTrace {
        CandidateTrace(value: value, from: from, confidence: confidence, verdict: "another comes before it")
    }

    /// Marks what is in the record: each value once.
    private static func judged(_ candidates: [CandidateTrace], _ isInRecord: (String) -> Bool) -> [CandidateTrace] {
        var seen: Set<String> = []
        return candidates.map { candidate in
            var candidate = candidate
            if candidate.verdict != "no date", isInRecord(candidate.value) {
                candidate.verdict = seen.insert(candidate.value).inserted ? "chosen" : "says the same"
            }
            return candidate
        }
    }
}
