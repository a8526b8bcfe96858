import Language

/// What a first reading of a whole document found each word to be, so that a second one can be told: a word that is plain in one
/// sentence tells what it is in another (Krishnan and Manning, 2006).
package struct DocumentNames: Sendable {
    /// How often a word was read as part of a person's, an organisation's, a place's or another name, or as none; and how often
    /// as part of such a name of several tokens.
    private struct Tally {
        var found = SIMD8<Int32>()
        var long = SIMD4<Int32>()

        mutating func add(_ tag: UInt8, _ count: Int32) {
            let kind = DocumentNames.kind(tag)
            found[kind] += count
            if DocumentNames.isLong(tag) { long[kind] += count }
        }
    }

    private var tallies: [UInt64: Tally] = [:]
    private let hashes: [UInt64]
    private let tags: [UInt8]
    private let isName: [Bool]

    /// The kind of name that a tag tells of: 0 to 2 as in `NameTag.kinds`, 3 for other names, 4 for none.
    private static func kind(_ tag: UInt8) -> Int {
        switch Int(tag) {
        case NameTag.outside: 4
        case NameTag.otherFirst...: 3
        default: (Int(tag) - 1) / 4
        }
    }

    /// Whether a tag is that of a name of several tokens.
    private static func isLong(_ tag: UInt8) -> Bool { (1...12).contains(Int(tag)) && (Int(tag) - 1) % 4 != 3 }

    /// Gathers what a first reading gave. `hashes` are those of the document's tokens, `isName` tells which are written as names
    /// are. Linear in the tokens.
    package init(hashes: [UInt64], isName: [Bool], tags: [UInt8]) {
        self.hashes = hashes
        self.tags = tags
        self.isName = isName
        for token in hashes.indices where isName[token] { tallies[hashes[token], default: Tally()].add(tags[token], 1) }
    }

    /// Adds the features of a token: what its word was read as in the rest of the document. A bounded number.
    func add<Sink: FeatureSink>(_ token: Int, to sink: inout Sink) {
        guard isName[token], var tally = tallies[hashes[token]] else { return }
        let tag = tags[token]
        tally.add(tag, -1)
        let sum = tally.found.wrappedSum()
        let own = UInt64(Self.kind(tag))
        guard sum > 0 else {
            sink.add(TagFeatures.key(110, own))
            return
        }
        var most = 0
        for kind in 1..<5 where tally.found[kind] > tally.found[most] { most = kind }
        let isClear = tally.found[most] * 4 >= sum * 3
        let told = UInt64(most) << 3 | UInt64(min(sum, 3)) << 1 | (isClear ? 1 : 0)
        sink.add(TagFeatures.key(111, told))
        sink.add(TagFeatures.key(112, told << 3 | own))
        for kind in 0..<4 where tally.long[kind] > 0 {
            sink.add(TagFeatures.key(113, UInt64(kind) << 1 | (tally.long[kind] > 1 ? 1 : 0)))
            sink.add(TagFeatures.key(114, UInt64(kind) << 3 | own))
        }
    }
}
