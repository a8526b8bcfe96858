/// How the lines of a text were wrapped, where they were: to what width, and which line ends are meant all the same.
struct TextWrapping {
    /// The usual width of the lines, in code points.
    let width: Int

    /// Lines that are looked at.
    private static let limit = 2000
    /// The widths that people and machines wrap at: old wires at 60 to 70, mail at 72 to 78 (RFC 5322), editors at up to 132.
    private static let widths = 40...200

    /// The wrapping of some lines; nil where line ends are meant. Of the text in lines that another follows at once, three
    /// fifths must stand in lines that the next line's first word would hardly have fitted into. Linear.
    init?(_ lines: [Substring]) {
        var followed: [(length: Int, reach: Int)] = []
        var ended = 0
        var lengths: [Int] = []
        var previous: Int?
        var isEnded = false
        for line in lines.prefix(Self.limit) {
            let folded = line.drop { $0.isWhitespace }
            let length = folded.unicodeScalars.count
            guard length > 0 else {
                previous = nil
                continue
            }
            if let previous { followed.append((previous, previous + 1 + Self.firstWord(of: folded))) }
            if previous != nil, isEnded { ended += 1 }
            isEnded = folded.last { !$0.isWhitespace }.map { ".!?。！？।\"”»".contains($0) } ?? false
            previous = line.unicodeScalars.count
            lengths.append(length)
        }
        // Where half of the lines end as sentences do, each is a paragraph; of wrapped lines hardly one in five does.
        guard followed.count >= 3, ended * 2 < followed.count else { return nil }
        let total = followed.reduce(0) { $0 + $1.length }
        // The width that all but a twentieth of the text keeps: one long address does not make it.
        var seen = 0
        var width = 0
        for line in followed.sorted(by: { $0.length < $1.length }) where seen * 20 < total * 19 {
            seen += line.length
            width = line.length
        }
        guard Self.widths.contains(width) else { return nil }
        // People wrap by eye: an eighth of the width is their slack.
        let full = followed.filter { $0.reach * 8 >= width * 7 }.reduce(0) { $0 + $1.length }
        guard full * 5 >= total * 3 else { return nil }
        // Where much of the text stands in lines that are longer by far, those that follow each other are lists.
        let longer = lengths.filter { $0 * 4 > width * 5 }.reduce(0, +)
        guard longer * 5 <= lengths.reduce(0, +) else { return nil }
        self.width = width
    }

    /// Whether a line end is meant: the next line's first word would have stood well inside the width (three quarters
    /// leave room for long words that wrapping kept together), the next line is set in further, or it is an item of a list.
    func isBroken(_ line: String, _ indent: Int, _ next: String, _ nextIndent: Int) -> Bool {
        if nextIndent >= 2, nextIndent > indent, !Self.isBullet(line) { return true }
        if Self.isBullet(next), Self.isBullet(line) || line.hasSuffix(":") { return true }
        let reach = indent + line.unicodeScalars.count + 1 + Self.firstWord(of: next[...])
        return !line.hasSuffix("-") && reach * 4 < width * 3
    }

    private static func firstWord(of line: Substring) -> Int {
        isUnspaced(line.unicodeScalars.first) ? 1 : line.unicodeScalars.prefix { $0 != " " }.count
    }

    /// The columns of white space before a line; a tab counts four.
    static func indent(of line: Substring) -> Int {
        var columns = 0
        for character in line {
            if character == "\t" { columns += 4 } else if character.isWhitespace { columns += 1 } else { break }
        }
        return columns
    }

    /// Whether a line opens as an item of a list does.
    static func isBullet(_ text: String) -> Bool {
        text.hasPrefix("• ") || text.hasPrefix("* ") || text.hasPrefix("- ")
    }

    /// Whether a character belongs to a script that writes without spaces: kana, ideographs, their punctuation.
    static func isUnspaced(_ scalar: Unicode.Scalar?) -> Bool {
        guard let value = scalar?.value else { return false }
        return (0x3001...0x30FF).contains(value) || (0x3400...0x9FFF).contains(value)
            || (0xFF01...0xFF60).contains(value)
    }
}
