import Language

/// The states of the United States as news writes them behind a town: "Kansas City, Mo.". Data: `state-abbreviations.txt`.
enum StateAbbreviations {
    /// The hash of each state's name, joined of those of its words, by the hash of what stands for it.
    private static let names: [UInt64: UInt64] = {
        var names: [UInt64: UInt64] = [:]
        for fields in Tables.list("state-abbreviations").entries where fields.count > 1 {
            let words = fields[1].split(separator: " ").map { WordHash.of(String($0)) }
            guard let first = words.first else { continue }
            let name = words.dropFirst().reduce(first) { WordHash.joining($0, $1) }
            names[WordHash.of(fields[0])] = name
            names[WordHash.of(fields[0] + ".")] = name
        }
        return names
    }()

    /// Loads the table.
    static func warmUp() { _ = names }

    /// The name of the state that a token stands for, as the hash under which places are found: behind a comma, with a capital
    /// and a dot.
    static func name(at token: Int, in text: TokenizedText) -> UInt64? {
        guard token > 1, text.kinds[token - 1] == .comma, text.isCapitalised(token),
            let name = names[text.hashes[token]]
        else { return nil }
        let hasDot = text.bytes[text.ends[token] - 1] == UInt8(ascii: ".")
        let isFollowed =
            token + 1 < text.count && text.kinds[token + 1] == .terminator && !text.flags[token + 1].contains(.spaced)
        return hasDot || isFollowed ? name : nil
    }
}
