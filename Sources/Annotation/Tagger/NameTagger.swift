import Language
import Records

/// Reads names as the likeliest sequence of tags of each sentence.
package struct NameTagger: Sendable {
    /// A name: its tokens, and what it names; nil for what is neither person, organisation nor place. In few bytes, since a text may
    /// be all names.
    struct Name: Sendable, Equatable {
        /// Other bounds than the model's have no lead.
        var tokens: Range<Int> { didSet { if tokens != oldValue { lead = nil } } }
        var type: Entity.Kind?
        /// What the model itself read here.
        var readAs: Entity.Kind?
        /// By how much it leads there (`TagMargins`); nil where rules have set the bounds.
        var lead: TagMargins.Lead?
    }

    private let model: TagModel

    package init(_ model: TagModel = .shared) { self.model = model }

    /// The names of a text, in order. Reads each sentence by itself first, then again knowing what the words were found to be in
    /// the rest of the text. Linear in its tokens.
    func names(in reading: Reading) -> [Name] {
        let traits = TextTraits(reading)
        let features = TagFeatures(traits)
        let sentences = reading.text.sentences.filter { $0.contains { traits.tokens[$0].isFull } }
        var scores = [SIMD16<Int32>](repeating: SIMD16(), count: reading.text.count)
        var tags = [UInt8](repeating: UInt8(NameTag.outside), count: reading.text.count)
        var sum = RowSum(model)
        for sentence in sentences {
            for token in sentence {
                features.add(token, of: sentence, to: &sum)
                scores[token] = sum.take()
            }
            read(sentence, scores, into: &tags)
        }
        let document = DocumentNames(hashes: reading.text.hashes, isName: traits.tokens.map(\.isName), tags: tags)
        var margins = TagMargins(model)
        var leads: [TagMargins.Lead] = []
        for sentence in sentences {
            var isTold = false
            for token in sentence where traits.tokens[token].isName {
                document.add(token, to: &sum)
                scores[token] &+= sum.take()
                isTold = true
            }
            // Without names nothing has changed.
            if isTold { read(sentence, scores, into: &tags) }
            margins.add(scores[sentence], tags[sentence], to: &leads)
        }
        // More than all that follows needs: 64 bytes a token.
        scores = []
        var next = 0
        return sentences.flatMap { sentence in
            NameTag.names(in: Array(tags[sentence])).compactMap { name -> Name? in
                let lead = leads[next]
                next += 1
                let read =
                    (sentence.lowerBound + name.tokens.lowerBound)..<(sentence.lowerBound + name.tokens.upperBound)
                guard let tokens = Self.trimmed(read, in: reading) else { return nil }
                let type = name.kind.map { NameTag.kinds[$0] }
                let speaks = tokens.count == 1 && isSpeaker(traits.tokens[tokens.lowerBound])
                return Name(tokens: tokens, type: type != nil && speaks ? .person : type, readAs: type, lead: lead)
            }
        }
    }

    /// Whether a name of one word is a person's whatever it was read as: it says something in the text, stands without "the",
    /// no list knows it, and words like it, if there are any, are rather people's. The corpora that the model learned from hardly have
    /// family names without "Mr."; in other papers they are the rule.
    private func isSpeaker(_ token: TokenTraits) -> Bool {
        let names = token.classes.names
        let person = names & 7
        let organization = names >> 3 & 7
        return token.known == 0 && token.look & UInt64(TokenFlags.allCaps.rawValue) == 0
            && token.evidence.contains(.speaks)
            && token.evidence.isDisjoint(with: [.article, .company, .organized, .acronym, .placed, .small])
            && (token.classes.bits == 0 || person > organization && person >= Self.likelyPerson)
    }

    /// The degree from which on words like a word name people oftener than all else: a quarter and more of what they name.
    private static let likelyPerson: UInt64 = 3

    /// A name without the marks at its ends, and without small words behind it ("North [of]"); nil where no word with a capital or
    /// of digits is left.
    private static func trimmed(_ tokens: Range<Int>, in reading: Reading) -> Range<Int>? {
        let text = reading.text
        func isPart(_ token: Int) -> Bool { text.kinds[token] == .word || text.kinds[token] == .number }
        func isEnd(_ token: Int) -> Bool {
            isPart(token) && (text.isCapitalised(token) || !reading.clues[token].contains(.function))
        }
        guard let first = tokens.first(where: isPart), let last = tokens.last(where: isEnd), first <= last,
            (first...last).contains(where: { text.isCapitalised($0) || text.flags[$0].contains(.wide) })
        else { return nil }
        return first..<(last + 1)
    }

    private func read(_ sentence: Range<Int>, _ scores: [SIMD16<Int32>], into tags: inout [UInt8]) {
        tags.replaceSubrange(sentence, with: likeliest(scores[sentence]))
    }

    /// The names of a text, in order, in code points. Linear in it.
    package func names(in text: String) -> [(range: TextRange, type: Entity.Kind?)] {
        var article = Article()
        article.text = text
        article.language = "en"
        let reading = Reading(article)
        return names(in: reading).map { (reading.range(tokens: $0.tokens), $0.type) }
    }

    /// Raises the sums of tags to those that come from one tag, where these are higher.
    @inline(__always)
    private static func raise(
        _ next: inout SIMD16<Int32>, _ steps: [SIMD16<Int32>], _ sums: SIMD16<Int32>, _ tag: Int
    ) {
        let sum = steps[tag] &+ SIMD16(repeating: sums[tag])
        next.replace(with: sum, where: sum .> next)
    }

    /// The first tag's rank is the highest.
    private static let ranks = SIMD16<Int32>(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0)

    /// The sequence of tags of the highest sum (Viterbi, 1967). Linear in the tokens.
    private func likeliest(_ scores: ArraySlice<SIMD16<Int32>>) -> [UInt8] {
        var best = scores[scores.startIndex] &+ model.transitions[15]
        var origins: [SIMD16<Int32>] = []
        origins.reserveCapacity(scores.count)
        let (steps, ranks) = (model.steps, Self.ranks)
        for score in scores.dropFirst() {
            // The lowest four bits tell the tag, so that the highest sum tells whence it comes; of equals the first tag wins.
            // That all sums are taken against the first tag's keeps them small in a sentence of any length.
            let sums = (best &- SIMD16(repeating: best[0])) &<< 4 | ranks
            var next = steps[0] &+ SIMD16(repeating: sums[0])
            // One by one, so that each sum is taken out of its register and not of memory.
            Self.raise(&next, steps, sums, 1)
            Self.raise(&next, steps, sums, 2)
            Self.raise(&next, steps, sums, 3)
            Self.raise(&next, steps, sums, 4)
            Self.raise(&next, steps, sums, 5)
            Self.raise(&next, steps, sums, 6)
            Self.raise(&next, steps, sums, 7)
            Self.raise(&next, steps, sums, 8)
            Self.raise(&next, steps, sums, 9)
            Self.raise(&next, steps, sums, 10)
            Self.raise(&next, steps, sums, 11)
            Self.raise(&next, steps, sums, 12)
            Self.raise(&next, steps, sums, 13)
            Self.raise(&next, steps, sums, 14)
            best = next &>> 4 &+ score
            origins.append(15 &- (next & 15))
        }
        var last = NameTag.outside
        var highest = Int32.min
        for tag in 0..<NameTag.count where best[tag] &+ model.transitions[tag][15] > highest {
            highest = best[tag] &+ model.transitions[tag][15]
            last = tag
        }
        var tags = [UInt8](repeating: UInt8(last), count: scores.count)
        for (index, origin) in origins.enumerated().reversed() {
            last = Int(origin[last])
            tags[index] = UInt8(last)
        }
        return tags
    }
}
