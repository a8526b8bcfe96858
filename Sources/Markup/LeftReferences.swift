import CLibXML2
import Records

/// Character references that are left in text: `don&#8217;t`, where a publishing system has encoded twice.
public enum LeftReferences {
    /// What a reader is told.
    static let notice = Notice(
        code: "references-resolved", message: "the text held character references, as if encoded twice; they were read")

    /// Letters that must adjoin references. A text about markup sets them apart by spaces or quotation marks; one within a word, or
    /// two at the ends of words, are meant to be read.
    private static let enough = 2

    /// Whether references are left in a text. Linear.
    static func isLeft(in text: [UInt8]) -> Bool { adjoining(text[...]) >= enough }

    /// Whether references are left in the running text of a page; code does not count. Linear.
    static func isLeft(in tree: ElementTree) -> Bool {
        guard tree.text.contains(UInt8(ascii: "&")) else { return false }
        var found = 0
        tree.forEachText { node, isCode in
            if !isCode, found < enough { found += adjoining(tree.textBytes(at: node)) }
        }
        return found >= enough
    }

    private static func adjoining(_ text: ArraySlice<UInt8>) -> Int {
        func isLetter(_ index: Int) -> Bool {
            text.indices.contains(index) && (text[index].isASCIILetterOrDigit || text[index] >= 0x80)
        }
        var found = 0
        var from = text.startIndex
        while let mark = text[from...].firstIndex(of: UInt8(ascii: "&")), found < enough {
            from = mark + 1
            guard let (_, width) = reference(text[from...].prefix(12)) else { continue }
            from += width
            if isLetter(mark - 1) { found += 1 }
            if isLetter(from) { found += 1 }
        }
        return found
    }

    /// A text with its references resolved, once; what is no reference stays. Linear.
    public static func resolved(_ text: String) -> String {
        String(decoding: resolved(Array(text.utf8)[...]), as: UTF8.self)
    }

    /// A text with its references resolved, once; what is no reference stays. Linear.
    static func resolved(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        var from = text.startIndex
        while let mark = text[from...].firstIndex(of: UInt8(ascii: "&")) {
            output.append(contentsOf: text[from..<mark])
            if let (value, width) = reference(text[(mark + 1)...].prefix(12)) {
                output.appendUTF8(of: value)
                from = mark + 1 + width
            } else {
                output.append(UInt8(ascii: "&"))
                from = mark + 1
            }
        }
        output.append(contentsOf: text[from...])
        return output
    }

    /// The code point behind an ampersand and its bytes up to the semicolon, which must be there; nil for anything else.
    private static func reference(_ bytes: ArraySlice<UInt8>) -> (value: UInt32, width: Int)? {
        guard let end = bytes.firstIndex(of: UInt8(ascii: ";")), end > bytes.startIndex else { return nil }
        let name = bytes[..<end]
        let width = name.count + 1
        if name.first == UInt8(ascii: "#") {
            let digits = String(decoding: name.dropFirst(), as: UTF8.self)
            let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
            let value = UInt32(isHexadecimal ? digits.dropFirst() : digits[...], radix: isHexadecimal ? 16 : 10)
            guard let value, value >= 0x20, Unicode.Scalar(value) != nil else { return nil }
            return (0x80..<0xA0).contains(value)
                ? (UInt32(Windows1252.upperControls[Int(value) - 0x80]), width) : (value, width)
        }
        guard name.allSatisfy(\.isASCIILetterOrDigit) else { return nil }
        if name.elementsEqual("apos".utf8) { return (0x27, width) }
        let word: [UInt8] = Array(name) + [0]
        return htmlEntityLookup(word).map { ($0.pointee.value, width) }
    }
}

extension ElementTree {
    /// Resolves references that are left in the text, but for code. Returns whether there were any. Linear.
    mutating func resolveDoubledReferences() -> Bool {
        guard LeftReferences.isLeft(in: self) else { return false }
        var resolved: [UInt8] = []
        resolved.reserveCapacity(text.count)
        var bounds: [(node: Int, first: Int32, last: Int32)] = []
        forEachText { node, isCode in
            let first = Int32(resolved.count)
            resolved += isCode ? Array(textBytes(at: node)) : LeftReferences.resolved(textBytes(at: node))
            bounds.append((node, first, Int32(resolved.count)))
        }
        text = resolved
        for bound in bounds {
            nodes[bound.node].first = bound.first
            nodes[bound.node].last = bound.last
        }
        return true
    }

    /// Each stretch of text in order, and whether it is code or set as it stands.
    func forEachText(_ read: (_ node: Int, _ isCode: Bool) -> Void) {
        var codeEnd = 0
        for index in nodes.indices {
            switch nodes[index].element {
            case .text: read(index, index < codeEnd)
            case .pre, .code, .kbd, .samp: codeEnd = max(codeEnd, Int(nodes[index].end))
            default: break
            }
        }
    }
}
