import Language
import Records

extension AmountFinder {
    static let units: (lexicon: Lexicon, names: [String]) = {
        let list = Tables.list("units").entries.filter { $0.count > 1 }
        return (Lexicon(words: list.map { $0[0] }), list.map { $0[1] })
    }()
    /// Words of per cent, each with what one of it is worth.
    static let percents: (lexicon: Lexicon, values: [Double]) = {
        let list = Tables.list("percent-words").entries.filter { $0.count > 1 }
        return (Lexicon(words: list.map { $0[0] }), list.map { Double($0[1]) ?? 1 })
    }()
    /// Words that tell metres from millions behind "800m".
    static let pointWords = Tables.lexicon("metre-words")
    /// Words that tell pounds of weight from pounds of money.
    static let weightWords = Tables.lexicon("weight-words")
    private static let notes = WordSet(
        [
            "note", "notes", "coin", "coins", "fine", "fines", "bill", "ticket", "tickets", "prize", "bet", "fee",
            "deal",
            "debt", "voucher", "budget", "contract", "reward", "penalty", "house", "home", "loan", "grant", "bonus",
        ].map(WordHash.of))
    /// What is told in pounds where no country of that currency and no sign of it is named weighs less than this. Set by
    /// judgement.
    private static let heaviest = 10_000.0
    /// "weighs" stands within this many tokens before the pounds it weighs.
    private static let reachOfWeight = 4
    private static let magnitudes = WordSet(["magnitude"].map(WordHash.of))
    private static let feet = WordSet(["foot", "feet", "ft", "ft."].map(WordHash.of))
    private static let inches = WordSet(["inch", "inches", "in", "ins", "in."].map(WordHash.of))
    private static let every = WordHash.of("every")
    private static let the = WordHash.of("the")
    private static let pounds = WordSet(["pound", "pounds"].map(WordHash.of))
    private static let out = WordHash.of("out")
    private static let in_ = WordHash.of("in")
    private static let minus = WordHash.of("minus")

    /// "5.9%", "12 percent", "four percentage points", "25 basis points".
    func percentage(_ figure: NumberReader.Figure, _ limit: Int) -> Draft? {
        var next = figure.tokens.upperBound
        guard next < limit, !figure.isVague else { return nil }
        let front = figure.tokens.lowerBound
        if text.kinds[next] == .percent {
            guard text.ends[next] - text.starts[next] == 1 || text.bytes[text.starts[next]] == 0xEF else { return nil }
            return Draft(tokens: front..<(next + 1), kind: .percent, value: figure.value)
        }
        next = numbers.behindHyphen(next, limit)
        guard let match = Self.percents.lexicon.longestMatch(in: text, at: next, limit: limit) else { return nil }
        return Draft(
            tokens: front..<(next + match.length), kind: .percent,
            value: rounded(figure.value * Self.percents.values[match.value]))
    }

    /// "two-thirds of", "a third of", "half of the", "one in five", "nine out of 10".
    func share(at token: Int, _ sentence: Range<Int>) -> Draft? {
        guard isEnglish, text.kinds[token] == .word || text.kinds[token] == .number else { return nil }
        return partShare(at: token, sentence) ?? ratio(at: token, sentence.upperBound)
    }

    private func partShare(at token: Int, _ sentence: Range<Int>) -> Draft? {
        let limit = sentence.upperBound
        var next = token
        var top = 1.0
        if NumberReader.articles.contains(text.hashes[token]) {
            next += 1
        } else if let unit = numbers.word(token, limit), unit.type == .unit {
            top = unit.value
            next = numbers.behindHyphen(next + 1, limit)
        } else if numbers.word(token, limit)?.type != .half {
            return nil
        }
        guard let part = numbers.word(next, limit), part.type == .part || part.type == .half, top * part.value < 1,
            next + 2 < limit, text.hashes[next + 1] == Self.of, isWhole(next + 2, limit)
        else { return nil }
        if token > sentence.lowerBound, text.kinds[token - 1] == .hyphen || text.kinds[token - 1] == .number {
            return nil
        }
        if token > sentence.lowerBound, Self.halfEnds.contains(text.hashes[token - 1]) { return nil }
        return Draft(tokens: token..<(next + 1), kind: .percent, value: 100 * top * part.value)
    }

    /// "half a cent", "half a percentage point", "a quarter of a mile", "a quarter-point".
    func partOfUnit(at token: Int, _ sentence: Range<Int>) -> Draft? {
        let limit = sentence.upperBound
        guard isEnglish, text.kinds[token] == .word else { return nil }
        var next = NumberReader.articles.contains(text.hashes[token]) ? token + 1 : token
        guard let part = numbers.word(next, limit), part.type == .half || part.type == .part && part.value == 0.25
        else {
            return nil
        }
        let isHalf = part.type == .half
        next += 1
        if !isHalf, next < limit, text.hashes[next] == Self.of { next += 1 }
        let hyphen = next
        next = numbers.behindHyphen(next, limit)
        if next < limit, NumberReader.articles.contains(text.hashes[next]) {
            next += 1
        } else if next == hyphen {
            return nil
        }
        let figure = NumberReader.Figure(value: part.value, tokens: token..<next)
        return amount(of: figure, sentence)
    }

    private static let halfEnds = WordSet(
        [
            "the", "first", "second", "last", "latter", "other", "this", "that", "its", "his", "her", "their", "better",
            "and",
        ]
        .map(WordHash.of))

    /// What a share may be of: no time, no number of its own scale.
    private func isWhole(_ token: Int, _ limit: Int) -> Bool {
        var next = token
        if next < limit, text.kinds[next] == .number { return false }
        if NumberReader.articles.contains(text.hashes[next]) || text.hashes[next] == Self.the { next += 1 }
        guard next < limit, text.kinds[next] == .word || text.kinds[next] == .number else { return false }
        return !numbers.isWord(next, limit, .scale) && !CountFinder.isTimeUnit(text.hashes[next])
    }

    /// "one in five adults", "nine out of 10 doctors".
    private func ratio(at token: Int, _ limit: Int) -> Draft? {
        guard let top = numbers.figure(at: token, limit: limit), top.tokens.count == 1, top.value > 0, !top.isScaled,
            !top.isVague, top.value == top.value.rounded(), token + 2 < limit
        else { return nil }
        // "a Level 3 out of 5 risk" names a rung.
        if token > 0, CountFinder.isLabel(text.hashes[token - 1]) { return nil }
        var next = token + 1
        let isOut = text.hashes[next] == Self.out && text.hashes[next + 1] == Self.of
        let isOfEvery = text.hashes[next] == Self.of && text.hashes[next + 1] == Self.every
        guard isOut || isOfEvery || text.hashes[next] == Self.in_ else { return nil }
        next += isOut ? 2 : 1
        if next < limit, text.hashes[next] == Self.every { next += 1 }
        guard let whole = numbers.figure(at: next, limit: limit), whole.value > top.value, !whole.isVague,
            whole.value <= 1_000_000, !whole.isPlainDigits || whole.value <= 1000,
            isOut || isOfEvery || top.value == 1 || [10, 100, 1000].contains(whole.value)
        else { return nil }
        let end = whole.tokens.upperBound
        if end < limit, CountFinder.isTimeUnit(text.hashes[end]) || text.kinds[end] == .hyphen { return nil }
        return Draft(tokens: token..<end, kind: .percent, value: 100 * top.value / whole.value)
    }

    /// "12 miles", "40,000 hectares", "90mph", "30C", "6ft 2in", "6.3-magnitude".
    func measure(_ figure: NumberReader.Figure, _ sentence: Range<Int>) -> Draft? {
        let limit = sentence.upperBound
        var next = figure.tokens.upperBound
        guard !figure.isVague else { return nil }
        if let metres = metres(figure, limit) { return metres }
        guard next < limit else { return nil }
        if let degrees = letteredDegrees(figure, limit) { return degrees }
        let hyphen = next
        next = numbers.behindHyphen(next, limit)
        var draft = Draft(tokens: figure.tokens, kind: .measure, value: figure.value)
        draft.scale = figure.scale
        if let match = Self.units.lexicon.longestMatch(in: text, at: next, limit: limit) {
            draft.unit = Self.units.names[match.value]
            draft.tokens = figure.tokens.lowerBound..<(next + match.length)
            if Self.feet.contains(text.hashes[next]) { addInches(to: &draft, limit) }
            return draft.unit?.hasPrefix("degree") == true ? signed(draft, sentence.lowerBound) : draft
        }
        if next < limit, Self.magnitudes.contains(text.hashes[next]) {
            draft.unit = "magnitude"
        } else if next < limit, Self.pounds.contains(text.hashes[next]),
            isWeight(figure, at: next, isHyphened: next > hyphen, sentence)
        {
            draft.unit = "pound"
        } else {
            return nil
        }
        draft.tokens = figure.tokens.lowerBound..<(next + 1)
        return draft
    }

    /// "magnitude 7.1", "magnitude-7.1".
    func magnitude(at token: Int, limit: Int) -> Draft? {
        guard text.kinds[token] == .word, Self.magnitudes.contains(text.hashes[token]), token + 1 < limit else {
            return nil
        }
        var next = numbers.behindHyphen(token + 1, limit)
        if next < limit, text.hashes[next] == Self.of { next += 1 }
        // The strongest quake measured had 9.5.
        guard next < limit, text.kinds[next] == .number, let figure = numbers.figure(at: next, limit: limit),
            figure.value < 10
        else { return nil }
        return Draft(
            tokens: token..<figure.tokens.upperBound, kind: .measure, value: figure.value, unit: "magnitude")
    }

    /// "30C", "86F": a letter right at the number.
    private func letteredDegrees(_ figure: NumberReader.Figure, _ limit: Int) -> Draft? {
        let next = figure.tokens.upperBound
        guard text.kinds[next] == .word, numbers.isGlued(next), text.ends[next] - text.starts[next] == 1,
            text.kinds[figure.tokens.lowerBound] == .number, !isModel(figure),
            next + 1 >= limit || !numbers.isGlued(next + 1) || text.kinds[next + 1] != .number,
            figure.value < 2000
        else { return nil }
        let letter = text.firstByte(next)
        guard letter == UInt8(ascii: "C") || letter == UInt8(ascii: "F") else { return nil }
        let draft = Draft(
            tokens: figure.tokens.lowerBound..<(next + 1), kind: .measure, value: figure.value,
            unit: letter == UInt8(ascii: "C") ? "degree Celsius" : "degree Fahrenheit")
        return signed(draft, 0)
    }

    /// "X2D 100C", "U+007F": a name's number.
    private func isModel(_ figure: NumberReader.Figure) -> Bool {
        let front = figure.tokens.lowerBound
        if text.firstByte(front) == UInt8(ascii: "0"), text.ends[front] - text.starts[front] > 1, figure.value >= 1 {
            return true
        }
        return front > 0 && text.isCapitalised(front - 1) && !text.flags[front - 1].contains(.opensSentence)
    }

    /// "minus 5 degrees", "-5C".
    private func signed(_ draft: Draft, _ start: Int) -> Draft {
        let front = draft.tokens.lowerBound - 1
        guard front >= start else { return draft }
        let isMark =
            (text.kinds[front] == .dash || text.kinds[front] == .hyphen) && numbers.isGlued(front + 1)
            && text.flags[front].contains(.spaced)
        guard isMark || text.hashes[front] == Self.minus else { return draft }
        var draft = draft
        draft.value = -draft.value
        draft.tokens = front..<draft.tokens.upperBound
        return draft
    }

    /// "828m above the sand", "the 800m race".
    private func metres(_ figure: NumberReader.Figure, _ limit: Int) -> Draft? {
        let next = figure.tokens.upperBound
        guard figure.isScaled, figure.tokens.count == 2, figure.scale == 1_000_000,
            text.ends[next - 1] - text.starts[next - 1] == 1, numbers.isGlued(next - 1), next < limit
        else { return nil }
        let word = numbers.behindHyphen(next, limit)
        guard Self.pointWords.longestMatch(in: text, at: word, limit: limit) != nil else { return nil }
        return Draft(tokens: figure.tokens, kind: .measure, value: figure.value / figure.scale, unit: "metre")
    }

    /// "6ft 2in", "six feet four inches", "6-foot-2".
    private func addInches(to draft: inout Draft, _ limit: Int) {
        let end = draft.tokens.upperBound
        let isHyphened = end < limit && text.kinds[end] == .hyphen
        let next = numbers.behindHyphen(end, limit)
        guard let inches = numbers.figure(at: next, limit: limit), inches.value < 12 else { return }
        var last = numbers.behindHyphen(inches.tokens.upperBound, limit)
        if last < limit, Self.inches.contains(text.hashes[last]), isHyphened || isUnitInches(last, limit) {
            last += 1
        } else if isHyphened {
            last = inches.tokens.upperBound
        } else {
            return
        }
        draft.value += inches.value / 12
        draft.tokens = draft.tokens.lowerBound..<last
    }

    /// "in" is inches only right at its number.
    private func isUnitInches(_ token: Int, _ limit: Int) -> Bool {
        text.hashes[token] != Self.in_ || numbers.isGlued(token)
    }

    /// "seven pounds at birth", "a 500-pound bomb", "lost 20 pounds".
    func isWeight(
        _ figure: NumberReader.Figure, at token: Int, isHyphened: Bool, _ sentence: Range<Int>
    ) -> Bool {
        let next = token + 1
        let limit = sentence.upperBound
        let start = max(sentence.lowerBound, figure.tokens.lowerBound - Self.reachOfWeight)
        for front in start..<figure.tokens.lowerBound where Self.weightWords.contains(text.hashes[front]) {
            return true
        }
        if next < limit, Self.weightWords.contains(text.hashes[next]) { return true }
        if figure.isScaled, figure.scale >= 1000 || figure.value >= 1000 { return false }
        if isEnglish, !tellsOfPounds { return figure.value < Self.heaviest }
        if isHyphened { return next < limit && text.kinds[next] == .word && !Self.notes.contains(text.hashes[next]) }
        return next < limit && text.hashes[next] == Self.of
    }
}
