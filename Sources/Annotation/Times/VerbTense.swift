import Language

/// Whether what happens at a bare weekday, month or feast lies behind or ahead, by the verb that governs it. Data:
/// `verb-tenses.txt`.
struct VerbTense: Sendable {
    /// Which way the verb points.
    enum Direction: Sendable { case past, future }

    private enum Class: String {
        /// Verbs in the past: "said", "was".
        case past
        /// "will", "would", "upcoming".
        case future
        /// "expected", "due", "scheduled": ahead, whatever the tense of the verb before them.
        case ahead
        /// "plans to", "agreed to": ahead when "to" follows.
        case wish
        /// "agreement to", "offer to": ahead when "to" follows, else nothing.
        case plan
        /// "opens", "begins": the present of a timetable.
        case timetable
        /// "start", "begin": of a timetable where the date follows at once.
        case base
        /// "gave him until", "postponed to": ahead when the date is what follows "until", "to" or "for".
        case deferring
        /// "that", "which", "but": another verb governs what stands before.
        case boundary
    }

    private static let table: (lexicon: Lexicon, classes: [Class]) = {
        let list = Tables.list("verb-tenses").entries.filter { $0.count > 1 }
        return (Lexicon(words: list.map { $0[0] }), list.map { Class(rawValue: $0[1]) ?? .past })
    }()

    /// How far a verb stands from its date at most: sixteen words to the left, twelve to the right. Set by judgement.
    private static let left = 16
    private static let right = 12

    /// "will miss Saturday's final".
    private static let possessiveReach = 3
    /// "until 9 a.m. EST Tuesday".
    private static let deadlineReach = 4

    private static let to = WordHash.of("to")
    private static let for_ = WordHash.of("for")
    /// "planned for March" is ahead, "asked for help" is not.
    private static let plans = WordSet(["planned", "planning", "plans", "plan", "set", "ready"].map(WordHash.of))
    private static let be = WordHash.of("be")
    private static let been = WordHash.of("been")
    private static let had = WordHash.of("had")
    private static let due = WordHash.of("due")
    private static let deadlines = WordSet(["until", "till", "to", "for", "by"].map(WordHash.of))
    private static let present = WordSet(["is", "are"].map(WordHash.of))
    private static let on = WordHash.of("on")
    private static let perfect = WordSet(["has", "have"].map(WordHash.of))

    /// Loads the table.
    static func warmUp() { _ = table }

    let text: TokenizedText

    private func type(_ token: Int) -> Class? {
        guard text.kinds[token] == .word, let index = Self.table.lexicon.value(of: text.hashes[token]) else {
            return nil
        }
        return Self.table.classes[index]
    }

    /// Whether a token is a verb of the table.
    func isVerb(_ token: Int) -> Bool { type(token).map { $0 != .boundary } ?? false }

    /// "-ed", in small letters: a past, or a participle.
    private func isParticiple(_ token: Int) -> Bool {
        let end = text.ends[token]
        return text.kinds[token] == .word && end - text.starts[token] > 3 && text.bytes[end - 1] == UInt8(ascii: "d")
            && text.bytes[end - 2] == UInt8(ascii: "e") && !text.flags[token].contains(.capital)
    }

    /// The direction of the date at some tokens of a sentence; nil where no verb tells. Looks at a bounded number of
    /// tokens.
    func direction(of date: Range<Int>, _ sentence: Range<Int>) -> Direction? {
        // "Wednesday's ruling": of the verbs before it only the nearest "will" governs it.
        if date.upperBound < sentence.upperBound, text.kinds[date.upperBound] == .possessive {
            let near = max(sentence.lowerBound, date.lowerBound - Self.possessiveReach)..<date.lowerBound
            if near.contains(where: { type($0) == .future }) { return .future }
            return rightward(from: date.upperBound, sentence)
        }
        return leftward(from: date.lowerBound, sentence) ?? rightward(from: date.upperBound, sentence)
    }

    private func leftward(from start: Int, _ sentence: Range<Int>) -> Direction? {
        guard start > sentence.lowerBound else { return nil }
        let isDeadline = (max(sentence.lowerBound, start - Self.deadlineReach)..<start).contains {
            Self.deadlines.contains(text.hashes[$0])
        }
        var verb = start - 1
        if text.hashes[verb] == Self.on, verb > sentence.lowerBound { verb -= 1 }
        if Self.present.contains(text.hashes[verb]) { return .future }
        var hasParticiple = false
        var token = start
        while token > max(sentence.lowerBound, start - Self.left) {
            token -= 1
            if text.kinds[token] == .comma || text.kinds[token] == .colon || text.kinds[token] == .dash, hasParticiple {
                return .past
            }
            switch type(token) {
            case .future: return .future
            case .ahead: if let way = ahead(token, sentence) { return way }
            case .wish:
                guard token + 1 < start else { return .past }
                let isPlan = Self.plans.contains(text.hashes[token]) && text.hashes[token + 1] == Self.for_
                return text.hashes[token + 1] == Self.to || isPlan ? .future : .past
            case .plan: if token + 1 < start, text.hashes[token + 1] == Self.to { return .future }
            case .timetable: return .future
            case .base: if isFollowedByDate(token, start) { return .future }
            case .deferring: return isDeadline ? .future : .past
            // "will be held": the helper before it tells.
            case .past: if token == sentence.lowerBound || text.hashes[token - 1] != Self.be { return .past }
            case .boundary: if hasParticiple { return .past }
            case nil:
                if text.hashes[token] == Self.be, token > sentence.lowerBound, text.hashes[token - 1] == Self.to {
                    return .future
                }
                if isParticiple(token), token == sentence.lowerBound || text.hashes[token - 1] != Self.be {
                    // "has outlined a risk on Saturday": what has been done by now was not done on a day.
                    if token > sentence.lowerBound, Self.perfect.contains(text.hashes[token - 1]) { return nil }
                    hasParticiple = true
                }
            }
        }
        return hasParticiple ? .past : nil
    }

    /// Where "due", "scheduled" and the like point: "had been due to expire" is past, "due to its loss" tells nothing.
    private func ahead(_ token: Int, _ sentence: Range<Int>) -> Direction? {
        if text.hashes[token] == Self.due, token + 2 < sentence.upperBound, text.hashes[token + 1] == Self.to,
            !isPlainVerb(token + 2)
        {
            return nil
        }
        if token > sentence.lowerBound + 1, text.hashes[token - 1] == Self.been, text.hashes[token - 2] == Self.had {
            return .past
        }
        return .future
    }

    private static let dateFronts = WordSet(["at", "on"].map(WordHash.of))

    private func isFollowedByDate(_ token: Int, _ date: Int) -> Bool {
        token + 1 >= date || Self.dateFronts.contains(text.hashes[token + 1])
    }

    private static let notVerbs = WordSet(
        [
            "the", "a", "an", "its", "his", "her", "their", "our", "this", "that", "these", "those", "strong", "weak",
            "higher", "lower", "heavy", "bad",
        ].map(WordHash.of))

    private func isPlainVerb(_ token: Int) -> Bool {
        text.kinds[token] == .word && !text.flags[token].contains(.capital)
            && !Self.notVerbs.contains(text.hashes[token])
    }

    private func rightward(from end: Int, _ sentence: Range<Int>) -> Direction? {
        var token = end
        var hasParticiple = false
        while token < min(sentence.upperBound, end + Self.right) {
            switch type(token) {
            case .future, .timetable: return .future
            case .ahead: if let way = ahead(token, sentence) { return way }
            case .wish:
                return token + 1 < sentence.upperBound && text.hashes[token + 1] == Self.to ? .future : .past
            case .past, .deferring: return .past
            case .boundary: return hasParticiple ? .past : nil
            case .plan, .base: break
            case nil: if isParticiple(token) { hasParticiple = true }
            }
            if text.kinds[token] == .comma || text.kinds[token] == .colon, token > end {
                return hasParticiple ? .past : nil
            }
            token += 1
        }
        return hasParticiple ? .past : nil
    }
}
