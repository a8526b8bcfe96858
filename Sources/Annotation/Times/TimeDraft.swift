import Records

/// A time expression in tokens, with its value.
struct TimeDraft: Sendable, Equatable {
    var tokens: Range<Int>
    var type: TimeExpression.Kind
    var value: String
    var modifier: String?
    var anchor: TimeExpression.Anchor?
}
