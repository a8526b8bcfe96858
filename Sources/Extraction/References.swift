/// Character references in values that were escaped twice, as JSON-LD and `<meta>` often are.
enum References {
    private static let names: [(name: String, text: String)] = [
        ("&amp;", "&"), ("&quot;", "\""), ("&#039;", "'"), ("&#39;", "'"), ("&apos;", "'"), ("&#x27;", "'"),
        ("&nbsp;", " "), ("&rsquo;", "’"), ("&lsquo;", "‘"), ("&ldquo;", "“"), ("&rdquo;", "”"), ("&ndash;", "–"),
        ("&mdash;", "—"), ("&hellip;", "…"), ("&lt;", "<"), ("&gt;", ">"), ("&#8217;", "’"), ("&#8216;", "‘"),
        ("&#8220;", "“"), ("&#8221;", "”"), ("&#8211;", "–"), ("&#8212;", "—"), ("&#8230;", "…"), ("&#038;", "&"),
        ("&#38;", "&"), ("&#160;", " "), ("&#34;", "\""), ("&#8242;", "′"), ("&eacute;", "é"), ("&egrave;", "è"),
    ]

    /// A value with its references resolved. Linear for values without `&`.
    static func decoded(_ value: String) -> String {
        guard value.utf8.contains(UInt8(ascii: "&")) else { return value }
        var value = value
        for entry in names where holds(value, entry.name) { value = value.replacing(entry.name, with: entry.text) }
        return value.contains("&#") ? withoutNumbers(value) : value
    }

    /// Whether a value holds a reference.
    private static func holds(_ value: String, _ name: String) -> Bool {
        var rest = value.utf8[...]
        while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
            rest = rest[mark...]
            if rest.starts(with: name.utf8) { return true }
            rest = rest.dropFirst()
        }
        return false
    }

    /// `&#8217;` and `&#x2019;` resolved; what is no reference stays. Linear.
    private static func withoutNumbers(_ value: String) -> String {
        var output = ""
        var rest = value[...]
        while let mark = rest.firstRange(of: "&#") {
            output += rest[..<mark.lowerBound]
            rest = rest[mark.upperBound...]
            let digits = rest.prefix(8).prefix { $0 != ";" }
            let isHexadecimal = digits.first == "x" || digits.first == "X"
            let number = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10)
            let isEnded = rest.dropFirst(digits.count).first == ";"
            if let scalar = number.flatMap(Unicode.Scalar.init), scalar.value >= 0x20, isEnded {
                output.unicodeScalars.append(scalar)
                rest = rest.dropFirst(digits.count + 1)
            } else {
                output += "&#"
            }
        }
        return output + rest
    }
}
