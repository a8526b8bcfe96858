import Language

/// The small words beside a trigger, by what they tell of its event. Data: `event-words.txt`.
enum EventWords {
    /// What a word tells.
    private enum Class: String {
        case being, having, determiner, again, relative, clause, towards, place, within, light, future, doubt, negation
        case subject, somebody, object
    }

    /// Before a verb in the passive.
    static let being = words(.being)
    /// Before a verb that is not in the passive.
    static let having = words(.having)
    /// What makes a noun of the word behind it.
    static let determiners = words(.determiner)
    /// What stands before an event that was told already.
    static let again = words(.again)
    /// What the verb behind it belongs to stands before it.
    static let relatives = words(.relative)
    /// What begins another clause.
    static let clauses = words(.clause)
    /// Before whom or what an event concerns.
    static let towards = words(.towards)
    /// Before the place of an event.
    static let places = words(.place)
    /// Before its place, and never before whom it concerns.
    static let within = words(.within)
    /// Verbs that say little beside their noun.
    static let light = words(.light)
    /// What tells that it is to come, that it may not be so, that it was not.
    static let futures = words(.future)
    static let doubts = words(.doubt)
    static let negations = words(.negation)
    /// Pronouns that are the subject of what follows.
    static let subjects = words(.subject)
    /// Pronouns that may be.
    static let somebody = words(.somebody)
    /// What opens the object of a verb.
    static let objectOpeners = words(.object)
    static let by = WordHash.of("by")
    static let between = WordHash.of("between")

    private static let classes = ClassedWords(list: "event-words")

    /// Loads the table.
    static func warmUp() { _ = classes }

    private static func words(_ kind: Class) -> WordSet { classes[kind.rawValue] }
}
