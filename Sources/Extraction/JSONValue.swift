import Markup

/// A value of JSON as pages hold it. Members keep their order.
enum JSONValue: Equatable {
    case object([Member])
    case array([JSONValue])
    case string(String)
    case number(String)
    case boolean(Bool)
    case null

    /// A member of an object.
    struct Member: Equatable {
        var key: String
        var value: JSONValue
    }

    /// An object's first member of a name. Linear in its members.
    subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The string, or nil; a number counts as its digits.
    var text: String? {
        switch self {
        case .string(let text): text
        case .number(let digits): digits
        default: nil
        }
    }

    /// The elements of an array; any other value is its own only element, null is none.
    var elements: [JSONValue] {
        switch self {
        case .array(let elements): elements
        case .null: []
        default: [self]
        }
    }
}

/// Reads JSON and what passes for it in pages: comments, CDATA marks, trailing commas, raw control characters, missing
/// ends. Linear in the bytes; nesting is followed for 64 levels, which no metadata reaches.
struct JSONReader {
    private let bytes: [UInt8]
    private var index = 0
    private static let depth = 64

    /// The first value in some bytes; nil where there is none.
    static func value(in bytes: [UInt8]) -> JSONValue? {
        var reader = JSONReader(bytes: bytes)
        // Wrappers such as `//<![CDATA[` stand in front of the first bracket.
        guard let start = bytes.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }) else {
            return nil
        }
        reader.index = start
        if bytes[start...].starts(with: "[CDATA[".utf8) { reader.index = start + 7 }
        return reader.value(depth: 0)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func skipFiller() {
        while index < bytes.count {
            let byte = bytes[index]
            if byte <= 0x20 || byte == UInt8(ascii: ",") {
                index += 1
            } else if byte == UInt8(ascii: "/"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "/") {
                index = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
            } else {
                return
            }
        }
    }

    private mutating func value(depth: Int) -> JSONValue? {
        skipFiller()
        guard index < bytes.count, depth < Self.depth else { return nil }
        switch bytes[index] {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""): return .string(string())
        default: return scalar()
        }
    }

    private mutating func object(depth: Int) -> JSONValue? {
        var members: [JSONValue.Member] = []
        index += 1
        while true {
            skipFiller()
            guard index < bytes.count else { break }
            if bytes[index] == UInt8(ascii: "}") {
                index += 1
                break
            }
            guard bytes[index] == UInt8(ascii: "\"") else {
                // Something foreign between members: go on at the next key or end.
                index =
                    bytes[index...].firstIndex { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "}") }
                    ?? bytes.count
                continue
            }
            let key = string()
            skipFiller()
            guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { continue }
            index += 1
            guard let value = value(depth: depth + 1) else { break }
            members.append(JSONValue.Member(key: key, value: value))
        }
        return .object(members)
    }

    private mutating func array(depth: Int) -> JSONValue? {
        var elements: [JSONValue] = []
        index += 1
        while true {
            skipFiller()
            guard index < bytes.count else { break }
            if bytes[index] == UInt8(ascii: "]") {
                index += 1
                break
            }
            if bytes[index] == UInt8(ascii: "}") { break }
            guard let value = value(depth: depth + 1) else { break }
            elements.append(value)
        }
        return .array(elements)
    }

    private mutating func scalar() -> JSONValue? {
        let start = index
        while index < bytes.count, bytes[index] > 0x20, !",]}:".utf8.contains(bytes[index]) { index += 1 }
        guard index > start else {
            index += 1
            return .null
        }
        switch String(decoding: bytes[start..<index], as: UTF8.self) {
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        case "null", "undefined": return .null
        case let digits: return .number(digits)
        }
    }

    private mutating func string() -> String {
        index += 1
        var text: [UInt8] = []
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            let byte = bytes[index]
            index += 1
            guard byte == UInt8(ascii: "\\"), index < bytes.count else {
                text.append(byte)
                continue
            }
            let escape = bytes[index]
            index += 1
            switch escape {
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
            case UInt8(ascii: "u"): text.appendUTF8(of: codePoint())
            default: text.append(escape)
            }
        }
        index = min(index + 1, bytes.count)
        return String(decoding: MarkPiles.cut(text)?.utf8 ?? text, as: UTF8.self)
    }

    /// Four digits behind `\u`, and the low surrogate that follows a high one.
    private mutating func codePoint() -> UInt32 {
        let first = hexadecimal()
        guard (0xD800..<0xDC00).contains(first), index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u")
        else { return first }
        index += 2
        let second = hexadecimal()
        guard (0xDC00..<0xE000).contains(second) else { return 0xFFFD }
        return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)
    }

    private mutating func hexadecimal() -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard index < bytes.count, let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue else { break }
            value = value << 4 | UInt32(digit)
            index += 1
        }
        return value
    }
}
