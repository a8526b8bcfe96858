import Markup

/// Names that the page shows: lines that open with "By", containers called byline or author, links to an author's page.
struct BylineMarks {
    /// A text that may name authors, and where it stands.
    struct Found {
        var text: String
        var clues: ClueSet
        /// Findings of one number stand in one element: authors side by side.
        var group: Int
    }

    /// What was found, nearest to the headline first.
    private(set) var found: [Found] = []
    private let head: ArticleHead
    private let margins: PageMargins
    /// Where no byline stands, a menu or a dialogue, unless the headline stands there too.
    private let barred: Passage.Surroundings

    /// Lines longer than this are prose.
    private static let longestLine = 120
    /// Findings after which a page is a list of people.
    private static let limit = 60

    /// Looks around and in a page's text. Linear in the page.
    init(_ head: ArticleHead) {
        self.head = head
        margins = head.margins
        barred = Passage.Surroundings([.hidden, .navigation, .caption, .dialog])
            .subtracting(head.headlineSurroundings)
        addLines(margins.above, .line)
        addDecks()
        addElements()
        addLines(margins.inside, .lineInBody)
        addLines(margins.below, .lineAtEnd)
        addNotes()
        addBareNames()
    }

    /// Names on lines of their own, by the headline or below the text.
    private mutating func addBareNames() {
        for name in BareNames(head, barred: barred.union(.form)).found {
            add(name.text, name.clue, group: head.list.passages[name.passage].node, at: name.passage)
            if name.opensText, found.count < Self.limit, let last = found.indices.last {
                found[last].clues.formUnion(ClueSet(.opensText))
            }
        }
    }

    private mutating func add(_ text: String, _ clue: Clue, group: Int, at passage: Int? = nil) {
        guard found.count < Self.limit else { return }
        // Several words that begin small are a sentence's, unless an article opens them.
        let isSentence =
            text.first?.isLowercase == true && text.contains(" ") && BylineNames.withoutOpening(text) == nil
        if isSentence, !text.hasPrefix("the ") { return }
        var clues = ClueSet(.any, clue)
        if let passage {
            if isDated(passage) { clues.formUnion(ClueSet(.dated)) }
            if isOthers(passage) { clues.formUnion(ClueSet(.otherRole)) }
            if Self.links.contains(clue), head.list.passages[passage].text.count > Self.longestLine {
                clues.formUnion(ClueSet(.inProse))
            }
        }
        found.append(Found(text: text, clues: clues, group: group))
    }

    private static let links = [Clue.authorLink, .authorLinkInBody, .authorLinkAtEnd, .markedElsewhere]

    /// Whether a line has four digits side by side, as every date has that names its year.
    private static func hasYear(_ line: ArraySlice<UInt8>) -> Bool {
        var digits = 0
        for byte in line {
            digits = byte.isASCIIDigit ? digits + 1 : 0
            if digits == 4 { return true }
        }
        return false
    }

    /// Whether a passage or one of its neighbours is a short line with a date, as bylines and dates stand side by side.
    private func isDated(_ index: Int) -> Bool {
        (max(0, index - 1)...min(head.list.passages.count - 1, index + 1)).contains { near in
            let bytes = head.list.bytes(head.list.passages[near])
            guard bytes.count <= Self.longestLine, Self.hasYear(bytes) else { return false }
            return DateReader.date(in: String(decoding: bytes, as: UTF8.self), dayFirst: true) != nil
        }
    }

    /// Whether a passage, or the label before it, says that somebody reviewed, checked or translated: no author.
    private func isOthers(_ index: Int) -> Bool {
        [index - 1, index].contains { near in
            guard near >= 0, head.list.passages[near].text.count <= Self.longestLine else { return false }
            let isLabel = near < index
            let line = head.list.string(head.list.passages[near])
            return isLabel ? BylineWords.isOthersLabel(line) : BylineWords.opensWithOthers(line)
        }
    }

    /// Lines that open with "By", and lines behind a label.
    private mutating func addLines(_ range: Range<Int>, _ clue: Clue) {
        let passages = head.list.passages
        for index in range where passages[index].text.count <= Self.longestLine {
            guard passages[index].surroundings.isDisjoint(with: barred) else { continue }
            let whole = head.list.string(passages[index])
            for line in whole.utf8.contains(0x0A) ? whole.split(separator: "\n") : [whole[...]] {
                let text = String(line)
                let name =
                    BylineNames.withoutOpening(text) ?? BylineWords.afterDate(text)
                    ?? (BylineWords.endsInTitle(text) ? text : nil)
                let names = name.map { [$0] } ?? Self.laterNames(in: text)
                for name in names where clue == .line || BylineNames.isWritten(name) {
                    add(name, clue, group: passages[index].node, at: index)
                }
                // "Written by" may be a line of its own, and the name the next.
                if BylineWords.isLabel(text), index + 1 < passages.count, passages[index + 1].text.count <= 60 {
                    add(head.list.string(passages[index + 1]), clue, group: passages[index + 1].node, at: index + 1)
                }
            }
        }
    }

    /// Names that a line tells behind a date or another thing: between bars, or behind a label of their own.
    private static func laterNames(in text: String) -> [String] {
        // Bars and bullets are "|", or have a lead byte of marks outside ASCII.
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "|") || $0 == 0xC2 || $0 == 0xE2 }) else {
            return BylineNames.labelled(in: text)
        }
        let parts = text.split { "|•·".contains($0) }
        let signed = parts.dropFirst().compactMap { BylineNames.withoutOpening(String($0).folded) }
        return signed.isEmpty ? BylineNames.labelled(in: text) : signed
    }

    /// "… in the coming years, writes Ana Roth.": decks that say who wrote the article.
    private mutating func addDecks() {
        for index in margins.above where (40...800).contains(head.list.passages[index].text.count) {
            guard index != head.headline, head.list.passages[index].surroundings.isDisjoint(with: barred),
                let name = BylineWords.signature(ofDeck: head.list.string(head.list.passages[index]))
            else { continue }
            add(name, .line, group: head.list.passages[index].node)
        }
    }

    /// "Ana Roth is a reporter in Harbour City.": the passages about the body's end.
    private mutating func addNotes() {
        let start = max(margins.above.lowerBound, margins.below.lowerBound - 2)
        for index in start..<margins.below.upperBound where (20...900).contains(head.list.passages[index].text.count) {
            if let name = BylineWords.opening(ofNote: head.list.string(head.list.passages[index])) {
                add(name, .note, group: head.list.passages[index].node)
            }
        }
    }

    /// Elements whose names, relation or address say that an author stands in them.
    private mutating func addElements() {
        var index = 0
        var strays = 0
        let nodes = head.tree.nodes
        while index < nodes.count {
            defer { index += 1 }
            guard nodes[index].element != .text, nodes[index].first < nodes[index].last else { continue }
            let zone = margins.zone(ofNode: index)
            // A template far from the headline may still mark its author; a few are looked at.
            if zone == .elsewhere, strays >= 10 { continue }
            guard let clue = clue(for: index, in: zone) else { continue }
            let passage = passage(of: index)
            if let passage, isInMenu(passage) { continue }
            if zone == .elsewhere { strays += 1 }
            for text in texts(under: index) { add(text, clue, group: Int(nodes[index].parent), at: passage) }
        }
    }

    private func clue(for node: Int, in zone: PageMargins.Zone) -> Clue? {
        let element = head.tree.nodes[node]
        for index in Int(element.first)..<Int(element.last) {
            let attribute = head.tree.attributes[index]
            let range = Int(attribute.start)..<Int(attribute.end)
            switch attribute.name {
            case .rel where head.tree.values[range].elementsEqual("author".utf8):
                return zone == .above ? .relAuthor : link(zone)
            case .href where element.element == .a && AuthorWords.isAuthorPage(head.tree.values[range]):
                return link(zone)
            case .class, .id, .dataTestID, .dataComponent, .dataName, .dataType, .itemprop:
                if AuthorWords.areIn(head.tree.values[range]) {
                    switch zone {
                    case .above: return .marked
                    case .inside: return .markedInBody
                    case .below: return .markedAtEnd
                    case .elsewhere: return .markedElsewhere
                    }
                }
            default: break
            }
        }
        return nil
    }

    private func isInMenu(_ passage: Int) -> Bool {
        let menus = barred.subtracting([.hidden, .caption]).union(.form)
        return !head.list.passages[passage].surroundings.isDisjoint(with: menus)
    }

    /// The passage a node stands in, or the first in it. Logarithmic in the passages.
    private func passage(of node: Int) -> Int? {
        let passages = head.list.passages
        var low = 0
        var high = passages.count
        while low < high {
            let middle = (low + high) / 2
            if passages[middle].node <= node { low = middle + 1 } else { high = middle }
        }
        // A container's first passage lies inside it, a link's passage around it.
        let index = low > 0 && Int(head.tree.nodes[passages[low - 1].node].end) > node ? low - 1 : low
        return index < passages.count ? index : nil
    }

    private func link(_ zone: PageMargins.Zone) -> Clue {
        switch zone {
        case .above: .authorLink
        case .inside: .authorLinkInBody
        case .below: .authorLinkAtEnd
        case .elsewhere: .markedElsewhere
        }
    }

    /// The first lines under a node; blocks, line breaks and links part them.
    private func texts(under node: Int) -> [String] {
        let tree = head.tree
        var texts: [String] = []
        var current: [UInt8] = []
        func flush() {
            let text = String(decoding: current, as: UTF8.self).folded
            if !text.isEmpty, text.utf8.count <= Self.longestLine { texts.append(text) }
            current.removeAll(keepingCapacity: true)
        }
        // Three lines hold a label, a name and a role.
        for index in node..<min(Int(tree.nodes[node].end), node + 60) where texts.count < 3 {
            let element = tree.nodes[index].element
            if element == .text {
                // Two elements without a space between them are two things, side by side by their style.
                let bytes = tree.textBytes(at: index).prefix(400)
                if let last = current.last, let next = bytes.first, last > 0x20, next > 0x20 { flush() }
                current.append(contentsOf: bytes)
            } else if element.isBlock || element == .br || element == .a || element == .time {
                flush()
            }
        }
        if texts.count < 3 { flush() }
        return texts
    }
}

/// Words of names and addresses that stand for an author.
enum AuthorWords {
    private static let words = ByteWords([
        "author", "byline", "writer", "contributor", "autor", "auteur", "reporter", "journalist", "redakt", "verfasser",
    ])
    private static let folders = ByteWords([
        "/author", "/autor", "/auteur", "/people/", "/profile", "/staff/", "/contributor", "/by/", "/writer",
        "/journalist", "/reporter", "/redakt", "/users/", "/user/", "/team/",
    ])

    /// Whether names such as `article__byline` hold such a word. Linear; 200 bytes are read.
    static func areIn(_ names: ArraySlice<UInt8>) -> Bool { words.areIn(names.prefix(200)) }

    /// Whether an address is that of an author's page. Linear; 200 bytes are read.
    static func isAuthorPage(_ address: ArraySlice<UInt8>) -> Bool {
        // A person's page lies in a folder of theirs: something follows it.
        let path = address.prefix(200).prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        let bare = path.last == UInt8(ascii: "/") ? path.dropLast() : path
        guard let slash = bare.lastIndex(of: UInt8(ascii: "/")), bare.endIndex - slash > 3 else { return false }
        return folders.areIn(bare[...slash])
    }
}
