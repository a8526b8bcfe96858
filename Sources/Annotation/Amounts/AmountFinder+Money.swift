import Language
import Records

extension AmountFinder {
    /// Words between a sum and what it is the price of.
    private static let per = WordSet(["a", "an", "per", "each", "every", "the"].map(WordHash.of))
    /// What a sum may be the price of, beside the units of measure.
    static let prices: (lexicon: Lexicon, names: [String]) = {
        let list = Tables.list("price-units").entries.filter { $0.count > 1 }
        return (Lexicon(words: list.map { $0[0] }), list.map { $0[1] })
    }()
    /// Numbers from this on are sums where a smaller one would be something else: "5,000 marks". Set by judgement.
    private static let large = 1000.0
    private static let dollarLike = WordSet(["dollar", "euro", "pound", "penny", "cent", "rupee"].map(WordHash.of))
    private static let poundForms = WordSet(["pound", "pounds"].map(WordHash.of))

    /// "€40 billion", "US$5m", "EUR 20", "Rs 5 crore", "dlrs 305,000".
    func signedMoney(at token: Int, limit: Int) -> Draft? {
        guard let (currency, position) = sign(at: token, limit: limit), position < limit,
            text.kinds[position] == .number || numbers.isWord(position, limit, .fraction),
            let figure = numbers.figure(at: position, limit: limit)
        else { return nil }
        let isLetters = text.kinds[token] == .word && text.kinds[position - 1] != .currency
        if isLetters, currency.isForLarge, !figure.isScaled { return nil }
        var draft = Draft(
            tokens: token..<figure.tokens.upperBound, kind: .money, value: rounded(figure.value * currency.factor),
            currency: currency.code)
        draft.scale = figure.scale
        return priced(draft, limit)
    }

    private func sign(at token: Int, limit: Int) -> (CurrencyTable.Currency, Int)? {
        let table = CurrencyTable.shared
        if text.kinds[token] == .currency {
            return table.match(.sign, in: text, at: token, limit: limit).map { ($0.currency, token + $0.length) }
        }
        if text.kinds[token] == .symbol {
            return table.match(.sign, in: text, at: token, limit: limit).map { ($0.currency, token + $0.length) }
        }
        guard text.kinds[token] == .word else { return nil }
        if token + 1 < limit, text.kinds[token + 1] == .currency, numbers.isGlued(token + 1),
            text.flags[token].contains(.capital)
        {
            let prefix = table.match(.prefix, in: text, at: token, limit: limit)
            if let prefix, prefix.length == 1 { return (prefix.currency, token + 2) }
            if let code = table.match(.code, in: text, at: token, limit: limit) { return (code.currency, token + 2) }
        }
        if let mark = table.match(.mark, in: text, at: token, limit: limit) {
            return (mark.currency, token + mark.length)
        }
        guard !isShouted(token), let code = table.match(.code, in: text, at: token, limit: limit) else { return nil }
        return (code.currency, token + code.length)
    }

    /// Whether a sentence in capitals makes a code of what is a word: "ALL 12 DEAD".
    private func isShouted(_ token: Int) -> Bool { isTitleCase[Int(text.sentenceOfToken[token])] }

    /// "Rs5,000", "RM1.2bn", "EUR500m": letters and digits in one word.
    func gluedMoney(at token: Int, limit: Int) -> Draft? {
        guard text.kinds[token] == .word, text.flags[token].contains([.digit, .capital]) else { return nil }
        let (start, end) = (text.starts[token], text.ends[token])
        // The longest letters are those of a code, or of "KShs".
        guard let digit = text.bytes[start..<min(end, start + 5)].firstIndex(where: { $0 < 0x3A && $0 >= 0x30 }),
            let currency = CurrencyTable.shared.currency(.mark, in: text.bytes, start..<digit)
                ?? CurrencyTable.shared.currency(.code, in: text.bytes, start..<digit)
        else { return nil }
        let (value, last) = gluedNumber(from: digit, token, limit)
        guard let value else { return nil }
        var draft = Draft(tokens: token..<(last.token + 1), kind: .money, value: value, currency: currency.code)
        var multiplier = last.multiplier
        if multiplier == nil, last.token + 1 < limit, let scale = numbers.word(last.token + 1, limit),
            scale.type == .scale || scale.type == .letter && numbers.isGlued(last.token + 1)
        {
            multiplier = scale.value
            draft.tokens = token..<(last.token + 2)
        }
        draft.scale = multiplier ?? 1
        draft.value *= draft.scale
        // "R1T" is a car, "COP30" a conference, "ESP32" a chip.
        if currency.isForLarge, multiplier == nil || draft.scale < 1_000_000 || last.multiplier == 1e12 { return nil }
        if multiplier == nil, value < 100, !Self.common.contains(currency.code) { return nil }
        return priced(draft, limit)
    }

    private static let common: Set<String> = ["USD", "EUR", "GBP", "INR", "MYR", "CHF"]

    /// The number that begins within a word, over the commas and dots behind it, and the letters at its end ("bn").
    private func gluedNumber(
        from digit: Int, _ token: Int, _ limit: Int
    ) -> (value: Double?, last: (token: Int, multiplier: Double?)) {
        var last = token
        var end = digit
        let isDigit = { (at: Int) in at < text.bytes.count && text.bytes[at] >= 0x30 && text.bytes[at] < 0x3A }
        // At most 24 bytes are a number.
        while end < text.bytes.count, end - digit < 24 {
            if isDigit(end) {
                end += 1
            } else if text.bytes[end] == UInt8(ascii: ",") || text.bytes[end] == UInt8(ascii: "."), isDigit(end + 1) {
                end += 1
            } else {
                break
            }
        }
        while last + 1 < limit, text.ends[last] < end { last += 1 }
        let value = numbers.value(of: digit..<end)
        guard text.ends[last] > end else { return (value, (last, nil)) }
        let letters = numbers.multiplier(of: end..<text.ends[last])
        return (letters == nil ? nil : value, (last, letters))
    }

    /// "200 billion euros", "two hundred dollar", "millions of dollars", "85p", "20 million USD", "40 €".
    func namedMoney(_ figure: NumberReader.Figure, _ sentence: Range<Int>) -> Draft? {
        let limit = sentence.upperBound
        var next = figure.tokens.upperBound
        guard next < limit else { return nil }
        if let trailing = trailingSign(figure, limit) { return priced(trailing, limit) }
        if figure.isVague || !isEnglish, text.hashes[next] == Self.of || isForeignOf(next) { next += 1 }
        let hyphen = next
        next = numbers.behindHyphen(next, limit)
        guard next < limit, text.kinds[next] == .word, let (length, currency) = name(at: next, limit: limit) else {
            return nil
        }
        if text.ends[next] - text.starts[next] == 1, !isPence(figure, at: next, hyphen) { return nil }
        if currency.isForLarge, figure.value < Self.large { return nil }
        if isOfName(next + length - 1, limit) { return nil }
        if Self.poundForms.contains(text.hashes[next]), length == 1,
            isWeight(figure, at: next, isHyphened: next > hyphen, sentence)
        {
            return nil
        }
        let code = currency.family.flatMap { families[$0] } ?? currency.code
        guard !code.isEmpty else { return nil }
        var draft = Draft(
            tokens: figure.tokens.lowerBound..<(next + length), kind: .money,
            value: rounded(figure.value * currency.factor), currency: code)
        if figure.isVague { draft.modifier = .approx }
        draft.scale = figure.scale
        return priced(draft, limit)
    }

    /// "85p", and not "1080p" of a screen.
    private func isPence(_ figure: NumberReader.Figure, at token: Int, _ hyphen: Int) -> Bool {
        numbers.isGlued(token) && token == hyphen && text.firstByte(token) == UInt8(ascii: "p")
            && !Self.screens.contains(figure.value)
    }

    /// The lines of screens that are sold.
    private static let screens: Set<Double> = [
        144, 240, 360, 480, 540, 576, 720, 768, 900, 1080, 1440, 1600, 2160, 4320,
    ]

    /// "12 Peso Street" is an address.
    private func isOfName(_ token: Int, _ limit: Int) -> Bool {
        isEnglish && token + 1 < limit && text.isCapitalised(token) && !text.flags[token].contains(.allCaps)
            && text.isCapitalised(token + 1) && !isShouted(token)
    }

    private func isForeignOf(_ token: Int) -> Bool {
        !isEnglish && text.ends[token] - text.starts[token] == 2 && text.firstByte(token) == UInt8(ascii: "d")
    }

    private func name(at token: Int, limit: Int) -> (Int, CurrencyTable.Currency)? {
        let table = CurrencyTable.shared
        let found =
            table.match(.word, in: text, at: token, limit: limit)
            ?? (isEnglish ? nil : table.match(.foreign, in: text, at: token, limit: limit))
            ?? table.match(.mark, in: text, at: token, limit: limit).flatMap { $0.currency.isForLarge ? nil : $0 }
        if let found { return (found.length, found.currency) }
        guard !isShouted(token), let code = table.match(.code, in: text, at: token, limit: limit) else { return nil }
        return (code.length, code.currency)
    }

    /// "40€", "40 €", where the sign does not belong to a number behind it.
    private func trailingSign(_ figure: NumberReader.Figure, _ limit: Int) -> Draft? {
        let next = figure.tokens.upperBound
        guard text.kinds[next] == .currency, !figure.isVague,
            next + 1 >= limit || text.kinds[next + 1] != .number || !numbers.isGlued(next + 1),
            let sign = CurrencyTable.shared.match(.sign, in: text, at: next, limit: limit)
        else { return nil }
        return Draft(
            tokens: figure.tokens.lowerBound..<(next + 1), kind: .money,
            value: rounded(figure.value * sign.currency.factor), currency: sign.currency.code, scale: figure.scale)
    }

    /// "a dollar a day", "a euro each".
    func singleUnit(at token: Int, limit: Int) -> Draft? {
        guard text.kinds[token] == .word, NumberReader.articles.contains(text.hashes[token]), token + 2 < limit,
            Self.dollarLike.contains(text.hashes[token + 1]), Self.per.contains(text.hashes[token + 2]),
            let (length, currency) = name(at: token + 1, limit: limit)
        else { return nil }
        let draft = Draft(
            tokens: token..<(token + 1 + length), kind: .money, value: currency.factor, currency: currency.code)
        let withPrice = priced(draft, limit)
        return withPrice.unit == nil ? nil : withPrice
    }

    /// "$80 a barrel": what the sum is the price of.
    private func priced(_ draft: Draft, _ limit: Int) -> Draft {
        var draft = draft
        var next = draft.tokens.upperBound
        guard next + 1 < limit,
            text.hashes[next] == Self.slash || Self.per.contains(text.hashes[next]) || isHyphenedPer(next)
        else { return draft }
        if text.kinds[next] == .hyphen { next += 1 }
        next = numbers.behindHyphen(next + 1, limit)
        if let unit = Self.units.lexicon.longestMatch(in: text, at: next, limit: limit) {
            draft.unit = Self.units.names[unit.value]
        } else if let unit = Self.prices.lexicon.longestMatch(in: text, at: next, limit: limit) {
            draft.unit = Self.prices.names[unit.value]
        }
        return draft
    }

    private static let slash = WordHash.of("/")

    private func isHyphenedPer(_ token: Int) -> Bool {
        text.kinds[token] == .hyphen && Self.per.contains(text.hashes[token + 1])
    }
}
