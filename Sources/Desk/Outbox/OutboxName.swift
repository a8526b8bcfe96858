import Digest
import Foundation

/// How files of the Outbox are named.
public enum OutboxName {
    /// File names in the Outbox stay below this many bytes, so that a suffix still fits into the 255 that file systems
    /// allow.
    static let longest = 200
    /// The longest slug, in characters.
    static let longestSlug = 60

    private static let spelledOut: [Unicode.Scalar: String] = [
        "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d",
        "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ı": "i",
    ]

    /// A headline as lower-case ASCII words joined by hyphens, at most 60 characters, cut at a word; `article` where
    /// nothing is left.
    public static func slug(of headline: String) -> String {
        var slug = ""
        var word = ""
        func close() {
            defer { word = "" }
            guard !word.isEmpty else { return }
            if slug.isEmpty {
                slug = String(word.prefix(longestSlug))
            } else if slug.count + 1 + word.count <= longestSlug {
                slug += "-" + word
            }
        }
        // Headlines can be made endless; what lies behind this many characters cannot reach the slug.
        for scalar in String(headline.prefix(400)).decomposedStringWithCompatibilityMapping.unicodeScalars {
            if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
                word.unicodeScalars.append(scalar)
            } else if let spelled = spelledOut[scalar] {
                word += spelled
            } else if !(0x300...0x36F).contains(scalar.value), scalar != "'", scalar != "’" {
                close()
            }
            if slug.count >= longestSlug { break }
        }
        close()
        return slug.isEmpty ? "article" : slug.lowercased()
    }

    /// `2024/10/03`.
    public static func folder(of day: CalendarDay) -> String {
        day.description.split(separator: "-").joined(separator: "/")
    }

    /// The day of `2024/10/03`.
    static func day(ofFolder path: some StringProtocol) -> CalendarDay? {
        CalendarDay(path.split(separator: "/").joined(separator: "-"))
    }

    /// `<sha8>-<name>` of an input: its own name, with control characters and what is no UTF-8 replaced, cut in the
    /// middle where it is too long, so that the suffix stays.
    public static func input(_ name: [UInt8], sha256: String, hashLength: Int = 8) -> String {
        var clean = ""
        for scalar in String(decoding: name, as: UTF8.self).unicodeScalars {
            let hidden: [Unicode.GeneralCategory] = [.control, .format, .lineSeparator, .paragraphSeparator]
            let isHidden = hidden.contains(scalar.properties.generalCategory) || scalar == "\u{FFFD}" || scalar == "/"
            clean.unicodeScalars.append(isHidden ? "_" : scalar)
        }
        let room = longest - hashLength - 1
        if clean.utf8.count > room {
            let suffix = clean.suffix(20)
            var head = clean.prefix(room)
            while head.utf8.count + suffix.utf8.count > room { head = head.dropLast() }
            clean = String(head) + suffix
        }
        return sha256.prefix(hashLength) + "-" + clean
    }

    /// A relative path as ASCII, everything but letters, digits, `-._~/` percent-encoded; exact for any bytes.
    static func encoded(_ path: RawPath) -> String {
        let digits = Array("0123456789ABCDEF")
        var text = ""
        for byte in path.bytes {
            let scalar = Unicode.Scalar(byte)
            if scalar.isASCII,
                scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                    || "-._~/".unicodeScalars.contains(scalar)
            {
                text.unicodeScalars.append(scalar)
            } else {
                text.append("%")
                text.append(digits[Int(byte >> 4)])
                text.append(digits[Int(byte & 15)])
            }
        }
        return text
    }

    /// The path of an encoded one, or nil where it is not well formed or would lead out of its folder.
    static func decoded(_ text: String) -> RawPath? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
                return nil
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        let path = RawPath(bytes)
        let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isSound =
            !parts.isEmpty
            && parts.allSatisfy { part in
                !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8) && !part.contains(0)
            }
        return isSound ? path : nil
    }
}
