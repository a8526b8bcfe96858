import Records

extension Passages {
    /// So many words behind a figure say what it is of. Set by looking at editions: longer runs are clauses.
    private static let mostWords = 5
    /// They stand within so many code points.
    private static let reach = 60

    /// The common words over which they go on; behind any other begins what happened, not what was counted.
    private static let joints: Set<String> = ["of", "in"]

    /// A bare figure with the words right behind it that say what it is of, as the text has them: "11% of global emissions"
    /// where the figure is "11%". They end at a mark, at another figure, at a common word but "of" and "in", and after five
    /// words. The figure alone where nothing follows.
    func figure(_ figure: TextRange, in sentence: TextRange, language: String?) -> TextRange {
        let limit = min(sentence.end, figure.end + Self.reach)
        guard limit > figure.end else { return figure }
        let isCut = limit < sentence.end
        var (end, offset, words) = (figure.end, figure.end, 0)
        var word = ""
        /// Takes the word that ends here, one that tells something with the end; returns whether another may follow.
        func close() -> Bool {
            let isCommon = Lexicon.isCommon(WordHashes.hash(of: word.lowercased()), in: language)
            if !isCommon { end = offset }
            defer { word = "" }
            words += 1
            return words < Self.mostWords && (!isCommon || Self.joints.contains(word))
        }
        for scalar in self[TextRange(figure.end, limit)].unicodeScalars {
            if scalar == " " {
                if !word.isEmpty, !close() { return TextRange(figure.start, end) }
            } else if offset > figure.end, scalar.properties.isAlphabetic || "-'’".unicodeScalars.contains(scalar) {
                word.unicodeScalars.append(scalar)
            } else {
                if !word.isEmpty, !scalar.properties.isAlphabetic, !("0"..."9").contains(scalar) { _ = close() }
                return TextRange(figure.start, end)
            }
            offset += 1
        }
        if !word.isEmpty, !isCut { _ = close() }
        return TextRange(figure.start, end)
    }
}
