extension Tokenizer {
    /// A number: digits, with commas and dots that digits follow. Letters glued to it are a token of their own, so
    /// that "$1.4bn", "20th" and "1990s" show their parts.
    mutating func scanNumber(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int, base: TokenFlags) -> Int {
        var at = start
        while at < buffer.count {
            let (type, length) = peek(buffer, at)
            if type == .digit {
                at += length
            } else if buffer[at] == UInt8(ascii: ",") || buffer[at] == UInt8(ascii: "."),
                peek(buffer, at + 1).type == .digit
            {
                at += 1
            } else {
                break
            }
        }
        return append(.number, start, at, base.union(.digit))
    }
}
