import Foundation
import Language
import Records

/// What of a plain text is not the article.
enum TextRules {
    /// The rule each paragraph falls under, or nil. A comment form takes all that follows it, because
    /// what readers wrote below is theirs. Linear.
    static func verdicts(_ paragraphs: [TextLines.Paragraph]) -> [String?] {
        var verdicts: [String?] = []
        var isOver: String?
        for paragraph in paragraphs {
            if let isOver {
                verdicts.append(isOver)
                continue
            }
            let verdict = rule(for: paragraph)
            // Where comments begin the article has ended; in its first third such a line is a button.
            if verdict == "comments", verdicts.count * 3 > paragraphs.count { isOver = verdict }
            verdicts.append(verdict)
        }
        return verdicts
    }

    private static func rule(for paragraph: TextLines.Paragraph) -> String? {
        let comparable = paragraph.text.comparable
        if comparable.isEmpty { return "no-words" }
        if let rule = BoilerplateLines.standard.rule(for: paragraph.text, comparable: comparable) { return rule }
        if let rule = CreditLine.rule(for: paragraph.text) { return rule }
        if isCommentCount(comparable) { return "comments" }
        return nil
    }

    /// "3 Comments", "0 comment".
    private static func isCommentCount(_ comparable: String) -> Bool {
        let words = comparable.split(separator: " ")
        return words.count == 2 && Int(words[0]) != nil && (words[1] == "comment" || words[1] == "comments")
    }
}
