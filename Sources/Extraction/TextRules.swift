import Foundation
import Language
import Records

/// What of a plain text is not the article.
struct TextRules {
    /// The rule each paragraph falls under, or nil.
    private(set) var verdicts: [String?]
    private let paragraphs: [TextLines.Paragraph]
    private let isProse: [Bool]

    /// Lines of texts alone: e-mail footers, forms, contacts of press releases, what a pasted page begins and ends with.
    static let lines = BoilerplateLines(named: "text-lines")

    /// Lines that a form's or a list's lines follow without a blank line between.
    private static let headings: Set<String> = ["related", "newsletter", "contact", "author-note", "share", "follow"]

    /// Opens the word list. Idempotent.
    static func warmUp() { _ = lines }

    /// The rule each paragraph falls under, or nil. Linear.
    static func verdicts(_ paragraphs: [TextLines.Paragraph]) -> [String?] {
        var rules = TextRules(paragraphs)
        rules.endArticle()
        rules.takeBlocks()
        rules.takeEnd()
        return rules.verdicts
    }

    private init(_ paragraphs: [TextLines.Paragraph]) {
        self.paragraphs = paragraphs
        verdicts = paragraphs.map(Self.rule)
        isProse = paragraphs.map(TextProse.isProse)
    }

    private static func rule(for paragraph: TextLines.Paragraph) -> String? {
        if paragraph.isLinks { return "navigation" }
        let comparable = paragraph.text.comparable
        if comparable.isEmpty { return paragraph.text.hasPrefix("#") ? "end" : "no-words" }
        if let rule = BoilerplateLines.standard.rule(for: paragraph.text, comparable: comparable) { return rule }
        if let rule = lines.rule(for: paragraph.text, comparable: comparable) { return rule }
        if let rule = CreditLine.rule(for: paragraph.text) { return rule }
        if isCommentCount(comparable) { return "comments" }
        return isAddress(paragraph.text) ? "contact" : nil
    }

    /// "3 Comments", "0 comment", "12 Kommentare".
    private static func isCommentCount(_ comparable: String) -> Bool {
        let words = comparable.split(separator: " ")
        guard words.count == 2, Int(words[0]) != nil else { return false }
        return BoilerplateLines.standard.rule(for: String(words[1]), comparable: String(words[1])) == "comments"
    }

    /// A mail address alone, or what an agency sets in two pairs of brackets.
    private static func isAddress(_ text: String) -> Bool {
        if text.hasPrefix("(("), text.hasSuffix("))") { return true }
        let words = text.split(separator: " ")
        guard words.count == 1, let at = text.firstIndex(of: "@") else { return false }
        return at != text.startIndex && text[at...].contains(".")
    }

    /// Where comments begin, or an end mark stands, the article has ended. In a text's first third such a line is a button, and an
    /// end mark counts in the second half only.
    private mutating func endArticle() {
        for index in verdicts.indices {
            let isOver =
                (verdicts[index] == "comments" && index * 3 > paragraphs.count)
                || (verdicts[index] == "end" && index * 2 >= paragraphs.count)
            guard isOver, let rule = verdicts[index] else { continue }
            for later in verdicts.indices[index...] { verdicts[later] = rule }
            return
        }
    }

    /// A heading such as "More on this story" takes the lines below it up to the next blank line or the next prose; a note on the
    /// author takes two of prose.
    private mutating func takeBlocks() {
        var rule: String?
        var prose = 0
        for index in verdicts.indices {
            let isBelow =
                index > 0 && paragraphs[index - 1].line + paragraphs[index - 1].lines == paragraphs[index].line
            if let own = verdicts[index] {
                rule = Self.headings.contains(own) ? own : nil
                prose = own == "author-note" && !isBelow ? 2 : 0
            } else if isBelow, let rule, !isProse[index] || prose > 0 {
                verdicts[index] = rule
                if isProse[index] { prose -= 1 }
            } else {
                rule = nil
            }
        }
    }

    /// Behind the last prose, what follows the first line that falls under a rule is of its kind; so are bars of links.
    private mutating func takeEnd() {
        guard let last = verdicts.indices.last(where: { verdicts[$0] == nil && isProse[$0] }) else { return }
        var rule: String?
        for index in verdicts.indices[(last + 1)...] {
            if verdicts[index] == nil, TextProse.isBar(paragraphs[index].text) { verdicts[index] = "navigation" }
            if let own = verdicts[index] { rule = rule ?? own } else if let rule { verdicts[index] = rule }
        }
    }
}
