/// Puts character references right that a parser of HTML 4 gets wrong.
enum CharacterReference {
    /// Names of HTML 5 that HTML 4 has not and that texts use (WHATWG, named character references).
    private static let names: [(name: [UInt8], text: [UInt8])] = [
        ("NewLine", "\n"), ("Tab", "\t"), ("ast", "*"), ("bsol", "\\"), ("colon", ":"), ("comma", ","),
        ("commat", "@"), ("dollar", "$"), ("equals", "="), ("excl", "!"), ("grave", "`"), ("hyphen", "‐"),
        ("lbrace", "{"), ("lbrack", "["), ("lcub", "{"), ("lowbar", "_"), ("lpar", "("), ("lsqb", "["),
        ("mldr", "…"), ("num", "#"), ("percnt", "%"), ("period", "."), ("plus", "+"), ("quest", "?"),
        ("rbrace", "}"), ("rbrack", "]"), ("rcub", "}"), ("rpar", ")"), ("rsqb", "]"), ("rsquor", "’"),
        ("semi", ";"), ("sol", "/"), ("verbar", "|"), ("vert", "|"), ("ldquor", "„"), ("lsquor", "‚"),
        ("rdquor", "”"), ("nbsp", "\u{A0}"), ("caron", "ˇ"), ("ccaron", "č"), ("Ccaron", "Č"), ("scedil", "ş"),
        ("Scedil", "Ş"), ("gbreve", "ğ"), ("Gbreve", "Ğ"), ("inodot", "ı"), ("imath", "ı"), ("Idot", "İ"),
        ("zcaron", "ž"), ("Zcaron", "Ž"), ("lstrok", "ł"), ("Lstrok", "Ł"), ("eogon", "ę"), ("aogon", "ą"),
        ("cacute", "ć"), ("sacute", "ś"), ("nacute", "ń"), ("zacute", "ź"), ("zdot", "ż"), ("ecaron", "ě"),
        ("rcaron", "ř"), ("uring", "ů"), ("abreve", "ă"), ("tcedil", "ţ"), ("odblac", "ő"), ("udblac", "ű"),
    ].map { (Array("\($0.0);".utf8), Array($0.1.utf8)) }

    private static let initials: [Bool] = (0...255).map { byte in names.contains { $0.name[0] == byte } }

    /// Appends text, its references to 128…159 read as windows-1252 (HTML standard, numeric character reference end
    /// state) and the names above resolved; all other references stay for the parser. Linear: a reference is looked at
    /// for at most ten bytes.
    static func appendCorrected(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to output: inout [UInt8]) {
        var clean = range.lowerBound
        var from = range.lowerBound
        while let ampersand = source.position(of: UInt8(ascii: "&"), in: from..<range.upperBound) {
            from = ampersand + 1
            guard
                let (text, width) = replacement(
                    UnsafeBufferPointer(rebasing: source[from..<min(from + 12, range.upperBound)]))
            else { continue }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: source[clean..<ampersand]))
            output.append(contentsOf: text)
            from += width
            clean = from
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: source[clean..<range.upperBound]))
    }

    private static func replacement(_ reference: UnsafeBufferPointer<UInt8>) -> (text: [UInt8], width: Int)? {
        guard let first = reference.first else { return nil }
        if first == UInt8(ascii: "#") {
            return control(UnsafeBufferPointer(rebasing: reference.dropFirst())).map { ($0.text, $0.width + 1) }
        }
        guard first.isASCIILetter else { return nil }
        guard initials[Int(first)] else { return nil }
        for entry in names where entry.name[0] == first && reference.starts(with: entry.name) {
            return (entry.text, entry.name.count)
        }
        return nil
    }

    private static func control(_ digits: UnsafeBufferPointer<UInt8>) -> (text: [UInt8], width: Int)? {
        let isHexadecimal = digits.first.map { $0 | 0x20 } == UInt8(ascii: "x")
        var value: UInt32 = 0
        var index = digits.startIndex + (isHexadecimal ? 1 : 0)
        let start = index
        while index < digits.endIndex, let digit = TransferCoding.hexadecimal(digits[index]),
            isHexadecimal || digit < 10, value < 0x1000
        {
            value = value * (isHexadecimal ? 16 : 10) + UInt32(digit)
            index += 1
        }
        guard index > start, (0x80..<0xA0).contains(value) else { return nil }
        if index < digits.endIndex, digits[index] == UInt8(ascii: ";") { index += 1 }
        var text: [UInt8] = []
        text.appendUTF8(of: UInt32(Windows1252.upperControls[Int(value) - 0x80]))
        return (text, index - digits.startIndex)
    }
}
