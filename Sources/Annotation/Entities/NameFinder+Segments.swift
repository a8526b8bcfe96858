import Language
import Records

extension NameFinder {
    /// Cuts a run into titles, nationalities, known names and new ones.
    mutating func segment(_ run: Range<Int>) {
        guard !run.isEmpty else { return }
        var position = run.lowerBound
        var title = smallTitle(before: position)
        while position < run.upperBound {
            if text.kinds[position] == .hyphen {
                position += 1
            } else if let end = knownName(at: position, in: run, title: title) {
                position = end
                title = nil
            } else if let end = titleEnd(at: position, in: run) {
                title = (title?.upperBound == position ? title?.lowerBound ?? position : position)..<end
                position = end
            } else {
                position = newName(at: position, in: run, title: title)
                title = nil
            }
        }
    }

    /// In title case only known names count.
    mutating func segmentKnown(_ run: Range<Int>) {
        var position = run.lowerBound
        while position < run.upperBound {
            let isFunction = reading.clues[position].contains(.function)
            if let known = gazetteer.match(in: text, at: position, limit: run.upperBound),
                !(known.length == 1 && (isFunction || reading.clues[position].contains(.common)))
            {
                add(position..<(position + known.length), gazetteer.entries[known.entry].type, 1, entry: known.entry)
                position += known.length
            } else if reading.clues[position].contains(.given), position + 1 < run.upperBound,
                text.isCapitalised(position + 1), !reading.clues[position + 1].contains(.common)
            {
                add(position..<(position + 2), .person, 1)
                position += 2
            } else {
                position += 1
            }
        }
    }

    mutating func add(_ tokens: Range<Int>, _ type: Entity.Kind?, _ weight: Int, entry: Int? = nil) {
        var tokens = tokens
        while !tokens.isEmpty, text.kinds[tokens.upperBound - 1] != .word { tokens = tokens.dropLast() }
        guard !tokens.isEmpty else { return }
        mentions.append(NameMention(tokens: tokens, type: type, weight: weight, entry: entry))
    }

    /// A title in small letters right before the run: "former president", "chancellor".
    private func smallTitle(before start: Int) -> Range<Int>? {
        let sentence = text.sentence(of: start)
        for length in [4, 3, 2, 1] where start - length >= sentence.lowerBound {
            if let role = Self.roles.longestMatch(in: text, at: start - length, limit: start), role.length == length {
                return text.flags[start].contains(.spaced) ? (start - length)..<start : nil
            }
        }
        return nil
    }

    /// The end of a title that stands before more of the run, or fills it.
    private func titleEnd(at position: Int, in run: Range<Int>) -> Int? {
        guard let role = Self.roles.longestMatch(in: text, at: position, limit: run.upperBound) else { return nil }
        let end = position + role.length
        guard end < run.upperBound else { return end }
        let next = reading.clues[end]
        if text.kinds[end] == .hyphen { return nil }
        let goesOn =
            !next.isDisjoint(with: [.organizationHead, .eventHead]) && next.isDisjoint(with: [.given, .family])
        return goesOn && !isRole(end, run.upperBound) ? nil : end
    }

    /// Takes a name of the gazetteer at a position, with what belongs to it, and returns its end.
    private mutating func knownName(at position: Int, in run: Range<Int>, title: Range<Int>?) -> Int? {
        guard let known = gazetteer.match(in: text, at: position, limit: run.upperBound) else { return nil }
        let entry = gazetteer.entries[known.entry]
        let end = position + known.length
        let head = headEnd(from: end, in: run)
        switch entry.type {
        case .group:
            if known.length == 1, reading.clues[position].contains(.given), joinsPerson(end, in: run) { return nil }
            if let head, !startsState(end, head), head.kind == .organization || head.kind == .event {
                add(position..<head.end, head.kind, 2)
                return head.end
            }
            add(position..<end, .group, 3, entry: known.entry)
        case .place:
            if let election = electionEnd(after: end, limit: text.sentence(of: position).upperBound) {
                let isDated = position > 0 && text.kinds[position - 1] == .number
                add((isDated ? position - 1 : position)..<election, .event, 3)
                return max(election, end)
            }
            if title != nil, isPersonal(title), known.length == 1 || end < run.upperBound { return nil }
            if known.length == 1, joinsPerson(end, in: run), isPersonWord(position) { return nil }
            if let head {
                add(position..<head.end, head.kind, 2)
                mentions[mentions.count - 1].placeKind = head.placeKind
                return head.end
            }
            add(position..<end, .place, 3, entry: known.entry)
        default:
            let isTied = end < run.upperBound && (text.hashes[end] == Self.of || text.hashes[end] == Self.for)
            if isTied, entry.type == .organization {
                add(position..<run.upperBound, .organization, 3)
                return run.upperBound
            }
            if known.length == 1, let head, head.end - end <= 2 {
                add(position..<head.end, head.kind, 2)
                return head.end
            }
            add(position..<end, entry.type, 3, entry: known.entry)
        }
        return end
    }

    private static let elections = WordSet(["election", "elections", "referendum"].map(WordHash.of))

    /// "[2005 United Kingdom] general election" is one name; a bare place before a common noun is not.
    private func electionEnd(after end: Int, limit: Int) -> Int? {
        guard end + 1 < limit, end > 1, text.kinds[end] == .word, Self.elections.contains(text.hashes[end + 1]) else {
            return nil
        }
        var front = end - 1
        while front > 0, text.isCapitalised(front) { front -= 1 }
        return text.kinds[front] == .number ? end + 2 : nil
    }

    /// The end of the name when a head word closes it before any title: "[London] Stock Exchange".
    private func headEnd(
        from start: Int, in run: Range<Int>
    ) -> (end: Int, kind: Entity.Kind, placeKind: String?)? {
        var found: (end: Int, kind: Entity.Kind, placeKind: String?)?
        for token in start..<run.upperBound {
            let clue = reading.clues[token]
            if token > start, isRole(token, run.upperBound), !clue.contains(.organizationHead) { break }
            if clue.contains(.given), !clue.contains(.common), clue.isDisjoint(with: [.organizationHead, .placeHead]) {
                break
            }
            if text.kinds[token] == .hyphen, token == start { return nil }
            if clue.contains(.organizationHead) {
                found = (token + 1, .organization, nil)
            } else if clue.contains(.placeHead) {
                found = (token + 1, .place, Self.placeKinds[text.hashes[token]])
            } else if clue.contains(.eventHead) {
                found = (token + 1, Self.eventKinds[text.hashes[token]] ?? .event, nil)
            }
        }
        // What a connector ties to the head belongs to it: "[Kabul] Ministry of Defence".
        if let end = found?.end, end < run.upperBound, text.hashes[end] == Self.of || text.hashes[end] == Self.for {
            found?.end = run.upperBound
        }
        return found
    }

    /// Whether the name after a nationality is that of a state's organ.
    private func startsState(_ start: Int, _ head: (end: Int, kind: Entity.Kind, placeKind: String?)) -> Bool {
        (start..<head.end).contains { reading.clues[$0].contains(.stateBody) }
    }

    func isPersonal(_ title: Range<Int>?) -> Bool {
        guard let title, !title.isEmpty else { return false }
        return reading.clues[title.upperBound - 1].contains(.honorific)
            || text.flags[title.lowerBound].contains(.capital)
    }

    private func isPersonWord(_ token: Int) -> Bool {
        !reading.clues[token].isDisjoint(with: [.given, .family])
    }

    /// Whether the word at a token could be the family name to a given name before it.
    private func joinsPerson(_ token: Int, in run: Range<Int>) -> Bool {
        guard token < run.upperBound, text.kinds[token] == .word else { return false }
        if text.flags[token].contains(.initial) || reading.clues[token].contains(.particle) { return true }
        let clue = reading.clues[token]
        if !clue.isDisjoint(with: [.organizationHead, .placeHead, .eventHead]), !clue.contains(.family) {
            return false
        }
        return clue.contains(.family)
            || !clue.contains(.common) && !isRole(token, run.upperBound)
                && gazetteer.match(in: text, at: token, limit: run.upperBound) == nil
    }
}
