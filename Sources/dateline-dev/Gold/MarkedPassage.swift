import Foundation
import Records

/// A short text in whose own lines people, organisations and places are marked, with what is true of them. The form is
/// told in `docs/evaluation.md`.
struct MarkedPassage: Equatable {
    /// A marked stretch and the number of what it means; nil where it must be linked to nothing.
    struct Mark: Equatable {
        var number: Int?
        var range: TextRange
    }

    /// An office a person holds or held.
    struct Office: Equatable {
        var title: String
        /// The number of the organisation or place it belongs to.
        var organization: Int?
        /// The organisation's name, where the passage does not mark it.
        var organizationName: String?
        var isFormer = false
    }

    /// What is true of what a number means.
    struct Subject: Equatable {
        var type: Entity.Kind
        var country: String?
        var offices: [Office] = []
        var age: Int?
    }

    /// What was wrong with a file.
    enum Fault: Error, Equatable, CustomStringConvertible {
        case malformed(line: Int, String)

        var description: String {
            switch self {
            case .malformed(let line, let what): "line \(line) of the marked passages: \(what)"
            }
        }
    }

    var id: String
    var headline: String?
    var text = ""
    var marks: [Mark] = []
    /// By number.
    var subjects: [Int: Subject] = [:]
    /// Numbers, what the passage is most about first.
    var order: [Int] = []

    /// The passages of a file, in order. Linear in the text.
    static func passages(in file: String) throws(Fault) -> [MarkedPassage] {
        var passages: [MarkedPassage] = []
        for (index, line) in file.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard !line.isEmpty, !line.hasPrefix("# ") || passages.last?.text.isEmpty == true else { continue }
            if line.hasPrefix("= ") {
                passages.append(MarkedPassage(id: String(line.dropFirst(2))))
                continue
            }
            guard !passages.isEmpty else { throw .malformed(line: index + 1, "stands before the first \"= name\"") }
            do throws(Reason) {
                try passages[passages.count - 1].read(String(line))
            } catch {
                throw .malformed(line: index + 1, error.text)
            }
        }
        return passages
    }

    private struct Reason: Error { var text: String }

    private mutating func read(_ line: String) throws(Reason) {
        if line.hasPrefix("# ") {
            headline = String(line.dropFirst(2))
        } else if line.hasPrefix("- ") {
            try readSubject(String(line.dropFirst(2)))
        } else if line.hasPrefix("> ") {
            order = line.dropFirst(2).split(separator: " ").compactMap { Int($0) }
        } else {
            try readText(line)
        }
    }

    /// A line of text is a paragraph.
    private mutating func readText(_ line: String) throws(Reason) {
        var scalars = text.isEmpty ? [] : Array((text + "\n\n").unicodeScalars)
        var rest = Array(line.unicodeScalars)[...]
        var open: (number: Int?, start: Int)?
        while let scalar = rest.popFirst() {
            if scalar == "{" {
                let name = rest.prefix { $0 != ":" }
                rest = rest.dropFirst(name.count + 1)
                let label = String(String.UnicodeScalarView(name))
                guard open == nil, label == "-" || Int(label) != nil else {
                    throw Reason(text: "a mark is {NUMBER:words} or {-:words}")
                }
                open = (Int(label), scalars.count)
            } else if scalar == "}" {
                guard let mark = open else { throw Reason(text: "} without {") }
                marks.append(Mark(number: mark.number, range: TextRange(mark.start, scalars.count)))
                open = nil
            } else {
                scalars.append(scalar)
            }
        }
        guard open == nil else { throw Reason(text: "{ without }") }
        text = String(String.UnicodeScalarView(scalars))
    }

    /// "1 person | former president @2 | age 70", "3 place KE".
    private mutating func readSubject(_ line: String) throws(Reason) {
        let fields = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        let words = (fields.first ?? "").split(separator: " ").map(String.init)
        guard words.count > 1, let number = Int(words[0]), let type = Entity.Kind(rawValue: words[1]) else {
            throw Reason(text: "expected \"- NUMBER TYPE\"")
        }
        var subject = Subject(type: type, country: words.count > 2 ? words[2] : nil)
        for field in fields.dropFirst() {
            if field.hasPrefix("age "), let age = Int(field.dropFirst(4)) {
                subject.age = age
            } else {
                subject.offices.append(Self.office(field))
            }
        }
        subjects[number] = subject
    }

    private static func office(_ field: String) -> Office {
        let isFormer = field.hasPrefix("former ")
        let parts = (isFormer ? String(field.dropFirst(7)) : field).split(separator: "@", maxSplits: 1)
        var office = Office(title: (parts.first ?? "").trimmingCharacters(in: .whitespaces), isFormer: isFormer)
        guard parts.count > 1 else { return office }
        let owner = parts[1].trimmingCharacters(in: .whitespaces)
        office.organization = Int(owner)
        if office.organization == nil { office.organizationName = owner }
        return office
    }
}
