import Records

/// UTF-8 that somebody took for Latin-1 and encoded a second time: `â` and two control characters in place of `’`.
///
/// The control characters U+0080 to U+009F stand in no text, so a sequence with one of them betrays itself. Of the pages of the
/// WCXB development set 29 in 1,497 hold such sequences.
enum DoubledUTF8 {
    /// Sequences from which on those without a control character (`Ã©`) are taken for doubled, too.
    private static let sure = 2

    /// UTF-8 with its doubled sequences read as what they were; nil where it has none. Linear.
    static func mended(_ utf8: [UInt8]) -> [UInt8]? {
        guard hasControl(utf8) else { return nil }
        var (doubled, proper) = (0, 0)
        var index = 0
        while index < utf8.count {
            if let found = sequence(in: utf8, at: index) {
                if found.hasControl { doubled += 1 }
                index += 2 * found.bytes.count
            } else {
                // Characters beyond Latin-1 would not have come through a second encoding.
                if utf8[index] >= 0xC4 { proper += 1 }
                index += 1
            }
        }
        guard doubled > 0 else { return nil }
        return mended(utf8, areAllDoubled: doubled >= sure && proper == 0)
    }

    private static func mended(_ utf8: [UInt8], areAllDoubled: Bool) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(utf8.count)
        var index = 0
        while index < utf8.count {
            if let found = sequence(in: utf8, at: index), areAllDoubled || found.hasControl {
                output.append(contentsOf: found.bytes)
                index += 2 * found.bytes.count
            } else {
                output.append(utf8[index])
                index += 1
            }
        }
        return output
    }

    /// Whether there is a control character at all; hardly a page has one.
    private static func hasControl(_ utf8: [UInt8]) -> Bool {
        var index = 0
        while let found = utf8.position(of: 0xC2, from: index) {
            if found + 1 < utf8.count, utf8[found + 1] < 0xA0 { return true }
            index = found + 1
        }
        return false
    }

    /// The sequence of two to four bytes that the Latin-1 characters at a place spell, each of them encoded in two bytes.
    private static func sequence(in utf8: [UInt8], at start: Int) -> (bytes: [UInt8], hasControl: Bool)? {
        guard let lead = latin(in: utf8, at: start), lead >= 0xC2, lead <= 0xF4 else { return nil }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var bytes = [lead]
        for offset in 1..<length {
            guard let next = latin(in: utf8, at: start + 2 * offset), next < 0xC0 else { return nil }
            bytes.append(next)
        }
        guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
        return (bytes, bytes.dropFirst().contains { $0 < 0xA0 })
    }

    /// The code point from U+0080 to U+00FF that two bytes encode.
    private static func latin(in utf8: [UInt8], at index: Int) -> UInt8? {
        guard index + 1 < utf8.count, utf8[index] == 0xC2 || utf8[index] == 0xC3, utf8[index + 1] & 0xC0 == 0x80
        else { return nil }
        return utf8[index] == 0xC2 ? utf8[index + 1] : utf8[index + 1] | 0x40
    }

    /// What a reader is told.
    static let notice = Notice(
        code: "encoding-doubled", message: "UTF-8 that had been encoded twice was read as what it was")
}
