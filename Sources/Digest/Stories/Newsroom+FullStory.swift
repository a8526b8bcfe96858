import Records

extension Newsroom {
    /// A story's reports with their passages, the leading one first; each text is indexed once.
    struct Sourcebook {
        /// Article, record and passages of each report.
        let entries: [(article: Int, record: ArticleRecord, passages: Passages)]
    }

    /// Reports of a story read for its facts; more repeat each other.
    private static let mostReportsRead = 24
    /// The longest sentence shown whole, in scalars.
    static let longestSentence = 600

    /// The body of a story.
    func fullStory(of story: EditionStory) -> FullStory {
        let order = [story.lead] + story.reports.map(\.article).filter { $0 != story.lead }
        let book = Sourcebook(
            entries: order.prefix(Self.mostReportsRead).map { ($0, record($0), passages($0)) })
        let who = actors(in: book)
        return FullStory(
            sentences: sentences(from: book), who: who, places: places(in: book), when: when(in: book),
            figures: figures(in: book, most: 4), quotes: quotes(in: book, of: story.thread, most: 2),
            disagreements: disagreements(in: book), newcomers: newcomers(among: who, in: story.thread))
    }

    /// Newcomers told of a story; more make a list of the day's names.
    private static let mostNewcomers = 3

    /// Who of a story's people and organisations was in no report of it before.
    private func newcomers(among who: [FullStory.Actor], in thread: StoryThread) -> [Told] {
        guard thread.status == .developing else { return [] }
        var known: Set<UInt64> = []
        for report in thread.linked { known.formUnion(earlier[report].forms) }
        let new = who.map(\.name).filter { name in
            let key = NameKey(name: name.line.text)
            return !known.contains(key.hash) && !known.contains(WordHashes.hash(of: key.words.last ?? ""))
        }
        return Array(new.prefix(Self.mostNewcomers))
    }

    /// Two or three sentences: the leading report's summary; where that gives fewer than two, the next reports'.
    private func sentences(from book: Sourcebook) -> [Told] {
        var told: [Told] = []
        for (article, record, passages) in book.entries where told.count < 2 {
            let headline = articles[article].headline
            let all = Self.tellingSentences(of: record)
            let ranges = all.count > 1 ? all.filter { $0 != headline.range } : all
            for range in ranges.prefix(3 - told.count) {
                let line = passages.line(range, limit: Self.longestSentence)
                guard !line.isEmpty, !told.contains(where: { $0.line == line }) else { continue }
                told.append(Told(line: line, reference: Reference(article: article, range: range)))
            }
        }
        return told
    }

    /// The summary; without one the first sentences; without sentences the first block.
    private static func tellingSentences(of record: ArticleRecord) -> [TextRange] {
        let annotations = record.annotations
        if !annotations.summary.isEmpty { return annotations.summary }
        if !annotations.sentences.isEmpty { return Array(annotations.sentences.prefix(2)) }
        if let block = record.article.blocks.first { return [block.range] }
        return [TextRange(0, longestSentence)]
    }

    private func when(in book: Sourcebook) -> FullStory.When? {
        for (article, record, passages) in book.entries {
            guard let answer = record.annotations.story?.when, record.isAnchored(answer) else { continue }
            let line = passages.line(answer.range, limit: 120)
            guard !line.isEmpty else { continue }
            return FullStory.When(
                told: Told(line: line, reference: Reference(article: article, range: answer.range)),
                span: record.eventSpan)
        }
        return nil
    }

    private func places(in book: Sourcebook) -> [Told] {
        let named = namesInStory(book, of: [.place])
        var places: [Told] = []
        var seen: Set<NameKey> = []
        func add(_ line: Line, _ reference: Reference) {
            guard places.count < 3, !line.isEmpty, seen.insert(NameKey(name: line.text)).inserted else { return }
            places.append(Told(line: line, reference: reference))
        }
        for (article, record, passages) in book.entries {
            // What only the headline says is read there.
            guard let answer = record.annotations.story?.where, answer.of == nil else { continue }
            let key = record.entity(answer.entity).map { NameKey($0) }
            let name = named.first { $0.key == key }?.actor.name.line
            add(name ?? passages.line(answer.range, limit: 80), Reference(article: article, range: answer.range))
            break
        }
        let located = locatedPlaces(in: book)
        for place in named where located.isEmpty || located.contains(place.key) {
            add(place.actor.name.line, place.actor.name.reference)
        }
        return places
    }

    /// The places that the records know to lie somewhere; a name that is none of them is often no place at all.
    private func locatedPlaces(in book: Sourcebook) -> Set<NameKey> {
        Set(
            book.entries.flatMap { $0.record.annotations.entities }
                .filter { $0.type == .place && ($0.location != nil || $0.country != nil) }
                .map { NameKey($0) })
    }

    private func actors(in book: Sourcebook) -> [FullStory.Actor] {
        namesInStory(book, of: [.person, .organization]).prefix(6).map(\.actor)
    }

    /// The names of some kinds by their keys, the most prominent first, each in its fullest form with its first role.
    private func namesInStory(
        _ book: Sourcebook, of kinds: Set<Entity.Kind>
    ) -> [(key: NameKey, actor: FullStory.Actor)] {
        var prominence: [NameKey: Double] = [:]
        var actors: [NameKey: FullStory.Actor] = [:]
        for (article, record, _) in book.entries {
            let mentions = Double(max(1, record.annotations.entities.reduce(0) { $0 + $1.mentions.count }))
            let entities = record.entitiesByID
            for entity in record.annotations.entities where kinds.contains(entity.type) {
                let name = Line(entity.told(among: record.annotations.entities), limit: 80)
                guard let first = entity.mentions.first, !name.isEmpty else { continue }
                let key = NameKey(entity)
                prominence[key, default: 0] += entity.knownSalience ?? Double(entity.mentions.count) / mentions
                let known = actors[key]
                let told = Told(line: name, reference: Reference(article: article, range: first.range))
                // A country's names are all whole; a long one of another report may be an error.
                let isWhole = entity.type == .place
                let fuller = known.map { !isWhole && $0.name.line.text.utf8.count < name.text.utf8.count } ?? true
                actors[key] = FullStory.Actor(
                    name: fuller ? told : known?.name ?? told,
                    role: known?.role ?? role(of: entity, among: entities, article: article))
            }
        }
        return actors.sorted { one, other in
            let (first, second) = (prominence[one.key] ?? 0, prominence[other.key] ?? 0)
            return first != second ? first > second : one.key.text < other.key.text
        }.map { (key: $0.key, actor: $0.value) }
    }

    /// "Secretary-General, United Nations": the present office before a former one.
    private func role(of entity: Entity, among entities: [String: Entity], article: Int) -> Told? {
        guard let role = entity.roles.first(where: { $0.former != true }) ?? entity.roles.first else { return nil }
        let title = Line(role.title, limit: 80)
        guard !title.isEmpty else { return nil }
        let organization = role.organization.flatMap { entities[$0]?.name } ?? role.organizationName ?? ""
        let isKnown = organization.isEmpty || title.text.lowercased().contains(organization.lowercased())
        let names = isKnown ? [title.text] : [title.text, organization]
        let former = role.former == true && !title.text.lowercased().hasPrefix("former") ? "former " : ""
        return Told(
            line: Line(former + names.joined(separator: ", "), limit: 120),
            reference: Reference(article: article, range: role.range))
    }
}
