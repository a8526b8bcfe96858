import Records

/// Bytes read as UTF-8 in some character set.
struct DecodedText {
    /// Valid UTF-8, without a byte order mark, without NUL and without piles of combining marks.
    var utf8: [UInt8]
    /// The character set the bytes were read in.
    var characterSet: CharacterSet
    /// What was odd.
    var notices: [Notice] = []
    /// Combining marks that were dropped, because no letter has so many.
    var droppedMarks = 0

    /// Reads bytes in the first of these that fits: byte order mark, NUL pattern of UTF-16, strict UTF-8, the label
    /// somebody gave, what uchardet guesses. Linear in the bytes.
    init(reading bytes: [UInt8], label: String?) {
        let declared = label.flatMap(CharacterSet.named)
        let opening = Self.opening(of: bytes)
        if let (set, width) = opening {
            self.init(Array(bytes.dropFirst(width)), in: set)
        } else if Self.isEscaped(bytes, declared: declared) {
            self.init(bytes, in: .iso2022JP)
        } else if let report = UTF8Report(bytes), report.invalid == 0 {
            self.init(utf8: bytes, characterSet: .utf8)
            if report.sequences > 0, let declared, declared != .utf8, !declared.converter.hasPrefix("UTF-16") {
                noteMislabelled(as: declared)
            }
        } else {
            self.init(legacy: bytes, declared: declared)
        }
        if characterSet == .utf8 { mendDoubled() }
        dropNULs()
        cutMarkPiles()
    }

    private init(utf8: [UInt8], characterSet: CharacterSet) {
        self.utf8 = utf8
        self.characterSet = characterSet
    }

    /// Bytes in a known character set, with replacements where they have no meaning.
    private init(_ bytes: [UInt8], in set: CharacterSet) {
        let (utf8, replaced) = Self.decode(bytes, in: set)
        self.init(utf8: utf8, characterSet: set)
        if replaced > 0 { noteReplaced(replaced) }
    }

    private static func decode(_ bytes: [UInt8], in set: CharacterSet) -> (utf8: [UInt8], replaced: Int) {
        if set == .windows1252 { return (Windows1252.utf8(of: bytes), 0) }
        if set == .utf8 {
            let report = UTF8Report(bytes)
            return report.map { $0.invalid == 0 } == true
                ? (bytes, 0) : (Array(String(decoding: bytes, as: UTF8.self).utf8), report?.invalid ?? 0)
        }
        if let table = SingleByteSet.named(set.converter) { return table.utf8(of: bytes) }
        return ConverterShelf.utf8(of: bytes, from: set.converter) ?? (Windows1252.utf8(of: bytes), 0)
    }

    /// Bytes that are no valid UTF-8.
    private init(legacy bytes: [UInt8], declared: CharacterSet?) {
        let report = UTF8Report(bytes) ?? UTF8Report(sequences: 0, invalid: bytes.count)
        let label = declared.map { $0.converter.hasPrefix("UTF-16") ? CharacterSet.utf8 : $0 }
        // A few broken places in much good UTF-8 (a cut file, a pasted byte): a legacy text has hardly ever one valid
        // sequence for an invalid byte, so 2 to 1 is on the safe side; 20 to 1 against a label that says otherwise.
        let isDamagedUTF8 = report.sequences >= report.invalid * (label == nil || label == .utf8 ? 2 : 20)
        if isDamagedUTF8, report.sequences > 0 {
            self.init(bytes, in: .utf8)
            if let label, label != .utf8 { noteMislabelled(as: label) }
            return
        }
        if let label, label != .utf8 {
            let (utf8, replaced) = Self.decode(bytes, in: label)
            // Above one meaningless place in a hundred bytes that are not ASCII the label is wrong.
            let foreign = bytes.reduce(0) { $0 + ($1 >= 0x80 ? 1 : 0) }
            if replaced * 100 <= foreign || replaced <= 2 {
                self.init(utf8: utf8, characterSet: label)
                if replaced > 0 { noteReplaced(replaced) }
                return
            }
        }
        self.init(bytes, in: EncodingGuess.characterSet(of: bytes))
        if let label { noteMislabelled(as: label) }
        notices.append(
            Notice(
                code: "encoding-guessed",
                message: "no reliable label; the bytes were read as \(characterSet.name)"))
    }

    private mutating func noteMislabelled(as label: CharacterSet) {
        notices.append(
            Notice(
                code: "encoding-mislabelled",
                message: "the label says \(label.name), the bytes are \(characterSet.name)"))
    }

    private mutating func noteReplaced(_ count: Int) {
        notices.append(
            Notice(
                code: "encoding-replaced",
                message: "\(count) place(s) mean nothing in \(characterSet.name) and became U+FFFD"))
    }

    private mutating func mendDoubled() {
        guard let mended = DoubledUTF8.mended(utf8) else { return }
        utf8 = mended
        notices.append(DoubledUTF8.notice)
    }

    private mutating func dropNULs() {
        guard utf8.position(of: 0, from: 0) != nil else { return }
        utf8.removeAll { $0 == 0 }
        notices.append(Notice(code: "nul-dropped", message: "NUL bytes were dropped"))
    }

    private mutating func cutMarkPiles() {
        guard let cut = MarkPiles.cut(utf8) else { return }
        (utf8, droppedMarks) = cut
    }
}

extension DecodedText {
    /// The character set a byte order mark or UTF-16's NUL pattern tells, and how many bytes the mark has.
    static func opening(of bytes: [UInt8]) -> (set: CharacterSet, width: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BE, 2) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LE, 2) }
        let sample = bytes.prefix(4096)
        var even = 0
        var odd = 0
        for (index, byte) in sample.enumerated() where byte == 0 { if index & 1 == 0 { even += 1 } else { odd += 1 } }
        // ASCII markup in UTF-16 has a NUL in every pair; a third of the pairs is enough, and hardly one on the
        // other side.
        let pairs = sample.count / 2
        guard pairs >= 4, even + odd > 0 else { return nil }
        if odd * 3 > pairs, even * 20 < odd { return (.utf16LE, 0) }
        if even * 3 > pairs, odd * 20 < even { return (.utf16BE, 0) }
        return nil
    }

    /// Whether bytes are ISO-2022-JP, which is valid ASCII and so would pass as UTF-8: it shifts by ESC $ and back by
    /// ESC (.
    private static func isEscaped(_ bytes: [UInt8], declared: CharacterSet?) -> Bool {
        guard declared == nil || declared == .iso2022JP else { return false }
        guard let escape = bytes.firstIndex(of: 0x1B), escape + 2 < bytes.count else { return false }
        return bytes[escape + 1] == UInt8(ascii: "$")
            && (bytes[escape + 2] == UInt8(ascii: "B") || bytes[escape + 2] == UInt8(ascii: "@"))
    }
}
