import Records

/// A time expression in tokens, with its value.
struct TimeDraft: Sendable, Equatable {
    var tokens: Range<Int>
    var type: TimeExpression.Kind
    var value: String
    var modifier: String?
    var anchor: TimeExpression.Anchor?
}

/// TIMEX3's modifiers.
enum TimeModifier {
    static let start = "START"
    static let before = "BEFORE"
    static let after = "AFTER"
    static let onOrBefore = "ON_OR_BEFORE"
    static let onOrAfter = "ON_OR_AFTER"
    static let lessThan = "LESS_THAN"
    static let moreThan = "MORE_THAN"
    static let equalOrLess = "EQUAL_OR_LESS"
    static let equalOrMore = "EQUAL_OR_MORE"
    static let approximately = "APPROX"
}
