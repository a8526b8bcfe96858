import Language
import Records

/// Finds names: runs of capitalised words, cut into titles, nationalities, known names and new ones. One pass over the
/// tokens.
struct NameFinder {
    static let roles = Tables.lexicon("roles")
    static let placeKinds: [UInt64: String] = {
        var kinds: [UInt64: String] = [:]
        for fields in Tables.list("place-heads").entries { kinds[WordHash.of(fields[0])] = fields[1] }
        return kinds
    }()
    static let eventKinds: [UInt64: Entity.Kind] = {
        var kinds: [UInt64: Entity.Kind] = [:]
        for fields in Tables.list("event-heads").entries {
            kinds[WordHash.of(fields[0])] = Entity.Kind(rawValue: fields[1]) ?? .event
        }
        return kinds
    }()
    static let of = WordHash.of("of")
    static let `for` = WordHash.of("for")
    static let and = WordHash.of("and")
    static let the = WordHash.of("the")
    static let ampersand = WordHash.of("&")

    /// Loads the tables.
    static func warmUp() {
        _ = (roles, placeKinds, eventKinds, NameClues.table, Gazetteer.shared)
        warmUpKnown()
        WordClasses.warmUp()
        TagModel.warmUp()
    }

    let reading: Reading
    let gazetteer = Gazetteer.shared
    var mentions: [NameMention] = []
    /// Words written with a capital where no rule asks for one.
    private var properWords: Set<UInt64> = []

    var text: TokenizedText { reading.text }

    init(_ reading: Reading) {
        self.reading = reading
        collectEvidence()
    }

    /// The names of a text, in order.
    static func mentions(in reading: Reading, tagger: NameTagger = NameTagger()) -> [NameMention] {
        var finder = NameFinder(reading)
        if reading.isEnglish {
            for sentence in reading.text.sentences { finder.read(sentence) }
            finder.follow(tagger.names(in: reading))
        } else {
            finder.readForeign()
        }
        finder.placeDateline()
        return finder.mentions
    }

    /// What opens a dateline is a place, be it in no gazetteer: "HAVNSTAD, July 18 (NSW) -".
    private mutating func placeDateline() {
        guard let dateline = reading.dateline else { return }
        if let first = text.sentences.first?.lowerBound, isLabel(first) {
            if let name = mentions.first, name.tokens == first..<(first + 1) { mentions.removeFirst() }
            return
        }
        if let first = mentions.first, reading.range(tokens: first.tokens).start == dateline.start {
            guard first.entry == nil else { return }
            mentions[0].type = .place
            mentions[0].weight = Self.datelineWeight
        } else if let start = text.sentences.first?.lowerBound, text.isCapitalised(start),
            reading.range(tokens: start..<(start + 1)).start == dateline.start
        {
            let run = start..<endOfRun(from: start, limit: text.sentence(of: start).upperBound)
            guard mentions.first.map({ $0.tokens.lowerBound >= run.upperBound }) ?? true else { return }
            mentions.insert(NameMention(tokens: run, type: .place, weight: Self.datelineWeight), at: 0)
        }
    }

    /// Whether a word in capitals before a dash is a heading and no dateline: "SOCCER - RESULTS". The language writes such words
    /// small.
    private func isLabel(_ token: Int) -> Bool {
        guard token + 1 < text.count, text.kinds[token + 1] == .dash, text.flags[token].contains(.allCaps),
            gazetteer.match(in: text, at: token, limit: token + 1) == nil
        else { return false }
        return isWord(token)
    }

    /// More than any clue in the text can say against it.
    private static let datelineWeight = 100

    /// Notes which words have capitals of their own; in title case they tell nothing.
    private mutating func collectEvidence() {
        let text = reading.text
        for (index, sentence) in text.sentences.enumerated() where !reading.isTitleCase[index] {
            for token in sentence where text.isCapitalised(token) && !reading.opensClause(token) {
                properWords.insert(text.hashes[token])
            }
        }
    }

    private mutating func read(_ sentence: Range<Int>) {
        let isTitle = reading.isTitleCase[Int(text.sentenceOfToken[sentence.lowerBound])]
        var token = sentence.lowerBound
        while token < sentence.upperBound {
            guard startsName(token, limit: sentence.upperBound) else {
                token += 1
                continue
            }
            let run = token..<endOfRun(from: token, limit: sentence.upperBound)
            token = run.upperBound
            if isTitle {
                segmentKnown(run)
            } else {
                segment(trimmed(run))
            }
        }
    }

    /// Whether a name may begin here: at a capital, or at the small article of an Arabic name.
    func startsName(_ token: Int, limit: Int) -> Bool {
        guard text.kinds[token] == .word else { return false }
        if text.flags[token].contains(.capital) { return !reading.clues[token].contains(.calendar) }
        return reading.clues[token].contains(.particle) && token + 2 < limit && text.kinds[token + 1] == .hyphen
            && text.isCapitalised(token + 2)
    }

    /// Drops words whose capital comes from opening a sentence only.
    private func trimmed(_ run: Range<Int>) -> Range<Int> {
        var start = run.lowerBound
        while start < run.upperBound {
            let clue = reading.clues[start]
            let known = gazetteer.match(in: text, at: start, limit: run.upperBound)
            if let known, known.length > 1 { break }
            if clue.contains(.function) {
                if known != nil, text.flags[start].contains(.allCaps) { break }
                start += 1
                continue
            }
            guard reading.opensClause(start), clue.contains(.common), !properWords.contains(text.hashes[start]) else {
                break
            }
            if known != nil, gazetteer.entries[known?.entry ?? 0].type != .organization { break }
            let isNamePart = run.count > 1 && reading.clues[run.upperBound - 1].contains(.organizationHead)
            if isNamePart || clue.contains(.given) && run.count > 1 || isRole(start, run.upperBound) { break }
            start += 1
        }
        return start..<run.upperBound
    }

    /// Whether the word is written with a capital where its place does not ask for one.
    func hasOwnCapital(_ token: Int) -> Bool { properWords.contains(text.hashes[token]) }

    func isRole(_ token: Int, _ limit: Int) -> Bool {
        Self.roles.longestMatch(in: text, at: token, limit: limit) != nil
    }
}
