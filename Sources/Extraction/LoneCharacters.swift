/// Texts in which every code point is a character of its own, so that bytes can be compared where `Character`s would be:
/// nearly all lines of nearly all pages. Finding where characters end costs more than all else that is done with a short line.
enum LoneCharacters {
    /// Whether bytes are UTF-8 and such a text: code points below U+0300 without CR, and letters, punctuation and ideographs that
    /// neither extend a character nor are joined to one (UAX 29, Grapheme_Cluster_Break=Other), nor are canonically the same
    /// as another. Linear.
    static func make(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < text.count {
            let lead = text[index]
            if lead < 0x80 {
                if lead == 0x0D { return false }
                index += 1
                continue
            }
            let width = lead < 0xE0 ? 2 : 3
            guard lead >= 0xC2, lead < 0xF0, index + width <= text.count else { return false }
            var value = UInt32(lead) & (0x7F >> UInt32(width))
            for offset in 1..<width {
                guard text[index + offset] & 0xC0 == 0x80 else { return false }
                value = value << 6 | UInt32(text[index + offset] & 0x3F)
            }
            switch value {
            case 0x80..<0x300, 0x388..<0x483, 0x48A..<0x530, 0x2010..<0x2028, 0x2030..<0x205F, 0x20A0..<0x20C0: break
            case 0x22C5, 0x3001, 0x3041..<0x3099, 0x309B..<0x3100, 0x4E00..<0xA000, 0xFF08..<0xFF0D: break
            default: return false
            }
            index += width
        }
        return true
    }

    /// Whether all bytes are ASCII without CR. Linear.
    static func areASCII(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        text.allSatisfy { $0 < 0x80 && $0 != 0x0D }
    }
}
