/// The edition as running text: what the Markdown and the plain-text edition have in common. The setters decide how a
/// block looks and escape for their syntax.
struct Manuscript {
    /// A run of words.
    enum Span {
        /// Plain words.
        case text(String)
        /// A sign that follows the words before it without a space.
        case sign(String)
        /// Words that stand out.
        case strong(String)
        /// Words set apart, such as a sentence in a headline's place.
        case emphasis(String)
        /// The pointer to a fact's passage.
        case mark(Mark)
    }

    /// A pointer to a passage: the source's number in its story, the article, the characters.
    struct Mark {
        let number: Int
        let article: Int
        let start: Int
        let end: Int
    }

    /// A link to a file, with what it is.
    struct Link {
        let label: String
        let href: String
    }

    /// A piece of the page.
    enum Block {
        /// The name of the page.
        case title(String)
        /// The head of a section.
        case section(String)
        /// The head of a story or of a table.
        case head([Span])
        /// A paragraph.
        case paragraph([Span])
        /// A line of a list.
        case item([Span])
        /// A quotation, and who said it.
        case quotation([Span], by: [Span])
        /// A numbered source with its links; copies stand further in.
        case source(number: Int, [Span], links: [Link], isCopy: Bool)
    }

    /// The blocks, in order.
    private(set) var blocks: [Block] = []
    let edition: Edition
    let concordance: Concordance

    /// The manuscript of an edition. Linear in the edition.
    init(_ edition: Edition) {
        self.edition = edition
        concordance = Concordance(edition)
        addMasthead()
        addStories()
        addDiary()
        addProminence()
        addNumbersAndQuotes()
        addNotes()
        addColophon()
    }

    /// Appends a block.
    mutating func add(_ block: Block) { blocks.append(block) }

    /// The pointer to a passage.
    func mark(_ reference: Reference) -> Span {
        .mark(
            Mark(
                number: concordance.number[reference.article], article: reference.article,
                start: reference.range.start, end: reference.range.end))
    }

    /// Words and the pointer to where they stand.
    func told(_ told: Told) -> [Span] { [.text(told.line.text), mark(told.reference)] }

    /// Runs of spans with a separator between them.
    func joined(_ parts: [[Span]], by separator: String) -> [Span] {
        var spans: [Span] = []
        for (place, part) in parts.enumerated() {
            if place > 0 { spans.append(.sign(separator)) }
            spans += part
        }
        return spans
    }

    /// A headline; words that are not a headline are set apart.
    func headline(of article: Int) -> Span {
        let headline = edition.articles[article].headline
        return headline.kind == .headline ? .strong(headline.line.text) : .emphasis(headline.line.text)
    }
}
