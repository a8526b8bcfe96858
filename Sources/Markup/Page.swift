import CLibXML2
import Foundation
import Language
import Records

/// An input as a page: its parsed markup, or its lines of text.
public struct Page: Sendable {
    /// What a page holds.
    public enum Content: Sendable {
        /// Parsed HTML.
        case tree(ElementTree)
        /// Text, without its header lines.
        case text(String)
    }

    /// `text/html`, `text/plain`, `text/markdown` or `multipart/related`.
    public var mediaType: String
    /// The WHATWG name of the character set it was read in.
    public var encoding: String
    /// What it holds.
    public var content: Content
    /// Header lines or front matter of a text.
    public var fields: [HeaderField] = []
    /// Where a browser saved it from.
    public var savedFrom: String?
    /// Whether it is a set of frames, whose contents lie in other files.
    public var isFrameset = false
    /// The lines that stood before the text: 0, or what `fields` took.
    public var skippedLines = 0
    /// What was odd.
    public var notices: [Notice] = []
    /// Combining marks that were dropped.
    private var droppedMarks = 0

    /// Reads bytes. Linear in the bytes; at most 16 MB of text or sifted markup are read.
    public init(reading bytes: [UInt8], hints: InputHints) throws(MarkupError) {
        guard bytes.contains(where: { !$0.isASCIISpace }) else { throw .empty }
        var bytes = bytes
        var notices: [Notice] = []
        if Inflater.isGzip(bytes) {
            let (inflated, isWhole) = try Inflater.inflate(bytes, limit: Limits.inflatedBytes)
            bytes = inflated
            if !isWhole { notices.append(Notice(code: "content-cut", message: "the gzip archive ends too early")) }
            guard bytes.contains(where: { !$0.isASCIISpace }) else { throw .empty }
        }
        if let format = ContentKind.binaryFormat(of: bytes) { throw .notText(kind: format) }
        var savedFrom: String?
        var label = EncodingLabel.inMediaType(hints.mediaType)
        var isArchive = false
        var mailFields: [HeaderField] = []
        if WebArchive.isArchive(bytes), let archive = WebArchive(bytes) {
            isArchive = !archive.isText
            mailFields = archive.fields
            bytes = archive.page
            savedFrom = archive.url
            label = EncodingLabel.inMediaType(archive.mediaType)
            notices += archive.notices
        }
        let decoded = DecodedText(reading: bytes, label: label ?? EncodingLabel.inDocument(bytes))
        if ContentKind.isControlled(decoded.utf8) { throw .notText(kind: "binary data") }
        guard decoded.utf8.contains(where: { !$0.isASCIISpace }) else { throw .empty }
        if let format = ContentKind.dataFormat(of: decoded.utf8) { throw .notText(kind: format) }
        self.init(decoded: decoded, mediaType: "text/plain", savedFrom: savedFrom)
        self.notices = notices + decoded.notices
        let kind = isArchive ? .html : ContentKind.ofText(decoded.utf8, hints: hints)
        if kind == .html {
            mediaType = isArchive ? "multipart/related" : "text/html"
            readMarkup(decoded.utf8)
        } else {
            if decoded.utf8.count > Limits.readBytes {
                throw .tooLarge(bytes: decoded.utf8.count, limit: Limits.readBytes)
            }
            mediaType = kind == .markdown ? "text/markdown" : "text/plain"
            readText(decoded.utf8)
            fields += mailFields
        }
        if droppedMarks > 0 { self.notices.append(MarkPiles.notice(dropped: droppedMarks)) }
    }

    private init(decoded: DecodedText, mediaType: String, savedFrom: String?) {
        self.mediaType = mediaType
        encoding = decoded.characterSet.name
        content = .text("")
        droppedMarks = decoded.droppedMarks
        self.savedFrom = savedFrom
    }

    private mutating func readMarkup(_ utf8: [UInt8]) {
        let sieve = MarkupSieve(utf8)
        var (tree, isCut) = TreeBuilder.tree(of: sieve.output)
        tree.linkedData = sieve.linkedData
        savedFrom = savedFrom ?? sieve.savedFrom
        isFrameset = sieve.isFrameset
        if tree.resolveDoubledReferences() { notices.append(LeftReferences.notice) }
        droppedMarks += tree.cutMarkPiles()
        content = .tree(tree)
        if sieve.isBroken {
            notices.append(
                Notice(
                    code: "content-cut", message: "the page ends within a tag, a comment or a script, as if cut off"))
        }
        if sieve.isCut || isCut {
            notices.append(Notice(code: "content-cut", message: "the page is over the limits and was read in part"))
        }
        if sieve.isFlattened {
            notices.append(
                Notice(code: "nesting-cut", message: "tags nested deeper than \(Limits.depth) levels were ignored"))
        }
    }

    private mutating func readText(_ utf8: [UInt8]) {
        var unified = LineEnds.unified(utf8)
        if LeftReferences.isLeft(in: unified) {
            unified = LeftReferences.resolved(unified[...])
            notices.append(LeftReferences.notice)
            if let cut = MarkPiles.cut(unified) {
                unified = cut.utf8
                droppedMarks += cut.dropped
            }
        }
        // Header lines stand at the very front; 16 kB hold 64 of them.
        let opening = String(decoding: unified.prefix(16384), as: UTF8.self)
        let lines = opening.split(separator: "\n", omittingEmptySubsequences: false)
        let (fields, taken) = HeaderFields.read(lines[...])
        self.fields = fields
        skippedLines = taken
        var start = 0
        for _ in 0..<taken { start = unified[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? unified.count }
        content = .text(String(decoding: unified[start...], as: UTF8.self))
    }

    /// The version of the libxml2 in use, such as 2.9.14.
    public static var parserVersion: String {
        let digits = Int(String(cString: dateline_xml_version()).prefix { $0.isNumber }) ?? 0
        return "\(digits / 10_000).\(digits / 100 % 100).\(digits % 100)"
    }

    /// Opens what would otherwise be read from disk at the first use: converters, tables, libxml2. Idempotent.
    public static func warmUp() {
        WordList.preload(.module)
        CharacterSet.preload()
        _ = TreeBuilder.tree(of: Array("<p>a &amp; b</p>".utf8))
    }
}

/// Line ends.
enum LineEnds {
    /// CRLF and lone CR as LF. Linear.
    static func unified(_ utf8: [UInt8]) -> [UInt8] {
        guard utf8.contains(0x0D) else { return utf8 }
        var output: [UInt8] = []
        output.reserveCapacity(utf8.count)
        for (index, byte) in utf8.enumerated() {
            if byte != 0x0D {
                output.append(byte)
            } else if index + 1 == utf8.count || utf8[index + 1] != 0x0A {
                output.append(0x0A)
            }
        }
        return output
    }
}
