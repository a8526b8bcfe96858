import Language
import Markup
import Records

/// The article of a parsed page.
enum PageArticle {
    /// Words below which a page is no article: the shortest bodies of the development pages have 40; a brief has 20.
    private static let fewestWords = 20

    /// The article with its metadata. Linear in the page.
    static func article(
        in tree: ElementTree, savedFrom: String?, hints: ExtractionHints, model: PassageModel, notes: inout TraceNotes?
    ) throws(ExtractionError) -> Article {
        let list = PassageReader.passages(of: tree, tables: model.tables)
        notes?.note(list, of: tree)
        let head = ArticleHead(tree, list, savedFrom: savedFrom, hints: hints)
        do {
            return try shown(head, model, &notes)
        } catch {
            guard error != .errorPage, let article = told(head, &notes) else { throw error }
            return article
        }
    }

    /// The article that JSON-LD tells, where the page shows none.
    private static func told(_ head: ArticleHead, _ notes: inout TraceNotes?) -> Article? {
        let bylines = BylineReader(head)
        let headline = HeadlineReader(head)
        guard var article = LinkedBody.article(head, headline: headline.headline, bylines: bylines.bylines) else {
            return nil
        }
        let count = head.list.passages.count
        let dropped = [BodyReader.Verdict](repeating: .dropped(rule: "boilerplate"), count: count)
        fill(&article, head, BodyReader.Decision(verdicts: dropped, start: count))
        if notes != nil {
            notes?.note("json-ld", dropped)
            notes?.note(told: article)
            let decision = BodyReader.Decision(verdicts: dropped, start: count)
            notes?.fields =
                [headline.trace, StandfirstReader.trace(head, decision), bylines.trace]
                + dates(head, language: article.language).traces
                + head.traces(headline: headline.headline)
        }
        return article
    }

    /// The article that the page shows.
    private static func shown(
        _ head: ArticleHead, _ model: PassageModel, _ notes: inout TraceNotes?
    ) throws(ExtractionError) -> Article {
        guard !head.list.passages.isEmpty else { throw .noText }
        let reading = reading(head, model, &notes)
        let head = reading.head
        let text = text(head.list, reading.decision)
        if notes != nil { notes?.fields = traces(of: reading, text) }
        try check(text, headline: reading.headline.headline)
        if let kind = reading.decision.judgement?.refusal(head) { throw .otherPage(kind) }
        var article = Article()
        text.finish(&article)
        article.headline = reading.headline.headline
        article.bylines = reading.bylines.bylines
        fill(&article, head, reading.decision)
        return article
    }

    /// How each field of the metadata came by its value. Linear in the page.
    private static func traces(of reading: Reading, _ text: ArticleText) -> [FieldTrace] {
        var article = Article()
        text.finish(&article)
        let language = language(of: article.text, declared: reading.head.meta.language)
        let dates = dates(reading.head, language: language)
        let standfirst = StandfirstReader.trace(reading.head, reading.decision)
        return [reading.headline.trace, standfirst, reading.bylines.trace] + dates.traces
            + reading.head.traces(headline: reading.headline.headline)
    }

    /// What is read of a page before its text is made.
    private struct Reading {
        var head: ArticleHead
        var headline: HeadlineReader
        var decision: BodyReader.Decision
        var bylines: BylineReader
    }

    private static func reading(
        _ head: ArticleHead, _ model: PassageModel, _ notes: inout TraceNotes?
    ) -> Reading {
        var head = head
        let (tree, list) = (head.tree, head.list)
        let features = PassageFeatures(tree, list, PassageAnchors(head.meta, head.linked), tables: model.tables)
        head.headline = features.headline
        head.headlineSaid = features.headlineSaid
        let headline = HeadlineReader(head)
        if let name = SiteTitle(head).name(beside: headline.headline) { head.siteNames.append(name) }
        var decision = BodyReader.decision(
            head, features, model.forest, headline: headline.headline, notes: &notes)
        head.bodyStart = decision.start
        head.bodyOpening = PageMargins.opening(of: decision, in: list)
        head.bodyEnd = (decision.verdicts.lastIndex(of: .kept) ?? decision.verdicts.count - 1) + 1
        let bylines = BylineReader(head)
        OpeningLines.drop(from: &decision, head, headline: headline.headline, bylines: bylines.bylines)
        notes?.note("opening lines", decision.verdicts)
        return Reading(head: head, headline: headline, decision: decision, bylines: bylines)
    }

    /// Domains of countries that write English, and the day first.
    private static let dayFirstCountries: Set<String> = [
        "au", "gh", "ie", "in", "ke", "lk", "mt", "my", "ng", "nz", "pk", "sg", "uk", "za",
    ]

    private static func dates(_ head: ArticleHead, language: String?) -> DateEvidence {
        // Of those who write the month first nearly all write English, and say en or en-US.
        let isEnglish = ["en", "en-us"].contains(language?.lowercased() ?? "")
        let country = head.address?.domain.split(separator: ".").last.map(String.init) ?? ""
        return DateEvidence(head, dayFirst: !isEnglish || dayFirstCountries.contains(country))
    }

    private static func text(_ list: PassageList, _ decision: BodyReader.Decision) -> ArticleText {
        var text = ArticleText()
        var lastKept = -2
        for (index, passage) in list.passages.enumerated() where decision.verdicts[index] == .kept {
            let isRow = passage.element == .tr
            text.append(list.string(passage), kind(of: passage), joined: isRow && lastKept == index - 1)
            lastKept = index
        }
        return text
    }

    private static func kind(of passage: Passage) -> Block.Kind {
        switch passage.element {
        case .h1, .h2, .h3, .h4, .h5, .h6: .heading
        case .li, .dd, .dt: .listItem
        case .tr, .td, .th: .table
        case .pre: .preformatted
        case .figcaption, .caption: .caption
        default: passage.surroundings.contains(.quote) ? .quote : .paragraph
        }
    }

    private static func check(_ text: ArticleText, headline: String?) throws(ExtractionError) {
        let words = text.words
        if words == 0 { throw .noArticle }
        if ErrorPage.isHeadline(headline ?? ""), words < 150 { throw .errorPage }
        if words < fewestWords { throw .tooShort(words: words) }
    }

    private static func fill(_ article: inout Article, _ head: ArticleHead, _ decision: BodyReader.Decision) {
        article.language = language(of: article.text, declared: head.meta.language)
        article.url = head.address?.text
        article.urls = Array(head.addresses.dropFirst())
        article.site = head.site(headline: article.headline)
        article.standfirst = StandfirstReader.standfirst(head, decision)
        article.section = head.section
        article.keywords = head.keywords
        article.images = ImageReader.images(head, decision)
        let dates = dates(head, language: article.language)
        article.published = dates.published
        article.modified = dates.modified
        article.removed = RemovedPassages.list(head, decision)
        article.notices += CorrectionNotice.notices(for: article.removed) + ArticlePart.notices(head)
    }

    /// CLD2's answer where it is sure; else what the page declares.
    private static func language(of text: String, declared: String?) -> String? {
        let declared = declared.map { $0.replacing("_", with: "-").folded }.flatMap { tag in
            (2...11).contains(tag.count) && tag.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
                ? tag : nil
        }
        guard let detected = LanguageDetector.language(of: text) else { return declared }
        // Of one language the page's tag says more: en-GB.
        if let declared, declared.lowercased().split(separator: "-").first.map(String.init) == detected {
            return declared
        }
        return detected
    }
}

/// Pages that servers send in place of articles.
enum ErrorPage {
    private static let headlines: Set<String> = [
        "page not found", "404 not found", "not found", "404", "error 404", "access denied", "forbidden",
        "403 forbidden", "just a moment", "attention required cloudflare", "service unavailable",
        "are you a robot", "internal server error", "bad gateway", "502 bad gateway", "gateway timeout",
        "checking your browser", "security check", "robot check", "page unavailable", "error",
    ]

    /// Whether a headline is an error's. Linear.
    static func isHeadline(_ text: String) -> Bool { headlines.contains(text.comparable) }
}
