import Records

extension Passages {
    /// So many words behind a figure say what it is of. Set by looking at editions: longer runs are clauses.
    private static let mostWords = 5
    /// They stand within so many code points.
    private static let reach = 60

    /// A bare figure with the words right behind it that say what it is of, as the text has them: "11% of global emissions"
    /// where the figure is "11%". They end at a mark, at another figure, after five words, and never with a common word.
    /// The figure alone where nothing follows.
    func figure(_ figure: TextRange, in sentence: TextRange, language: String?) -> TextRange {
        let limit = min(sentence.end, figure.end + Self.reach)
        guard limit > figure.end else { return figure }
        let isCut = limit < sentence.end
        var (end, offset, words) = (figure.end, figure.end, 0)
        var word = ""
        /// Takes the word that ends here; one that tells something moves the end.
        func close() {
            if !Lexicon.isCommon(WordHashes.hash(of: word.lowercased()), in: language) { end = offset }
            word = ""
            words += 1
        }
        for scalar in self[TextRange(figure.end, limit)].unicodeScalars {
            if scalar == " " {
                if !word.isEmpty { close() }
                if words == Self.mostWords { return TextRange(figure.start, end) }
            } else if offset > figure.end, scalar.properties.isAlphabetic || "-'’".unicodeScalars.contains(scalar) {
                word.unicodeScalars.append(scalar)
            } else {
                if !word.isEmpty, !scalar.properties.isAlphabetic, !("0"..."9").contains(scalar) { close() }
                return TextRange(figure.start, end)
            }
            offset += 1
        }
        if !word.isEmpty, !isCut { close() }
        return TextRange(figure.start, end)
    }
}
