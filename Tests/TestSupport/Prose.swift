/// Plain English news prose of no content, from a seeded generator: sentences that any splitter must leave whole and
/// that no boilerplate rule has a reason to touch.
public enum Prose {
    /// One sentence of eight to twenty words.
    public static func sentence(_ generator: inout SeededGenerator) -> String {
        var words = [generator.pick(openings)]
        for _ in 0..<generator.number(2...5) { words.append(generator.pick(middles)) }
        words.append(generator.pick(endings))
        return words.joined(separator: " ") + "."
    }

    /// A paragraph of three to six sentences.
    public static func paragraph(_ generator: inout SeededGenerator) -> String {
        (0..<generator.number(3...6)).map { _ in sentence(&generator) }.joined(separator: " ")
    }

    /// An article's paragraphs, four to nine.
    public static func article(_ generator: inout SeededGenerator) -> [String] {
        (0..<generator.number(4...9)).map { _ in paragraph(&generator) }
    }

    private static let openings = [
        "The council of the harbour town", "Engineers from the northern district", "A spokeswoman for the railway",
        "Residents along the river", "The minister", "Teachers at the old school",
        "Mary Hollis, who leads the inquiry,",
        "The company", "Farmers in the valley", "Two of the witnesses",
    ]

    private static let middles = [
        "agreed on Tuesday to repair the bridge", "after a long debate", "in front of the town hall",
        "with the help of volunteers", "for the third time this year", "and promised to publish the report",
        "despite heavy rain", "near the border with the next county", "under a plan from 2019",
        "while the court considered the appeal",
    ]

    private static let endings = [
        "before the winter begins", "as the mayor had asked", "without naming a date", "at a cost of $4.2 million",
        "to the surprise of the opposition", "until the work is done", "which nobody had expected",
    ]
}
