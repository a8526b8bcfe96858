import Language

/// What is learned of passages: the two tables of words and the forest that judges with them.
package struct PassageModel: Sendable {
    /// The words' weights.
    let tables: PassageTables
    /// The trees.
    let forest: DecisionForest

    /// The model that the program carries.
    static let standard = PassageModel(
        tables: .standard, forest: DecisionForest(named: "forest", width: PassageFeatures.width))

    private init(tables: PassageTables, forest: DecisionForest) {
        self.tables = tables
        self.forest = forest
    }

    /// A model of the texts of its three files, for measuring others than the one that ships. Linear.
    package init(containers: String, tokens: String, forest: String) throws {
        tables = PassageTables(
            containers: WordList(text: containers), tokens: WordList(text: tokens))
        self.forest = try DecisionForest(WordList(text: forest), width: PassageFeatures.width)
    }
}
