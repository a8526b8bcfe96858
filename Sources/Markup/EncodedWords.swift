/// Header fields of messages in other character sets: `=?utf-8?Q?Caf=C3=A9?=` (RFC 2047).
enum EncodedWords {
    /// A field's value with its encoded words read; what is none stays. Linear.
    static func decoded(_ value: String) -> String {
        var output = ""
        var rest = value[...]
        var isBehindWord = false
        while let open = rest.firstRange(of: "=?") {
            let before = rest[..<open.lowerBound]
            guard let (text, end) = word(rest[open.upperBound...]) else {
                output += rest[..<open.upperBound]
                rest = rest[open.upperBound...]
                isBehindWord = false
                continue
            }
            // White space between two encoded words is none (RFC 2047, section 6.2).
            if !isBehindWord || !before.allSatisfy(\.isWhitespace) { output += before }
            output += text
            rest = rest[end...]
            isBehindWord = true
        }
        return output + rest
    }

    /// The word behind `=?` and where it ends: `charset?Q?text?=`; RFC 2047 allows 75 characters, mailers write more.
    private static func word(_ rest: Substring) -> (text: String, end: Substring.Index)? {
        let parts = rest.prefix(500).split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, parts[3].first == "=", let set = CharacterSet.named(String(parts[0])) else {
            return nil
        }
        let bytes: [UInt8]
        switch parts[1].lowercased() {
        case "q":
            let spaced = parts[2].utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
            bytes = TransferCoding.quotedPrintable(spaced[...])
        case "b": bytes = TransferCoding.base64(Array(parts[2].utf8)[...])
        default: return nil
        }
        let text = String(decoding: DecodedText(reading: bytes, label: set.name).utf8, as: UTF8.self)
        return (text, rest.index(after: parts[3].startIndex))
    }
}
