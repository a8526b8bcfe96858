import Glibc
import Records

/// What an engine says of a page, in the terms of the gold.
struct ExtractedPage {
    var text: String
    var title: String?
    var authors: [String]
    /// `YYYY-MM-DD`.
    var date: String?

    init(_ record: ArticleRecord?) {
        let article = record?.article
        text = article?.text ?? ""
        title = article?.headline
        authors = article?.bylines.map(\.name) ?? []
        if let published = article?.published, published.from != .fileTime {
            let day = String(published.value.unicodeScalars.prefix(10))
            date = day.isEmpty ? nil : day
        }
    }
}

/// Scores pages: the body by shingles and by words, must-have and must-not-have snippets, headline, authors, date.
struct ExtractionScore {
    /// The order in which figures are printed, and in which the means of pages are kept.
    private static let shares = [
        "with", "without", "withW", "withoutW", "title_em", "title_lm", "title_f1", "title_cov", "auth_f1", "auth_em",
        "auth_cov", "auth_spur", "date_em", "date_cov", "date_spur",
    ]

    private var pages = 0
    private var empty = 0
    private var shinglePrecision = Mean()
    private var shingleRecall = Mean()
    private var same = Mean()
    private var wordF1 = Mean()
    private var wordPrecision = Mean()
    private var wordRecall = Mean()
    private var means: [String: Mean] = [:]

    /// Counts one page; a rejected one counts as empty.
    mutating func add(_ gold: GoldPage, _ page: ExtractedPage) {
        let goldText = Codepoints(gold.text ?? "")
        let text = Codepoints(page.text)
        pages += 1
        if text.trimmed.isEmpty { empty += 1 }
        addBody(goldText, text)
        addSnippets(gold, text)
        addMetadata(gold, page)
    }

    private mutating func addBody(_ gold: Codepoints, _ text: Codepoints) {
        let goldWords = gold.wordList
        let words = text.wordList
        let shingles = ShingleCounts(goldWords, words)
        if shingles.right + shingles.spurious > 0 { shinglePrecision.add(shingles.precision) }
        if shingles.right + shingles.missed > 0 { shingleRecall.add(shingles.recall) }
        same.add(goldWords == words ? 1 : 0)
        let overlap = WordOverlap(gold, text)
        wordPrecision.add(overlap.precision)
        wordRecall.add(overlap.recall)
        wordF1.add(overlap.f1)
    }

    private mutating func addSnippets(_ gold: GoldPage, _ text: Codepoints) {
        let exact = Array(text.lowercased.string.utf8)
        let folded = Array(Self.folded(text).lowercased.string.utf8)
        for (name, snippets) in [("with", gold.with), ("without", gold.without)] {
            guard let snippets, !snippets.isEmpty else { continue }
            let held = snippets.filter { exact.holds(Array(Codepoints($0).lowercased.string.utf8)) }.count
            let loose = snippets.filter {
                folded.holds(Array(Self.folded(Codepoints($0)).lowercased.string.utf8))
            }.count
            means[name, default: Mean()].add(Double(held) / Double(snippets.count))
            means[name + "W", default: Mean()].add(Double(loose) / Double(snippets.count))
        }
    }

    private mutating func addMetadata(_ gold: GoldPage, _ page: ExtractedPage) {
        if let title = gold.title, !title.isEmpty {
            let expected = Codepoints(title)
            let found = Codepoints(page.title ?? "")
            add("title_em", Self.exact(found) == Self.exact(expected))
            add("title_lm", Self.loose(found) == Self.loose(expected))
            means["title_f1", default: Mean()].add(WordOverlap(expected, found).f1)
            add("title_cov", !found.isEmpty)
        }
        let found = AuthorNames.normalised(page.authors)
        let expected = AuthorNames.normalised(gold.authors)
        if expected.isEmpty {
            add("auth_spur", !found.isEmpty)
        } else {
            let shared = expected.intersection(found).count
            means["auth_f1", default: Mean()].add(Double(2 * shared) / Double(expected.count + found.count))
            add("auth_em", expected == found)
            add("auth_cov", !found.isEmpty)
        }
        if let date = gold.date, !date.isEmpty {
            add("date_em", page.date == date)
            add("date_cov", page.date != nil)
        } else if (gold.rawDate ?? "").isEmpty {
            add("date_spur", page.date != nil)
        }
    }

    private mutating func add(_ name: String, _ right: Bool) { means[name, default: Mean()].add(right ? 1 : 0) }

    /// White space and quotation marks folded.
    private static func folded(_ text: Codepoints) -> Codepoints {
        let plain: [Unicode.Scalar] = text.scalars.map {
            switch $0 {
            case "’", "‘": "'"
            case "“", "”": "\""
            case "–", "—": "-"
            default: $0
            }
        }
        return Codepoints(plain).spaceFolded
    }

    /// White space and case folded.
    static func exact(_ text: Codepoints) -> [Unicode.Scalar] {
        text.composed.spaceFolded.trimmed.caseFolded.scalars
    }

    /// Letters and digits alone, case folded.
    static func loose(_ text: Codepoints) -> [ArraySlice<Unicode.Scalar>] {
        Codepoints(text.caseFolded.scalars.filter { $0.properties.generalCategory != .format }).wordList
    }

    /// A share with four decimals; nothing at all is a bare 0, as in the reference scorer.
    private static func share(_ value: Double) -> Figure { value == 0 ? .whole(0) : .rounded(value, decimals: 4) }

    /// The figures, named as the reference scorer names them.
    var figures: Figure {
        let precision = shinglePrecision.value ?? 0
        let recall = shingleRecall.value ?? 0
        let sum = precision + recall
        let body: [(String, Double?)] = [
            ("sh_acc", same.value), ("wf_f1", wordF1.value), ("wf_p", wordPrecision.value), ("wf_r", wordRecall.value),
        ]
        let all = body + Self.shares.map { ($0, means[$0]?.value) }
        return .group(
            [
                Figure.Entry(name: "n", figure: .whole(pages)), Figure.Entry(name: "empty", figure: .whole(empty)),
                Figure.Entry(name: "sh_f1", figure: Self.share(sum == 0 ? 0 : 2 * precision * recall / sum)),
                Figure.Entry(name: "sh_p", figure: Self.share(precision)),
                Figure.Entry(name: "sh_r", figure: Self.share(recall)),
            ] + all.map { Figure.Entry(name: $0.0, figure: .rounded($0.1, decimals: 4)) })
    }
}

/// A mean in the making.
struct Mean {
    private var sum = 0.0
    private var count = 0

    mutating func add(_ value: Double) {
        sum += value
        count += 1
    }

    /// The mean, or nil of nothing.
    var value: Double? { count == 0 ? nil : sum / Double(count) }
}

extension [UInt8] {
    /// Whether `passage` occurs; by the C library's byte search, for snippets are many and pages long.
    fileprivate func holds(_ passage: [UInt8]) -> Bool {
        guard let first = passage.first else { return true }
        return withUnsafeBytes { text in
            guard let base = text.baseAddress else { return false }
            var offset = 0
            while offset + passage.count <= text.count,
                let hit = memchr(base + offset, Int32(first), text.count - passage.count - offset + 1)
            {
                if memcmp(hit, passage, passage.count) == 0 { return true }
                offset = UnsafeRawPointer(hit) - base + 1
            }
            return false
        }
    }
}
