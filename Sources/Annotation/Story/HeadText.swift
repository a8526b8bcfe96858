import Language
import Records

/// The headline read like the text: its tokens, and which members of the cast it names. Linear in the headline and the
/// cast's mentions.
struct HeadText: Sendable {
    /// A name in the headline.
    struct Name: Sendable, Equatable {
        var tokens: Range<Int>
        var member: Int
    }

    /// The tokens; none where there is no headline.
    let text: TokenizedText
    /// The names, in order; none reaches into the next.
    let names: [Name]
    private let offsets: ScalarOffsets

    init(_ headline: String?, _ cast: Cast) {
        let bytes = Array((headline ?? "").utf8)
        let text = TokenizedText(bytes: bytes)
        self.text = text
        offsets = ScalarOffsets(bytes)
        names = Self.names(in: text, cast)
    }

    /// The range in code points of the headline.
    func range(tokens: Range<Int>) -> TextRange { offsets.range(text.byteRange(tokens)) }

    /// At each token the longest name that the text has, too; of a person the family name is enough.
    private static func names(in text: TokenizedText, _ cast: Cast) -> [Name] {
        guard text.count > 0 else { return [] }
        var positions: [UInt64: [Int]] = [:]
        for token in 0..<text.count { positions[text.hashes[token], default: []].append(token) }
        var best = [Name?](repeating: nil, count: text.count)
        for (index, mention) in cast.mentions.enumerated() {
            let member = cast.memberOfMention[index]
            var forms = [mention.tokens]
            if cast.members[member].type == .person, mention.tokens.count > 1 {
                forms.append((mention.tokens.upperBound - 1)..<mention.tokens.upperBound)
            }
            for form in forms {
                for start in positions[cast.reading.text.hashes[form.lowerBound]] ?? [] {
                    guard start + form.count <= text.count, best[start].map({ $0.tokens.count < form.count }) ?? true,
                        text.isCapitalised(start) || text.kinds[start] != .word,
                        text.hashes[start..<(start + form.count)].elementsEqual(cast.reading.text.hashes[form])
                    else { continue }
                    best[start] = Name(tokens: start..<(start + form.count), member: member)
                }
            }
        }
        var names: [Name] = []
        for case .some(let name) in best where name.tokens.lowerBound >= names.last?.tokens.upperBound ?? 0 {
            names.append(name)
        }
        return names
    }
}
