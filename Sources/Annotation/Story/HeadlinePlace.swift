import Language
import Records

/// The place that a headline puts its news into, where the text has no such name: "wins at Interlagos", "stages protest
/// outside Trump Towers", "third at wet Brazilian Grand Prix".
struct HeadlinePlace {
    /// A name of a place is at most so many words long.
    private static let longest = 4
    /// "At wet Brazilian Grand Prix": so many small words may stand before the name of an event.
    private static let mostSmall = 2

    private let head: HeadText
    private let clues: [NameClues]

    init(_ head: HeadText) {
        self.head = head
        clues = NameClues.of(head.text)
    }

    /// The tokens of the name. In title case capitals tell nothing, and none is given. Linear in the headline.
    func tokens() -> Range<Int>? {
        let text = head.text
        guard text.count > 0, !Reading.isTitleCase(0..<text.count, text, clues) else { return nil }
        for word in 0..<text.count where StoryWords.inside.contains(text.hashes[word]) {
            if let name = name(after: word) { return name }
        }
        return nil
    }

    private func name(after word: Int) -> Range<Int>? {
        let text = head.text
        var start = word + 1
        while start < text.count, text.kinds[start] == .word, !text.isCapitalised(start),
            start - word <= Self.mostSmall
        {
            start += 1
        }
        var end = start
        while end < text.count, text.isCapitalised(end), !clues[end].contains(.calendar) { end += 1 }
        let tokens = start..<end
        guard (1...Self.longest).contains(tokens.count), stands(tokens) else { return nil }
        if StoryWords.venues.contains(text.hashes[end - 1]) { return tokens }
        let small = (word + 1)..<start
        guard small.allSatisfy({ StoryWords.between.contains(text.hashes[$0]) }) else { return nil }
        return isOthers(tokens) ? nil : tokens
    }

    /// Whether the name ends where the phrase does: "in Brexit talks" is no place.
    private func stands(_ tokens: Range<Int>) -> Bool {
        let (text, end) = (head.text, tokens.upperBound)
        guard end < text.count else { return true }
        if text.kinds[end] == .word { return clues[end].contains(.function) }
        return text.kinds[end] != .possessive && text.kinds[end] != .hyphen && text.kinds[end] != .number
    }

    /// Whether the text or the gazetteer knows the name as somebody's or something's, or it is an acronym.
    private func isOthers(_ tokens: Range<Int>) -> Bool {
        let text = head.text
        if head.names.contains(where: { $0.tokens.overlaps(tokens) }) { return true }
        if tokens.count == 1, text.flags[tokens.lowerBound].contains(.allCaps) { return true }
        let match = Gazetteer.shared.match(in: text, at: tokens.lowerBound, limit: tokens.upperBound)
        guard let match, match.length == tokens.count else { return false }
        return Gazetteer.shared.entries[match.entry].type != .place
    }
}
