import Language
import Records

/// The same event told again is no second one: "Rutte visited Kyiv. … His visit …".
extension EventFinder {
    /// An event is taken up again within so many sentences; what is told later may be another of its kind. Set by judgement.
    private static let reachSentences = 6
    /// One that names who acted, who acted in the earlier one, is taken up from further away: "Novak's visit". Set by judgement.
    private static let reachOfNamed = 30
    /// Forms of one word share so many first bytes: "visited", "visit"; "striking", "strike".
    private static let stemBytes = 4

    /// Merges each draft from an index on that takes up an earlier one, as its words and all that both tell allow. What
    /// the later one adds (place, time, figures, who acted) is the earlier one's then.
    func mergeTold(since first: Int, in drafts: inout [Draft]) {
        var index = first
        while index < drafts.count {
            guard let earlier = told(drafts[index], before: index, in: drafts) else {
                index += 1
                continue
            }
            let again = drafts.remove(at: index)
            add(again, to: &drafts[earlier])
        }
    }

    /// The latest earlier event that a draft may be: of its kind, near, and with nothing that contradicts it.
    private func told(_ draft: Draft, before index: Int, in drafts: [Draft]) -> Int? {
        guard draft.entry.form != .verb, takesUp(draft.trigger, text.sentences[draft.sentence]) else { return nil }
        // Drafts stand in the order of their sentences, a few of each, so that only few are within reach.
        let reach = draft.actors.isEmpty ? Self.reachSentences : Self.reachOfNamed
        let near = drafts[..<index].reversed().prefix { draft.sentence - $0.sentence <= reach }.count
        return drafts[(index - near)..<index].lastIndex { earlier in
            let isNear = draft.sentence - earlier.sentence <= Self.reachSentences
            return (isNear || earlier.actors.contains { draft.actors.contains($0) })
                && earlier.entry.category == draft.entry.category && names(draft, again: earlier)
                && agrees(earlier.actors, draft.actors) && agrees(earlier.targets, draft.targets)
                && agrees(earlier.place, draft.place) && isSameTime(earlier.time, draft.time)
                && (earlier.status == draft.status || draft.status == .background)
        }
    }

    /// Whether an article, "this" or a possessor stands before the noun.
    private func takesUp(_ trigger: Range<Int>, _ sentence: Range<Int>) -> Bool {
        let before = trigger.lowerBound - 1
        guard before >= sentence.lowerBound else { return false }
        return text.kinds[before] == .possessive || EventWords.again.contains(text.hashes[before])
    }

    /// Whether the word is the kind's own ("the attack" after a bombing) or has the earlier one's stem; "the invasion"
    /// after a strike is another event.
    private func names(_ draft: Draft, again earlier: Draft) -> Bool {
        let word = draft.trigger.lowerBound
        return text.hashes[word] == WordHash.of(draft.entry.category)
            || stem(at: word).elementsEqual(stem(at: earlier.trigger.lowerBound))
    }

    private func stem(at token: Int) -> some Collection<UInt8> {
        text.bytes[text.starts[token]..<text.ends[token]].prefix(Self.stemBytes).lazy.map { $0 | 0x20 }
    }

    private func agrees(_ one: [Int], _ other: [Int]) -> Bool {
        one.isEmpty || other.isEmpty || one.contains { other.contains($0) }
    }

    private func agrees(_ one: Int?, _ other: Int?) -> Bool { one == nil || other == nil || one == other }

    /// Whether two times may be one: the same, or the one a day of the week, month or year that the other tells.
    private func isSameTime(_ one: Int?, _ other: Int?) -> Bool {
        guard let one, let other else { return true }
        return holds(times[one].value, times[other].value) || holds(times[other].value, times[one].value)
    }

    private func holds(_ wide: String, _ narrow: String) -> Bool {
        narrow.hasPrefix(wide) || CalendarDay(iso: narrow).map { $0.isoWeekText == wide } ?? false
    }

    /// Of two times that may be one, that which tells more.
    private func narrower(_ one: Int?, _ other: Int?) -> Int? {
        guard let one, let other else { return one ?? other }
        let isOther = times[one].value != times[other].value && holds(times[one].value, times[other].value)
        return isOther ? other : one
    }

    private func add(_ again: Draft, to earlier: inout Draft) {
        if earlier.actors.isEmpty { earlier.actors = again.actors.filter { !earlier.targets.contains($0) } }
        if earlier.targets.isEmpty { earlier.targets = again.targets.filter { !earlier.actors.contains($0) } }
        earlier.place = earlier.place ?? again.place
        earlier.time = narrower(earlier.time, again.time)
        earlier.counts += again.counts
    }
}
