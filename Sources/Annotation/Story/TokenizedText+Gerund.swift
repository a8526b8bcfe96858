import Language

extension TokenizedText {
    /// Whether a token looks like a verb in -ing: "storming", "visiting". Nouns in -ing look the same.
    func isGerund(_ token: Int) -> Bool {
        let word = bytes[starts[token]..<ends[token]]
        return word.count > 4 && word.suffix(3).elementsEqual("ing".utf8)
    }
}
