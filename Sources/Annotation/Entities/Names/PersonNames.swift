import Language

/// The people a document names in full, by every word of their names, so that a part of a name finds its person.
struct PersonNames {
    /// One word of a name.
    struct Word {
        /// By how it sounds, so that spellings meet.
        var sound: UInt64
        /// The first letter, folded.
        var letter: UInt8
        var isInitial: Bool
    }

    /// A person named in full.
    struct Person {
        var key: UInt64
        /// Without particles and endings such as "Jr.".
        var words: [Word]
        /// The mention by which the person was last named in full before the one that is looked at.
        var lastMention: Int
        var gender: Gender?
        /// The last words of the titles before the name.
        var titles: Set<UInt64> = []
    }

    /// What the words before a name tell of who bears it.
    struct Hint {
        var gender: Gender?
        /// The last word of an office.
        var title: UInt64?
    }

    /// How a single word belongs to a name, the closer first.
    private enum Part: Int {
        case family, inner, given
    }

    /// People who share a word of their names; more than so many are not told apart.
    private static let most = 8
    private static let endings = TitleReader.hashes("jr jr. sr sr. ii iii iv")
    private static let nicknames: [UInt64: UInt64] = {
        var full: [UInt64: UInt64] = [:]
        for fields in Tables.list("nicknames").entries where fields.count > 1 {
            full[NameSpelling.sounding(fields[0])] = NameSpelling.sounding(fields[1])
        }
        return full
    }()

    private(set) var people: [Person] = []
    private var byWord: [UInt64: [Int]] = [:]
    private var lone: [UInt64: Int] = [:]

    /// Loads the tables.
    static func warmUp() { _ = nicknames }

    /// The words of a name, without particles.
    static func words(of tokens: Range<Int>, in reading: Reading) -> [Word] {
        let text = reading.text
        return tokens.compactMap { token in
            guard text.kinds[token] == .word, !endings.contains(text.hashes[token]) else { return nil }
            if reading.clues[token].contains(.particle), token < tokens.upperBound - 1,
                !text.flags[token].contains(.capital) || text.kinds[token + 1] == .hyphen
            {
                return nil
            }
            let name = text.string(at: token)
            guard let letter = NameSpelling.plain(name).first else { return nil }
            return Word(
                sound: NameSpelling.sounding(name), letter: letter,
                isInitial: text.flags[token].contains(.initial))
        }
    }

    /// Notes a full name, and returns the key of the person it is of: that of a fuller or shorter form noted before,
    /// where there is one. `given` is what the given name tells, where the words before the name tell no gender.
    mutating func add(_ key: UInt64, _ words: [Word], _ hint: Hint, given: Gender?) -> UInt64 {
        let gender = hint.gender ?? given
        guard words.count > 1 else { return key }
        let near = Set(words.filter { !$0.isInitial }.flatMap { byWord[$0.sound] ?? [] }).sorted()
        let index: Int
        if let same = near.first(where: { Self.isSame(people[$0].words, words) }) {
            index = same
            if words.count > people[same].words.count { people[same].words = words }
            people[same].gender = people[same].gender ?? gender
        } else {
            index = people.count
            people.append(Person(key: key, words: words, lastMention: -1, gender: gender))
        }
        if let title = hint.title { people[index].titles.insert(title) }
        note(index, words)
        return people[index].key
    }

    /// Notes somebody who is only named by family name, and of whom the words before it tell what is true of nobody
    /// named in full: "Mr. Obama" beside Michelle Obama.
    mutating func add(lone key: UInt64, _ word: Word, _ hint: Hint) {
        guard let known = byWord[word.sound], let gender = hint.gender else { return }
        let family = known.filter { part(word.sound, of: people[$0].words) == .family }
        guard !family.isEmpty, family.allSatisfy({ people[$0].gender != nil && people[$0].gender != gender }) else {
            return
        }
        people.append(Person(key: key, words: [word], lastMention: -1, gender: gender))
        lone[key] = people.count - 1
        note(people.count - 1, [word])
    }

    /// Gives an office that stands before a lone family name to whoever is only named so, where nobody named in full
    /// has it.
    mutating func addTitle(_ title: UInt64, lone word: Word) {
        let known = byWord[word.sound] ?? []
        guard !known.contains(where: { people[$0].titles.contains(title) }) else { return }
        for index in known where people[index].words.count == 1 { people[index].titles.insert(title) }
    }

    private mutating func note(_ index: Int, _ words: [Word]) {
        for word in words where !word.isInitial {
            var known = byWord[word.sound] ?? []
            if known.count < Self.most, !known.contains(index) { known.append(index) }
            byWord[word.sound] = known
        }
    }

    /// Notes that a mention names a person in full.
    mutating func renew(_ key: UInt64, at mention: Int, _ words: [Word]) {
        for index in words.first.flatMap({ byWord[$0.sound] }) ?? [] where people[index].key == key {
            people[index].lastMention = mention
        }
    }

    /// Notes that a mention names somebody who is only named by family name.
    mutating func renew(lone key: UInt64, at mention: Int) {
        if let index = lone[key] { people[index].lastMention = mention }
    }

    /// Whether one list of words is a form of the other: every word of the shorter one in its order, initials and short
    /// forms allowed, the first or the last one among them; or the same words the other way round.
    private static func isSame(_ one: [Word], _ other: [Word]) -> Bool {
        let (short, long) = one.count <= other.count ? (one, other) : (other, one)
        if short.count == 2, long.count == 2, short[0].sound == long[1].sound, short[1].sound == long[0].sound {
            return true
        }
        let initials = [short, long].map { Set($0.filter(\.isInitial).map(\.letter)) }
        if !initials[0].isEmpty, !initials[1].isEmpty, initials[0] != initials[1] { return false }
        var at = 0
        var whole = 0
        var ends = false
        for word in short {
            while at < long.count, !matches(word, long[at]) { at += 1 }
            guard at < long.count else { return false }
            if word.sound == long[at].sound, !word.isInitial {
                whole += 1
                ends = ends || at == long.count - 1
            }
            at += 1
        }
        let begins = matches(short[0], long[0])
        return whole > 0 && (ends || begins && whole > 1)
    }

    private static func matches(_ one: Word, _ other: Word) -> Bool {
        if one.isInitial || other.isInitial { return one.letter == other.letter }
        return one.sound == other.sound || nicknames[one.sound] == other.sound || nicknames[other.sound] == one.sound
            || nicknames[one.sound] != nil && nicknames[one.sound] == nicknames[other.sound]
    }

    /// The person a part of a name is of: by family name, else by a middle or given name that only one bears. Of two
    /// with one family name the one of whom the title before it tells, else the one named in full last.
    func person(named word: UInt64, _ hint: Hint, takesGiven: Bool = true) -> UInt64? {
        guard let known = byWord[word] else { return nil }
        var found: [Part: [Int]] = [:]
        for index in known { found[part(word, of: people[index].words), default: []].append(index) }
        if let family = found[.family] {
            var fitting = family.filter {
                hint.gender == nil || people[$0].gender == nil || people[$0].gender == hint.gender
            }
            let titled = fitting.filter { person in hint.title.map { people[person].titles.contains($0) } ?? false }
            if !titled.isEmpty { fitting = titled }
            return fitting.max { people[$0].lastMention < people[$1].lastMention }.map { people[$0].key }
        }
        for part in [Part.inner, .given] where takesGiven {
            guard let only = found[part] else { continue }
            return only.count == 1 ? people[only[0]].key : nil
        }
        return nil
    }

    private func part(_ word: UInt64, of words: [Word]) -> Part {
        if words.last?.sound == word { return .family }
        return words.first?.sound == word ? .given : .inner
    }

    /// Whether a word is part of somebody's name, and whether it is the family name.
    func knows(_ word: UInt64) -> Bool { byWord[word] != nil }
}
