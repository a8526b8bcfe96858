import Foundation

/// A text as code points, which is what gold spans count in. The scorers read words, white space and letter case as
/// the reference scorers (Python's `re` and `str`) do, so that the figures agree to the last digit.
struct Codepoints: Sendable {
    /// The text's scalars.
    let scalars: [Unicode.Scalar]

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    var count: Int { scalars.count }

    var isEmpty: Bool { scalars.isEmpty }

    /// The range cut to the text, which Python's slices do without saying.
    func clamped(_ range: Range<Int>) -> Range<Int> {
        range.clamped(to: 0..<scalars.count)
    }

    /// The passage of a range, cut to the text.
    func passage(_ range: Range<Int>) -> ArraySlice<Unicode.Scalar> { scalars[clamped(range)] }

    /// The passage as a string.
    func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(passage(range))) }

    /// The whole text as a string.
    var string: String { String(String.UnicodeScalarView(scalars)) }

    /// `\w+` within a range: runs of letters, digits and underscores.
    func words(in range: Range<Int>? = nil) -> [Range<Int>] {
        let range = clamped(range ?? 0..<count)
        var words: [Range<Int>] = []
        var start: Int?
        for index in range {
            if scalars[index].isWord {
                if start == nil { start = index }
            } else if let first = start {
                words.append(first..<index)
                start = nil
            }
        }
        if let first = start { words.append(first..<range.upperBound) }
        return words
    }

    /// `\w+(?:['’]\w+)?` within a range: words, the first apostrophe inside one included.
    func tokens(in range: Range<Int>? = nil) -> [Range<Int>] {
        let range = clamped(range ?? 0..<count)
        var tokens: [Range<Int>] = []
        var index = range.lowerBound
        func run(from start: Int) -> Int {
            var end = start
            while end < range.upperBound, scalars[end].isWord { end += 1 }
            return end
        }
        while index < range.upperBound {
            guard scalars[index].isWord else {
                index += 1
                continue
            }
            var end = run(from: index)
            if end + 1 < range.upperBound, scalars[end].isApostrophe, scalars[end + 1].isWord {
                end = run(from: end + 1)
            }
            tokens.append(index..<end)
            index = end
        }
        return tokens
    }

    /// The text's words, for counting.
    var wordList: [ArraySlice<Unicode.Scalar>] { words().map { scalars[$0] } }

    /// The range without white space at its ends.
    func stripped(_ range: Range<Int>) -> Range<Int> {
        var range = clamped(range)
        while let last = range.last, scalars[last].isSpace { range = range.lowerBound..<last }
        while let first = range.first, scalars[first].isSpace { range = (first + 1)..<range.upperBound }
        return range
    }
}

extension Codepoints {
    /// Runs of white space as one space.
    var spaceFolded: Codepoints {
        var folded: [Unicode.Scalar] = []
        folded.reserveCapacity(count)
        var pending = false
        for scalar in scalars {
            if scalar.isSpace {
                pending = true
            } else {
                if pending { folded.append(" ") }
                pending = false
                folded.append(scalar)
            }
        }
        if pending { folded.append(" ") }
        return Codepoints(folded)
    }

    /// Without white space at the ends.
    var trimmed: Codepoints { Codepoints(Array(scalars[stripped(0..<count)])) }

    /// In lower case, with the final form of sigma where a word ends.
    var lowercased: Codepoints {
        var lower: [Unicode.Scalar] = []
        lower.reserveCapacity(count)
        for (index, scalar) in scalars.enumerated() {
            if scalar.isASCII {
                lower.append(scalar.asciiLowercased)
            } else if scalar == "\u{3A3}" {
                lower.append(isFinalSigma(index) ? "\u{3C2}" : "\u{3C3}")
            } else {
                lower.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return Codepoints(lower)
    }

    /// Case folded for comparison: lower of upper for every letter but the dotless i and Cherokee (checked against
    /// CaseFolding.txt of Unicode 14 for every scalar).
    var caseFolded: Codepoints {
        var folded: [Unicode.Scalar] = []
        folded.reserveCapacity(count)
        for scalar in scalars {
            switch scalar.value {
            case 0..<0x80: folded.append(scalar.asciiLowercased)
            case 0x131, 0x13A0...0x13F5: folded.append(scalar)
            case 0x13F8...0x13FD: folded.append(Unicode.Scalar(scalar.value - 8) ?? scalar)
            case 0xAB70...0xABBF: folded.append(Unicode.Scalar(scalar.value - 0xAB70 + 0x13A0) ?? scalar)
            default:
                for upper in scalar.properties.uppercaseMapping.unicodeScalars {
                    folded.append(contentsOf: upper.properties.lowercaseMapping.unicodeScalars)
                }
            }
        }
        return Codepoints(folded)
    }

    /// Canonically composed.
    var composed: Codepoints { Codepoints(string.precomposedStringWithCanonicalMapping) }

    /// Decomposed, compatibility characters too.
    var decomposed: Codepoints { Codepoints(string.decomposedStringWithCompatibilityMapping) }

    /// The Final_Sigma condition of Unicode's SpecialCasing.
    private func isFinalSigma(_ index: Int) -> Bool {
        let before = scalars[..<index].last { !$0.properties.isCaseIgnorable }
        let after = scalars[(index + 1)...].first { !$0.properties.isCaseIgnorable }
        return before?.properties.isCased == true && after?.properties.isCased != true
    }
}

extension Unicode.Scalar {
    /// Python's `\w`: letters, anything with a numeric value, the underscore; not combining marks.
    var isWord: Bool {
        if isASCII {
            return ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self)
                || self == "_"
        }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return properties.numericType != nil
        }
    }

    /// Python's `\s`.
    var isSpace: Bool {
        switch value {
        case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// A straight or a curly apostrophe.
    var isApostrophe: Bool { self == "'" || self == "’" }

    /// The lower-case form of an ASCII letter, anything else as it is.
    var asciiLowercased: Unicode.Scalar {
        ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) + 32) : self
    }
}
