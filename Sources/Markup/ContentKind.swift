/// What some bytes are, told by the bytes.
enum ContentKind: Equatable {
    case html, plainText, markdown, archive
    case binary(String)

    /// What opens a file that is no text: its first bytes, and its name in a sentence.
    private static let signatures: [(opening: [UInt8], name: String)] = [
        (Array("%PDF-".utf8), "a PDF"), ([0x89, 0x50, 0x4E, 0x47], "a PNG image"), (Array("GIF8".utf8), "a GIF image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"), ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or office document"),
        ([0x50, 0x4B, 0x05, 0x06], "a ZIP archive"), ([0x7F, 0x45, 0x4C, 0x46], "an ELF program"),
        (Array("RIFF".utf8), "a RIFF container"), (Array("ID3".utf8), "an MP3 recording"),
        (Array("OggS".utf8), "an Ogg recording"), (Array("BZh".utf8), "a bzip2 archive"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz archive"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a zstd archive"), ([0x1F, 0x8B], "a gzip archive"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an office document"), (Array("{\\rtf".utf8), "an RTF document"),
        (Array("SQLite format 3".utf8), "an SQLite database"), ([0x00, 0x61, 0x73, 0x6D], "a WebAssembly program"),
        (Array("!<arch>".utf8), "an object library"), (Array("wOF2".utf8), "a font"), (Array("wOFF".utf8), "a font"),
        ([0x49, 0x49, 0x2A, 0x00], "a TIFF image"), ([0x4D, 0x4D, 0x00, 0x2A], "a TIFF image"),
        (Array("bplist00".utf8), "a property list (save the page as HTML or MHTML)"),
        (Array("WARC/".utf8), "a WARC archive"),
    ]

    /// The name of the binary format that bytes open as, or nil.
    static func binaryFormat(of bytes: [UInt8]) -> String? {
        for signature in signatures where bytes.starts(with: signature.opening) { return signature.name }
        if bytes.count > 12, bytes[4..<8].elementsEqual("ftyp".utf8) { return "an MP4 or HEIF container" }
        if bytes.count > 64, bytes[0] == 0x4D, bytes[1] == 0x5A, bytes[0..<64].contains(0) {
            return "a Windows program"
        }
        return nil
    }

    /// Whether decoded text is no text after all: more than one in twenty of its first 4096 bytes are control
    /// characters that no text uses. (Text has none; random bytes have one in nine.)
    static func isControlled(_ utf8: [UInt8]) -> Bool {
        let opening = utf8.prefix(4096)
        var odd = 0
        for byte in opening where byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D && byte != 0x0C {
            odd += 1
        }
        return odd * 20 > opening.count
    }

    /// Tells HTML, Markdown and plain text apart. Reads at most 64 kB.
    static func ofText(_ utf8: [UInt8], hints: InputHints) -> ContentKind {
        let opening = Array(utf8.prefix(1 << 16))
        if looksLikeHTML(opening) { return .html }
        let declared = hints.mediaType?.lowercased() ?? ""
        let name = hints.name?.lowercased() ?? ""
        if declared.hasPrefix("text/markdown") || name.hasSuffix(".md") || name.hasSuffix(".markdown") {
            return .markdown
        }
        return looksLikeMarkdown(opening) ? .markdown : .plainText
    }

    /// HTML opens with a tag, or has several that only HTML has.
    private static func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
        let wanted: Set<String> = [
            "html", "head", "body", "title", "meta", "div", "p", "br", "a", "script", "article", "span", "table", "h1",
            "ul", "li", "section", "link", "style", "img", "main", "td", "tr", "h2", "strong", "em", "b", "i", "font",
        ]
        var found = 0
        var distinct: Set<String> = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            var start = index + 1
            if start < bytes.count, bytes[start] == UInt8(ascii: "/") { start += 1 }
            var end = start
            while end < bytes.count, end - start < 10, bytes[end].isASCIILetterOrDigit { end += 1 }
            let name = String(decoding: bytes[start..<end].map(\.lowercasedASCII), as: UTF8.self)
            index = max(end, index + 1)
            if start < bytes.count, bytes[start] == UInt8(ascii: "!"), opensDoctype(bytes, at: start) { return true }
            guard wanted.contains(name), end < bytes.count, bytes[end].closesTagName else { continue }
            if name == "html" || name == "body" || name == "head" { return true }
            found += 1
            distinct.insert(name)
            // Three tags of two kinds: a stray `<b>` in a text message is no page.
            if found >= 3 && distinct.count >= 2 || found >= 6 { return true }
        }
        return found > 0 && bytes.first { !$0.isASCIISpace } == UInt8(ascii: "<")
    }

    private static func opensDoctype(_ bytes: [UInt8], at index: Int) -> Bool {
        let word = Array("!doctype html".utf8)
        guard index + word.count <= bytes.count else { return false }
        return zip(bytes[index...], word).allSatisfy { $0.lowercasedASCII == $1 }
    }

    /// Markdown has at least two of: `# ` headings, `[text](url)` links, `**strong**`, fences.
    private static func looksLikeMarkdown(_ bytes: [UInt8]) -> Bool {
        var headings = 0
        var links = 0
        var strong = 0
        var atLineStart = true
        for index in bytes.indices {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            if atLineStart, byte == UInt8(ascii: "#"), next == UInt8(ascii: " ") || next == byte { headings += 1 }
            if byte == UInt8(ascii: "]"), next == UInt8(ascii: "(") { links += 1 }
            if byte == UInt8(ascii: "*"), next == byte { strong += 1 }
            atLineStart = byte == 0x0A
        }
        return (headings > 0 ? 1 : 0) + (links > 0 ? 1 : 0) + (strong > 1 ? 1 : 0) >= 2
    }
}
