import Foundation
import Records

/// A sentence in whose own line amounts and counts are marked. The form is told in `docs/evaluation.md`.
struct MarkedFigures: Equatable {
    /// What a mark says of its words.
    enum Kind: String, CaseIterable {
        case money, percent, measure, count
    }

    /// A marked stretch and what it says.
    struct Mark: Equatable {
        var range: TextRange
        var kind: Kind
        var value: Double
        var modifier: FigureModifier?
        /// The currency, the unit, or the object that is counted.
        var name: String?
        var category: String?
        /// The place in the line of the mark that gives the same sum in another currency, from 0.
        var equivalent: Int?
    }

    /// What was wrong with a file.
    struct Fault: Error, Equatable, CustomStringConvertible {
        var line: Int
        var reason: String

        var description: String { "line \(line) of the marked figures: \(reason)" }
    }

    /// The line in the file, from 1.
    var line: Int
    var text: String
    var marks: [Mark]

    /// The sentences of a file, in order; empty lines and lines that begin with # are none. Linear in the text.
    static func sentences(in file: String) throws(Fault) -> [MarkedFigures] {
        var sentences: [MarkedFigures] = []
        for (index, line) in file.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            guard let sentence = sentence(line, number: index + 1) else {
                throw Fault(
                    line: index + 1, reason: "a mark is {WORDS|KIND [min|max|approx] VALUE NAME: CATEGORY = MARK}")
            }
            sentences.append(sentence)
        }
        return sentences
    }

    private static func sentence(_ line: Substring, number: Int) -> MarkedFigures? {
        var sentence = MarkedFigures(line: number, text: "", marks: [])
        var rest = line
        while let open = rest.firstIndex(of: "{") {
            sentence.text += rest[..<open]
            guard let close = rest[open...].firstIndex(of: "}"), let bar = rest[open..<close].firstIndex(of: "|") else {
                return nil
            }
            let start = sentence.text.unicodeScalars.count
            sentence.text += rest[rest.index(after: open)..<bar]
            let range = TextRange(start, sentence.text.unicodeScalars.count)
            guard let mark = mark(rest[rest.index(after: bar)..<close], range) else { return nil }
            sentence.marks.append(mark)
            rest = rest[rest.index(after: close)...]
        }
        sentence.text += rest
        return sentence
    }

    /// "money approx 1.4e9 USD = 1", "count min 12 people: injured".
    private static func mark(_ label: Substring, _ range: TextRange) -> Mark? {
        var label = label
        var equivalent: Int?
        if let sign = label.range(of: " = ") {
            guard let place = Int(label[sign.upperBound...]), place > 0 else { return nil }
            equivalent = place - 1
            label = label[..<sign.lowerBound]
        }
        var category: String?
        if let colon = label.range(of: ": ") {
            category = String(label[colon.upperBound...])
            label = label[..<colon.lowerBound]
        }
        var words = label.split(separator: " ")[...]
        guard let kind = words.popFirst().flatMap({ Kind(rawValue: String($0)) }) else { return nil }
        let modifier = words.first.flatMap { FigureModifier(rawValue: String($0)) }
        if modifier != nil { words.removeFirst() }
        guard let value = words.popFirst().flatMap({ Double(String($0)) }) else { return nil }
        let name = words.isEmpty ? nil : words.joined(separator: " ")
        return Mark(
            range: range, kind: kind, value: value, modifier: modifier, name: name, category: category,
            equivalent: equivalent)
    }
}
