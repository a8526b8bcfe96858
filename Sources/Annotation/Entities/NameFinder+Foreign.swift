import Language
import Records

/// Names in texts of other languages: countries as the language calls them, cities and organisations that everybody knows, and
/// people by their given names and offices. What is only a noun, or a word at the front of a sentence, is none.
extension NameFinder {
    /// What the lists say of one language.
    struct ForeignNames: Sendable {
        /// Its bit in the masks of `ForeignPlaces`.
        var mask: UInt16
        /// Words behind which something is a place.
        var prepositions: WordSet
        /// Offices before names.
        var titles: WordSet
    }

    /// Countries as other languages call them, and cities whose name is another word in English.
    private struct ForeignPlaces: Sendable {
        let names: Lexicon
        /// By the names' values: the entry in the gazetteer, and the languages.
        let entries: [(entry: Int, languages: UInt16)]

        init() {
            let codes = Gazetteer.shared.entriesOfCountries()
            var entries: [(entry: Int, languages: UInt16)] = []
            var phrases: [(phrase: String, value: Int)] = []
            // Few sets of languages, many names.
            var masks: [String: UInt16] = [:]
            func add(_ fields: [String], _ entry: Int?) {
                guard let entry, fields.count > 2 else { return }
                let mask = masks[fields[2]] ?? NameFinder.mask(fields[2])
                masks[fields[2]] = mask
                phrases.append((fields[0], entries.count))
                entries.append((entry, mask))
            }
            for fields in Tables.list("foreign-countries").entries { add(fields, codes[fields[1]]) }
            for fields in Tables.list("foreign-cities").entries {
                let name = TokenizedText(fields[1])
                add(fields, Gazetteer.shared.match(in: name, at: 0, limit: name.count)?.entry)
            }
            names = Lexicon(phrases)
            self.entries = entries
        }

        /// The longest name at a token that a language has.
        func match(in text: TokenizedText, at token: Int, limit: Int, _ mask: UInt16) -> (length: Int, entry: Int)? {
            guard let match = names.longestMatch(in: text, at: token, limit: limit),
                entries[match.value].languages & mask != 0
            else { return nil }
            return (match.length, entries[match.value].entry)
        }
    }

    /// Made when the first text of another language is read; the lists are in memory by then.
    private static let foreignPlaces = ForeignPlaces()
    private static let languages = ["da", "de", "es", "fi", "fr", "it", "nb", "nl", "pl", "pt", "sv"]

    private static func mask(_ codes: String) -> UInt16 {
        codes.split(separator: " ").reduce(0) { mask, code in
            languages.firstIndex(of: String(code)).map { mask | 1 << UInt16($0) } ?? mask
        }
    }

    /// By language.
    private static let foreign: [String: ForeignNames] = {
        let prepositions = byLanguage("foreign-prepositions")
        let titles = byLanguage("foreign-titles")
        return languages.reduce(into: [:]) { foreign, language in
            foreign[language] = ForeignNames(
                mask: mask(language), prepositions: WordSet(prepositions[language] ?? []),
                titles: WordSet(titles[language] ?? []))
        }
    }()

    private static func byLanguage(_ list: String) -> [String: [UInt64]] {
        var words: [String: [UInt64]] = [:]
        for fields in Tables.list(list).entries where fields.count > 1 {
            for language in fields[1].split(separator: " ") {
                words[String(language), default: []].append(WordHash.of(fields[0]))
            }
        }
        return words
    }

    /// Words of these languages that are names of places too.
    private static let foreignWords = WordSet(Tables.list("foreign-words").words.map(WordHash.of))
    /// Ends of German and Scandinavian words for offices.
    private static let officeEndings = [
        "kanzler", "kanzlerin", "minister", "ministerin", "präsident", "präsidentin", "sprecher", "sprecherin",
    ].map { Array($0.utf8) }
    private static let foreignWeight = 3

    /// Finds the names of a text in another language than English. Linear in its tokens.
    mutating func readForeign() {
        // Norwegian is written "no" as often.
        let names = Self.foreign[reading.language == "no" ? "nb" : reading.language]
        // What the text writes small anywhere is a word.
        var small: Set<UInt64> = []
        for token in 0..<text.count where text.kinds[token] == .word && !text.isCapitalised(token) {
            small.insert(text.hashes[token])
        }
        for sentence in text.sentences {
            var token = sentence.lowerBound
            while token < sentence.upperBound {
                token = readForeign(at: token, sentence, names, small: small) ?? token + 1
            }
        }
    }

    /// Reads the name that begins at a token, and returns its end.
    private mutating func readForeign(
        at token: Int, _ sentence: Range<Int>, _ names: ForeignNames?, small: Set<UInt64>
    ) -> Int? {
        guard text.kinds[token] == .word, text.isCapitalised(token) else { return nil }
        let limit = sentence.upperBound
        if let names, let country = Self.foreignPlaces.match(in: text, at: token, limit: limit, names.mask) {
            let isWord = country.length == 1 && small.contains(text.hashes[token])
            if !isWord { return take(token..<(token + country.length), .place, entry: country.entry) }
        }
        if let known = gazetteer.match(in: text, at: token, limit: limit), known.length > 1,
            gazetteer.entries[known.entry].type == .place || gazetteer.entries[known.entry].isCertain
        {
            return take(token..<(token + known.length), gazetteer.entries[known.entry].type, entry: known.entry)
        }
        if let person = foreignPerson(at: token, sentence, names, small: small) {
            mentions.append(NameMention(tokens: person, type: .person, weight: Self.foreignWeight))
            return person.upperBound
        }
        guard let match = knownForeign(at: token, limit, names, small: small) else { return nil }
        return take(token..<(token + match.length), gazetteer.entries[match.entry].type, entry: match.entry)
    }

    private mutating func take(_ tokens: Range<Int>, _ type: Entity.Kind, entry: Int) -> Int {
        mentions.append(NameMention(tokens: tokens, type: type, weight: Self.foreignWeight, entry: entry))
        return tokens.upperBound
    }

    /// A name that the lists know and that is nothing else here: of one word it is no word of the language, and a city that not
    /// everybody knows stands behind a preposition of place.
    private func knownForeign(
        at token: Int, _ limit: Int, _ names: ForeignNames?, small: Set<UInt64>
    ) -> (length: Int, entry: Int)? {
        let stands = token > 0 && names?.prepositions.contains(text.hashes[token - 1]) == true
        guard var match = gazetteer.match(in: text, at: token, limit: limit) else { return nil }
        if gazetteer.entries[match.entry].type == .group {
            // English peoples are other things elsewhere: "a Roma".
            guard let place = gazetteer.place(in: text, at: token, limit: limit, needsContext: stands) else {
                return nil
            }
            match = place
        }
        let entry = gazetteer.entries[match.entry]
        guard match.length == 1 else { return match }
        let clues = reading.clues[token]
        let isAcronym = text.flags[token].contains(.allCaps)
        if !isAcronym {
            guard !clues.contains(.function), stands || !clues.contains(.common), !small.contains(text.hashes[token]),
                !Self.foreignWords.contains(text.hashes[token])
            else { return nil }
        }
        switch entry.type {
        case .place:
            let isPerson = !clues.isDisjoint(with: [.given, .family]) || Gender.ofGiven(text.string(at: token)) != nil
            return stands || entry.isProminent && !isPerson && !(isAcronym && entry.placeKind != "country")
                ? match : nil
        case .organization: return entry.isCertain || isAcronym && !clues.contains(.noName) ? match : nil
        default: return match
        }
    }

    /// A given name, the particles behind it and a family name ("Ursula von der Leyen"), or what stands right behind the word
    /// for an office ("Bundeskanzler Scholz").
    private func foreignPerson(
        at token: Int, _ sentence: Range<Int>, _ names: ForeignNames?, small: Set<UInt64>
    ) -> Range<Int>? {
        let isGiven = isForeignGiven(token, small: small)
        let hasTitle = token > sentence.lowerBound && isForeignTitle(token - 1, names)
        guard isGiven || hasTitle, isForeignName(token, small: small) else { return nil }
        var end = token + 1
        while end < sentence.upperBound, isForeignGiven(end, small: small) || text.flags[end].contains(.initial) {
            end += 1
        }
        let givens = end
        while end - token < Self.longestPerson, let next = familyEnd(from: end, sentence, small: small) {
            end = next
            // A German noun has a capital, too.
            if reading.language == "de" { break }
        }
        // Two given names are a name, a single one is nobody in particular.
        return end > givens || givens > token + 1 || hasTitle ? token..<end : nil
    }

    /// "Luiz Inácio Lula da Silva".
    private static let longestPerson = 5
    private static let joiners = WordSet(["und", "y", "e", "i", "et", "en", "och", "og"].map(WordHash.of))

    /// Where a family name ends that begins at a token, with the particles before it.
    private func familyEnd(from start: Int, _ sentence: Range<Int>, small: Set<UInt64>) -> Int? {
        var token = start
        while token < sentence.upperBound, token - start < 3, reading.clues[token].contains(.particle),
            !text.isCapitalised(token), !Self.joiners.contains(text.hashes[token])
        {
            token += 1
        }
        guard token < sentence.upperBound, isForeignName(token, small: small), text.flags[token].contains(.spaced)
        else { return nil }
        return hyphenated(token + 1, sentence)
    }

    /// "Scholz", "Müller-[Armack]".
    private func hyphenated(_ end: Int, _ sentence: Range<Int>) -> Int {
        guard end + 1 < sentence.upperBound, text.kinds[end] == .hyphen, text.isCapitalised(end + 1) else { return end }
        return end + 2
    }

    private func isForeignGiven(_ token: Int, small: Set<UInt64>) -> Bool {
        guard isForeignName(token, small: small) else { return false }
        return reading.clues[token].contains(.given) || Gender.ofGiven(text.string(at: token)) != nil
    }

    /// Whether a word may be part of a person's name: with a capital, and nothing that the language writes small.
    private func isForeignName(_ token: Int, small: Set<UInt64>) -> Bool {
        text.kinds[token] == .word && text.isCapitalised(token) && !text.flags[token].contains(.allCaps)
            && text.ends[token] - text.starts[token] > 1 && !small.contains(text.hashes[token])
            && reading.clues[token].isDisjoint(with: [.calendar]) && !Self.foreignWords.contains(text.hashes[token])
    }

    private func isForeignTitle(_ token: Int, _ names: ForeignNames?) -> Bool {
        guard text.kinds[token] == .word, let names else { return false }
        if names.titles.contains(text.hashes[token]) { return true }
        let word = text.bytes[text.starts[token]..<text.ends[token]]
        return Self.officeEndings.contains { word.count > $0.count && word.suffix($0.count).elementsEqual($0) }
    }
}
