/// Decoding and classing of single code points in bytes that may be anything.
enum UTF8Scalar {
    /// What a code point is to the tokenizer.
    enum Class {
        case letter, capital, digit, space, newline, quote, apostrophe, terminator, comma, colon, dash, open, close
        case currency, percent, other
    }

    /// The code point at an offset and its length in bytes; an ill-formed byte is U+FFFD of length 1.
    @inline(__always)
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (scalar: UInt32, length: Int) {
        let first = bytes[at]
        if first < 0x80 { return (UInt32(first), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
        guard length > 0, first < 0xF5, at + length <= bytes.count else { return (0xFFFD, 1) }
        var scalar = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for offset in 1..<length {
            let byte = bytes[at + offset]
            guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            scalar = scalar << 6 | UInt32(byte & 0x3F)
        }
        return (scalar, length)
    }

    /// The class of an ASCII byte.
    static let ascii: [Class] = (0..<128).map { code in
        switch UInt8(code) {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): .capital
        case UInt8(ascii: "a")...UInt8(ascii: "z"): .letter
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case 0x0A, 0x0B, 0x0C, 0x0D: .newline
        case 0x00...0x20, 0x7F: .space
        case UInt8(ascii: "\""): .quote
        case UInt8(ascii: "'"), UInt8(ascii: "`"): .apostrophe
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): .terminator
        case UInt8(ascii: ","): .comma
        case UInt8(ascii: ":"), UInt8(ascii: ";"): .colon
        case UInt8(ascii: "-"): .dash
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .open
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .close
        case UInt8(ascii: "$"): .currency
        case UInt8(ascii: "%"): .percent
        default: .other
        }
    }

    /// The class of a code point outside ASCII.
    static func wideClass(_ scalar: UInt32) -> Class {
        switch scalar {
        case 0x85, 0x2028, 0x2029: .newline
        case 0x80...0xA0, 0xAD, 0x2000...0x200F, 0x202A...0x202F, 0x205F...0x2064, 0x3000, 0xFEFF: .space
        case 0x2019: .apostrophe
        case 0xAB, 0xBB, 0x2018, 0x201A...0x201F, 0x2039, 0x203A, 0x300C...0x300F, 0xFF02: .quote
        case 0xA2...0xA5, 0x20A0...0x20CF, 0xFF04, 0xFFE0, 0xFFE1, 0xFFE5, 0xFFE6: .currency
        case 0x58F, 0x9F2, 0x9F3, 0xE3F, 0x17DB, 0xFDFC: .currency
        case 0x2026, 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61, 0x61F, 0x6D4, 0x964: .terminator
        case 0x3001, 0xFF0C, 0x60C: .comma
        case 0xFF1A, 0xFF1B: .colon
        case 0x2010...0x2015, 0x2212: .dash
        case 0x3008, 0x300A, 0x3010, 0x3014, 0xFF08, 0xFF3B: .open
        case 0x3009, 0x300B, 0x3011, 0x3015, 0xFF09, 0xFF3D: .close
        case 0x2030, 0xFF05: .percent
        case 0xFF10...0xFF19: .digit
        case 0xAA, 0xB5, 0xBA: .letter
        case 0xC0...0xDE: scalar == 0xD7 ? .other : .capital
        case 0xDF...0xFF: scalar == 0xF7 ? .other : .letter
        case 0x100...0x17F: isCapitalInLatinExtendedA(scalar) ? .capital : .letter
        case 0x386...0x3AB, 0x400...0x42F: .capital
        case 0x180...0x1FFF, 0x2C00...0x2DFF, 0x3040...0xD7FF, 0xF900...0xFDFF, 0xFE70...0xFEFE: .letter
        case 0xFF21...0xFF3A: .capital
        case 0xFF41...0xFF9F, 0x10000...0x1EFFF, 0x20000...0x3FFFF: .letter
        default: .other
        }
    }

    /// Latin Extended-A alternates capital and small; in two stretches the capital is the odd one.
    private static func isCapitalInLatinExtendedA(_ scalar: UInt32) -> Bool {
        let oddIsCapital = (0x139...0x148).contains(scalar) || (0x179...0x17E).contains(scalar)
        return scalar != 0x138 && scalar != 0x149 && scalar != 0x17F && (scalar & 1 == 1) == oddIsCapital
    }
}
