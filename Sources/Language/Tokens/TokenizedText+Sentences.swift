extension TokenizedText {
    private static let openers = WordSet(WordList(named: "sentence-openers", in: .module).words.map { WordHash.of($0) })

    /// A stretch of this many tokens without a stop is no sentence but a list or a table; it is cut, so that what is
    /// done a sentence at a time stays linear. The longest sentence of the GMB news texts has 104 tokens.
    private static let longest = 400

    /// Cuts each paragraph into sentences. A sentence ends at a terminator with what closes after it, when what follows
    /// can begin one.
    mutating func divideIntoSentences() {
        sentences.reserveCapacity(count / 20 + paragraphs.count)
        for index in paragraphs.indices {
            let tokens = paragraphs[index].tokens
            let firstSentence = sentences.count
            var start = tokens.lowerBound
            var token = start
            while token < tokens.upperBound {
                let isOverlong = token - start >= Self.longest
                if let end = isOverlong ? token + 1 : sentenceEnd(at: token, limit: tokens.upperBound),
                    end < tokens.upperBound
                {
                    sentences.append(start..<end)
                    start = end
                    token = end
                } else {
                    token += 1
                }
            }
            if start < tokens.upperBound { sentences.append(start..<tokens.upperBound) }
            paragraphs[index].sentences = firstSentence..<sentences.count
            if !tokens.isEmpty { flags[tokens.lowerBound].insert(.opensParagraph) }
            for _ in firstSentence..<sentences.count { paragraphOfSentence.append(Int32(clamping: index)) }
        }
        sentenceOfToken = [Int32](repeating: 0, count: count)
        for (index, sentence) in sentences.enumerated() {
            flags[sentence.lowerBound].insert(.opensSentence)
            for token in sentence { sentenceOfToken[token] = Int32(clamping: index) }
        }
    }

    /// The token after a sentence's last when a sentence ends at `token`.
    private func sentenceEnd(at token: Int, limit: Int) -> Int? {
        let isStop = kinds[token] == .terminator
        let isDotted = !flags[token].isDisjoint(with: [.abbreviation, .initial])
        guard isStop || isDotted, !flags[token].contains(.leansForward) else { return nil }
        var next = token + 1
        while next < limit, !flags[next].contains(.spaced), kinds[next] == .quote || kinds[next] == .close { next += 1 }
        guard next < limit else { return nil }
        if isStop, bytes[starts[token]] >= 0xE3 { return next }
        guard flags[next].contains(.spaced) || (isStop && next > token + 1) else { return nil }
        var opener = next
        while opener < limit, kinds[opener] == .quote || kinds[opener] == .open { opener += 1 }
        guard opener < limit else { return next }
        if isDotted { return dottedEnds(token, next: next, opener: opener) ? next : nil }
        switch kinds[opener] {
        case .word:
            return flags[opener].contains(.capital) || flags[opener].contains(.wide) && isUncased(opener) ? next : nil
        case .number, .currency, .address, .symbol, .dash: return next
        default: return nil
        }
    }

    /// An abbreviation or initial ends a sentence only before a word that often opens one, or before a quotation.
    private func dottedEnds(_ token: Int, next: Int, opener: Int) -> Bool {
        guard kinds[opener] == .word, flags[opener].contains(.capital) else { return false }
        if flags[token].contains(.initial), token > 0, isCapitalised(token - 1) { return false }
        return Self.openers.contains(hashes[opener]) || opener > next
    }

    /// Whether a word's first letter belongs to a script without capitals.
    private func isUncased(_ token: Int) -> Bool { bytes[starts[token]] >= 0xD6 }
}
