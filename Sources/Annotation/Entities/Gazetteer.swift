import Language
import Records

/// Names known beforehand: places with their countries, organisations with their long forms, peoples.
struct Gazetteer: Sendable {
    /// One known name.
    struct Entry: Sendable, Equatable {
        var name: String
        var type: Entity.Kind
        /// ISO 3166-1 alpha-2.
        var country: String?
        var placeKind: String?
        var location: GeoPoint?
        var geonamesId: Int?
        /// An acronym's long form.
        var longForm: String?
        /// Written in capitals only, so that "us" is not the US.
        var needsCapitals = false
    }

    /// The gazetteer of the module's lists.
    static let shared = Gazetteer()

    let entries: [Entry]
    private let names: Lexicon

    private init() {
        var entries: [Entry] = []
        Self.addPlaces(to: &entries)
        for fields in Tables.list("more-organizations").entries {
            var entry = Entry(name: fields[0], type: .organization)
            if fields.count > 1, !fields[1].isEmpty { entry.longForm = fields[1] }
            entries.append(entry)
        }
        for name in Tables.list("known-events").words { entries.append(Entry(name: name, type: .event)) }
        for fields in Tables.list("demonyms").entries {
            entries.append(Entry(name: fields[0], type: .group, country: fields.count > 1 ? fields[1] : nil))
        }
        for word in Tables.list("organizations").words { entries.append(Entry(name: word, type: .organization)) }
        for fields in Tables.list("places").entries {
            var entry = Entry(name: fields[0], type: .place)
            entry.placeKind = fields[1]
            entry.country = fields.count > 2 ? fields[2] : nil
            if fields.count > 4, let latitude = Double(fields[3]), let longitude = Double(fields[4]) {
                entry.location = GeoPoint(latitude: latitude, longitude: longitude)
            }
            if let id = fields.last, fields.count > 3 { entry.geonamesId = Int(id) }
            entries.append(entry)
        }
        for word in Tables.list("news-places").words { entries.append(Entry(name: word, type: .place)) }
        for index in entries.indices {
            let name = entries[index].name
            entries[index].needsCapitals = name.utf8.count <= 5 && name == name.uppercased()
        }
        let phrases = entries.enumerated().map { (phrase: $1.name, value: $0) }
        entries = Self.completed(entries)
        self.entries = entries
        names = Lexicon(phrases)
    }

    private static func addPlaces(to entries: inout [Entry]) {
        for fields in Tables.list("more-places").entries {
            var entry = Entry(name: fields[0], type: .place)
            entry.placeKind = fields.count > 1 ? fields[1] : nil
            entry.country = fields.count > 2 ? fields[2] : nil
            entries.append(entry)
        }
    }

    /// Gives the places listed by hand the coordinates and ids of the compiled list, by name and country.
    private static func completed(_ entries: [Entry]) -> [Entry] {
        var known: [String: Entry] = [:]
        for entry in entries where entry.geonamesId != nil { known[entry.name] = known[entry.name] ?? entry }
        return entries.map { entry in
            guard entry.type == .place, entry.geonamesId == nil, let fuller = known[entry.name],
                entry.country == nil || entry.country == fuller.country
            else { return entry }
            var entry = entry
            entry.country = fuller.country
            entry.placeKind = entry.placeKind ?? fuller.placeKind
            entry.location = fuller.location
            entry.geonamesId = fuller.geonamesId
            return entry
        }
    }

    /// The longest known name at a token, in the capitals it needs.
    func match(in text: TokenizedText, at token: Int, limit: Int) -> (length: Int, entry: Int)? {
        guard let match = names.longestMatch(in: text, at: token, limit: limit) else { return nil }
        if entries[match.value].needsCapitals, !text.flags[token].contains(.allCaps), !hasOneCapital(text, token) {
            return nil
        }
        return (match.length, match.value)
    }

    /// "G7" and "U.": capitals that are too few to count as such.
    private func hasOneCapital(_ text: TokenizedText, _ token: Int) -> Bool {
        text.flags[token].contains(.capital) && !text.flags[token].contains(.lower)
    }
}
