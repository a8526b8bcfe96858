/// The parts of a page around the article's text: where bylines and dates stand.
struct PageMargins {
    /// Where on the page something stands.
    enum Zone {
        case above, inside, below, elsewhere
    }

    /// Passages between headline and text, the first of the text included.
    let above: Range<Int>
    /// Passages of the text.
    let inside: Range<Int>
    /// Passages below the text.
    let below: Range<Int>
    private let nodes: (above: Int, inside: Int, below: Int, end: Int)

    /// Kickers, bylines and dates stand up to six passages above a headline on the development pages, and up to the third
    /// of the body's passages; biographies within two dozen below it.
    private static let reach = (above: 6, into: 3, below: 24)
    /// Passages between a deck and the text: byline, role, date, reading time, buttons to share.
    private static let deckReach = 24

    /// Bytes of a paragraph; of lines kept by mistake few have as many.
    private static let paragraph = 80

    /// The passage after the third paragraph that is kept of a body, where what lies between is short enough to be its head:
    /// a deck may be kept above byline and date. Linear in the passages looked at.
    static func opening(of decision: BodyReader.Decision, in list: PassageList) -> Int {
        let start = decision.start
        var kept = 0
        for index in start..<max(start, min(list.passages.count, start + deckReach))
        where decision.verdicts[index] == .kept && list.passages[index].text.count >= paragraph {
            kept += 1
            if kept == reach.into { return index + 1 }
        }
        return start
    }

    /// The margins of a page with a headline (-1 for none) and a body from `start` to `end` (exclusive), whose first
    /// passages end before `opening`.
    init(_ list: PassageList, headline: Int, start: Int, opening bodyOpening: Int = 0, end: Int) {
        let count = list.passages.count
        let first = headline >= 0 ? headline - Self.reach.above : start - 2 * Self.reach.above
        let opening = max(0, min(count, first))
        let text = max(opening, min(count, max(max(start, headline + 1) + Self.reach.into, bodyOpening)))
        let close = max(text, min(count, end))
        above = opening..<text
        inside = text..<close
        below = close..<min(count, close + Self.reach.below)
        func node(_ index: Int) -> Int { index < count ? list.passages[index].node : Int.max }
        nodes = (node(above.lowerBound), node(inside.lowerBound), node(below.lowerBound), node(below.upperBound))
    }

    /// Where a node stands.
    func zone(ofNode node: Int) -> Zone {
        if node < nodes.above { return .elsewhere }
        if node < nodes.inside { return .above }
        if node < nodes.below { return .inside }
        return node < nodes.end ? .below : .elsewhere
    }
}
