import Foundation

/// Canonical composition in portions. A long text composed at once takes quadratic time, because each letter that gets
/// shorter moves all that follows it.
enum Composition {
    /// Bytes after which a portion ends where it may: few to move, and enough that the calls do not count. Set by judgement.
    private static let portion = 512
    /// Bytes after which it ends wherever it is, within a pile of marks that no writing has. Set by judgement.
    private static let mostBytes = 8 * portion

    /// The composed form of valid UTF-8. Linear.
    static func composed(_ text: UnsafeBufferPointer<UInt8>) -> String {
        var output = ""
        output.reserveCapacity(text.count)
        var start = 0
        var index = 0
        while index < text.count {
            let (value, width) = scalar(of: text, at: index)
            let length = index - start
            if length >= portion, length >= mostBytes || joinsNothing(value) {
                output += composed(text, start..<index)
                start = index
            }
            index += width
        }
        return output + composed(text, start..<text.count)
    }

    private static func composed(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
        String(decoding: text[range], as: UTF8.self).precomposedStringWithCanonicalMapping
    }

    /// The code point that starts at an index, and its bytes.
    private static func scalar(of text: UnsafeBufferPointer<UInt8>, at index: Int) -> (value: UInt32, width: Int) {
        let lead = text[index]
        guard lead >= 0xC0 else { return (UInt32(lead), 1) }
        let width = min(lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, text.count - index)
        var value = UInt32(lead) & (0x7F >> UInt32(width))
        for offset in 1..<max(1, width) { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
        return (value, width)
    }

    /// Whether a code point is never joined to the one before it: all but marks, the vowels and finals of Hangul
    /// (U+1160 to U+11FF), and Kirat Rai, whose vowels are letters.
    private static func joinsNothing(_ value: UInt32) -> Bool {
        if FoldedText.isComposed(value) { return true }
        if (0x1160..<0x1200).contains(value) || (0x16D40..<0x16D80).contains(value) { return false }
        switch Unicode.Scalar(value)?.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, nil: return false
        default: return true
        }
    }
}
