import Language

/// Reads numbers in digits and words: "1,234.5", "1.4bn", "two hundred thousand", "half a million", "12 3/4".
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
    }

    private enum Class: String { case unit, tens, scale, letter, vague, half }

    private static let words: (lexicon: Lexicon, entries: [(value: Double, type: Class)]) = {
        let list = Tables.list("number-words").entries.filter { $0.count > 2 }
        let entries = list.map { (value: Double($0[1]) ?? 0, type: Class(rawValue: $0[2]) ?? .unit) }
        return (Lexicon(words: list.map { $0[0] }), entries)
    }()
    private static let article = Set(["a", "an"].map(WordHash.of))
    private static let and = WordHash.of("and")
    private static let of = WordHash.of("of")
    private static let slash = WordHash.of("/")
    private static let tens = WordHash.of("tens")

    /// Loads the tables.
    static func warmUp() { _ = words }

    let text: TokenizedText

    private func word(_ token: Int, _ limit: Int) -> (value: Double, type: Class)? {
        guard token < limit, text.kinds[token] == .word, let index = Self.words.lexicon.value(of: text.hashes[token])
        else { return nil }
        return Self.words.entries[index]
    }

    /// The number that begins at a token and ends before `limit`.
    func figure(at token: Int, limit: Int) -> Figure? {
        guard token < limit else { return nil }
        if text.kinds[token] == .number { return digits(at: token, limit: limit) }
        guard text.kinds[token] == .word else { return nil }
        if Self.article.contains(text.hashes[token]) { return scaledArticle(at: token, limit: limit) }
        if text.hashes[token] == Self.tens { return vague(at: token, limit: limit) }
        guard let first = word(token, limit) else { return nil }
        switch first.type {
        case .unit, .tens: return spelled(at: token, limit: limit)
        case .vague: return vague(at: token, limit: limit)
        case .half: return half(at: token, limit: limit)
        case .scale, .letter: return nil
        }
    }

    private func digits(at token: Int, limit: Int) -> Figure? {
        guard let value = decimal(token) else { return nil }
        var figure = Figure(value: value, tokens: token..<(token + 1))
        figure.isPlainDigits = !text.bytes[text.starts[token]..<text.ends[token]].contains { $0 < 0x30 }
        addFraction(to: &figure, limit)
        var next = figure.tokens.upperBound
        if next < limit, text.kinds[next] == .hyphen, word(next + 1, limit)?.type == .scale { next += 1 }
        if let scale = word(next, limit), scale.type == .scale || scale.type == .letter && isGlued(next) {
            figure.value *= scale.value
            figure.isScaled = true
            figure.isPlainDigits = false
            figure.tokens = token..<(next + 1)
        }
        return figure.value.isFinite ? figure : nil
    }

    private func isGlued(_ token: Int) -> Bool { !text.flags[token].contains(.spaced) }

    /// "3/4" and "12 3/4".
    private func addFraction(to figure: inout Figure, _ limit: Int) {
        let next = figure.tokens.upperBound
        func fraction(at token: Int) -> Double? {
            guard token + 2 < limit, text.kinds[token] == .number, text.hashes[token + 1] == Self.slash,
                isGlued(token + 1), isGlued(token + 2), let top = decimal(token), let bottom = decimal(token + 2),
                bottom > top, bottom <= 64
            else { return nil }
            return top / bottom
        }
        if let whole = fraction(at: next), text.flags[next].contains(.spaced) {
            figure.value += whole
            figure.tokens = figure.tokens.lowerBound..<(next + 3)
            figure.isPlainDigits = false
        } else if let alone = fraction(at: figure.tokens.lowerBound) {
            figure.value = alone
            figure.tokens = figure.tokens.lowerBound..<(next + 2)
            figure.isPlainDigits = false
        }
    }

    /// The value of a token of digits, with commas between groups and one dot. At most 18 digits count.
    private func decimal(_ token: Int) -> Double? {
        var value = 0.0
        var scale = 1.0
        var dots = 0
        let range = text.starts[token]..<text.ends[token]
        guard range.count <= 24 else { return nil }
        for byte in text.bytes[range] {
            switch byte {
            case 0x30...0x39:
                value = value * 10 + Double(byte - 0x30)
                if dots > 0 { scale *= 10 }
            case UInt8(ascii: "."): dots += 1
            case UInt8(ascii: ","): continue
            default: return nil
            }
        }
        return dots < 2 ? value / scale : nil
    }

    /// "a hundred", "a dozen", "a million".
    private func scaledArticle(at token: Int, limit: Int) -> Figure? {
        guard let scale = word(token + 1, limit), scale.type == .scale, !isGlued(token + 1) else { return nil }
        var figure = Figure(value: scale.value, tokens: token..<(token + 2))
        if let more = word(token + 2, limit), more.type == .scale, more.value > scale.value {
            figure.value *= more.value
            figure.tokens = token..<(token + 3)
        }
        figure.isScaled = true
        return figure
    }

    /// "half a million".
    private func half(at token: Int, limit: Int) -> Figure? {
        guard token + 2 < limit, Self.article.contains(text.hashes[token + 1]), let scale = word(token + 2, limit),
            scale.type == .scale
        else { return nil }
        return Figure(value: scale.value / 2, tokens: token..<(token + 3), isScaled: true)
    }

    /// "hundreds", "tens of thousands", "hundreds of millions".
    private func vague(at token: Int, limit: Int) -> Figure? {
        let first = word(token, limit)?.value ?? 10
        let isTens = text.hashes[token] == Self.tens
        if token + 2 < limit, text.hashes[token + 1] == Self.of, let scale = word(token + 2, limit),
            scale.type == .vague, scale.value > first
        {
            return Figure(value: first * scale.value, tokens: token..<(token + 3), isVague: true)
        }
        return isTens ? nil : Figure(value: first, tokens: token..<(token + 1), isVague: true)
    }

    /// Spelled numbers, with hyphens and "and" inside.
    private func spelled(at start: Int, limit: Int) -> Figure? {
        var total = 0.0
        var group = 0.0
        var last: Class?
        var token = start
        var end = start
        var isScaled = false
        while let next = word(token, limit), end - start < 16 {
            switch next.type {
            case .unit:
                guard last == nil || last == .scale || last == .tens && next.value < 10 else {
                    return Figure(value: total + group, tokens: start..<end, isScaled: isScaled)
                }
                group += next.value
            case .tens:
                guard last == nil || last == .scale else {
                    return Figure(value: total + group, tokens: start..<end, isScaled: isScaled)
                }
                group += next.value
            case .scale:
                isScaled = true
                if next.value <= 100 {
                    group = max(group, 1) * next.value
                } else {
                    total += max(group, 1) * next.value
                    group = 0
                }
            default: return Figure(value: total + group, tokens: start..<end, isScaled: isScaled)
            }
            last = next.type
            end = token + 1
            token = end
            if token < limit, text.kinds[token] == .hyphen, word(token + 1, limit) != nil { token += 1 }
            if token < limit, text.hashes[token] == Self.and, last == .scale,
                let after = word(token + 1, limit), after.type == .unit || after.type == .tens
            {
                token += 1
            }
        }
        return Figure(value: total + group, tokens: start..<end, isScaled: isScaled)
    }
}
