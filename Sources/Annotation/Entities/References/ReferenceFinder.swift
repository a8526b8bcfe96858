import Language
import Records

/// Links nouns and pronouns to the people and organisations they stand for, in one sweep over the tokens. Where two fit
/// about equally nothing is linked.
struct ReferenceFinder {
    /// What a mention adds to the focus by the part it plays. A subject's lead over an object is smaller than `margin`,
    /// so that of two people named in one sentence neither is taken.
    static let weights: [Grammar.Place: Double] = [.subject: 1, .object: 0.75, .oblique: 0.6, .possessor: 0.5]
    /// How much longer the first of two candidates must be in mind.
    static let margin = 1.35
    /// What is left of a weight after a sentence, after one that is all quotation, and, besides, after a paragraph.
    private static let sentenceFade = 0.5
    private static let quotedFade = 0.85
    private static let paragraphFade = 0.8
    /// What has fewer tokens is a line of a list, a figure, a heading.
    private static let shortestSentence = 7
    /// Names inside quotation marks are less likely to be meant outside.
    private static let quotedWeight = 0.4

    /// In "Her daughter, Karin, said" the article goes on about her more often than about Karin.
    private static let somebodysWeight = 0.6

    /// A link that was found.
    struct Link {
        var tokens: Range<Int>
        var kind: Mention.Kind
        var member: Int
    }

    let cast: Cast
    let text: TokenizedText
    let grammar: Grammar
    let titles: TitleReader
    let holders: RoleHolders
    let stretches: [QuotedStretch]
    /// The stretch each token stands in, or -1.
    let stretchOfToken: [Int32]

    var genders: [Gender?]
    var ages: [Int?]
    var people = Focus()
    var things = Focus()
    /// Who "they" may be: peoples, organisations' members, and those without a name.
    var crowds = Focus()
    var links: [Link] = []
    /// Organisations named so far, by the words of their names.
    var organizationsByWord: [UInt64: [Int]] = [:]
    /// The first token of the clause that is read.
    var clause = 0
    /// Who spoke last.
    var lastSpeaker: Int?
    /// A pronoun that stands before the name it means: "In his speech, Rutte …".
    var pending: (token: Int, gender: Gender)?

    init(_ cast: Cast) {
        self.cast = cast
        text = cast.reading.text
        grammar = Grammar(cast.reading)
        titles = TitleReader(text: cast.reading.text)
        holders = RoleHolders(cast)
        stretches = QuotationMarks.stretches(in: cast.reading.text)
        var stretchOfToken = [Int32](repeating: -1, count: cast.reading.text.count)
        for (index, stretch) in stretches.enumerated() {
            for token in stretch.tokens { stretchOfToken[token] = Int32(clamping: index) }
        }
        self.stretchOfToken = stretchOfToken
        genders = cast.members.map(\.gender)
        ages = cast.members.map(\.age)
    }

    /// Loads the tables.
    static func warmUp() {
        _ = (OrganizationNouns.shared, PersonNouns.shared)
        warmUpCrowds()
    }

    /// Reads the text. Linear: each token is looked at a bounded number of times, and the focus is of bounded size.
    mutating func run() {
        for paragraph in text.paragraphs {
            for sentence in paragraph.sentences {
                read(text.sentences[sentence])
                // A line of a list or table takes nobody out of mind.
                if text.sentences[sentence].count < Self.shortestSentence { continue }
                let isQuoted = isQuoted(text.sentences[sentence])
                people.fade(isQuoted ? Self.quotedFade : Self.sentenceFade)
                things.fade(isQuoted ? Self.quotedFade : Self.sentenceFade)
                crowds.fade(isQuoted ? Self.quotedFade : Self.sentenceFade)
            }
            if paragraph.tokens.count < Self.shortestSentence { continue }
            people.fade(Self.paragraphFade)
            things.fade(Self.paragraphFade)
            crowds.fade(Self.paragraphFade)
        }
    }

    /// Whether a sentence stands wholly in quotation marks.
    private func isQuoted(_ sentence: Range<Int>) -> Bool {
        guard let first = sentence.first, stretchOfToken[first] >= 0 else { return false }
        return stretchOfToken[sentence.upperBound - 1] == stretchOfToken[first]
    }

    private mutating func read(_ sentence: Range<Int>) {
        clause = sentence.lowerBound
        pending = nil
        var token = sentence.lowerBound
        while token < sentence.upperBound {
            if let mention = cast.mention(at: token) {
                see(mention, sentence)
                token = max(token + 1, cast.mentions[mention].tokens.upperBound)
                continue
            }
            if grammar.isSpeech(token, sentence) {
                noteSpeaker(sentence, at: token)
                clause = token + 1
            } else if grammar.opensClause(token, cast) {
                clause = token + 1
            }
            if text.kinds[token] == .number, AgeReader(text: text).isCompound(token) {
                // Articles before it were passed; the phrase is read from the number.
                token = readAge(at: token, sentence) ?? token + 1
                continue
            }
            guard text.kinds[token] == .word else {
                token += 1
                continue
            }
            if let gender = Pronouns.gender(text.hashes[token]) {
                read(pronoun: token, gender, sentence)
            } else if Pronouns.isThing(text.hashes[token]) {
                readThing(token, sentence)
            } else if Pronouns.isCrowd(text.hashes[token]) {
                readCrowd(token, sentence)
            } else if let end = readPhrase(at: token, sentence) {
                for word in token..<end where text.kinds[word] == .word { noteCrowd(word, sentence) }
                token = end
                continue
            } else {
                noteCrowd(token, sentence)
            }
            token += 1
        }
    }

    /// Keeps in mind who speaks: the subject of a verb of speech outside quotation marks.
    private mutating func noteSpeaker(_ sentence: Range<Int>, at verb: Int) {
        guard stretchOfToken[verb] < 0 else { return }
        let subjects = people.candidates.filter { $0.token >= sentence.lowerBound && $0.place == .subject }
        if let latest = subjects.max(by: { $0.token < $1.token }) { lastSpeaker = latest.member }
    }

    /// Notes a name.
    private mutating func see(_ mention: Int, _ sentence: Range<Int>) {
        let member = cast.memberOfMention[mention]
        let tokens = cast.mentions[mention].tokens
        let place = grammar.place(of: tokens, cast)
        var weight = Self.weights[place] ?? 0
        if stretchOfToken[tokens.lowerBound] >= 0 { weight *= Self.quotedWeight }
        seeCrowd(member, tokens, weight: weight, as: place)
        switch cast.members[member].type {
        case .person:
            settlePending(member, tokens, sentence)
            if isSomebodys(tokens.lowerBound, sentence) { weight *= Self.somebodysWeight }
            people.see(member, genders[member], weight: weight, at: tokens.lowerBound, as: place)
        case .organization:
            noteWords(of: member, tokens)
            things.see(member, nil, weight: weight, at: tokens.lowerBound, as: place)
        case .place:
            things.see(member, nil, weight: weight, at: tokens.lowerBound, as: place)
        default: break
        }
    }

    private mutating func noteWords(of member: Int, _ tokens: Range<Int>) {
        var words = tokens.map { text.hashes[$0] }
        if let entry = cast.members[member].entry, let long = Gazetteer.shared.entries[entry].longForm {
            words += TokenizedText(long).hashes
        }
        for word in words where organizationsByWord[word]?.last != member {
            var known = organizationsByWord[word] ?? []
            known.removeAll { $0 == member }
            if known.count == Self.mostOfOneWord { known.removeFirst() }
            organizationsByWord[word] = known + [member]
        }
    }

    /// Of organisations that share a word of their names so many are kept, the latest ones.
    private static let mostOfOneWord = 6

    private mutating func settlePending(_ member: Int, _ tokens: Range<Int>, _ sentence: Range<Int>) {
        guard let waiting = pending, genders[member] == nil || genders[member] == waiting.gender else { return }
        pending = nil
        guard clause > waiting.token, grammar.place(of: tokens, cast) == .subject else { return }
        link(waiting.token..<(waiting.token + 1), .pronoun, member)
        genders[member] = waiting.gender
    }

    mutating func link(_ tokens: Range<Int>, _ kind: Mention.Kind, _ member: Int) {
        links.append(Link(tokens: tokens, kind: kind, member: member))
    }
}

extension Cast {
    /// Links nouns and pronouns to members.
    mutating func findReferences() {
        guard reading.isEnglish, !members.isEmpty else { return }
        var finder = ReferenceFinder(self)
        finder.run()
        for link in finder.links.sorted(by: { $0.tokens.lowerBound < $1.tokens.lowerBound }) {
            members[link.member].references.append(Reference(tokens: link.tokens, kind: link.kind))
            memberOfReference[link.tokens.upperBound - 1] = link.member
        }
        for index in members.indices {
            members[index].gender = finder.genders[index]
            members[index].age = finder.ages[index]
        }
    }
}
