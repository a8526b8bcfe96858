/// Writes JSON as UTF-8 bytes, keys in the order they are given, so that equal values give equal bytes. Linear in the
/// output. Pretty output breaks objects and arrays of objects over lines and keeps arrays of numbers on one.
public struct JSONWriter {
    /// How the output is laid out.
    public enum Layout: Sendable {
        /// One line without spaces.
        case compact
        /// Two spaces of indentation; for files that people read.
        case pretty
    }

    /// What was written so far.
    public private(set) var bytes: [UInt8] = []
    private let layout: Layout
    private var depth = 0
    private var needsComma = false

    /// A writer with nothing written.
    public init(layout: Layout = .compact) {
        self.layout = layout
        bytes.reserveCapacity(4096)
    }

    /// An object whose members `members` writes.
    public mutating func object(_ members: (inout JSONWriter) -> Void) {
        nest(open: UInt8(ascii: "{"), close: UInt8(ascii: "}"), members)
    }

    /// An array of objects or strings, one a line in pretty output.
    public mutating func array<Items: Sequence>(_ items: Items, _ write: (inout JSONWriter, Items.Element) -> Void) {
        nest(open: UInt8(ascii: "["), close: UInt8(ascii: "]")) { json in
            for item in items {
                json.startElement()
                write(&json, item)
                json.needsComma = true
            }
        }
    }

    /// An array of numbers, always on one line.
    public mutating func numbers(_ values: some Sequence<Int>) {
        bytes.append(UInt8(ascii: "["))
        var first = true
        for value in values {
            if !first {
                bytes.append(UInt8(ascii: ","))
                if layout == .pretty { bytes.append(UInt8(ascii: " ")) }
            }
            first = false
            integer(value)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// A passage, as a pair of code points.
    public mutating func range(_ range: TextRange) { numbers([range.start, range.end]) }

    /// A string, escaped as RFC 8259 asks; U+2028, U+2029 and the C1 controls are escaped too, so that a line of JSON
    /// is one line for every reader.
    public mutating func string(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        var copy = value
        copy.withUTF8 { appendEscaped($0) }
        bytes.append(UInt8(ascii: "\""))
    }

    /// A whole number.
    public mutating func integer(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }

    /// A number; whole ones are written without a fraction, others in the shortest form that reads back the same.
    /// Values JSON cannot hold become null.
    public mutating func number(_ value: Double) {
        guard value.isFinite else { return null() }
        if value.rounded(.towardZero) == value, abs(value) < 9_007_199_254_740_992 { return integer(Int(value)) }
        bytes.append(contentsOf: value.description.utf8)
    }

    /// true or false.
    public mutating func boolean(_ value: Bool) { bytes.append(contentsOf: (value ? "true" : "false").utf8) }

    /// null.
    public mutating func null() { bytes.append(contentsOf: "null".utf8) }

    /// A member of an object whose key is known only at run time.
    public mutating func member(named key: String, _ value: (inout JSONWriter) -> Void) {
        startElement()
        string(key)
        bytes.append(UInt8(ascii: ":"))
        if layout == .pretty { bytes.append(UInt8(ascii: " ")) }
        value(&self)
        needsComma = true
    }

    /// A member of an object: its key, then its value.
    public mutating func member(_ key: StaticString, _ value: (inout JSONWriter) -> Void) {
        startElement()
        bytes.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        if layout == .pretty { bytes.append(UInt8(ascii: " ")) }
        value(&self)
        needsComma = true
    }

    private mutating func nest(open: UInt8, close: UInt8, _ contents: (inout JSONWriter) -> Void) {
        let outer = needsComma
        makeRoom()
        bytes.append(open)
        depth += 1
        needsComma = false
        contents(&self)
        depth -= 1
        if needsComma { breakLine() }
        bytes.append(close)
        needsComma = outer
    }

    /// From here on room is made by a quarter. An array that doubles holds three times its bytes while they are moved, which
    /// for the record of a text of megabytes is more than all else.
    private static let large = 16 << 20

    private mutating func makeRoom() {
        guard bytes.count > Self.large, bytes.capacity - bytes.count < bytes.count / 32 else { return }
        bytes.reserveCapacity(bytes.count + bytes.count / 4)
    }

    private mutating func startElement() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        breakLine()
    }

    private mutating func breakLine() {
        guard layout == .pretty else { return }
        bytes.append(UInt8(ascii: "\n"))
        for _ in 0..<depth {
            bytes.append(UInt8(ascii: " "))
            bytes.append(UInt8(ascii: " "))
        }
    }

    private mutating func appendEscaped(_ source: UnsafeBufferPointer<UInt8>) {
        var clean = 0
        var index = 0
        func flush(_ bytes: inout [UInt8], upTo end: Int) {
            if clean < end { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[clean..<end])) }
        }
        while index < source.count {
            let byte = source[index]
            // Most bytes stand for themselves.
            if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte != 0x7F, byte != 0xC2,
                byte != 0xE2
            {
                index += 1
                continue
            }
            var width = 1
            var escape: String?
            switch byte {
            case UInt8(ascii: "\""): escape = "\\\""
            case UInt8(ascii: "\\"): escape = "\\\\"
            case 0x0A: escape = "\\n"
            case 0x0D: escape = "\\r"
            case 0x09: escape = "\\t"
            case 0..<0x20, 0x7F: escape = Self.unicodeEscape(Int(byte))
            case 0xC2 where index + 1 < source.count && source[index + 1] < 0xA0:
                escape = Self.unicodeEscape(Int(source[index + 1]))
                width = 2
            case 0xE2
            where index + 2 < source.count && source[index + 1] == 0x80
                && (source[index + 2] == 0xA8 || source[index + 2] == 0xA9):
                escape = Self.unicodeEscape(0x2000 + Int(source[index + 2]) - 0x80)
                width = 3
            default: break
            }
            if let escape {
                flush(&bytes, upTo: index)
                bytes.append(contentsOf: escape.utf8)
                clean = index + width
            }
            index += width
        }
        flush(&bytes, upTo: source.count)
    }

    private static func unicodeEscape(_ value: Int) -> String {
        let digits = String(value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
