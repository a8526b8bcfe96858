import Markup

/// Small letters and digits only, as words with single spaces between: what two texts are compared by. Over bytes, since
/// every line of a page is compared with something.
enum ComparableText {
    /// What a code point becomes: its small letter, or one of these.
    private static let parts: UInt32 = 0
    private static let joins: UInt32 = 1
    private static let asks: UInt32 = 2

    /// The forms of the code points up to Latin Extended-B, of general punctuation, and of those between: Greek, Cyrillic, the
    /// scripts of the Near East and India. Each made once from the properties of each, the last only where a text needs it.
    private static let forms = forms(of: 0..<0x250)
    private static let marks = forms(of: 0x2000..<0x2100)
    private static let others = forms(of: 0x250..<0x2000)

    private static func forms(of range: Range<UInt32>) -> [UInt32] {
        range.map { Unicode.Scalar($0).map(form) ?? parts }
    }

    /// The form of a code point by Unicode's properties: letters and numbers stay, apostrophes and soft hyphens join,
    /// everything else parts.
    private static func form(_ scalar: Unicode.Scalar) -> UInt32 {
        if scalar == "'" || scalar == "’" || scalar.value == 0xAD { return joins }
        guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return parts }
        let small = scalar.properties.lowercaseMapping.unicodeScalars
        return small.count == 1 ? small.first?.value ?? asks : asks
    }

    /// The form of any code point; ideographs and hangul, which have no case, without asking.
    private static func form(of value: UInt32, in forms: UnsafeBufferPointer<UInt32>) -> UInt32 {
        if value < UInt32(forms.count) { return forms[Int(value)] }
        if value < 0x2000 { return others[Int(value) - forms.count] }
        if value < 0x2100 { return marks[Int(value) - 0x2000] }
        if (0x4E00..<0xA000).contains(value) || (0xAC00..<0xD7A4).contains(value) { return value }
        return Unicode.Scalar(value).map(form) ?? parts
    }

    /// The comparable form of UTF-8. Linear.
    static func bytes(_ text: some Collection<UInt8>) -> [UInt8] {
        text.withContiguousStorageIfAvailable(bytes) ?? Array(text).withUnsafeBufferPointer(bytes)
    }

    /// The comparable form of a text as text. Linear.
    static func string(_ text: some Collection<UInt8>) -> String { String(decoding: bytes(text), as: UTF8.self) }

    private static func bytes(_ source: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(source.count + 1)
        forms.withUnsafeBufferPointer { forms in
            var pending = false
            var index = 0
            while index < source.count {
                let (value, width) = scalar(source, at: index)
                index += width
                let form = form(of: value, in: forms)
                if form == parts {
                    pending = true
                } else if form != joins {
                    if pending, !output.isEmpty { output.append(0x20) }
                    pending = false
                    if form < 0x80, form != asks {
                        output.append(UInt8(truncatingIfNeeded: form))
                    } else {
                        append(form == asks ? value : form, isMapped: form != asks, to: &output)
                    }
                }
            }
        }
        return output
    }

    private static func append(_ value: UInt32, isMapped: Bool, to output: inout [UInt8]) {
        guard let scalar = Unicode.Scalar(value) else { return }
        if isMapped {
            output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        } else {
            output.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
    }

    /// The code point at an index and its width; U+FFFD of width 1 where there is none.
    private static func scalar(_ source: UnsafeBufferPointer<UInt8>, at index: Int) -> (value: UInt32, width: Int) {
        let lead = source[index]
        if lead < 0x80 { return (UInt32(lead), 1) }
        let width = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
        guard width > 0, index + width <= source.count else { return (0xFFFD, 1) }
        var value = UInt32(lead) & (0x7F >> UInt32(width))
        for offset in 1..<width {
            let next = source[index + offset]
            guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            value = value << 6 | UInt32(next & 0x3F)
        }
        return (value, width)
    }
}
