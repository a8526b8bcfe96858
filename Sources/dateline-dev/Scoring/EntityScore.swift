import Records

/// Scores named mentions of persons, organisations and places: same span and type, after both sides are brought to one
/// convention (no article, no title, no possessive).
struct EntityScore: AnnotationScore {
    private struct Tally {
        var right = 0
        var spurious = 0
        var missed = 0

        mutating func add<Member: Hashable>(_ gold: Set<Member>, _ predicted: Set<Member>) {
            let shared = gold.intersection(predicted).count
            right += shared
            spurious += predicted.count - shared
            missed += gold.count - shared
        }

        var figure: Figure {
            let predicted = right + spurious
            let gold = right + missed
            let precision = predicted == 0 ? 0 : Double(right) / Double(predicted)
            let recall = gold == 0 ? 0 : Double(right) / Double(gold)
            let sum = precision + recall
            return .named([
                "P": .rounded(100 * precision, decimals: 1), "R": .rounded(100 * recall, decimals: 1),
                "F1": .rounded(sum == 0 ? 0 : 200 * precision * recall / sum, decimals: 1), "n": .whole(gold),
            ])
        }
    }

    /// The scored types.
    static let types = ["PER", "ORG", "LOC"]
    private var all = Tally()
    private var byType = [Tally](repeating: Tally(), count: types.count)
    private var untyped = Tally()
    private var mistakes = EntityErrors()
    private var sureness = ConfidenceTable(fields: EntityJudgement.fields)
    /// Of entities of other types than the three: what was stated and whether it is right, where the gold knows such names.
    private var others: [(stated: Double, isRight: Bool)] = []
    private var knowsOthers = false

    var errors: [String] { mistakes.lines }

    mutating func add(_ document: GoldDocument, _ record: ArticleRecord?) {
        add(document, record?.annotations.entities ?? [])
    }

    /// Adds a document with the entities that were found in it.
    mutating func add(_ document: GoldDocument, _ entities: [Entity]) {
        let text = Codepoints(document.text)
        judge(entities, document, in: text)
        var gold: Set<EntityErrors.Name> = []
        for expected in document.annotations {
            guard let type = expected.type, Self.types.contains(type) else { continue }
            gold.insert(EntityErrors.Name(span: EntityConvention.span(expected.span, type: type, in: text), type: type))
        }
        var predicted: Set<EntityErrors.Name> = []
        for entity in entities {
            guard let type = Self.type(of: entity.type) else { continue }
            for mention in entity.mentions where mention.kind == .name {
                let span = EntityConvention.span(mention.range.scalarRange, type: type, in: text)
                predicted.insert(EntityErrors.Name(span: span, type: type))
            }
        }
        for (index, type) in Self.types.enumerated() {
            byType[index].add(gold.filter { $0.type == type }, predicted.filter { $0.type == type })
        }
        all.add(gold, predicted)
        mistakes.add(gold: gold, predicted: predicted, in: text, id: document.id)
        untyped.add(Set(gold.map(\.span)), Set(predicted.map(\.span)))
    }

    /// How often entities are right by the confidence stated for them.
    var confidence: ConfidenceTable? {
        guard knowsOthers else { return sureness }
        var table = sureness
        for other in others { table.add("other", other.stated, isRight: other.isRight) }
        return table
    }

    /// What is left of 100 where what is stated and what is right differ: nil where nothing is stated.
    private var agreement: Figure {
        .rounded(sureness.distance(of: "all three").map { 100 * (1 - $0) }, decimals: 1)
    }

    private mutating func judge(_ entities: [Entity], _ document: GoldDocument, in text: Codepoints) {
        let judgement = EntityJudgement(
            document.annotations.compactMap { name in name.type.map { (name.span, $0) } }, in: text)
        if judgement.knowsOthers { knowsOthers = true }
        for entity in entities {
            let names = entity.mentions.filter { $0.kind == .name }.map(\.range)
            guard let stated = entity.confidence, !names.isEmpty else { continue }
            let isRight = judgement.isRight(entity.type, named: names)
            let field = EntityJudgement.field(of: entity.type)
            if field == "other" {
                others.append((stated, isRight))
            } else {
                sureness.add(field, stated, isRight: isRight)
                sureness.add("all three", stated, isRight: isRight)
            }
        }
    }

    private var errorCounts: KeyValuePairs<String, Figure> {
        let count = { (kind: EntityErrors.Kind) in Figure.whole(self.mistakes.counts[kind] ?? 0) }
        return ["type": count(.type), "bounds": count(.bounds), "missed": count(.missed), "spurious": count(.spurious)]
    }

    /// How the corpora call a type; nil where it is not scored.
    static func type(of kind: Entity.Kind) -> String? {
        switch kind {
        case .person: "PER"
        case .organization: "ORG"
        case .place: "LOC"
        default: nil
        }
    }

    var figures: Figure {
        .group(
            [Figure.Entry(name: "all", figure: all.figure)]
                + zip(Self.types, byType).map { Figure.Entry(name: $0, figure: $1.figure) }
                + [Figure.Entry(name: "untyped", figure: untyped.figure)]
                + [Figure.Entry(name: "confidence", figure: .named(["agreement": agreement]))]
                + [Figure.Entry(name: "errors", figure: .named(errorCounts))])
    }
}

/// The convention in which gold and predicted names are compared.
enum EntityConvention {
    private static let articles: Set<String> = ["the", "a", "an"]
    private static let titles = [
        "the", "a", "an", "mr", "mrs", "ms", "dr", "sir", "president", "prime minister", "sen", "rep", "gov", "gen",
        "pope", "king", "queen", "prince", "princess",
    ].map { Array($0.unicodeScalars) }
    private static let closing = Set(",;:'’\"”".unicodeScalars)
    private static let opening = Set("'‘\"“".unicodeScalars)

    /// A span without a leading article, without a person's title, without possessive and stray marks at its ends.
    static func span(_ span: Range<Int>, type: String, in text: Codepoints) -> Range<Int> {
        var span = text.clamped(span)
        while let first = span.first, let last = span.last {
            if let lead = lead(in: text, span), lead.isArticle || type == "PER", lead.end < span.upperBound {
                span = lead.end..<span.upperBound
            } else if endsInPossessive(text, span) {
                span = span.lowerBound..<(span.upperBound - 2)
            } else if text.scalars[last].isSpace || closing.contains(text.scalars[last]) {
                span = span.lowerBound..<last
            } else if text.scalars[first].isSpace || opening.contains(text.scalars[first]) {
                span = (first + 1)..<span.upperBound
            } else {
                break
            }
        }
        return span
    }

    /// The article or title that opens a span, with a full stop and the white space after it.
    private static func lead(in text: Codepoints, _ span: Range<Int>) -> (end: Int, isArticle: Bool)? {
        for title in titles {
            var end = span.lowerBound + title.count
            guard end < span.upperBound,
                text.scalars[span.lowerBound..<end].lazy.map(\.asciiLowercased).elementsEqual(title)
            else { continue }
            if text.scalars[end] == "." { end += 1 }
            let word = end
            while end < span.upperBound, text.scalars[end].isSpace { end += 1 }
            if end > word { return (end, articles.contains(Codepoints(title).string)) }
        }
        return nil
    }

    /// Whether a span ends in an apostrophe and s, a line break after it not counted.
    private static func endsInPossessive(_ text: Codepoints, _ span: Range<Int>) -> Bool {
        var end = span.upperBound
        if text.scalars[end - 1] == "\n" { end -= 1 }
        return end - 2 >= span.lowerBound && text.scalars[end - 1] == "s" && text.scalars[end - 2].isApostrophe
    }
}
