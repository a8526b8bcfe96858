import Language

/// Reads numbers in digits and words: "1,234.5", "1.4bn", "two hundred thousand", "half a million", "12 3/4", "two and a
/// half million". Each look reaches a bounded number of tokens.
struct NumberReader: Sendable {
    /// One number of the text.
    struct Figure: Sendable, Equatable {
        var value: Double
        var tokens: Range<Int>
        /// "hundreds", "tens of thousands": an order, not a number.
        var isVague = false
        /// Holds "million", "bn" and the like.
        var isScaled = false
        /// Digits alone, with neither comma nor dot: a year can be one of these only.
        var isPlainDigits = false
        /// What "million" and the like multiply the number by, to lend it to the front of a range.
        var scale = 1.0
    }

    enum Class: String { case unit, tens, scale, letter, vague, half, part, fraction, few }

    fileprivate static let words: (lexicon: Lexicon, entries: [(value: Double, type: Class)]) = {
        let list = Tables.list("number-words").entries.filter { $0.count > 2 }
        let entries = list.map { (value: Double($0[1]) ?? 0, type: Class(rawValue: $0[2]) ?? .unit) }
        return (Lexicon(words: list.map { $0[0] }), entries)
    }()
    /// What multiplies a number in other languages than English.
    private static let foreign: (lexicon: Lexicon, values: [Double]) = {
        let list = Tables.list("number-words-foreign").entries.filter { $0.count > 1 }
        return (Lexicon(words: list.map { $0[0] }), list.map { Double($0[1]) ?? 1 })
    }()
    static let articles = WordSet(["a", "an"].map(WordHash.of))
    static let and = WordHash.of("and")
    static let of = WordHash.of("of")
    private static let point = WordHash.of("point")
    private static let tens = WordHash.of("tens")
    /// "thousand million" and "lakh crore" are the longest; more are no number.
    private static let mostScales = 2
    /// No number in words has more tokens: "one hundred and twenty-three million four hundred and fifty-six thousand".
    private static let mostTokens = 16

    /// Loads the tables.
    static func warmUp() { _ = (words, foreign) }

    let text: TokenizedText
    /// Whether the words of English are known; those of other languages multiply only, and their commas part decimals.
    var isEnglish = true

    /// What a word says of numbers.
    func word(_ token: Int, _ limit: Int) -> (value: Double, type: Class)? {
        guard token < limit, text.kinds[token] == .word || text.kinds[token] == .symbol,
            let index = Self.words.lexicon.value(of: text.hashes[token])
        else { return nil }
        return Self.words.entries[index]
    }

    /// Whether nothing stands between a token and the one before.
    func isGlued(_ token: Int) -> Bool { !text.flags[token].contains(.spaced) }

    /// Whether a token is one of a class's words.
    func isWord(_ token: Int, _ limit: Int, _ type: Class) -> Bool { word(token, limit)?.type == type }

    /// The token, or the one behind it where it is a hyphen.
    func behindHyphen(_ token: Int, _ limit: Int) -> Int {
        token < limit && text.kinds[token] == .hyphen ? token + 1 : token
    }

    /// The number that begins at a token and ends before `limit`.
    func figure(at token: Int, limit: Int) -> Figure? {
        guard token < limit else { return nil }
        if text.kinds[token] == .number { return digits(at: token, limit: limit) }
        guard text.kinds[token] == .word || text.kinds[token] == .symbol else { return nil }
        if Self.articles.contains(text.hashes[token]) { return withArticle(at: token, limit: limit) }
        if text.hashes[token] == Self.tens { return vague(at: token, limit: limit) }
        guard let first = word(token, limit) else { return nil }
        switch first.type {
        case .unit, .tens: return partOfScale(at: token, limit: limit) ?? spelled(at: token, limit: limit)
        case .vague: return vague(at: token, limit: limit)
        case .half, .part: return partOfScale(at: token, limit: limit)
        case .few: return few(at: token, limit: limit)
        case .fraction: return scaled(Figure(value: first.value, tokens: token..<(token + 1)), limit)
        case .scale, .letter: return nil
        }
    }

    private func digits(at token: Int, limit: Int) -> Figure? {
        guard let (value, end) = decimal(at: token, limit: limit) else { return nil }
        var figure = Figure(value: value, tokens: token..<end)
        figure.isPlainDigits =
            end == token + 1 && !text.bytes[text.starts[token]..<text.ends[token]].contains { $0 < 0x30 }
        addFraction(to: &figure, limit)
        addHalf(to: &figure, limit)
        figure = scaled(figure, limit)
        return figure.value.isFinite ? figure : nil
    }

    /// Takes "million", "bn", "lakh crore" and their like behind a number into it.
    private func scaled(_ number: Figure, _ limit: Int) -> Figure {
        var figure = number
        var scales = 0
        while scales < Self.mostScales {
            let end = figure.tokens.upperBound
            let next = behindHyphen(end, limit)
            guard let value = multiplier(next, limit, isFirst: scales == 0, isBehindHyphen: next > end) else { break }
            figure.value *= value
            figure.scale *= value
            figure.isScaled = true
            figure.isPlainDigits = false
            figure.tokens = figure.tokens.lowerBound..<(next + 1)
            scales += 1
        }
        return figure
    }

    private func multiplier(_ token: Int, _ limit: Int, isFirst: Bool, isBehindHyphen: Bool) -> Double? {
        guard token < limit else { return nil }
        if !isEnglish, text.kinds[token] == .word, let index = Self.foreign.lexicon.value(of: text.hashes[token]) {
            return Self.foreign.values[index]
        }
        guard let scale = word(token, limit) else { return nil }
        if scale.type == .scale { return isFirst || scale.value >= 1000 ? scale.value : nil }
        return scale.type == .letter && isFirst && !isBehindHyphen && isGlued(token) ? scale.value : nil
    }

    /// "a hundred", "a dozen", "a million and a half", "a quarter of a million", "a few hundred".
    private func withArticle(at token: Int, limit: Int) -> Figure? {
        guard let next = word(token + 1, limit), !isGlued(token + 1) else { return nil }
        switch next.type {
        case .half, .part:
            return partOfScale(at: token + 1, limit: limit, isBare: true).map { widened($0, to: token) }
        case .few: return few(at: token + 1, limit: limit).map { widened($0, to: token) }
        case .scale: return spelled(at: token, limit: limit)
        default: return nil
        }
    }

    private func widened(_ figure: Figure, to start: Int) -> Figure {
        var figure = figure
        figure.tokens = start..<figure.tokens.upperBound
        return figure
    }

    /// "half a million", "half-dozen", "a quarter of a million", "three-quarters of a million"; behind an article also
    /// "quarter billion".
    private func partOfScale(at token: Int, limit: Int, isBare isAllowed: Bool = false) -> Figure? {
        guard let first = word(token, limit) else { return nil }
        var value = first.value
        var next = token + 1
        if first.type == .unit {
            next = behindHyphen(next, limit)
            guard let part = word(next, limit), part.type == .part else { return nil }
            value *= part.value
            next += 1
        }
        if next < limit, text.hashes[next] == Self.of { next += 1 }
        next = behindHyphen(next, limit)
        let isBare = next == token + 1
        if next < limit, Self.articles.contains(text.hashes[next]) {
            next = behindHyphen(next + 1, limit)
        } else if isBare, !isAllowed {
            return nil
        }
        guard let scale = word(next, limit), scale.type == .scale else { return nil }
        return Figure(
            value: value * scale.value, tokens: token..<(next + 1), isScaled: true, scale: scale.value)
    }

    /// "several hundred", "a few thousand", "a couple of million": an order.
    private func few(at token: Int, limit: Int) -> Figure? {
        guard let first = word(token, limit) else { return nil }
        var next = token + 1
        if next < limit, text.hashes[next] == Self.of { next += 1 }
        guard let scale = word(next, limit), scale.type == .scale else { return nil }
        var figure = Figure(value: first.value * scale.value, tokens: token..<(next + 1), isVague: true, isScaled: true)
        if let more = word(next + 1, limit), more.type == .scale, more.value > scale.value {
            figure.value *= more.value
            figure.tokens = token..<(next + 2)
        }
        return figure
    }

    /// "hundreds", "tens of thousands", "hundreds of millions".
    private func vague(at token: Int, limit: Int) -> Figure? {
        let first = word(token, limit)?.value ?? 10
        if token + 2 < limit, text.hashes[token + 1] == Self.of, let scale = word(token + 2, limit),
            scale.type == .vague, scale.value > first
        {
            return Figure(value: first * scale.value, tokens: token..<(token + 3), isVague: true)
        }
        if text.hashes[token] == Self.tens { return nil }
        return Figure(value: first, tokens: token..<(token + 1), isVague: true)
    }

    /// Spelled numbers, with hyphens and "and" inside, from the first word or from "a".
    private func spelled(at start: Int, limit: Int) -> Figure? {
        var total = 0.0
        var group = 0.0
        var last: Class?
        var token = start
        if Self.articles.contains(text.hashes[start]) {
            group = 1
            last = .unit
            token += 1
        }
        var first = group
        var end = token
        var isScaled = false
        var smallestScale = Double.infinity
        reading: while let next = word(token, limit), end - start < Self.mostTokens {
            switch next.type {
            case .unit:
                guard last == nil || last == .scale || last == .tens && next.value < 10 else { break reading }
                group += next.value
            case .tens:
                guard last == nil || last == .scale else { break reading }
                group += next.value
            case .scale:
                // "two hundred thousand million" is no number of news, and "million million" none at all.
                guard next.value <= 100 ? last != .scale || group == 0 : next.value < smallestScale else {
                    break reading
                }
                isScaled = true
                if next.value <= 100 {
                    group = max(group, 1) * next.value
                } else {
                    total += max(group, 1) * next.value
                    group = 0
                    smallestScale = next.value
                }
            default: break reading
            }
            if !isScaled { first = total + group }
            last = next.type
            end = token + 1
            token =
                next.type == .tens || next.type == .scale || word(behindHyphen(end, limit), limit)?.type == .scale
                ? behindHyphen(end, limit) : end
            token = behindAnd(token, last, limit)
        }
        guard end > start else { return nil }
        var figure = Figure(value: total + group, tokens: start..<end, isScaled: isScaled)
        if isScaled, first > 0 { figure.scale = figure.value / first }
        addPoint(to: &figure, limit)
        addHalf(to: &figure, limit)
        return figure
    }

    /// "one hundred and five".
    private func behindAnd(_ token: Int, _ last: Class?, _ limit: Int) -> Int {
        guard token < limit, text.hashes[token] == Self.and, last == .scale, let after = word(token + 1, limit),
            after.type == .unit || after.type == .tens
        else { return token }
        // "a million and two people" joins two figures as often as it is one; "hundred and five" is one.
        return token + 1
    }

    /// "two point five", and what multiplies it.
    private func addPoint(to figure: inout Figure, _ limit: Int) {
        let next = figure.tokens.upperBound
        guard !figure.isScaled, next < limit, text.hashes[next] == Self.point, let digit = word(next + 1, limit),
            digit.type == .unit, digit.value < 10
        else { return }
        figure.value += digit.value / 10
        figure.tokens = figure.tokens.lowerBound..<(next + 2)
        figure = scaled(figure, limit)
    }
}

extension NumberReader {
    /// What letters right at a number multiply it by: "bn".
    func multiplier(of bytes: Range<Int>) -> Double? {
        guard let index = Self.words.lexicon.value(of: WordHash.of(text.bytes, bytes)) else { return nil }
        let entry = Self.words.entries[index]
        return entry.type == .scale || entry.type == .letter ? entry.value : nil
    }
}
