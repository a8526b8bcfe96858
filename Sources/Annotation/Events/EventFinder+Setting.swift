import Language
import Records

/// Where and when an event is, what figures belong to it, and whether it has happened.
extension EventFinder {
    /// Words that tell time or doubt stand within this many tokens before the trigger.
    private static let reach = 6
    /// A negation stands nearer.
    private static let negationReach = 3

    /// Whether the sentence says that it did not happen: "did not attack", "no talks".
    func isNegated(_ trigger: Range<Int>, _ sentence: Range<Int>) -> Bool {
        for token in max(sentence.lowerBound, trigger.lowerBound - Self.negationReach)..<trigger.lowerBound {
            if EventWords.negations.contains(text.hashes[token]) { return true }
            let bytes = text.bytes[text.starts[token]..<text.ends[token]]
            if text.kinds[token] == .word, bytes.count > 3, bytes.last == UInt8(ascii: "t"),
                bytes.dropLast().last.map({ $0 == UInt8(ascii: "'") || $0 == 0x99 }) ?? false
            {
                return true
            }
        }
        return false
    }

    /// Future, in doubt, or told as something that was.
    func status(_ trigger: Range<Int>, _ sentence: Range<Int>) -> Event.Status {
        var token = trigger.lowerBound - 1
        let floor = max(sentence.lowerBound, trigger.lowerBound - Self.reach)
        while token >= floor {
            if EventWords.doubts.contains(text.hashes[token]) { return .hypothetical }
            if EventWords.futures.contains(text.hashes[token]) { return .future }
            if text.kinds[token] == .quote || text.kinds[token] == .colon { break }
            token -= 1
        }
        return .background
    }

    /// Whether a value lies behind the day of publication, or ahead of a day nobody told.
    func isAhead(_ value: String) -> Bool {
        if value == Self.ahead { return true }
        guard let published = reading.published else { return false }
        if let day = CalendarDay(iso: value) { return day > published }
        if value.hasPrefix(published.isoWeekText.prefix(6)), value.count == 8 { return value > published.isoWeekText }
        if value.count == 7, !value.contains("W") { return value > published.isoMonth }
        return false
    }

    /// The first place behind the trigger that a preposition of place opens, else the last one before it. What a relative
    /// clause between them tells is elsewhere: "the visit came after a bomb that struck a house in Kharkiv".
    func place(of trigger: Range<Int>, _ sentence: Range<Int>) -> Int? {
        var before: Int?
        for mention in cast.mentions(in: sentence) {
            let member = cast.memberOfMention[mention]
            guard cast.members[member].type == .place else { continue }
            let front = cast.mentions[mention].tokens.lowerBound
            var word = front - 1
            if word >= sentence.lowerBound, text.hashes[word] == NameFinder.the { word -= 1 }
            guard word >= sentence.lowerBound, EventWords.places.contains(text.hashes[word]) else { continue }
            if front >= trigger.upperBound {
                return opensRelative(within: trigger.upperBound..<max(trigger.upperBound, word)) ? before : member
            }
            before = member
        }
        return before
    }

    private func opensRelative(within tokens: Range<Int>) -> Bool {
        tokens.contains { EventWords.relatives.contains(text.hashes[$0]) }
    }

    /// Of ranges of one sentence the one nearest to a trigger; of equals the first.
    func nearest(_ candidates: [Int], to trigger: Range<Int>, _ tokens: (Int) -> Range<Int>) -> Int? {
        candidates.min { gap(tokens($0), trigger) < gap(tokens($1), trigger) }
    }

    /// The tokens between two ranges; what lies before the trigger counts a little more.
    private func gap(_ range: Range<Int>, _ trigger: Range<Int>) -> Int {
        range.lowerBound >= trigger.upperBound
            ? 2 * (range.lowerBound - trigger.upperBound) : 2 * (trigger.lowerBound - range.upperBound) + 1
    }

    /// Each count of a sentence belongs to the event nearest to it.
    func shareCounts(of sentence: Int, among events: Range<Int>, in drafts: inout [Draft]) {
        guard !events.isEmpty else { return }
        for count in countsOfSentence[sentence] ?? [] {
            let owner = events.min {
                abs(gap(counts[count].tokens, drafts[$0].trigger)) < abs(gap(counts[count].tokens, drafts[$1].trigger))
            }
            if let owner { drafts[owner].counts.append(count) }
        }
    }
}
