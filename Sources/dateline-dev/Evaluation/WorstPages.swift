/// The pages of an extraction set that came out worst, with what was lost of each and what was too much.
struct WorstPages {
    /// Lines shown of what was lost, and as many of what was too much.
    private static let shownLines = 5
    /// Characters shown of a line.
    private static let shownCharacters = 100

    private let pages: [(page: ScoredPage, f1: Double)]
    private let count: Int

    /// The worst of some pages by the F1 of runs of four words; of equals the first.
    init(_ pages: [ScoredPage], count: Int) {
        self.pages = pages.map { ($0, $0.shingleF1) }.enumerated()
            .sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(\.element)
        self.count = count
    }

    /// A paragraph a page.
    var lines: [String] {
        ["", "the worst \(min(count, pages.count)) of \(pages.count) pages by the F1 of runs of four words"]
            + pages.prefix(count).flatMap { Self.lines(of: $0.page, f1: $0.f1) }
    }

    private static func lines(of page: ScoredPage, f1: Double) -> [String] {
        let figures = [f1, page.wordF1].map { Figure.rounded($0, decimals: 3).printed }
        let head = "\(figures[0]) (words \(figures[1]))  \(page.gold.id)  \(page.gold.url ?? "")"
        let gold = textLines(page.gold.text ?? "")
        let answer = textLines(page.answer.text)
        return ["", EscapedText.terminal(head)] + (page.isRejected ? ["  rejected"] : [])
            + difference("lost", "-", gold, from: page.answer.text)
            + difference("too much", "+", answer, from: page.gold.text ?? "")
    }

    /// The lines of one text of which most words are not in the other.
    private static func difference(_ name: String, _ mark: String, _ lines: [String], from other: String) -> [String] {
        let labels = PassageLabels(lines, reviewed: other)
        let missing = lines.indices.filter { labels.shares[$0] < PassageLabels.threshold && labels.words[$0] > 0 }
        guard !missing.isEmpty else { return [] }
        let words = missing.reduce(0) { $0 + labels.words[$1] }
        let shown = missing.prefix(shownLines).map { index in
            let line = EscapedText.terminal(lines[index])
            return "    \(mark) " + (line.count > shownCharacters ? line.prefix(shownCharacters - 1) + "…" : line)
        }
        let rest = missing.count > shownLines ? ["    \(mark) … \(missing.count - shownLines) more lines"] : []
        return ["  \(name): \(missing.count) of \(lines.count) lines, \(words) words"] + shown + rest
    }

    private static func textLines(_ text: String) -> [String] {
        text.split(separator: "\n").map(String.init).filter { $0.contains { !$0.isWhitespace } }
    }
}
