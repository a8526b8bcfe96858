/// A role with the tokens that give it.
struct RoleNote: Sendable, Equatable {
    /// Whose it is: a member of the cast, or words that name it or stand for it.
    enum Owner: Sendable, Equatable {
        case member(Int)
        case words(Range<Int>)
    }

    /// The title's tokens.
    var title: Range<Int>
    /// The office, where a verb gives it ("who heads": head).
    var wording: String?
    /// The organisation, or the place, it belongs to.
    var owner: Owner?
    var isFormer: Bool
    /// The whole passage.
    var passage: Range<Int>
}
