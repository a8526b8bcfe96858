import Records

/// Tells paragraphs of prose from the lines around them.
enum TextProse {
    /// Code points that make any paragraph prose: headlines are shorter.
    private static let long = 140
    /// Code points and words that make a paragraph prose if it ends as a sentence does.
    private static let short = 40
    private static let fewestWords = 6
    /// Ends of sentences. A question of one line may be a headline.
    private static let stops: Set<Character> = [
        ".", "!", "…", "。", "！", "？", "।", "؟", "\"", "”", "»", "“", "’", ")", "」",
    ]

    /// Whether a paragraph is prose. Linear in it.
    static func isProse(_ paragraph: TextLines.Paragraph) -> Bool {
        if paragraph.isEmphasised { return false }
        switch paragraph.kind {
        case .heading: return false
        case .table, .preformatted, .quote: return true
        default: break
        }
        let text = paragraph.text
        // A character of a script without spaces says as much as three letters.
        let weight = text.unicodeScalars.reduce(0) { $0 + (TextWrapping.isUnspaced($1) ? 3 : 1) }
        if weight >= long { return true }
        guard let last = text.last, weight >= short else { return false }
        if last == "?" { return weight * 2 >= long }
        guard stops.contains(last) else { return false }
        return TextWrapping.isUnspaced(text.unicodeScalars.first) || text.split(separator: " ").count >= fewestWords
    }

    /// Whether a line is short parts between bars and nothing else: the navigation of a page.
    static func isBar(_ text: String) -> Bool {
        let parts = text.replacing(" / ", with: "|").split { "|•·»›".contains($0) }
        return text.utf8.count <= 300 && parts.count >= 2
            && parts.allSatisfy { $0.split(separator: " ").count <= 4 && !$0.contains { $0.isNumber } }
    }
}
