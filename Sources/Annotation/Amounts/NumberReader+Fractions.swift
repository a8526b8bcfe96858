import Language

extension NumberReader {
    private static let slash = WordHash.of("/")
    /// A denominator of news is no larger: prices of bonds are told in sixty-fourths.
    private static let largestDenominator = 64.0
    /// More digits than this are no number that anybody reads.
    private static let mostBytes = 24

    /// "3/4", "12 3/4" and "2½".
    func addFraction(to figure: inout Figure, _ limit: Int) {
        let next = figure.tokens.upperBound
        if let glyph = word(next, limit), glyph.type == .fraction {
            figure.value += glyph.value
            figure.tokens = figure.tokens.lowerBound..<(next + 1)
            figure.isPlainDigits = false
        } else if let whole = fraction(at: next, limit), text.flags[next].contains(.spaced) {
            figure.value += whole
            figure.tokens = figure.tokens.lowerBound..<(next + 3)
            figure.isPlainDigits = false
        } else if let alone = fraction(at: figure.tokens.lowerBound, limit) {
            figure.value = alone
            figure.tokens = figure.tokens.lowerBound..<(next + 2)
            figure.isPlainDigits = false
        }
    }

    private func fraction(at token: Int, _ limit: Int) -> Double? {
        guard token + 2 < limit, text.kinds[token] == .number, text.hashes[token + 1] == Self.slash,
            isGlued(token + 1), isGlued(token + 2), let top = value(of: text.starts[token]..<text.ends[token]),
            let bottom = value(of: text.starts[token + 2]..<text.ends[token + 2]),
            bottom > top, bottom <= Self.largestDenominator
        else { return nil }
        return top / bottom
    }

    /// "two and a half [million]", "one-and-a-half", "a million and a half".
    func addHalf(to figure: inout Figure, _ limit: Int) {
        var next = behindHyphen(figure.tokens.upperBound, limit)
        guard next < limit, text.hashes[next] == Self.and else { return }
        next = behindHyphen(next + 1, limit)
        guard next < limit, Self.articles.contains(text.hashes[next]) else { return }
        next = behindHyphen(next + 1, limit)
        guard let part = word(next, limit), part.type == .half || part.type == .part else { return }
        // "two and a quarter of the crop" is two things; only "of a million" would not be, and nobody says so.
        if next + 1 < limit, text.hashes[next + 1] == Self.of { return }
        let front = figure.tokens.lowerBound
        figure.tokens = front..<(next + 1)
        figure.isPlainDigits = false
        guard !figure.isScaled else {
            figure.value += part.value * figure.scale
            return
        }
        figure.value += part.value
        next = behindHyphen(next + 1, limit)
        guard let scale = word(next, limit), scale.type == .scale else { return }
        figure.value *= scale.value
        figure.scale = scale.value
        figure.isScaled = true
        figure.tokens = front..<(next + 1)
    }

    /// The value of the digits at a token and where they end: groups may be parted by narrow and unbroken spaces in other
    /// languages than English.
    func decimal(at token: Int, limit: Int) -> (value: Double, end: Int)? {
        guard var value = value(of: text.starts[token]..<text.ends[token]) else { return nil }
        var end = token + 1
        guard !isEnglish, text.ends[token] - text.starts[token] <= 3 else { return (value, end) }
        while end < limit, end - token < 5, text.kinds[end] == .number, text.ends[end] - text.starts[end] == 3,
            isParted(end), let group = self.value(of: text.starts[end]..<text.ends[end])
        {
            value = value * 1000 + group
            end += 1
        }
        return (value, end)
    }

    /// Whether an unbroken or narrow space stands before a token.
    private func isParted(_ token: Int) -> Bool {
        let gap = text.bytes[text.ends[token - 1]..<text.starts[token]]
        return gap.elementsEqual([0xC2, 0xA0]) || gap.elementsEqual([0xE2, 0x80, 0xAF])
            || gap.elementsEqual([0xE2, 0x80, 0x89])
    }

    /// The value of digits with commas and dots. In English a dot parts the decimals, and a comma does where it cannot part
    /// groups ("€1,5"); elsewhere the comma does, and a dot where it cannot part groups.
    func value(of range: Range<Int>) -> Double? {
        guard range.count <= Self.mostBytes else { return nil }
        var value = 0.0
        var decimals = 0
        var marks = (commas: 0, dots: 0)
        var lastMark: UInt8?
        var afterMark = 0
        for byte in text.bytes[range] {
            switch byte {
            case 0x30...0x39:
                value = value * 10 + Double(byte - 0x30)
                afterMark += 1
            case UInt8(ascii: "."), UInt8(ascii: ","):
                if byte == UInt8(ascii: ".") { marks.dots += 1 } else { marks.commas += 1 }
                lastMark = byte
                afterMark = 0
            default: return nil
            }
        }
        if let lastMark, partsDecimals(lastMark, marks, afterMark) {
            // "1.2.3" is a version, "3.50.1" no number.
            if lastMark == UInt8(ascii: "."), marks.dots > 1 { return nil }
            decimals = afterMark
        } else if marks.dots > 1, isEnglish {
            return nil
        }
        // One division gives the nearest number; ten in a row would not.
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        return value / scale
    }

    private func partsDecimals(_ mark: UInt8, _ marks: (commas: Int, dots: Int), _ digits: Int) -> Bool {
        let isDot = mark == UInt8(ascii: ".")
        if isEnglish { return isDot ? marks.dots == 1 : marks.commas == 1 && marks.dots == 0 && digits != 3 }
        if isDot { return marks.dots == 1 && (digits != 3 || marks.commas > 0) }
        return marks.commas == 1 && (digits != 3 || marks.dots > 0)
    }
}
