import Glibc

/// The member `contentBase64` of a line of JSON, decoded where it stands: it is nearly all of the line, and a decoder of
/// JSON would copy it three times.
struct ContentMember {
    /// The document's bytes.
    let bytes: [UInt8]
    /// The line with nothing between the member's quotation marks.
    let rest: [UInt8]

    private static let name = Array("contentBase64".utf8)

    /// Finds and decodes the member. Nil where there is none, and where a line is unusual in any way (the member twice,
    /// escapes in names or in Base64, other characters between): then a decoder of JSON has to tell. Linear in the line.
    init?(_ line: [UInt8]) {
        guard let value = line.withUnsafeBufferPointer(Self.value), let bytes = Self.decoded(line[value]) else {
            return nil
        }
        self.bytes = bytes
        var rest: [UInt8] = []
        rest.reserveCapacity(line.count - value.count)
        rest.append(contentsOf: line[..<value.lowerBound])
        rest.append(contentsOf: line[value.upperBound...])
        self.rest = rest
    }

    /// What stands between the quotation marks of the object's own member.
    private static func value(in line: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        var found: Range<Int>?
        var isNext = false
        var depth = 0
        var index = 0
        while index < line.count {
            switch line[index] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "\""):
                guard let (text, isEscaped) = string(in: line, from: index + 1) else { return nil }
                index = text.upperBound
                if isNext { found = text }
                isNext = false
                guard depth == 1, isName(in: line, endingAt: index) else { break }
                if isEscaped { return nil }
                isNext = line[text].elementsEqual(name)
                if isNext {
                    guard found == nil, let start = valueStart(in: line, from: index + 1) else { return nil }
                    index = start - 1
                }
            default: break
            }
            index += 1
        }
        return found
    }

    /// The inside of a string, whose end is the first quotation mark that no backslash escapes.
    private static func string(
        in line: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> (text: Range<Int>, isEscaped: Bool)? {
        var index = start
        while index < line.count, let base = line.baseAddress,
            let found = memchr(base + index, Int32(UInt8(ascii: "\"")), line.count - index)
        {
            let quote = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            var backslashes = 0
            while quote - backslashes > start, line[quote - backslashes - 1] == UInt8(ascii: "\\") { backslashes += 1 }
            if backslashes % 2 == 0 {
                let isEscaped = memchr(base + start, Int32(UInt8(ascii: "\\")), quote - start) != nil
                return (start..<quote, isEscaped)
            }
            index = quote + 1
        }
        return nil
    }

    private static func isName(in line: UnsafeBufferPointer<UInt8>, endingAt quote: Int) -> Bool {
        var index = quote + 1
        while index < line.count, isSpace(line[index]) { index += 1 }
        return index < line.count && line[index] == UInt8(ascii: ":")
    }

    /// Where the string behind a name's colon opens; nil where the value is no string.
    private static func valueStart(in line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var index = start
        while index < line.count, isSpace(line[index]) || line[index] == UInt8(ascii: ":") { index += 1 }
        return index < line.count && line[index] == UInt8(ascii: "\"") ? index : nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
}

extension ContentMember {
    /// What each letter of Base64 (RFC 4648, 4) says at each of the four places of a group: its six bits where they stand in
    /// the group's 24, counted from the top of 32. Of other bytes the lowest bit, which no letter has.
    private static let bits: [UInt32] = {
        var bits = [UInt32](repeating: 1, count: 4 * 256)
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
        for place in 0..<4 {
            for (value, letter) in letters.enumerated() {
                bits[place << 8 | Int(letter)] = UInt32(value) << UInt32(26 - 6 * place)
            }
        }
        return bits
    }()

    /// Base64 in whole groups of four with its padding; nil for any other.
    static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard text.count % 4 == 0 else { return nil }
        let padding = text.suffix(2).count { $0 == UInt8(ascii: "=") }
        if padding > 0, text.last != UInt8(ascii: "=") { return nil }
        let size = text.count / 4 * 3 - padding
        var isSound = true
        let bytes = [UInt8](unsafeUninitializedCapacity: text.count / 4 * 3) { output, count in
            text.withUnsafeBufferPointer { text in
                bits.withUnsafeBufferPointer { bits in
                    isSound = decode(text, padding: padding, bits, into: UnsafeMutableRawBufferPointer(output))
                }
            }
            count = isSound ? size : 0
        }
        return isSound ? bytes : nil
    }

    /// Decodes whole groups; the last one's padding counts as zeros. False where a byte is no letter.
    private static func decode(
        _ text: UnsafeBufferPointer<UInt8>, padding: Int, _ bits: UnsafeBufferPointer<UInt32>,
        into output: UnsafeMutableRawBufferPointer
    ) -> Bool {
        var wrong: UInt32 = 0
        var target = 0
        var index = 0
        while index + 4 < text.count {
            let group =
                bits[Int(text[index])] | bits[256 | Int(text[index + 1])] | bits[512 | Int(text[index + 2])]
                | bits[768 | Int(text[index + 3])]
            wrong |= group
            // Four bytes at once: the fourth is the next group's first.
            output.storeBytes(of: group.bigEndian, toByteOffset: target, as: UInt32.self)
            target += 3
            index += 4
        }
        guard index < text.count else { return true }
        var group = bits[Int(text[index])] | bits[256 | Int(text[index + 1])]
        if padding < 2 { group |= bits[512 | Int(text[index + 2])] }
        if padding < 1 { group |= bits[768 | Int(text[index + 3])] }
        for place in 0..<3 { output[target + place] = UInt8(truncatingIfNeeded: group >> UInt32(24 - 8 * place)) }
        return (wrong | group) & 1 == 0
    }
}
