import Mustache

/// Escapes for HTML and XML text and quoted attributes. The library's own escaping goes by grapheme clusters, so that a
/// quotation mark followed by a combining accent passes it unescaped; this one goes by bytes.
struct MarkupContentType: MustacheContentType {
    /// The text with `& < > " '` as character references. Linear in the text.
    func escapeText(_ text: String) -> String {
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): escaped += "&amp;".utf8
            case UInt8(ascii: "<"): escaped += "&lt;".utf8
            case UInt8(ascii: ">"): escaped += "&gt;".utf8
            case UInt8(ascii: "\""): escaped += "&quot;".utf8
            case UInt8(ascii: "'"): escaped += "&#39;".utf8
            default: escaped.append(byte)
            }
        }
        return String(decoding: escaped, as: UTF8.self)
    }
}
