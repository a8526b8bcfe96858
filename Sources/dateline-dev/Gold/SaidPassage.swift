import Foundation
import Records

/// A short text in whose own lines quotations are marked: what is said, who says it, and by which word. The form is told
/// in `docs/evaluation.md`.
struct SaidPassage: Equatable {
    /// One quotation.
    struct Saying: Equatable {
        var kind = ""
        /// The cue's plain form, where the passage says it.
        var lemma: String?
        /// The name of the entity that speaks; empty where the speaker is to be linked to nobody, nil where it is not said.
        var entity: String?
        var content: [TextRange] = []
        var speaker: TextRange?
        var cue: TextRange?
    }

    /// What was wrong with a file.
    enum Fault: Error, Equatable, CustomStringConvertible {
        case malformed(line: Int, String)

        var description: String {
            switch self {
            case .malformed(let line, let what): "line \(line) of the marked quotations: \(what)"
            }
        }
    }

    private enum Part { case content, speaker, cue }

    var id: String
    var text = ""
    /// By number.
    var sayings: [Int: Saying] = [:]

    /// The passages of a file, in order. Linear in the text.
    static func passages(in file: String) throws(Fault) -> [SaidPassage] {
        var passages: [SaidPassage] = []
        for (index, line) in file.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard !line.isEmpty, !line.hasPrefix("# ") else { continue }
            if line.hasPrefix("= ") {
                passages.append(SaidPassage(id: String(line.dropFirst(2))))
                continue
            }
            guard let last = passages.indices.last else {
                throw .malformed(line: index + 1, "stands before the first \"= name\"")
            }
            let fault =
                line.hasPrefix("- ")
                ? passages[last].readFacts(line.dropFirst(2)) : passages[last].readText(String(line))
            if let fault { throw .malformed(line: index + 1, fault) }
        }
        return passages
    }

    /// Adds a paragraph without its marks; what is wrong with it, if anything.
    private mutating func readText(_ line: String) -> String? {
        var scalars = Array(text.unicodeScalars)
        if !scalars.isEmpty { scalars += Array("\n\n".unicodeScalars) }
        var open: [(part: Part, numbers: [Int], start: Int)] = []  // brackets of the text itself have no numbers
        let source = Array(line.unicodeScalars)
        var index = 0
        while index < source.count {
            let scalar = source[index]
            if let part = Self.opening(scalar), let (numbers, next) = Self.numbers(in: source, from: index + 1) {
                open.append((part, numbers, scalars.count))
                index = next
                continue
            }
            if let part = Self.opening(scalar) { open.append((part, [], scalars.count)) }
            if let part = Self.closing(scalar), open.last?.part == part, let mark = open.popLast(),
                !mark.numbers.isEmpty
            {
                note(part, mark.numbers, TextRange(mark.start, scalars.count))
            } else {
                scalars.append(scalar)
            }
            index += 1
        }
        text = String(String.UnicodeScalarView(scalars))
        return open.allSatisfy(\.numbers.isEmpty) ? nil : "a mark is not closed"
    }

    private static func opening(_ scalar: Unicode.Scalar) -> Part? {
        switch scalar {
        case "[": .content
        case "{": .speaker
        case "<": .cue
        default: nil
        }
    }

    private static func closing(_ scalar: Unicode.Scalar) -> Part? {
        switch scalar {
        case "]": .content
        case "}": .speaker
        case ">": .cue
        default: nil
        }
    }

    /// "1,2:" and where it ends.
    private static func numbers(in source: [Unicode.Scalar], from start: Int) -> ([Int], Int)? {
        guard let colon = source[start...].prefix(8).firstIndex(of: ":") else { return nil }
        let words = String(String.UnicodeScalarView(source[start..<colon])).split(separator: ",")
        let numbers = words.compactMap { Int($0) }
        return !numbers.isEmpty && numbers.count == words.count ? (numbers, colon + 1) : nil
    }

    private mutating func note(_ part: Part, _ numbers: [Int], _ range: TextRange) {
        for number in numbers {
            switch part {
            case .content: sayings[number, default: Saying()].content.append(range)
            case .speaker: sayings[number, default: Saying()].speaker = range
            case .cue: sayings[number, default: Saying()].cue = range
            }
        }
    }

    /// "1 direct | say | Ana Roth"; what is wrong with it, if anything.
    private mutating func readFacts(_ line: Substring) -> String? {
        let fields = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        let words = (fields.first ?? "").split(separator: " ")
        guard words.count == 2, let number = Int(words[0]), let kind = Quote.Kind(rawValue: String(words[1])) else {
            return "expected \"- NUMBER KIND\""
        }
        guard let saying = sayings[number], !saying.content.isEmpty else { return "number \(number) is not marked" }
        sayings[number]?.kind = kind.rawValue
        if fields.count > 1 { sayings[number]?.lemma = fields[1] }
        if fields.count > 2 { sayings[number]?.entity = fields[2] == "-" ? "" : fields[2] }
        return nil
    }
}
