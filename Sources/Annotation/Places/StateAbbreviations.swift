import Language

/// The states of the United States as news writes them behind a town: "Kansas City, Mo.". Data: `state-abbreviations.txt`.
enum StateAbbreviations {
    /// A state's name, as the hashes under which places and names are found.
    struct State: Sendable {
        var place: UInt64
        var phrase: UInt64
    }

    private static let states: [UInt64: State] = {
        var states: [UInt64: State] = [:]
        for fields in Tables.list("state-abbreviations").entries where fields.count > 1 {
            let words = fields[1].split(separator: " ").map { WordHash.of(String($0)) }
            guard let first = words.first else { continue }
            let place = words.dropFirst().reduce(first) { WordHash.joining($0, $1) }
            let state = State(place: place, phrase: TokenizedText(fields[1]).phraseHash)
            states[WordHash.of(fields[0])] = state
            states[WordHash.of(fields[0] + ".")] = state
        }
        return states
    }()

    /// Loads the table.
    static func warmUp() { _ = states }

    /// The state that a token stands for: behind a comma, with a capital and a dot.
    static func state(at token: Int, in text: TokenizedText) -> State? {
        guard token > 1, text.kinds[token - 1] == .comma, text.isCapitalised(token),
            let state = states[text.hashes[token]]
        else { return nil }
        let hasDot = text.bytes[text.ends[token] - 1] == UInt8(ascii: ".")
        let isFollowed =
            token + 1 < text.count && text.kinds[token + 1] == .terminator && !text.flags[token + 1].contains(.spaced)
        return hasDot || isFollowed ? state : nil
    }
}
