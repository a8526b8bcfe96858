/// Small words by what they tell of a story. Data: `story-words.txt`.
enum StoryWords {
    private static let classes = ClassedWords(list: "story-words")

    /// Before where something is.
    static let places = classes["place"]
    /// Between such a word and the place: "in the city of".
    static let between = classes["between"]
    /// Opens a place in a headline.
    static let inside = classes["inside"]
    /// Ends the name of an event that people go to: "Brazilian Grand [Prix]".
    static let venues = classes["venue"]
    /// Ends the name of a building: "Progressive [Field]".
    static let buildings = classes["building"]
    /// What begins another clause.
    static let clauses = classes["clause"]
    /// Says, in a headline, that somebody says so.
    static let sayings = classes["saying"]
    /// What opens a noun phrase.
    static let determiners = classes["determiner"]
    /// Helping verbs of headlines.
    static let helpers = classes["helper"]
    /// "By evening", "by falling bricks": tells no means.
    static let noMeans = classes["no-means"]
    /// "After a century": tells when.
    static let spans = classes["span"]
    /// What ends a reason.
    static let reasonEnds = classes["reason-end"]

    /// Loads the table.
    static func warmUp() { _ = classes }
}
