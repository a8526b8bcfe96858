import Foundation
import Language
import Records

/// Names known beforehand: places with their countries, organisations with their long forms, peoples.
struct Gazetteer: Sendable {
    /// One known name.
    struct Entry: Sendable {
        var type: Entity.Kind
        /// The country of a people, ISO 3166-1 alpha-2.
        fileprivate var peopleOf: String?
        /// What the name means where nothing in the text decides.
        fileprivate var place: Place?
        /// An acronym's long form.
        var longForm: String?
        /// Written in capitals only, so that "us" is not the US.
        var needsCapitals = false
        /// In a list of organisations by names that nothing else bears; what is counted in texts is not.
        var isCertain = false
        /// In the list of sports clubs, whose name stands for the players.
        var isClub = false

        /// ISO 3166-1 alpha-2.
        var country: String? { place?.country.letters ?? peopleOf }
        /// The record's word for the kind of place.
        var placeKind: String? { place?.kind.name }
        /// Whether a place is so well known that its name alone tells: a country, a capital, a state, one of a million people, or
        /// in the list by hand.
        var isProminent: Bool {
            guard let place else { return false }
            return place.kind == .country || !place.traits.isDisjoint(with: [.capital, .firstLevel, .known])
                || place.logPeople >= Self.logOfMillion
        }

        private static let logOfMillion = 13.8
    }

    /// The known names by number: those of the lists, then the places of the compiled file, which are made when asked for.
    struct Entries: Sendable {
        fileprivate let lists: [Entry]
        fileprivate let places: PlaceFile

        /// The entry of a number that a match gave.
        subscript(index: Int) -> Entry {
            if index < lists.count { return lists[index] }
            return Entry(type: .place, place: places[index - lists.count])
        }
    }

    /// An acronym of more letters is written like a word, too: "Nato", "Unesco".
    private static let mostInCapitals = 3

    /// The gazetteer of the module's lists.
    static let shared = Gazetteer()

    let entries: Entries
    private let names: Lexicon
    /// Every name of a place, also those that are places in context only.
    var places: PlaceFile { entries.places }

    private init() {
        var entries: [Entry] = []
        var phrases: [String] = []
        func add(_ name: String, _ entry: Entry) {
            var entry = entry
            entry.needsCapitals = name.utf8.count <= Self.mostInCapitals && name == name.uppercased()
            entries.append(entry)
            phrases.append(name)
        }
        for fields in Tables.list("more-organizations").entries {
            let longForm = fields.count > 1 && !fields[1].isEmpty ? fields[1] : nil
            add(fields[0], Entry(type: .organization, longForm: longForm, isCertain: true))
        }
        for name in Tables.list("known-events").words { add(name, Entry(type: .event)) }
        for fields in Tables.list("demonyms").entries {
            add(fields[0], Entry(type: .group, peopleOf: fields.count > 1 ? fields[1] : nil))
        }
        for list in ["sports-clubs", "listed-firms"] {
            for word in Tables.list(list).words {
                add(word, Entry(type: .organization, isCertain: true, isClub: list == "sports-clubs"))
            }
        }
        for word in Tables.list("organizations").words { add(word, Entry(type: .organization)) }
        names = Lexicon(phrases.enumerated().map { (phrase: $1, value: $0) })
        do {
            self.entries = Entries(lists: entries, places: try PlaceFile(path: Self.pathOfPlaces))
        } catch {
            // A broken installation, which no input can cause.
            preconditionFailure(error.description)
        }
    }

    /// Where the compiled list of places is installed.
    static var pathOfPlaces: String { ResourceFolder.module.path(of: "places.bin") }

    /// The longest known name at a token, in the capitals it needs. Of a place and another thing of one name the place
    /// counts if it leads.
    func match(in text: TokenizedText, at token: Int, limit: Int) -> (length: Int, entry: Int)? {
        guard token < limit else { return nil }
        let hasCapitals = text.flags[token].contains(.allCaps) || hasOneCapital(text, token)
        var place: (length: Int, name: PlaceFile.Name)?
        if places.mayBegin(text.hashes[token]) {
            place = places.longestName(in: text, at: token, limit: limit) { name in
                name.isKnownAlone && (hasCapitals || !name.needsCapitals)
            }
        }
        if let listed = names.longestMatch(in: text, at: token, limit: limit),
            hasCapitals || !entries[listed.value].needsCapitals
        {
            let placeWins =
                place.map { $0.name.leads ? $0.length >= listed.length : $0.length > listed.length } ?? false
            if !placeWins { return (listed.length, listed.value) }
        }
        return place.map { ($0.length, entries.lists.count + places.first(of: $0.name)) }
    }

    /// The longest name of a place at a token that is one wherever it stands, whatever else bears it; if asked, also a name that needs
    /// more than itself to be one.
    func place(
        in text: TokenizedText, at token: Int, limit: Int, needsContext: Bool = false
    ) -> (length: Int, entry: Int)? {
        guard token < limit, places.mayBegin(text.hashes[token]) else { return nil }
        let hasCapitals = text.flags[token].contains(.allCaps) || hasOneCapital(text, token)
        let found = places.longestName(in: text, at: token, limit: limit) { name in
            (needsContext ? !name.isFrontOnly : name.isKnownAlone) && (hasCapitals || !name.needsCapitals)
        }
        return found.map { ($0.length, entries.lists.count + places.first(of: $0.name)) }
    }

    /// The entry of each country by its code, as the lists of other languages name them. Linear in the places.
    func entriesOfCountries() -> [String: Int] {
        var found: [String: Int] = [:]
        for index in places.countries {
            if let code = places[index].country.letters { found[code] = entries.lists.count + index }
        }
        return found
    }

    /// "G7" and "U.": capitals that are too few to count as such.
    private func hasOneCapital(_ text: TokenizedText, _ token: Int) -> Bool {
        text.flags[token].contains(.capital) && !text.flags[token].contains(.lower)
    }
}
