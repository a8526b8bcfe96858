import CUchardet

/// The last resort: what uchardet takes bytes for.
enum EncodingGuess {
    /// Bytes that are looked at, from the first that is not ASCII: uchardet settles within some kilobytes.
    private static let window = 1 << 18

    /// The likeliest character set; windows-1252 where uchardet has no answer, as browsers do in the West.
    static func characterSet(of bytes: [UInt8]) -> CharacterSet {
        guard let detector = uchardet_new() else { return .windows1252 }
        defer { uchardet_delete(detector) }
        // A little of the ASCII before it is kept: escape sequences and pair alignment need it.
        let first = max(0, (bytes.firstIndex { $0 >= 0x80 } ?? 0) - 64)
        let end = min(bytes.count, first + window)
        let status = bytes[first..<end].withUnsafeBytes { raw in
            uchardet_handle_data(detector, raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count)
        }
        guard status == 0 else { return .windows1252 }
        uchardet_data_end(detector)
        guard let charset = uchardet_get_charset(detector) else { return .windows1252 }
        let guessed = CharacterSet.named(String(cString: charset)) ?? .windows1252
        return guessed == .utf8 ? .windows1252 : guessed
    }
}
