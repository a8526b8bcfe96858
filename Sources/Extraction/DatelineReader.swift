import Foundation
import Language
import Records

/// Reads the dateline that opens a report: `KYIV, Ukraine, Oct 3 (Reuters) —`.
enum DatelineReader {
    private static let names = Set(WordList(named: "agencies", in: .module).words)
    /// What ends a dateline.
    private static let dashes: [Unicode.Scalar] = ["—", "–", "-", ":"]

    /// A place in capitals has at most so many words ("SAINT-JEAN DE LUZ"); a longer line is a heading ("THE POINT OF THE DAY —").
    private static let mostWords = 4

    /// The dateline of a text, or nil. Reads its first 120 code points: of characters any one may be as long as the text.
    static func dateline(of text: String) -> Dateline? {
        let opening = Array(text.unicodeScalars.prefix(120))
        guard let first = opening.first, Character(first).isUppercase else { return nil }
        for (index, scalar) in opening.enumerated() {
            if scalar == "\n" || scalar == "\"" || scalar == "“" { return nil }
            guard dashes.contains(scalar), index >= 3 else { continue }
            let isParted = opening[index - 1] == " " || opening[index - 1] == ")" || scalar != "-"
            guard isParted, index + 1 < opening.count, opening[index + 1] == " " else { continue }
            var passage = String.UnicodeScalarView()
            passage.append(contentsOf: opening[..<index])
            return reading(String(passage), mark: scalar)
        }
        return nil
    }

    /// A passage as a dateline: a place in capitals, or an agency in brackets.
    private static func reading(_ passage: String, mark: Unicode.Scalar) -> Dateline? {
        let body = passage.trimmingTail()
        let agency = agency(in: body)
        let place = body.prefix { $0 != "," && $0 != "(" && $0 != "/" && $0 != "." }.description.trimmingTail()
        let letters = place.filter(\.isLetter)
        let isCapital = letters.count >= 3 && letters == letters.uppercased() && letters != letters.lowercased()
        let isPlace = isCapital && place.split(separator: " ").count <= mostWords
        guard isPlace || agency != nil, mark != ":" || agency != nil else { return nil }
        guard body.split(separator: " ").count <= 10, place.count <= 40, !place.isEmpty else { return nil }
        let date = DateReader.date(in: body, dayFirst: true)
        let count = body.unicodeScalars.count
        return Dateline(
            range: TextRange(0, count), text: body, agency: agency, date: date.map { String($0.prefix(10)) })
    }

    private static func agency(in body: String) -> String? {
        guard let open = body.lastIndex(of: "("), let close = body[open...].firstIndex(of: ")") else { return nil }
        let inner = String(body[body.index(after: open)..<close])
        return names.contains(inner.comparable) ? inner : nil
    }
}

extension String {
    /// Without white space at its end.
    fileprivate func trimmingTail() -> String {
        var text = self
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
