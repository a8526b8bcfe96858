import Foundation
import Language

/// Lines that are a date and nothing else: "Published 14 March 2023, 6:40 am", "27. September 2023, 21:14 Uhr".
enum DateLine {
    private static let words = Set(WordList(named: "date-line-words", in: .module).words)
    /// Words of the list that say what a date is: `published` or `updated`.
    private static let kinds: [String: Clue] = {
        var kinds: [String: Clue] = [:]
        for entry in WordList(named: "date-line-words", in: .module).entries where entry.count == 2 {
            kinds[entry[0]] = entry[1] == "updated" ? .lineUpdated : .linePublished
        }
        return kinds
    }()

    /// Opens the word list. Idempotent.
    static func warmUp() { _ = (words, kinds) }

    /// What a line says its date to be, `lineUpdated` or `linePublished`; nil where it says neither.
    static func kind(of text: String) -> Clue? {
        for word in text.comparable.split(separator: " ") {
            if let kind = kinds[String(word)] { return kind }
        }
        return nil
    }

    /// Whether a word with a capital says what a date is: "Updated", "Published".
    static func isKind(_ word: Substring) -> Bool {
        word.first?.isUppercase == true && kinds[String(word).comparable] != nil
    }

    /// A line's parts, each with a date and what is said of it: "March 1, 2024. Updated: March 3, 2024" has two. A word
    /// that says what a date is opens a part where a number stood before it.
    static func parts(of text: String) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        var hasNumber = false
        for word in text.split(separator: " ") {
            if hasNumber, kinds[String(word).comparable] != nil {
                parts.append(text[start..<word.startIndex])
                start = word.startIndex
                hasNumber = false
            }
            hasNumber = hasNumber || word.contains(where: \.isNumber)
        }
        return parts + [text[start...]]
    }

    /// The date of such a line, ISO 8601, or nil. Lines of more than 100 bytes are none.
    static func date(in text: String, dayFirst: Bool) -> String? {
        isPart(text) ? DateReader.date(in: text, dayFirst: dayFirst) : nil
    }

    /// Whether a text has only words of dates, one with a digit among them.
    static func isPart(_ text: String) -> Bool {
        guard text.utf8.count <= 100 else { return false }
        let parts = text.comparable.split(separator: " ")
        return parts.contains { $0.first?.isNumber == true } && parts.allSatisfy { isPlain(String($0)) }
    }

    /// Whether a text is one word of dates: a weekday, a month, "updated".
    static func isWord(_ text: String) -> Bool {
        let word = text.comparable
        return words.contains(word) || DateReader.isMonth(word)
    }

    /// A number, with an ordinal's ending or as "21h14"; a month; a word of the list.
    private static func isPlain(_ word: String) -> Bool {
        // "2024年10月2日", "10월": numbers with the signs of year, month, day and hour.
        if word.contains(where: { $0.isNumber }), word.allSatisfy({ $0.isNumber || "年月日時时分秒년월일시분초".contains($0) }) {
            return true
        }
        let rest = word.drop { $0.isASCII && $0.isNumber }
        if rest.count < word.count {
            return ["", "st", "nd", "rd", "th", "er", "am", "pm", "h", "t", "z", "uhr"].contains(rest)
                || ((rest.first == "h" || rest.first == "t")
                    && rest.dropFirst().allSatisfy { $0.isNumber || $0 == "z" })
        }
        return words.contains(word) || DateReader.isMonth(word)
    }
}
