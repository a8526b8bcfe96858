/// The character set that browsers read Latin-1 and ASCII labels as.
enum Windows1252 {
    /// What 0x80 to 0x9F stand for (WHATWG Encoding Standard, index windows-1252).
    static let upperControls: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    /// The bytes as UTF-8; every byte has a meaning. Linear in the bytes.
    static func utf8(of bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                output.append(byte)
            } else if byte >= 0xA0 {
                output.append(0xC0 | (byte >> 6))
                output.append(0x80 | (byte & 0x3F))
            } else {
                output.appendUTF8(of: UInt32(upperControls[Int(byte) - 0x80]))
            }
        }
        return output
    }
}

extension [UInt8] {
    /// Appends a code point; surrogates and what lies beyond Unicode become U+FFFD.
    @inlinable
    public mutating func appendUTF8(of value: UInt32) {
        guard let scalar = Unicode.Scalar(value) else { return append(contentsOf: [0xEF, 0xBF, 0xBD]) }
        append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}
