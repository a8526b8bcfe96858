import Language
import Records

/// Finds money, percentages and measures. One pass over the tokens.
struct AmountFinder {
    private enum Class: String { case sign, prefix, code, word }

    private struct Currency {
        var code: String
        var factor: Double
        var type: Class
    }

    /// An amount in tokens.
    struct Draft: Sendable {
        var tokens: Range<Int>
        var kind: Amount.Kind
        var value: Double
        var currency: String?
        var unit: String?
        var modifier: FigureModifier?
        var equivalent: Int?
        /// The number without its scale, to lend the scale to the front of a range.
        var scale = 1.0
    }

    private static let currencies: [Class: (lexicon: Lexicon, entries: [Currency])] = {
        var lists: [Class: [(String, Currency)]] = [:]
        for fields in Tables.list("currencies").entries where fields.count > 3 {
            guard let type = Class(rawValue: fields[3]) else { continue }
            let currency = Currency(code: fields[1], factor: Double(fields[2]) ?? 1, type: type)
            lists[type, default: []].append((fields[0], currency))
        }
        return lists.mapValues { rows in (Lexicon(words: rows.map(\.0)), rows.map(\.1)) }
    }()
    private static let units: (lexicon: Lexicon, names: [String]) = {
        let list = Tables.list("units").entries.filter { $0.count > 1 }
        return (Lexicon(words: list.map { $0[0] }), list.map { $0[1] })
    }()
    private static let percents = Lexicon(words: [
        "percent", "per cent", "pct", "percentage points", "percentage point",
    ])
    private static let to = WordHash.of("to")
    private static let of = WordHash.of("of")
    private static let or = WordHash.of("or")

    /// Loads the tables.
    static func warmUp() { _ = (currencies, units, percents) }

    let text: TokenizedText
    let numbers: NumberReader
    private(set) var drafts: [Draft] = []

    /// The amounts of a text, in order.
    static func drafts(in reading: Reading) -> [Draft] {
        var finder = AmountFinder(text: reading.text, numbers: NumberReader(text: reading.text))
        for sentence in reading.text.sentences { finder.read(sentence) }
        return finder.drafts
    }

    private init(text: TokenizedText, numbers: NumberReader) {
        self.text = text
        self.numbers = numbers
    }

    private mutating func read(_ sentence: Range<Int>) {
        var token = sentence.lowerBound
        while token < sentence.upperBound {
            if let draft = draft(at: token, limit: sentence.upperBound) {
                add(draft)
                token = max(token + 1, draft.tokens.upperBound)
            } else {
                token += 1
            }
        }
    }

    private func draft(at token: Int, limit: Int) -> Draft? {
        if let money = signedMoney(at: token, limit: limit) { return money }
        guard text.kinds[token] == .number || text.kinds[token] == .word,
            let figure = numbers.figure(at: token, limit: limit)
        else { return nil }
        return namedMoney(figure, limit: limit) ?? percentage(figure, limit: limit) ?? measure(figure, limit: limit)
    }

    private func lookUp(_ type: Class, at token: Int, limit: Int) -> (length: Int, currency: Currency)? {
        guard let table = Self.currencies[type],
            let match = table.lexicon.longestMatch(in: text, at: token, limit: limit)
        else { return nil }
        return (match.length, table.entries[match.value])
    }

    /// "€40 billion", "US$5m", "EUR 20", "dlrs 305,000".
    private func signedMoney(at token: Int, limit: Int) -> Draft? {
        var position = token
        var code: String?
        if text.kinds[token] == .currency {
            guard let sign = lookUp(.sign, at: token, limit: limit) else { return nil }
            code = sign.currency.code
            position += 1
        } else if text.kinds[token] == .word, text.flags[token].contains(.capital) || isLowerCode(token) {
            if token + 1 < limit, text.kinds[token + 1] == .currency, !text.flags[token + 1].contains(.spaced),
                let prefix = lookUp(.prefix, at: token, limit: limit), prefix.length == 1
            {
                code = prefix.currency.code
                position += 2
            } else if let found = lookUp(.code, at: token, limit: limit) {
                code = found.currency.code
                position += found.length
            }
        }
        guard let code, position < limit, text.kinds[position] == .number || isLowerCode(token),
            let figure = numbers.figure(at: position, limit: limit)
        else { return nil }
        var draft = Draft(tokens: token..<figure.tokens.upperBound, kind: .money, value: figure.value, currency: code)
        draft.scale = scale(figure)
        return draft
    }

    private func isLowerCode(_ token: Int) -> Bool { text.hashes[token] == WordHash.of("dlrs") }

    private func scale(_ figure: NumberReader.Figure) -> Double {
        guard figure.isScaled,
            let bare = numbers.figure(at: figure.tokens.lowerBound, limit: figure.tokens.lowerBound + 1),
            bare.value > 0
        else { return 1 }
        return figure.value / bare.value
    }

    /// "200 billion euros", "two hundred dollar", "millions of dollars", "85p".
    private func namedMoney(_ figure: NumberReader.Figure, limit: Int) -> Draft? {
        var next = figure.tokens.upperBound
        if figure.isVague, next < limit, text.hashes[next] == Self.of { next += 1 }
        if next < limit, text.kinds[next] == .hyphen { next += 1 }
        guard next < limit, text.kinds[next] == .word else { return nil }
        let found = lookUp(.word, at: next, limit: limit) ?? lookUp(.code, at: next, limit: limit)
        guard let found else { return nil }
        let isLetter = text.ends[next] - text.starts[next] == 1
        if isLetter, text.flags[next].contains(.spaced) { return nil }
        if found.currency.type == .code, !text.flags[next].contains(.capital), !isLowerCode(next) { return nil }
        var draft = Draft(
            tokens: figure.tokens.lowerBound..<(next + found.length), kind: .money,
            value: figure.value * found.currency.factor, currency: found.currency.code)
        if found.currency.factor < 1 { draft.value = (draft.value * 1e6).rounded() / 1e6 }
        if figure.isVague { draft.modifier = .approx }
        draft.scale = scale(figure)
        return draft
    }

    private func percentage(_ figure: NumberReader.Figure, limit: Int) -> Draft? {
        var next = figure.tokens.upperBound
        guard next < limit else { return nil }
        if text.kinds[next] == .percent {
            return Draft(tokens: figure.tokens.lowerBound..<(next + 1), kind: .percent, value: figure.value)
        }
        if text.kinds[next] == .hyphen { next += 1 }
        guard let match = Self.percents.longestMatch(in: text, at: next, limit: limit) else { return nil }
        return Draft(tokens: figure.tokens.lowerBound..<(next + match.length), kind: .percent, value: figure.value)
    }

    private func measure(_ figure: NumberReader.Figure, limit: Int) -> Draft? {
        var next = figure.tokens.upperBound
        guard next < limit, !figure.isVague else { return nil }
        if text.kinds[next] == .hyphen { next += 1 }
        guard let match = Self.units.lexicon.longestMatch(in: text, at: next, limit: limit) else { return nil }
        return Draft(
            tokens: figure.tokens.lowerBound..<(next + match.length), kind: .measure, value: figure.value,
            unit: Self.units.names[match.value])
    }

    private mutating func add(_ draft: Draft) {
        var draft = draft
        if let modifier = FigureModifiers.before(draft.tokens.lowerBound, in: text) {
            draft.modifier = modifier.modifier
        } else if let after = FigureModifiers.after(draft.tokens.upperBound, in: text) {
            draft.modifier = after
        }
        if let last = drafts.indices.last {
            lendScale(to: last, from: draft)
            if isEquivalent(drafts[last], draft) { draft.equivalent = last }
        }
        drafts.append(draft)
    }

    /// "$40 to $50 million": the first has the second's scale.
    private mutating func lendScale(to last: Int, from draft: Draft) {
        let between = drafts[last].tokens.upperBound..<draft.tokens.lowerBound
        guard between.count == 1, drafts[last].kind == .money, draft.kind == .money, drafts[last].scale == 1,
            draft.scale > 1, drafts[last].currency == draft.currency, drafts[last].value < draft.value / draft.scale,
            text.hashes[between.lowerBound] == Self.to || text.kinds[between.lowerBound] == .hyphen
                || text.kinds[between.lowerBound] == .dash
        else { return }
        drafts[last].value *= draft.scale
    }

    /// "€40 billion ($44 billion)", "¥1.2 trillion, or about $8 billion".
    private func isEquivalent(_ first: Draft, _ second: Draft) -> Bool {
        guard first.kind == .money, second.kind == .money, first.currency != second.currency,
            first.tokens.upperBound < second.tokens.lowerBound, first.tokens.upperBound < text.count
        else { return false }
        let between = first.tokens.upperBound..<second.tokens.lowerBound
        if text.kinds[between.lowerBound] == .open { return between.count <= 4 }
        guard between.count <= 5, text.kinds[between.lowerBound] == .comma, between.count > 1 else { return false }
        return text.hashes[between.lowerBound + 1] == Self.or
    }
}
