import Markup

/// Names that stand on lines of their own: beside the headline, right above the text, or below it.
struct BareNames {
    /// A name, and where it stands.
    struct Found {
        var text: String
        var clue: Clue
        var passage: Int
        /// Whether the next passage is a paragraph: a name that stands alone above the text is its author's.
        var opensText: Bool
    }

    /// What was found, in document order.
    private(set) var found: [Found] = []
    private let head: ArticleHead

    /// Bytes of such lines: one name; above the text, several.
    private static let widths = (one: 5...60, several: 5...90)
    /// Bytes of a paragraph, as `PageMargins` counts them.
    private static let paragraph = 80

    /// Looks around a page's text; nothing is found where one of `barred` stands around. Linear in the passages looked at.
    init(_ head: ArticleHead, barred: Passage.Surroundings) {
        self.head = head
        let margins = head.margins
        for index in margins.above where index != head.headline { look(at: index, isAbove: true, barred) }
        for index in margins.below where index != head.headline { look(at: index, isAbove: false, barred) }
    }

    private mutating func look(at index: Int, isAbove: Bool, _ barred: Passage.Surroundings) {
        let passage = head.list.passages[index]
        guard Self.widths.several.contains(passage.text.count), passage.surroundings.isDisjoint(with: barred),
            Self.mayBeBare(head.list.bytes(passage))
        else { return }
        let opensText = isAbove && standsAboveParagraph(index)
        let line = head.list.string(passage)
        let names = opensText ? Self.names(in: line) : []
        if names.count > 1 {
            for name in names { add(name, index, isAbove: true, opensText: true) }
        } else if Self.widths.one.contains(passage.text.count), let name = Self.name(in: line) {
            // "Ana Roth, who mapped the dark, dies at 91" is no name.
            add(name, index, isAbove: isAbove, opensText: opensText && Self.isWhole(name, in: line))
        }
    }

    private mutating func add(_ name: String, _ index: Int, isAbove: Bool, opensText: Bool) {
        let isNamed = BylineNames.givenNames.contains(name.prefix { $0 != " " }.lowercased())
        guard isAbove || isNamed else { return }
        let clue: Clue = isAbove ? (isNamed ? .bareName : .bareWords) : .bareNameAtEnd
        let passage = head.list.passages[index]
        let isEmphasised = max(passage.strongBytes, passage.emphasisBytes) * 10 >= passage.text.count * 9
        found.append(Found(text: name, clue: clue, passage: index, opensText: opensText && (isNamed || isEmphasised)))
    }

    private func standsAboveParagraph(_ index: Int) -> Bool {
        guard index + 1 < head.list.passages.count else { return false }
        let (own, next) = (head.list.passages[index], head.list.passages[index + 1])
        return own.element.headingLevel == nil && next.element == own.element
            && next.text.count >= Self.paragraph && next.linkBytes * 2 < next.text.count
    }

    /// The name that a line is, or opens with before one of the marks that part lines, behind a date or at its front.
    private static func name(in line: String) -> String? {
        let parts = line.split { ",|•·\n".contains($0) }.prefix(3).map { String($0).folded }
        guard let first = parts.first else { return nil }
        if BylineNames.isBare(first) { return first }
        // "Dec 26, 2025 • Ana Roth in Health": what follows a date may go on.
        guard parts.count > 1, let end = parts.firstIndex(where: { !DateLine.isPart($0) }), end > 0 else { return nil }
        let name = BylineNames.nameAlone(parts[end])
        return BylineNames.isBare(name) ? name : nil
    }

    /// Whether a line is a name and nothing else but a date.
    private static func isWhole(_ name: String, in line: String) -> Bool {
        line.split { ",|•·\n".contains($0) }.map { String($0).folded }.allSatisfy {
            $0.hasPrefix(name) || DateLine.isPart($0)
        }
    }

    /// The names of a line that is nothing else: "Ana Roth/Bo Ek", "Ana Roth and Bo Ek"; none of another line.
    private static func names(in line: String) -> [String] {
        let pieces = BylineNames.pieces(of: line)
        return pieces.allSatisfy(BylineNames.isBare) ? pieces : []
    }

    /// Whether a line may open with two words with capitals or a date, as far as its first byte that is neither blank nor mark
    /// tells.
    private static func mayBeBare(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.contains(where: { $0 <= 0x20 || $0 >= 0x80 }) else { return false }
        for byte in line where byte != 0x20 && byte != UInt8(ascii: ",") && byte != UInt8(ascii: "|") && byte != 0x0A {
            return byte >= 0x80 || byte.isASCIIDigit || byte.isASCIILetter && byte & 0x20 == 0 || byte < 0x20
        }
        return false
    }
}
