import Records

/// Sentences in whose own lines time expressions are marked with what they mean. The form is told in
/// `docs/evaluation.md`.
struct DatedSentences {
    /// One sentence with the day it was published on.
    struct Sentence: Equatable {
        /// The line it stands in.
        var line: Int
        /// `YYYY-MM-DD`; nil where nothing is known.
        var published: String?
        var text: String
        /// What a careful reader marks, in order.
        var times: [Time] = []
    }

    /// A marked expression.
    struct Time: Equatable {
        var range: TextRange
        var type: TimeExpression.Kind
        var value: String
        var modifier: String?
    }

    /// What was wrong with a file.
    enum Fault: Error, Equatable, CustomStringConvertible {
        case malformed(line: Int, String)

        var description: String {
            switch self {
            case .malformed(let line, let what): "line \(line) of the dated sentences: \(what)"
            }
        }
    }

    /// The sentences of a file, in order. Linear in the text.
    static func sentences(in file: String) throws(Fault) -> [Sentence] {
        var sentences: [Sentence] = []
        var published: String?
        for (index, line) in file.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("@ ") {
                published = line == "@ none" ? nil : String(line.dropFirst(2))
                continue
            }
            sentences.append(try sentence(String(line), line: index + 1, published))
        }
        return sentences
    }

    private static func sentence(_ line: String, line number: Int, _ published: String?) throws(Fault) -> Sentence {
        var sentence = Sentence(line: number, published: published, text: "")
        var plain = String.UnicodeScalarView()
        var count = 0
        var start: Int?
        var rest = Array(line.unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "{":
                guard start == nil else { throw .malformed(line: number, "{ inside { }") }
                start = count
            case "|" where start != nil:
                let facts = rest.prefix { $0 != "}" }
                rest = rest.dropFirst(facts.count + 1)
                let told = String(String.UnicodeScalarView(facts))
                guard let first = start, let time = time(TextRange(first, count), told) else {
                    throw .malformed(
                        line: number, "a mark is {words|VALUE}, {words|VALUE MODIFIER} or {words|set VALUE}")
                }
                sentence.times.append(time)
                start = nil
            default:
                plain.append(scalar)
                count += 1
            }
        }
        guard start == nil else { throw .malformed(line: number, "a mark without a value") }
        sentence.text = String(plain)
        return sentence
    }

    /// "2024-10-03", "P2D APPROX", "set P1W". The type follows from the value, but for sets.
    private static func time(_ range: TextRange, _ facts: String) -> Time? {
        var words = facts.split(separator: " ").map(String.init)
        let isSet = words.first == "set"
        if isSet { words.removeFirst() }
        guard let value = words.first, words.count < 3 else { return nil }
        let isSpan = value.hasPrefix("P") && !value.hasSuffix("_REF")
        let isTime = !value.hasSuffix("_REF") && value.contains("T")
        let type: TimeExpression.Kind = isSet ? .set : isSpan ? .duration : isTime ? .time : .date
        return Time(range: range, type: type, value: value, modifier: words.count > 1 ? words[1] : nil)
    }
}
