import Language
import Records

/// Reads what an article says about the places it names: their names, what they are put into, what they are called.
/// Linear in the mentions; what is looked at around each is bounded.
struct PlaceSurvey {
    private static let of = WordHash.of("of")
    private static let ties = ["in", "of", "on"].map(WordHash.of)
    private static let and = WordHash.of("and")
    private static let or = WordHash.of("or")
    /// Nouns that "of" makes parts of what follows: the capital of Georgia is not Georgia.
    private static let partitive = ["capital", "district", "suburb", "area"].map(WordHash.of)
    /// "in the breakaway north-eastern part of" has seven tokens.
    private static let reach = 8
    /// Forms of one member's name that are looked up; an article seldom uses more than two.
    private static let mostForms = 4

    let cast: Cast
    private let places = Gazetteer.shared.places
    private let words = PlaceWords.shared

    private var text: TokenizedText { cast.reading.text }

    init(_ cast: Cast) { self.cast = cast }

    /// The places of the cast, in its order.
    func namings() -> [PlaceNaming] {
        cast.members.indices.filter { cast.members[$0].type == .place }.map { naming(of: $0) }
    }

    private func naming(of index: Int) -> PlaceNaming {
        let member = cast.members[index]
        var naming = PlaceNaming(member: index, mentions: member.mentions.count, ownKind: member.placeKind)
        var forms: [UInt64] = []
        var hints: [PlaceKind] = []
        for mention in member.mentions {
            let tokens = cast.mentions[mention].tokens
            let key = tokens.reduce(WordHash.seed) { WordHash.joining($0, text.hashes[$1]) }
            if forms.count < Self.mostForms, !forms.contains(key) {
                forms.append(key)
                addForm(tokens, to: &naming)
            }
            // What the text says once of a name holds for the whole article.
            if naming.containers.count + naming.peoples.count < Self.mostForms {
                addContainers(after: tokens, to: &naming)
                addOwners(before: tokens, to: &naming)
            }
            if let hint = kindBeside(tokens) { hints.append(hint) }
        }
        if naming.hint == nil { naming.hint = agreed(hints, of: naming) }
        return naming
    }

    /// What the words beside a name's mentions call it. "The Kyiv region" is no word about Kyiv where most mentions go without
    /// it; "the city of Kyiv" says once what holds for all.
    private func agreed(_ hints: [PlaceKind], of naming: PlaceNaming) -> PlaceKind? {
        guard let first = hints.first else { return nil }
        guard first == .region else { return first }
        let regions = hints.count { $0 == .region }
        return 2 * regions >= naming.mentions ? first : hints.first { $0 != .region }
    }

    // MARK: Names

    /// Adds what a form of the name may mean; of two forms of one thing only what both may mean counts.
    private func addForm(_ tokens: Range<Int>, to naming: inout PlaceNaming) {
        var (found, hint) = (candidates(of: tokens), PlaceKind?.none)
        var inherited = false
        if found.isEmpty { (found, hint, inherited) = candidatesOfParts(tokens) }
        guard !found.isEmpty else { return }
        if naming.candidates.isEmpty || naming.isInherited && !inherited {
            naming.candidates = found
            naming.isInherited = inherited
            if let hint { naming.hint = hint }
        } else if inherited == naming.isInherited {
            let both = naming.candidates.filter { known in found.contains { $0.place == known.place } }
            if !both.isEmpty { naming.candidates = both }
        }
    }

    private func candidates(of tokens: Range<Int>) -> [PlaceFile.Candidate] {
        // The ending of "St. John's" belongs to the name.
        let end = tokens.upperBound
        if end < text.count, text.kinds[end] == .possessive,
            let name = places.name(of: tokens.lowerBound..<(end + 1), in: text)
        {
            return places.candidates(of: name)
        }
        if tokens.count == 1, let state = StateAbbreviations.state(at: tokens.lowerBound, in: text),
            let name = places.name(of: state.place)
        {
            return places.candidates(of: name).filter { places[$0.place].kind == .region }
        }
        guard let name = places.name(of: tokens, in: text) else { return [] }
        if name.needsCapitals, text.flags[tokens.lowerBound].contains(.lower) { return [] }
        return places.candidates(of: name)
    }

    /// "Kherson Oblast" is the region of Kherson; "Kyiv Airport" and "Northern Gaza" lie where Kyiv and Gaza do.
    private func candidatesOfParts(
        _ tokens: Range<Int>
    ) -> (candidates: [PlaceFile.Candidate], hint: PlaceKind?, isInherited: Bool) {
        guard tokens.count > 1 else { return ([], nil, false) }
        let last = tokens.upperBound - 1
        let kind = NameFinder.placeKinds[text.hashes[last]].flatMap { PlaceKind(name: $0) }
        if kind == .region || kind == .city || kind == .island {
            let found = candidates(of: tokens.dropLast())
            if !found.isEmpty { return (found, kind, false) }
        }
        var start = tokens.lowerBound
        while start < last, words[text.hashes[start]].isDirection || text.kinds[start] == .hyphen { start += 1 }
        let isDirected = start > tokens.lowerBound
        if isDirected {
            let found = candidates(of: start..<tokens.upperBound)
            if !found.isEmpty { return (found, .region, true) }
        }
        guard words[text.hashes[last]].inherits,
            let front = places.longestName(in: text, at: start, limit: last, where: { !$0.needsCapitals })
        else { return ([], nil, false) }
        return (places.candidates(of: front.name), kind, true)
    }

    // MARK: What it lies in

    /// "Kharkiv, Ukraine", "Birmingham (Alabama)", "Mian Channu in Pakistan's Punjab province", "Gori, a town in Georgia".
    private func addContainers(after tokens: Range<Int>, to naming: inout PlaceNaming) {
        let end = text.sentence(of: tokens.lowerBound).upperBound
        var next = tokens.upperBound
        guard next + 1 < end else { return }
        if text.kinds[next] == .comma || text.kinds[next] == .open {
            if let found = placeName(at: next + 1, limit: end) {
                if !isListed(after: found.end, limit: end) { naming.containers.append(found.candidates) }
            } else {
                addContainer(along: next + 1, end, needsNoun: true, to: &naming)
            }
            return
        }
        if let kind = words[text.hashes[next]].kind, kind != .country, next + 2 < end { next += 1 }
        guard next < end, Self.ties.contains(text.hashes[next]) else { return }
        addContainer(along: next + 1, end, needsNoun: false, to: &naming)
    }

    /// Adds the first place or people along small words, in an apposition only after the noun that says what it tells of.
    private func addContainer(along start: Int, _ end: Int, needsNoun: Bool, to naming: inout PlaceNaming) {
        var noun: PlaceKind?
        for token in start..<min(end, start + Self.reach) {
            let isReady = !needsNoun || noun != nil
            if isReady, let country = people(at: token) {
                naming.peoples.append(country)
            } else if isReady, let found = placeName(at: token, limit: end) {
                naming.containers.append(found.candidates)
            } else {
                guard words[text.hashes[token]].isFiller || text.kinds[token] == .hyphen else { return }
                if noun == nil { noun = words[text.hashes[token]].kind }
                continue
            }
            if needsNoun, naming.hint == nil { naming.hint = noun }
            return
        }
    }

    /// Whether a list goes on: "Beirut, Jordan and …" says of nothing where it lies.
    private func isListed(after token: Int, limit: Int) -> Bool {
        guard token + 1 < limit, text.hashes[token] == Self.and || text.hashes[token] == Self.or else { return false }
        return text.isCapitalised(token + 1)
    }

    /// What a place's name at a token may mean, countries and regions only: cities contain little that has a name.
    private func placeName(at token: Int, limit: Int) -> (candidates: [PlaceFile.Candidate], end: Int)? {
        guard text.isCapitalised(token) else { return nil }
        if let state = StateAbbreviations.state(at: token, in: text), let name = places.name(of: state.place) {
            return (places.candidates(of: name).filter { places[$0.place].kind == .region }, token + 1)
        }
        let isCapitals = text.flags[token].contains(.allCaps) || !text.flags[token].contains(.lower)
        let found = places.longestName(in: text, at: token, limit: limit) { isCapitals || !$0.needsCapitals }
        guard let found else { return nil }
        let candidates = places.candidates(of: found.name).filter {
            let kind = places[$0.place].kind
            return kind == .country || kind == .region || kind == .island
        }
        return candidates.isEmpty ? nil : (candidates, token + found.length)
    }

    /// The country of the people named at a token.
    private func people(at token: Int) -> CountryCode? {
        guard let member = cast.member(at: token), cast.members[member].type == .group,
            let entry = cast.members[member].entry, let code = Gazetteer.shared.entries[entry].country
        else { return nil }
        return CountryCode(code)
    }

    /// "Ukraine's second city Kharkiv", "the Ukrainian city of Kharkiv".
    private func addOwners(before tokens: Range<Int>, to naming: inout PlaceNaming) {
        let start = text.sentence(of: tokens.lowerBound).lowerBound
        var token = tokens.lowerBound - 1
        var hasNoun = false
        let limit = max(start, token - Self.reach)
        while token >= limit {
            if text.kinds[token] == .possessive {
                guard token > start, let mention = cast.mention(at: token - 1),
                    cast.members[cast.memberOfMention[mention]].type == .place
                else { return }
                let owner = candidates(of: cast.mentions[mention].tokens)
                if !owner.isEmpty { naming.containers.append(owner) }
                return
            }
            if let country = people(at: token) {
                if hasNoun { naming.peoples.append(country) }
                return
            }
            guard words[text.hashes[token]].isFiller || text.kinds[token] == .hyphen else { return }
            if words[text.hashes[token]].kind != nil { hasNoun = true }
            token -= 1
        }
    }

    /// "Kherson region", "the province of Cordoba", "the town of Paris"; but a Texas town is not Texas.
    private func kindBeside(_ tokens: Range<Int>) -> PlaceKind? {
        let sentence = text.sentence(of: tokens.lowerBound)
        let next = tokens.upperBound
        if next < sentence.upperBound, !text.isCapitalised(next), let kind = words[text.hashes[next]].kind,
            kind != .country, kind != .city
        {
            return kind
        }
        let before = tokens.lowerBound - 1
        guard before > sentence.lowerBound, text.hashes[before] == Self.of,
            !Self.partitive.contains(text.hashes[before - 1])
        else { return nil }
        return words[text.hashes[before - 1]].kind
    }
}
