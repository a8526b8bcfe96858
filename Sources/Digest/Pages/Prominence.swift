import Records

/// How much somebody or something is in the news, against the days before.
struct Prominence: Sendable, Hashable {
    /// The name in its fullest form of the day, and its first mention in the leading article.
    let name: Told
    /// Reports of the day that name it; near copies count once.
    let today: Int
    /// Reports of each of the seven days before that name it, the oldest day first.
    let before: [Int]

    /// On how many of the days before anything came in.
    let daysWithNews: Int

    /// The mean of the days before on which anything came in.
    var meanBefore: Double { daysWithNews == 0 ? 0 : Double(before.reduce(0, +)) / Double(daysWithNews) }

    /// Days with news that a comparison needs; of two days before, everything is new or rising.
    private static let fewestDays = 3

    /// How it moved.
    var movement: Movement {
        guard daysWithNews >= Self.fewestDays else { return .steady }
        let mean = meanBefore
        if mean == 0 { return .new }
        return Double(today) >= 2 * mean ? .rising : .steady
    }

    /// How a name moved against the days before; "rising" is twice the mean or more.
    enum Movement: String, Sendable {
        case new, rising, steady
    }
}

/// The names most in the news.
struct ProminenceTables: Sendable {
    /// People.
    let people: [Prominence]
    /// Organisations.
    let organizations: [Prominence]
    /// Places.
    let places: [Prominence]

    /// Whether nobody and nothing is named.
    var isEmpty: Bool { people.isEmpty && organizations.isEmpty && places.isEmpty }
}

extension Newsroom {
    /// Names a table holds.
    private static let mostNames = 8
    /// Names a table holds even when each is in one report only.
    private static let fewestNames = 3
    /// Days an edition looks back.
    private static let daysBefore = 7

    private struct Tally {
        var today = 0
        var before = [Int](repeating: 0, count: Newsroom.daysBefore)
        /// The forms of the name, each where it was read first, the reports that have it, and whether one of them is English.
        var forms: [Line: (told: Told, reports: Int, isEnglish: Bool)] = [:]

        /// The fullest of the forms that one report in five has; one that is rare may be an error of one record. An edition is
        /// English: where English reports have a form, "Deutschland" is none.
        var name: Told? {
            let usual = forms.values.filter { $0.reports * 5 >= today }
            let english = forms.values.filter { $0.isEnglish }
            let chosen = usual.contains { $0.isEnglish } ? usual.filter(\.isEnglish) : english.isEmpty ? usual : english
            return chosen.map(\.told).max { one, other in
                let (short, long) = (one.line.text, other.line.text)
                return (short.utf8.count, long) < (long.utf8.count, short)
            }
        }
    }

    /// The names most in the news, by kind.
    func prominence() -> ProminenceTables {
        var tallies: [Entity.Kind: [String: Tally]] = [:]
        for article in filed.indices where original[article] == article {
            let record = record(article)
            let names = Self.names(in: record)
            for (kind, key, entity) in names {
                tallies[kind, default: [:]][key, default: Tally()].today += 1
                guard let mention = entity.mentions.first else { continue }
                let line = Line(entity.told(among: record.annotations.entities), limit: 80)
                let told = Told(line: line, reference: Reference(article: article, range: mention.range))
                tallies[kind]?[key]?.forms[line, default: (told, 0, false)].reports += 1
                if record.article.language?.hasPrefix("en") ?? true {
                    tallies[kind]?[key]?.forms[line]?.isEnglish = true
                }
            }
        }
        let keys = Dictionary(
            tallies.values.flatMap(\.keys).map { (WordHashes.hash(of: $0), $0) },
            uniquingKeysWith: { first, _ in first })
        for article in earlier {
            let daysAgo = day.ordinal - article.day.ordinal
            guard (1...Self.daysBefore).contains(daysAgo) else { continue }
            for (kind, hash) in article.names {
                guard let key = keys[hash], tallies[kind]?[key] != nil else { continue }
                tallies[kind]?[key]?.before[Self.daysBefore - daysAgo] += 1
            }
        }
        return ProminenceTables(
            people: table(tallies[.person]), organizations: table(tallies[.organization]),
            places: table(tallies[.place]))
    }

    private func table(_ tallies: [String: Tally]?) -> [Prominence] {
        let daysWithNews = Set(earlier.map(\.day)).filter { (1...Self.daysBefore).contains(day.ordinal - $0.ordinal) }
            .count
        let ranked = (tallies ?? [:]).sorted { ($1.value.today, $0.key) < ($0.value.today, $1.key) }
        let often = ranked.prefix { $0.value.today > 1 }
        return ranked.prefix(min(Self.mostNames, max(often.count, Self.fewestNames))).compactMap { _, tally in
            tally.name.map {
                Prominence(name: $0, today: tally.today, before: tally.before, daysWithNews: daysWithNews)
            }
        }
    }

    private static let leastSure = 0.5

    /// The people, organisations and places of a record, each key once, in order of first mention.
    static func names(in record: ArticleRecord) -> [(kind: Entity.Kind, key: String, entity: Entity)] {
        var seen: Set<String> = []
        return record.annotations.entities.compactMap { entity in
            // What is likelier no such name than one heads no list.
            guard [.person, .organization, .place].contains(entity.type), entity.confidence ?? 1 >= leastSure else {
                return nil
            }
            let key = NameKey(entity).text
            // A first name alone is nobody in particular.
            if entity.type == .person, entity.name.utf8.firstIndex(of: 0x20) == nil, entity.roles.isEmpty { return nil }
            guard !key.isEmpty, seen.insert("\(entity.type.rawValue) \(key)").inserted else { return nil }
            return (entity.type, key, entity)
        }
    }
}
