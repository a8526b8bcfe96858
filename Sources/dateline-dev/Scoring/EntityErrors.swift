import Records

/// The names that were read wrongly, by kind: another type, other bounds, missed, or no name at all.
struct EntityErrors {
    /// A name with its type.
    struct Name: Hashable {
        var span: Range<Int>
        var type: String
    }

    /// How a name is wrong.
    enum Kind: String, CaseIterable { case type, bounds, missed, spurious }

    /// How often each kind was met.
    private(set) var counts: [Kind: Int] = [:]
    /// One line an error: kind, what the gold says, what was read, and the words around it.
    private(set) var lines: [String] = []

    /// Code points shown on either side of a name.
    private static let context = 50

    /// Compares the names of a document. Both sides are few, so each is compared with each.
    mutating func add(gold: Set<Name>, predicted: Set<Name>, in text: Codepoints, id: String) {
        for name in gold.subtracting(predicted).sorted(by: Self.precedes) {
            let rivals = predicted.filter { $0.span.overlaps(name.span) }.sorted(by: Self.precedes)
            let kind: Kind = rivals.isEmpty ? .missed : rivals.contains { $0.span == name.span } ? .type : .bounds
            note(kind, gold: [name], predicted: rivals, at: name.span, text, id)
        }
        for name in predicted.subtracting(gold).sorted(by: Self.precedes)
        where !gold.contains(where: { $0.span.overlaps(name.span) }) {
            note(.spurious, gold: [], predicted: [name], at: name.span, text, id)
        }
    }

    private static func precedes(_ first: Name, _ second: Name) -> Bool {
        (first.span.lowerBound, first.span.upperBound, first.type)
            < (second.span.lowerBound, second.span.upperBound, second.type)
    }

    private mutating func note(
        _ kind: Kind, gold: [Name], predicted: [Name], at span: Range<Int>, _ text: Codepoints, _ id: String
    ) {
        counts[kind, default: 0] += 1
        let front = text.string(text.clamped((span.lowerBound - Self.context)..<span.lowerBound))
        let back = text.string(text.clamped(span.upperBound..<(span.upperBound + Self.context)))
        func told(_ names: [Name]) -> String {
            names.isEmpty ? "-" : names.map { "\(text.string($0.span))/\($0.type)" }.joined(separator: " + ")
        }
        let line = "\(kind.rawValue)\t\(told(gold))\t\(told(predicted))\t\(front)[\(text.string(span))]\(back)\t\(id)"
        lines.append(String(line.map { $0.isNewline ? " " : $0 }))
    }
}
