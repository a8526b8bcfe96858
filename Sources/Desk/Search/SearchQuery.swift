import Digest

/// What is searched for: words, and what the articles must name.
public struct SearchQuery: Sendable, Equatable {
    /// Words and quoted phrases, all of which must stand in the article; `-word` must not, `word*` may go on.
    public var words: String
    /// People, by any form of their name.
    public var people: [String] = []
    /// Organisations, by any form of their name.
    public var organizations: [String] = []
    /// Places, by any form of their name.
    public var places: [String] = []
    /// Publications, by name or domain.
    public var sites: [String] = []
    /// Events, by category ("attack") or PLOVER code.
    public var events: [String] = []
    /// The first day of publication, or of receipt where the article gives none.
    public var since: CalendarDay?
    /// The last day.
    public var until: CalendarDay?
    /// How many hits are given.
    public var limit = 20

    /// A query by its words.
    public init(words: String) { self.words = words }

    /// The query in SQLite's full-text syntax, every word of it quoted; nil where it names no word.
    var fullText: String? {
        let terms = Self.terms(in: words)
        let named = [
            ("people", people), ("organizations", organizations), ("places", places), ("site", sites),
            ("events", events),
        ]
        var columns: [String] = []
        for (column, names) in named {
            for name in names {
                if let phrase = Self.quoted(name) { columns.append("\(column) : \(phrase)") }
            }
        }
        let wanted = terms.filter { !$0.isExcluded }.map(\.text) + columns
        guard !wanted.isEmpty else { return nil }
        let excluded = terms.filter(\.isExcluded).map { " NOT \($0.text)" }.joined()
        return "(" + wanted.joined(separator: " AND ") + ")" + excluded
    }

    /// Whether it excludes words but asks for nothing, which full-text search cannot answer.
    public var onlyExcludes: Bool { fullText == nil && !Self.terms(in: words).isEmpty }

    private struct Term {
        let text: String
        let isExcluded: Bool
    }

    /// Words apart, phrases in quotation marks whole. Linear in the words.
    private static func terms(in words: String) -> [Term] {
        var terms: [Term] = []
        var rest = words[...]
        while let first = rest.first {
            if first == " " {
                rest = rest.dropFirst()
                continue
            }
            let isExcluded = first == "-"
            if isExcluded { rest = rest.dropFirst() }
            let isPhrase = rest.first == "\""
            if isPhrase { rest = rest.dropFirst() }
            let word = rest.prefix { isPhrase ? $0 != "\"" : $0 != " " }
            rest = rest.dropFirst(word.count + (isPhrase ? 1 : 0))
            let isOpen = !isPhrase && word.last == "*"
            guard let quoted = quoted(String(word)) else { continue }
            terms.append(Term(text: quoted + (isOpen ? "*" : ""), isExcluded: isExcluded))
        }
        return terms
    }

    /// A word or phrase as a string of the full-text syntax; nil where it has no letter or digit.
    private static func quoted(_ words: String) -> String? {
        let clean = String(words.map { $0 == "\"" || $0 == "\0" ? " " : $0 })
        guard clean.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil })
        else { return nil }
        return "\"\(clean)\""
    }
}
