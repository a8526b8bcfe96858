import Records

/// Writes amounts out.
enum AmountWriter {
    /// The record's amounts, in the drafts' order; equivalents point at each other.
    static func amounts(_ drafts: [AmountFinder.Draft], in reading: Reading) -> [Amount] {
        var amounts = drafts.map { draft in
            Amount(
                range: reading.range(tokens: draft.tokens), text: reading.text.string(tokens: draft.tokens),
                kind: draft.kind, value: draft.value, currency: draft.currency, unit: draft.unit,
                modifier: draft.modifier)
        }
        for (index, draft) in drafts.enumerated() {
            guard let other = draft.equivalent else { continue }
            amounts[index].equivalentTo.append(other)
            amounts[other].equivalentTo.append(index)
        }
        return amounts
    }
}
