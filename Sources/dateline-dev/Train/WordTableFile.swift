import Foundation

/// A table of words' weights as a resource: a word and its weight a line, sorted.
struct WordTableFile {
    /// What stands above the containers' words.
    static let containers = """
        # Words of class, id, role and data names, and elements, each with its log-odds that text inside is article text.
        # Learned by `dateline-dev train passages` from the development pages of WCXB (CC-BY-4.0) and Fundus (MIT).

        """
    /// What stands above the lines' tokens.
    static let tokens = """
        # Words, pairs of words and marks of lines of at most 30 words, each with its log-odds that the line is article text:
        # `^first`, `last$`, `=number of words`, `0` for digits. Behind `(` the first ten words of longer passages, behind `)`
        # their last ten.
        # Learned by `dateline-dev train passages` from the development pages of WCXB (CC-BY-4.0) and Fundus (MIT).

        """

    private let weights: [String: Float]
    private let about: String

    /// A file of weights under its head.
    init(_ weights: [String: Float], about: String) {
        self.weights = weights
        self.about = about
    }

    /// Writes the file into a folder.
    func write(to folder: String, name: String) throws {
        let lines = weights.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { "\($0.key)\t\(String(format: "%.2f", Double($0.value)))\n" }
        let text = about + lines.joined()
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder).appendingPathComponent("\(name).txt"))
    }
}
