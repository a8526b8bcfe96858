import Markup

/// The numbers the forest judges a passage by: its own, those of its containers, of its neighbours, of the page.
struct PassageFeatures {
    /// Numbers a passage has in the first round.
    static let width = own + 2 * near + 10 + PassageContext.width
    private static let own = 68 + PageTypes.width
    private static let near = 7

    private let tree: ElementTree
    private let list: PassageList
    private let anchors: PassageAnchors
    private let measures: [PassageMeasure]
    private let prose: ProseMap
    private let groups: [UInt64: Group]
    private let context: PassageContext
    private let headlinePassage: Int
    /// The passage that says what the head says, wherever it stands; the headline's own where there is none.
    let headlineSaid: Int

    /// Passages of one template.
    private struct Group {
        var count: Float = 0
        var characters: Float = 0
        var linkBytes: Float = 0
        var stops: Float = 0

        mutating func add(_ measure: PassageMeasure, _ passage: Passage) {
            count += 1
            characters += measure.characters
            linkBytes += Float(passage.linkBytes)
            stops += measure.stops
        }
    }

    /// Measures every passage of a page. Linear in the page.
    init(
        _ tree: ElementTree, _ list: PassageList, _ anchors: PassageAnchors, tables: PassageTables = .standard
    ) {
        self.tree = tree
        self.list = list
        self.anchors = anchors
        measures = list.passages.map { PassageMeasure(list.bytes($0), tables) }
        prose = ProseMap(tree, list, measures)
        var groups: [UInt64: Group] = [:]
        for (index, passage) in list.passages.enumerated() {
            let measure = measures[index]
            groups[Self.signature(list, passage), default: Group()].add(measure, passage)
        }
        self.groups = groups
        (headlinePassage, headlineSaid) = Self.headlinePassage(list, anchors)
        context = PassageContext(list, measures, anchors)
    }

    private static func signature(_ list: PassageList, _ passage: Passage) -> UInt64 {
        let frame = list.frames[passage.frame]
        let outer = frame.parent >= 0 ? list.frames[frame.parent].signature : 0
        return frame.signature &* 31 &+ outer
    }

    /// Where the headline is said again rather than shown: the end of a breadcrumb, a teaser, a bar that scrolls along.
    private static let apart: Passage.Surroundings = [.hidden, .navigation, .aside, .footer, .dialog]

    /// The first passage that says what the head says, or the first `h1`; -1 for none; and the first that says so anywhere. Where a menu alone says it, a heading
    /// below it that shares half of its words is the headline: the head may have another spelling for search engines.
    private static func headlinePassage(_ list: PassageList, _ anchors: PassageAnchors) -> (shown: Int, said: Int) {
        var fallback = -1
        var saidApart = -1
        let longest = 2 * (anchors.headlines.map(\.utf8.count).max() ?? 0)
        for (index, passage) in list.passages.enumerated() where passage.text.count <= max(longest, 400) {
            let isHeading = passage.element == .h1 || passage.element == .h2
            guard isHeading || passage.element == .div || passage.element == .p else { continue }
            if passage.element == .h1, fallback < 0, !passage.surroundings.contains(.hidden) { fallback = index }
            // Punctuation makes a passage longer than its comparable form, hardly ever twice as long.
            guard isHeading || index < 400, passage.text.count <= longest else { continue }
            let text = list.string(passage).comparable
            guard text.utf8.count >= 8, anchors.headlines.contains(text) else { continue }
            if passage.surroundings.isDisjoint(with: apart) { return (index, saidApart < 0 ? index : saidApart) }
            if saidApart < 0 { saidApart = index }
        }
        guard saidApart >= 0 else { return (fallback, fallback) }
        return (likelyHeading(list, anchors, after: saidApart) ?? saidApart, saidApart)
    }

    /// The first heading of the article's own below a passage that shares half of its words with the head's headlines.
    private static func likelyHeading(_ list: PassageList, _ anchors: PassageAnchors, after index: Int) -> Int? {
        list.passages.indices[(index + 1)...].first { index in
            let passage = list.passages[index]
            guard passage.element == .h1 || passage.element == .h2, passage.text.count <= longestHeading,
                passage.surroundings.isDisjoint(with: apart)
            else { return false }
            let words = WordHashes(list.bytes(passage)).hashes
            return words.count >= 4 && anchors.headlineShare(of: words) >= 0.5
        }
    }

    /// Bytes of a heading that may be the headline: the longest of the development pages' gold has 200 letters.
    private static let longestHeading = 400

    /// How many passages there are.
    var count: Int { measures.count }

    /// The measure of a passage.
    func measure(_ index: Int) -> PassageMeasure { measures[index] }

    /// The passage that holds the headline, -1 for none.
    var headline: Int { headlinePassage }

    /// The largest container's node.
    var mainNode: Int { prose.main }

    /// All passages' numbers, row by row.
    func rows() -> [Float] { rows(list.passages.indices) }

    /// The numbers of some passages, row by row.
    func rows(_ range: Range<Int>) -> [Float] {
        var rows: [Float] = []
        rows.reserveCapacity(range.count * Self.width)
        for index in range {
            let before = rows.count
            appendOwn(index, to: &rows)
            for offset in [-1, 1] {
                let other = index + offset
                if list.passages.indices.contains(other) {
                    appendAppearance(other, to: &rows)
                } else {
                    rows.append(contentsOf: repeatElement(-1, count: Self.near))
                }
            }
            appendWindow(index, to: &rows)
            context.append(index, to: &rows)
            assert(rows.count - before == Self.width)
        }
        return rows
    }

    /// What neighbours see of a passage.
    private func appendAppearance(_ index: Int, to row: inout [Float]) {
        let passage = list.passages[index]
        let measure = measures[index]
        row += [
            measure.characters, measure.stops, linkShare(passage), Float(passage.element.headingLevel ?? 0),
            measure.wordWeight, Float(list.frames[passage.frame].lowest), prose.contains(passage) ? 1 : 0,
        ]
    }

    private func linkShare(_ passage: Passage) -> Float {
        Float(passage.linkBytes) / Float(max(1, passage.text.count))
    }

    private func appendOwn(_ index: Int, to row: inout [Float]) {
        let passage = list.passages[index]
        let measure = measures[index]
        row += [
            measure.characters, measure.words, measure.stops, measure.commas, measure.digits, measure.capitals,
            measure.endsSentence ? 1 : 0, measure.endsColon ? 1 : 0, measure.opensSmall ? 1 : 0, measure.quotes,
            measure.marks, measure.isLine ? measure.wordWeight : -99, measure.lowestWord, measure.opening,
            measure.closing,
            linkShare(passage),
            Float(passage.links),
            Float(passage.strongBytes) / Float(max(1, passage.text.count)),
            Float(passage.emphasisBytes) / Float(max(1, passage.text.count)),
            Float(passage.linkBytes) / Float(max(1, passage.links)), Float(min(20, passage.images)),
            passage.isBelowRule ? 1 : 0, passage.hasTime ? 1 : 0,
            Float(passage.element.headingLevel ?? 0), kind(of: passage.element),
        ]
        for bit in 0..<19 { row.append(passage.surroundings.rawValue >> UInt32(bit) & 1 == 1 ? 1 : 0) }
        appendContainers(passage, to: &row)
        appendPage(index, passage, measure, to: &row)
    }

    private func kind(of element: Element) -> Float {
        switch element {
        case .p: 1
        case .li: 2
        case .div: 3
        case .td, .tr: 4
        case .blockquote: 5
        case .pre: 6
        case .dd, .dt: 7
        case .section, .article: 8
        case .figcaption: 9
        case .h1, .h2, .h3, .h4, .h5, .h6: 10
        default: 0
        }
    }

    private func appendContainers(_ passage: Passage, to row: inout [Float]) {
        let frame = list.frames[passage.frame]
        let outer = frame.parent >= 0 ? list.frames[frame.parent] : frame
        let third = outer.parent >= 0 ? list.frames[outer.parent] : outer
        let fourth = third.parent >= 0 ? list.frames[third.parent] : third
        let group = groups[Self.signature(list, passage)] ?? Group()
        row += [
            frame.weight, outer.weight, third.weight, fourth.weight, frame.lowest, frame.highest, frame.total,
            Float(frame.depth), prose.share(frame.node), prose.share(outer.node), prose.share(third.node),
            prose.share(fourth.node), prose.contains(passage) ? 1 : 0, group.count,
            group.characters / max(1, group.count), group.linkBytes / max(1, group.characters),
            group.stops / max(1, group.count),
        ]
    }

    private func appendPage(_ index: Int, _ passage: Passage, _ measure: PassageMeasure, to row: inout [Float]) {
        let count = Float(list.passages.count)
        row += [
            Float(index) / count, count,
            headlinePassage < 0 ? -999 : Float(max(-99, min(999, index - headlinePassage))),
            anchors.bodyShare(of: measure.hashes), anchors.hasBody ? 1 : 0, prose.position(of: index),
            prose.total,
        ]
        anchors.types.append(to: &row)
    }

    /// Averages over the five passages before and after, which tell a run of text from a run of links.
    private func appendWindow(_ index: Int, to row: inout [Float]) {
        for range in [max(0, index - 5)..<index, (index + 1)..<min(list.passages.count, index + 6)] {
            let range = range.isEmpty ? 0..<0 : range
            var characters: Float = 0
            var stops: Float = 0
            var links: Float = 0
            var weight: Float = 0
            var body: Float = 0
            for other in range {
                characters += min(400, measures[other].characters)
                stops += min(4, measures[other].stops)
                links += linkShare(list.passages[other])
                weight += measures[other].wordWeight
                body += prose.contains(list.passages[other]) ? 1 : 0
            }
            let count = Float(max(1, range.count))
            row += [characters / count, stops / count, links / count, weight / count, body / count]
        }
    }
}
