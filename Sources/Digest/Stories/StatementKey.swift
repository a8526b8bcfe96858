import Records

/// A statement's first words, by which it is known again in another report.
struct StatementKey: Hashable, Sendable {
    /// So many words tell statements apart; reports cut the same one at different ends.
    private static let words = 6
    /// The bytes in which they stand.
    private static let reach = 200

    /// The hash of the first words.
    let hash: UInt64

    /// The key of what a quotation says, quotation marks or none.
    init(_ quote: Quote) {
        hash = WordHashes(of: quote.text, limit: Self.reach).words.prefix(Self.words)
            .reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ $1) &* 0x100_0000_01b3 }
    }
}
