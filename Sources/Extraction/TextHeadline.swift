/// Finds the headline among the lines before a text's first prose.
struct TextHeadline {
    private let paragraphs: [TextLines.Paragraph]
    /// The lines before the first prose that no rule takes.
    private let lines: [Int]
    /// Those of them that are bylines and dates.
    private let anchors: Set<Int>

    /// Words of a headline; below four a line may as well name a section or the site.
    private static let words = 3...20
    private static let sureWords = 4
    /// Code points of a headline.
    private static let longest = 140
    /// Lines between a headline and its byline: the standfirst.
    private static let between = 2

    /// A chooser among some lines.
    init(_ paragraphs: [TextLines.Paragraph], lines: [Int], anchors: Set<Int>) {
        self.paragraphs = paragraphs
        self.lines = lines
        self.anchors = anchors
    }

    /// The headline's paragraph, or nil: the first heading of Markdown; what stands right above byline or date; the first line
    /// of four words and more; the very first line.
    var index: Int? {
        if let heading = lines.first(where: { paragraphs[$0].kind == .heading }) { return heading }
        for anchor in lines where anchors.contains(anchor) {
            if let found = above(anchor) { return found }
        }
        let open = lines.filter { !anchors.contains($0) && isCandidate($0) }
        if let first = open.first(where: { words($0) >= Self.sureWords && beginsBlock($0) }) { return first }
        return open.first == lines.first ? open.first : nil
    }

    /// The line above an anchor; the one above that where the first reads like a standfirst.
    private func above(_ anchor: Int) -> Int? {
        let candidates = lines.filter { $0 < anchor && !anchors.contains($0) }.suffix(Self.between)
            .filter { isCandidate($0) }
        guard let near = candidates.last else { return nil }
        guard let far = candidates.first, far != near, beginsBlock(far), words(far) >= Self.sureWords,
            paragraphs[near].text.count > paragraphs[far].text.count
        else { return near }
        return far
    }

    private func words(_ index: Int) -> Int {
        let text = paragraphs[index].text
        // Three characters of a script without spaces make a word and a half.
        let unspaced = text.unicodeScalars.count { TextWrapping.isUnspaced($0) }
        return max(text.split(separator: " ").count, unspaced / 2)
    }

    private func isCandidate(_ index: Int) -> Bool {
        let paragraph = paragraphs[index]
        guard paragraph.kind == .paragraph, paragraph.lines <= 2, Self.words.contains(words(index)),
            paragraph.text.count <= Self.longest, let last = paragraph.text.last
        else { return false }
        return !".,;:".contains(last) && !TextProse.isBar(paragraph.text) && !paragraph.text.contains("@")
    }

    /// Whether a blank line, or nothing, stands before a paragraph.
    private func beginsBlock(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        return paragraphs[index - 1].line + paragraphs[index - 1].lines < paragraphs[index].line
    }
}
