import Language
import Markup

/// What the passages around a passage tell of it: those of its containers, of its template, those before and behind it.
struct PassageContext {
    /// Numbers of one passage.
    static let width = 3 * 6 + 6 + 4 + 6 + 2 + 8 + 4 + 3 + PassageCards.width + 3

    /// Sums over the passages in a container.
    struct Content {
        var count: Float = 0
        var characters: Float = 0
        var links: Float = 0
        var prose: Float = 0
        var weight: Float = 0
        var sentences: Float = 0
        var images: Float = 0

        fileprivate mutating func add(_ other: Content) {
            count += other.count
            characters += other.characters
            links += other.links
            prose += other.prose
            weight += other.weight
            sentences += other.sentences
            images += other.images
        }
    }

    /// What is known of one passage.
    private struct Place {
        var content: Content
        var frame: Int
        var container: Int
        var total: Float
        var headingLevel: Int
        var linkShare: Float
        var wordWeight: Float
        /// Passages of its text on the page, at most 9.
        var copies: Float
    }

    private let list: PassageList
    private let anchors: PassageAnchors
    private let measures: [PassageMeasure]
    private let places: [Place]
    /// What each frame holds, with all frames inside.
    private let held: [Content]
    private let groups: [UInt64: (content: Content, inside: Float)]
    private let centre: ProseCentre
    private let prose: Float
    private let headings: [Heading]
    private let windows: [Window]
    private let cards: PassageCards
    private let neighbours: [Neighbours]
    /// The prose that each frame's children hold.
    private let direct: [Float]

    /// The passages of prose in a passage's own container.
    private struct Neighbours {
        /// Passages back to the last one, at most 20; -1 for none.
        var last: Float = -1
        /// Passages to the next one, at most 20; -1 for none.
        var next: Float = -1
    }

    /// The headings around a passage.
    private struct Heading {
        /// The last one before it, -1 for none.
        var last: Int
        /// Passages to the next one, at most 60; 0 for a heading.
        var next: Float
    }

    /// Sums over all passages before one.
    private struct Window {
        var weight: Float = 0
        var total: Float = 0
        var links: Float = 0
    }

    /// Surveys a page. Linear in its passages and frames.
    init(_ list: PassageList, _ measures: [PassageMeasure], _ anchors: PassageAnchors) {
        self.list = list
        self.measures = measures
        self.anchors = anchors
        places = Self.places(list, measures)
        var held = [Content](repeating: Content(), count: list.frames.count)
        var direct = [Float](repeating: 0, count: list.frames.count)
        for (index, frame) in list.frames.enumerated() { held[index].images = Float(frame.images) }
        for place in places {
            held[place.frame].add(place.content)
            direct[place.container] += place.content.prose
        }
        // Frames stand behind those around them.
        for index in list.frames.indices.reversed() where list.frames[index].parent >= 0 {
            held[list.frames[index].parent].add(held[index])
        }
        self.held = held
        self.direct = direct
        prose = max(1, places.reduce(0) { $0 + $1.content.prose })
        centre = ProseCentre(
            list, direct: direct, prose: places.map { ($0.content.prose > 0, $0.container) })
        cards = PassageCards(list.frames, held: held, prose: prose)
        neighbours = Self.neighbours(places)
        var groups: [UInt64: (content: Content, inside: Float)] = [:]
        for place in places {
            let key = Self.template(list, place)
            groups[key, default: (Content(), 0)].content.add(place.content)
            if place.container == centre.frame { groups[key]?.inside += 1 }
        }
        self.groups = groups
        headings = Self.headings(places)
        var windows = [Window()]
        windows.reserveCapacity(places.count + 1)
        for place in places {
            var sum = windows[windows.count - 1]
            sum.weight += place.wordWeight
            sum.total += place.total
            sum.links += place.linkShare
            windows.append(sum)
        }
        self.windows = windows
    }

    private static func places(_ list: PassageList, _ measures: [PassageMeasure]) -> [Place] {
        var copies: [UInt64: Float] = [:]
        let hashes = list.passages.map { FNV1a.hash(of: list.bytes($0)) }
        for hash in hashes { copies[hash, default: 0] += 1 }
        return list.passages.indices.map { index in
            let passage = list.passages[index]
            let measure = measures[index]
            let linkShare = Float(passage.linkBytes) / Float(max(1, passage.text.count))
            let frame = list.frames[passage.frame]
            let content = Content(
                count: 1, characters: measure.characters, links: linkShare * measure.characters,
                prose: ProseMap.prose(passage, measure), weight: max(-4, min(4, measure.wordWeight)),
                sentences: measure.endsSentence && measure.characters > 40 ? 1 : 0)
            return Place(
                content: content, frame: passage.frame, container: frame.parent >= 0 ? frame.parent : passage.frame,
                total: frame.total, headingLevel: passage.element.headingLevel ?? 0, linkShare: linkShare,
                wordWeight: measure.wordWeight, copies: min(9, copies[hashes[index]] ?? 1))
        }
    }

    private static func template(_ list: PassageList, _ place: Place) -> UInt64 {
        list.frames[place.frame].signature &* 31 &+ list.frames[place.container].signature
    }

    private static func neighbours(_ places: [Place]) -> [Neighbours] {
        var found = [Neighbours](repeating: Neighbours(), count: places.count)
        var last: [Int: Int] = [:]
        for (index, place) in places.enumerated() {
            if let other = last[place.container] { found[index].last = Float(min(20, index - other)) }
            if place.content.prose > 0 { last[place.container] = index }
        }
        last.removeAll(keepingCapacity: true)
        for index in places.indices.reversed() {
            if let other = last[places[index].container] { found[index].next = Float(min(20, other - index)) }
            if places[index].content.prose > 0 { last[places[index].container] = index }
        }
        return found
    }

    private static func headings(_ places: [Place]) -> [Heading] {
        var headings: [Heading] = []
        headings.reserveCapacity(places.count)
        var last = -1
        for (index, place) in places.enumerated() {
            headings.append(Heading(last: last, next: 0))
            if place.headingLevel > 0 { last = index }
        }
        var next = places.count
        for index in places.indices.reversed() {
            if places[index].headingLevel > 0 { next = index }
            headings[index].next = Float(min(60, next - index))
        }
        return headings
    }

    /// Appends a passage's numbers to a row.
    func append(_ index: Int, to row: inout [Float]) {
        let place = places[index]
        var container = place.container
        for _ in 0..<3 {
            let content = held[container]
            let count = max(1, content.count)
            row.append(content.count)
            row.append(content.characters / count)
            row.append(content.links / max(1, content.characters))
            row.append(content.weight / count)
            row.append(content.sentences / count)
            row.append(content.prose / prose)
            container = list.frames[container].parent >= 0 ? list.frames[container].parent : container
        }
        centre.append(index, frame: place.frame, to: &row)
        row.append(headings[index].next)
        let group = groups[Self.template(list, place)] ?? (place.content, 0)
        row.append(group.content.prose / prose)
        row.append(group.content.prose / max(1, group.content.characters))
        row.append(group.content.weight / group.content.count)
        row.append(group.inside / group.content.count)
        appendWindow(max(0, index - 8)..<index, to: &row)
        appendWindow(min(index + 1, places.count)..<min(index + 9, places.count), to: &row)
        let heading = headings[index].last
        row.append(heading < 0 ? 0 : places[heading].wordWeight)
        row.append(heading < 0 ? -1 : min(20, places[heading].content.characters / 10))
        appendNeighbours(index, to: &row)
        row.append(anchors.descriptionShare(of: measures[index].hashes))
        row.append(anchors.headlineShare(of: measures[index].hashes))
        row.append(place.copies)
        row.append(place.total / Float(max(1, list.frames[place.frame].depth)))
        appendImages(place, to: &row)
        cards.append(frame: place.frame, to: &row)
        row.append(neighbours[index].last)
        row.append(neighbours[index].next)
        row.append(direct[place.container] / prose)
    }

    /// Images in the passage's own block and in the two around it.
    private func appendImages(_ place: Place, to row: inout [Float]) {
        var frame = place.frame
        for _ in 0..<3 {
            row.append(held[frame].images)
            frame = list.frames[frame].parent >= 0 ? list.frames[frame].parent : frame
        }
    }

    private func appendWindow(_ range: Range<Int>, to row: inout [Float]) {
        let count = Float(max(1, range.count))
        let (start, end) = (windows[range.lowerBound], windows[range.upperBound])
        row.append((end.weight - start.weight) / count)
        row.append((end.total - start.total) / count)
        row.append((end.links - start.links) / count)
    }

    private func appendNeighbours(_ index: Int, to row: inout [Float]) {
        for offset in [-2, -1, 1, 2, 3] {
            let other = index + offset
            let isThere = places.indices.contains(other)
            row.append(isThere ? places[other].total : -1)
            guard abs(offset) == 1 else { continue }
            row.append(isThere ? places[other].wordWeight : -1)
            if offset == 1 { row.append(isThere ? places[other].linkShare : -1) }
        }
    }
}
