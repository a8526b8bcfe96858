import Markup

extension String {
    /// White space folded to single spaces, none at the ends, zero-width characters dropped. Linear.
    var folded: String {
        if utf8.withContiguousStorageIfAvailable(FoldedText.isFolded) ?? false { return self }
        var output: [UInt8] = []
        output.reserveCapacity(utf8.count)
        FoldedText.append(Array(utf8)[...], to: &output)
        if output.last == 0x20 { output.removeLast() }
        return String(decoding: output, as: UTF8.self)
    }

    /// The canonical composition (NFC). Text that can only be composed already costs one scan. Linear.
    var composed: String {
        var text = self
        return text.withUTF8 { FoldedText.isComposed($0) ? nil : Composition.composed($0) } ?? self
    }

    /// Small letters and digits only, as words with single spaces between: what two texts are compared by.
    var comparable: String { ComparableText.string(utf8) }
}

/// White space and composition, over bytes.
enum FoldedText {
    /// Appends text with its white space folded, across calls, too: a space is never doubled. No-break and thin spaces
    /// are spaces, zero-width spaces and byte order marks are nothing; soft hyphens go, since they mark no character.
    static func append(_ source: ArraySlice<UInt8>, to output: inout [UInt8]) {
        var index = source.startIndex
        while index < source.endIndex {
            let end = endOfPlain(source, index)
            if end > index {
                output.append(contentsOf: source[index..<end])
                index = end
                continue
            }
            let (width, isSpace) = foreign(source, at: index)
            if isSpace {
                if let last = output.last, last != 0x20, last != 0x0A { output.append(0x20) }
            } else if width > 0 {
                output.append(contentsOf: source[index..<min(index + width, source.endIndex)])
            }
            index += max(1, abs(width))
        }
    }

    /// Whether text is ASCII and folded already, as most short values are.
    static func isFolded(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var last: UInt8 = 0x20
        for byte in text {
            guard byte > 0x20 || last != 0x20, byte >= 0x20, byte < 0x7F else { return false }
            last = byte
        }
        return text.isEmpty || last != 0x20
    }

    /// The first index from one on that holds no graphic ASCII character; a single space between two is passed over.
    private static func endOfPlain(_ source: ArraySlice<UInt8>, _ start: Int) -> Int {
        source.withUnsafeBufferPointer { bytes in
            let offset = source.startIndex
            var index = start - offset
            var isParted = true
            while index < bytes.count {
                let byte = bytes[index]
                if byte > 0x20, byte < 0x7F {
                    isParted = false
                } else if byte == 0x20, !isParted {
                    isParted = true
                } else {
                    break
                }
                index += 1
            }
            return index + offset
        }
    }

    /// How wide the character at an index is, negative where it is dropped, and whether it is a space.
    private static func foreign(_ source: ArraySlice<UInt8>, at index: Int) -> (width: Int, isSpace: Bool) {
        let byte = source[index]
        if byte <= 0x20 { return (1, true) }
        if byte == 0x7F { return (-1, false) }
        if byte < 0xC0 { return (1, false) }
        if byte < 0xE0 {
            guard byte == 0xC2, index + 1 < source.endIndex else { return (2, false) }
            let next = source[index + 1]
            if next == 0xA0 || next == 0x85 { return (2, true) }
            return (next == 0xAD || next < 0xA0 ? -2 : 2, false)
        }
        if byte >= 0xF0 { return (4, false) }
        guard index + 2 < source.endIndex else { return (3, false) }
        let tail = (UInt32(source[index + 1]) & 0x3F) << 6 | UInt32(source[index + 2]) & 0x3F
        switch (byte, tail) {
        case (0xE2, 0x00...0x0A), (0xE2, 0x28...0x29), (0xE2, 0x2F), (0xE2, 0x5F), (0xE3, 0x00): return (3, true)
        // Zero-width space, direction marks and word joiner; joiners (200C, 200D) belong to their words.
        case (0xE2, 0x0B), (0xE2, 0x0E...0x0F), (0xE2, 0x2A...0x2E), (0xE2, 0x60...0x64), (0xE2, 0x66...0x69),
            (0xEF, 0xEFF):
            return (-3, false)
        default: return (3, false)
        }
    }

    /// Whether all code points of UTF-8 are among those that never change in NFC. Bytes below 0xCC are ASCII, or lead and
    /// continue code points below U+0300.
    static func isComposed(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < text.count {
            let lead = text[index]
            if lead < 0xCC {
                index += 1
                continue
            }
            let width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
            guard index + width <= text.count else { return false }
            var value = UInt32(lead) & (0x7F >> UInt32(width))
            for offset in 1..<width { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
            if !isComposed(value) { return false }
            index += width
        }
        return true
    }

    /// Whether a code point never changes in NFC and joins nothing before it: Latin, Greek and Cyrillic letters as
    /// keyboards make them, common punctuation, kana without marks, the unified ideographs, hangul syllables
    /// (DerivedNormalizationProps, NFC_Quick_Check=Yes, with combining class 0).
    static func isComposed(_ value: UInt32) -> Bool {
        switch value {
        case 0..<0x300, 0x388..<0x483, 0x48A..<0x530, 0x2010..<0x2028, 0x2030..<0x205F, 0x20A0..<0x20C0: true
        case 0x3041..<0x3099, 0x309B..<0x3100, 0x3001..<0x302A, 0x4E00..<0xA000, 0xAC00..<0xD7A4: true
        case 0xFF01..<0xFFF0, 0x1F300..<0x1FB00: true
        default: false
        }
    }
}

extension String {
    /// Whether a text holds some ASCII characters, byte for byte. Linear in the text.
    func holds(_ needle: StaticString) -> Bool {
        let wanted = UnsafeBufferPointer(start: needle.utf8Start, count: needle.utf8CodeUnitCount)
        return utf8.withContiguousStorageIfAvailable { bytes in
            bytes.count >= wanted.count
                && (0...(bytes.count - wanted.count)).contains { start in
                    bytes[start] == wanted[0] && (1..<wanted.count).allSatisfy { bytes[start + $0] == wanted[$0] }
                }
        } ?? contains(String(describing: needle))
    }
}
