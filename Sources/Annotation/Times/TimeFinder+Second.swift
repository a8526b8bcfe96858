import Language
import Records

extension TimeFinder {
    /// The end of a range that leans on its beginning: "Oct. 10-14", "April 24 and 25", "1914-18".
    func second(after draft: TimeDraft, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        let joint = draft.tokens.upperBound
        let end = joint + 1
        guard draft.type == .date, end < limit, let number = integer(end, limit) else { return nil }
        let isDash = text.kinds[joint] == .hyphen || text.kinds[joint] == .dash
        let isWord = text.hashes[joint] == Self.and || text.hashes[joint] == Self.to
        guard isDash || isWord, end + 1 >= limit || !isCounted(end + 1) else { return nil }
        let digits = text.ends[end] - text.starts[end]
        let last = draft.tokens.upperBound - 1
        if draft.value.utf8.count == 4, isDash, digits == 2 || digits == 4, let year = Int(draft.value) {
            let value = digits == 4 ? number : year / 100 * 100 + number
            guard value > year, value < 2100, year + 150 > value else { return nil }
            return TimeDraft(tokens: end..<(end + 1), type: .date, value: String(value))
        }
        guard draft.value.utf8.count == 10, text.kinds[last] == .number, digits <= 2,
            let day = Int(draft.value.suffix(2)), number > day, number <= 31
        else { return nil }
        let value = draft.value.dropLast(2) + CalendarDay.padded(number, 2)
        return TimeDraft(tokens: end..<(end + 1), type: .date, value: String(value), anchor: draft.anchor)
    }

    /// Whether what follows a number is counted, or makes it something else than a day.
    private func isCounted(_ token: Int) -> Bool {
        switch text.kinds[token] {
        case .word:
            isGlued(token) || CountFinder.isPlural(token, in: text) || words.match(token, text.count, .month) != nil
        case .percent, .hyphen, .currency: true
        default: text.kinds[token] == .colon && isGlued(token) && token + 1 < text.count && isGlued(token + 1)
        }
    }
}
