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

    /// The date of such a line, ISO 8601, or nil. Lines of more than 100 bytes are none.
    static func date(in text: String, dayFirst: Bool) -> String? {
        isPart(text) ? DateReader.date(in: text, dayFirst: dayFirst) : nil
    }

    /// Whether a text has only words of dates, one with a digit among them.
    static func isPart(_ text: String) -> Bool {
        guard text.utf8.count <= 100 else { return false }
        let parts = text.comparable.split(separator: " ")
        return parts.contains { $0.first?.isNumber == true } && parts.allSatisfy { isWord(String($0)) }
    }

    /// A number, with an ordinal's ending or as "21h14"; a month; a word of the list.
    private static func isWord(_ word: String) -> Bool {
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
