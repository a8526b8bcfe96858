import Foundation
import Language
import Markup

/// Reads dates as pages write them. No calendar of the system is asked.
enum DateReader {
    /// Month by name or abbreviation, comparable, from the resource `months.txt`.
    private static let months: [String: Int] = {
        var table: [String: Int] = [:]
        for entry in WordList(named: "months", in: .module).entries where entry.count == 2 {
            table[entry[0]] = Int(entry[1])
        }
        return table
    }()

    /// The months' names of ASCII letters, as hashes.
    private static let plainMonths = WordSet(months.keys.map { FNV1a.hash(of: $0.utf8) })

    /// Whether a text may hold a month's name: in one of ASCII that name stands between what is no letter.
    private static func mayNameMonth(_ text: [UInt8]) -> Bool {
        var hash = FNV1a.offset
        for byte in text {
            if byte >= 0x80 { return true }
            if byte.isASCIILetterOrDigit {
                hash = FNV1a.extended(hash, byte.lowercasedASCII)
            } else {
                if plainMonths.contains(hash) { return true }
                hash = FNV1a.offset
            }
        }
        return plainMonths.contains(hash)
    }

    /// The month of which a word in comparable form is the name.
    static func month(_ word: String) -> Int? { months[word] }

    /// Whether a word in comparable form is a month's name.
    static func isMonth(_ word: String) -> Bool { months[word] != nil }

    /// Whether a text's first numeric date can only be read with the day first (true) or the month first (false): one of
    /// its numbers is more than 12. Nil where it can be read both ways, or there is none. 25.12.2024 tells nothing of 25/12.
    static func order(in text: String) -> Bool? {
        let bytes = Array(text.utf8.prefix(200))
        var index = 0
        while let date = nextNumericDate(bytes, from: &index) {
            guard date.mark != UInt8(ascii: "."), (date.first > 12) != (date.second > 12) else { continue }
            return date.first > 12
        }
        return nil
    }

    /// A date in numbers as it is written: two numbers of one or two digits and four digits, with one mark between them.
    private struct NumericDate {
        var first: Int
        var mark: UInt8
        var second: Int
        var year: Int
        /// The index behind its last digit.
        var end: Int
    }

    /// The next date in numbers from an index on, which is moved behind its first number; nil at the end. Linear over all
    /// calls.
    private static func nextNumericDate(_ bytes: [UInt8], from index: inout Int) -> NumericDate? {
        while index < bytes.count {
            guard bytes[index].isASCIIDigit, index == 0 || !bytes[index - 1].isASCIILetterOrDigit else {
                index += 1
                continue
            }
            let first = number(bytes, index)
            let mark = index + first.width
            index = max(mark, index + 1)
            guard (1...2).contains(first.width), mark < bytes.count, "./-".utf8.contains(bytes[mark]) else { continue }
            let second = number(bytes, mark + 1)
            let next = mark + 1 + second.width
            guard (1...2).contains(second.width), next < bytes.count, bytes[next] == bytes[mark] else { continue }
            let year = number(bytes, next + 1)
            guard year.width == 4 else { continue }
            return NumericDate(
                first: first.value, mark: bytes[mark], second: second.value, year: year.value, end: next + 5)
        }
        return nil
    }

    /// The first date in a text, ISO 8601: a day, or a day with time and, where the text gives one, zone. At most 200
    /// bytes are read. `dayFirst` settles 03/10/2024.
    static func date(in text: String, dayFirst: Bool) -> String? {
        let bytes = Array(text.utf8.prefix(200))
        if let found = isoDate(bytes) ?? ideographicDate(text) ?? numericDate(bytes, dayFirst: dayFirst) {
            return found
        }
        return mayNameMonth(bytes) ? namedDate(String(decoding: bytes, as: UTF8.self)) : nil
    }

    /// A day, if there is such a day between 1980 and 2100.
    static func day(_ year: Int, _ month: Int, _ day: Int) -> String? {
        guard (1980...2100).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard day <= lengths[month - 1] else { return nil }
        return "\(year)-\(padded(month))-\(padded(day))"
    }

    /// A number of at least two digits.
    static func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

    /// A run of digits from an index: its value and width; at most eight digits.
    static func number(_ bytes: [UInt8], _ index: Int) -> (value: Int, width: Int) {
        var value = 0
        var width = 0
        while index + width < bytes.count, width < 8, bytes[index + width].isASCIIDigit {
            value = value * 10 + Int(bytes[index + width] - 48)
            width += 1
        }
        return (value, width)
    }

    /// `2024-10-03`, `2024/10/03`, `20241003`, each with or without a time.
    private static func isoDate(_ bytes: [UInt8]) -> String? {
        var index = 0
        while index < bytes.count {
            guard bytes[index].isASCIIDigit, index == 0 || !bytes[index - 1].isASCIILetterOrDigit else {
                index += 1
                continue
            }
            let year = number(bytes, index)
            if year.width == 8, let day = day(year.value / 10000, year.value / 100 % 100, year.value % 100) {
                return day
            }
            let next = index + year.width
            if year.width == 4, next < bytes.count, "-/.".utf8.contains(bytes[next]) {
                let month = number(bytes, next + 1)
                let second = next + 1 + month.width
                if (1...2).contains(month.width), second < bytes.count, bytes[second] == bytes[next] {
                    let date = number(bytes, second + 1)
                    if (1...2).contains(date.width), let day = day(year.value, month.value, date.value) {
                        let mark = second + 1 + date.width
                        guard mark < bytes.count, bytes[mark] == UInt8(ascii: "T") || bytes[mark] == 0x20 else {
                            return day
                        }
                        return day + ClockReader.time(bytes, mark + 1)
                    }
                }
            }
            index = max(next, index + 1)
        }
        return nil
    }

    /// `2024年10月3日`, `2024년 10월 3일`.
    private static func ideographicDate(_ text: String) -> String? {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
        var values: [Int] = []
        var value: Int?
        for (offset, character) in text.prefix(60).enumerated() {
            if let digit = character.wholeNumberValue, character.isASCII {
                value = min(9999, (value ?? 0) * 10 + digit)
            } else if let known = value {
                guard "年月日년월일".contains(character) else {
                    value = nil
                    values = []
                    continue
                }
                values.append(known)
                value = nil
                if values.count == 3 {
                    return day(values[0], values[1], values[2]).map {
                        $0 + ClockReader.time(after: rest(of: text, offset))
                    }
                }
            }
        }
        return nil
    }

    /// What stands behind a character of a text.
    private static func rest(of text: String, _ offset: Int) -> Substring { text.dropFirst(offset + 1) }

    /// `03.10.2024`, `3/10/2024`, with or without a time; `03-10-24` is left alone.
    private static func numericDate(_ bytes: [UInt8], dayFirst: Bool) -> String? {
        var index = 0
        while let date = nextNumericDate(bytes, from: &index) {
            let isDayFirst = date.first > 12 || date.mark == UInt8(ascii: ".") || (dayFirst && date.second <= 12)
            let found =
                isDayFirst ? day(date.year, date.second, date.first) : day(date.year, date.first, date.second)
            if let found {
                return found + ClockReader.time(after: String(decoding: bytes[date.end...], as: UTF8.self)[...])
            }
        }
        return nil
    }

    /// `October 3, 2024`, `3 Oct 2024`, `Thu, 03 Oct 2024 11:22:33 +0000`, `3. Oktober 2024`, `3 de octubre de 2024`.
    private static func namedDate(_ text: String) -> String? {
        let words = text.split { !$0.isLetter && !$0.isNumber && $0 != ":" && $0 != "+" }.prefix(40)
        for (index, word) in words.enumerated() {
            guard let month = months[String(word).comparable] else { continue }
            let after = words[(index + 1)...].filter { !fillers.contains($0.lowercased()) }
            let before = words[..<index].filter { !fillers.contains($0.lowercased()) }
            let dayBefore = before.last.flatMap(dayNumber)
            let numbers = after.prefix(3)
            if let date = dayBefore, let word = numbers.first, let year = yearNumber(word),
                let found = day(year, month, date)
            {
                return found + ClockReader.time(after: text[word.endIndex...])
            }
            // "2024 Jun 30", as libraries cite.
            if let year = before.last.flatMap(yearNumber), let word = numbers.first, let date = dayNumber(word),
                let found = day(year, month, date)
            {
                return found
            }
            if numbers.count >= 2, let date = dayNumber(numbers[numbers.startIndex]),
                let year = yearNumber(numbers[numbers.startIndex + 1]), let found = day(year, month, date)
            {
                return found + ClockReader.time(after: text[numbers[numbers.startIndex + 1].endIndex...])
            }
        }
        return nil
    }

    private static let fillers: Set<String> = ["de", "of", "the", "del", "di", "do", "г", "року"]

    private static func dayNumber(_ word: Substring) -> Int? {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        let rest = word.dropFirst(digits.count).lowercased()
        guard ["", "st", "nd", "rd", "th", "er", "º"].contains(rest), digits.count <= 2 else { return nil }
        return Int(digits)
    }

    private static func yearNumber(_ word: Substring) -> Int? { word.count == 4 ? Int(word) : nil }
}
