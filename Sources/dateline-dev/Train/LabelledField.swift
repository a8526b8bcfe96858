import Extraction

/// The candidates for one field of a page's metadata, each right or wrong by the gold, as the scorer compares them.
struct LabelledField: Equatable {
    /// A value that the page offers.
    struct Candidate: Equatable {
        /// The grounds for it, named as in the table of weights.
        let clues: [String]
        /// What it says in the terms of `gold`: a headline, a day, or the names in it.
        let says: [String]
        let isRight: Bool
    }

    /// The record's name of the field.
    let field: String
    /// What the gold says: one headline or day, any number of names; nothing where the page has none.
    let gold: [String]
    /// The candidates that were weighed and that nothing forbids, the most probable first.
    let candidates: [Candidate]

    /// Labels what a trace tells of a field. Nil where the gold does not say what the field is: it has no headline, or its
    /// date is no day. A headline that differs in marks alone is right where no candidate is just the gold's; names are right
    /// where one of them is the gold's.
    init?(_ field: String, _ traces: [CandidateTrace], gold page: GoldPage) {
        guard let gold = Self.gold(field, page) else { return nil }
        // What a rule forbids is never given, whatever its clues are worth; what has none was not weighed.
        let open = traces.filter { !$0.isForbidden && !$0.clues.isEmpty }
        let says = open.map { Self.said(field, $0.value) }
        var rights = says.map { !gold.isDisjoint(with: $0) }
        if field == "headline", !rights.contains(true) {
            let title = ExtractionScore.loose(Codepoints(page.title ?? ""))
            rights = open.map { ExtractionScore.loose(Codepoints($0.value)) == title }
        }
        self.field = field
        self.gold = gold.sorted()
        candidates = zip(zip(open, says), rights).map { found, isRight in
            Candidate(clues: found.0.clues, says: found.1.sorted(), isRight: isRight)
        }
    }

    /// What the gold says of a field; nil where it leaves that open.
    private static func gold(_ field: String, _ page: GoldPage) -> Set<String>? {
        switch field {
        case "headline":
            guard let title = page.title, !title.isEmpty else { return nil }
            return said(field, title)
        case "bylines":
            return Set(AuthorNames.normalised(page.authors).map(Self.string))
        default:
            if let date = page.date, !date.isEmpty { return said(field, date) }
            return (page.rawDate ?? "").isEmpty ? [] : nil
        }
    }

    private static func said(_ field: String, _ value: String) -> Set<String> {
        switch field {
        case "headline": [string(ExtractionScore.exact(Codepoints(value)))]
        case "bylines": Set(AuthorNames.normalised([value]).map(string))
        default: [String(value.prefix(10))]
        }
    }

    private static func string(_ scalars: [Unicode.Scalar]) -> String { String(String.UnicodeScalarView(scalars)) }
}
