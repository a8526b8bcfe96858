import Markup
import Records

/// Chooses the authors: every name that the page offers is weighed by where it stands and what it looks like.
struct BylineReader {
    private let head: ArticleHead
    private let names: BylineNames
    private var roles: [String: String] = [:]
    /// In which list or element each name was found first: names of one are equals.
    private var groups: [String: Int] = [:]
    /// Everything that was looked at.
    private(set) var evidence = Evidence(.bylines)

    /// Reads one page's authors. Linear in the page.
    init(_ head: ArticleHead) {
        self.head = head
        names = BylineNames(siteNames: head.siteNames, persons: Self.persons(head.linked))
        addLinked()
        addMeta()
        addMicrodata()
        for found in BylineMarks(head).found { add(found.text, found.clues, group: found.group) }
        describe()
        evidence.weighEach()
    }

    /// The authors in the order in which they were found.
    var bylines: [Byline] { chosen.map { Byline(name: $0.value, role: roles[$0.key]) } }

    /// Every candidate and its fate.
    var trace: FieldTrace { evidence.trace(chosen: chosen.map(\.key)) }

    /// Names below this are left out. On development sites unseen in learning, 44 % of the names between .4 and .5 are
    /// right and 65 % of those between .5 and .7. At .46 the F1 of authors is .01 higher, but one page more in twenty-five
    /// that have none is given one.
    private static let least = 0.52

    private var chosen: [Evidence.Candidate] {
        let given = evidence.candidates.filter { $0.objection == nil && $0.confidence >= Self.least }
        let lines = Set(given.filter { Self.standsInLine($0.clues) }.compactMap { groups[$0.key] })
        guard !lines.isEmpty else { return given }
        return evidence.candidates.filter { candidate in
            guard candidate.objection == nil else { return false }
            return candidate.confidence >= Self.least
                || (Self.standsInLine(candidate.clues) && groups[candidate.key].map(lines.contains) ?? false)
        }
    }

    /// Whether a full name stands in a line that opens with "By": those of one line wrote the article together.
    private static func standsInLine(_ clues: ClueSet) -> Bool {
        clues.has(.line) && isFullName(clues) && clues.isDisjoint(with: ClueSet(.otherRole, .small, .sentence))
    }

    /// Adds the names of a value; an organisation's is one, whatever words join it.
    private mutating func add(_ value: String, _ clue: Clue, group: Int = -1) {
        add(value, ClueSet(.any, clue), group: group)
    }

    private mutating func add(_ value: String, _ clues: ClueSet, group: Int) {
        let readings =
            clues.has(.linkedOrganization)
            ? names.organization(in: value).map { [$0] } ?? []
            : names.readings(in: value, isTold: !clues.isDisjoint(with: Self.toldClues))
        for reading in readings {
            let key = BylineNames.key(reading.name)
            guard !key.isEmpty else { continue }
            evidence.add(reading.name, key: key, clues)
            if groups[key] == nil { groups[key] = group }
            if let role = reading.role, roles[key] == nil { roles[key] = role }
        }
    }

    private mutating func addLinked() {
        for author in Self.authors(head.linked) {
            let types = LinkedData.types(of: author)
            let isOrganization = types.contains { $0.hasSuffix("Organization") }
            let clue: Clue =
                types.contains("Person") ? .linkedPerson : isOrganization ? .linkedOrganization : .linked
            for name in author.text.map({ [$0] }) ?? (author["name"]?.elements.compactMap(\.text) ?? []) {
                add(name, clue)
            }
        }
    }

    private static func authors(_ linked: LinkedData) -> [JSONValue] {
        let told = linked.article?["author"] ?? linked.article?["creator"]
        return (told?.elements ?? []).prefix(20).map(linked.resolved)
    }

    /// Names that JSON-LD gives to persons; a person may own the site and share its name.
    private static func persons(_ linked: LinkedData) -> Set<String> {
        let persons = authors(linked).filter { LinkedData.types(of: $0).contains("Person") }
        return Set(
            persons.compactMap { $0["name"]?.text }.map { References.decoded($0).comparable }
                .filter { $0.contains(" ") })
    }

    private mutating func addMeta() {
        for value in (head.meta.contents["author"] ?? []).prefix(8) { add(value, .meta) }
        for value in head.meta.authors { add(value, .metaOther) }
        // Twitter cards: label "Written by", data "…".
        for index in ["1", "2"] {
            if let label = head.meta.first("twitter:label\(index)"), BylineWords.isLabel(label),
                let data = head.meta.first("twitter:data\(index)")
            {
                add(data, .card)
            }
        }
    }

    /// Names marked by microdata.
    private mutating func addMicrodata() {
        for node in (head.properties["author"] ?? []).prefix(8) {
            let inner = (head.properties["name"] ?? []).first { $0 > node && $0 < Int(head.tree.nodes[node].end) }
            let holder = inner ?? node
            let text = head.tree.value(of: .content, at: holder) ?? head.tree.foldedText(at: holder)
            // Below the text stand those of other articles.
            let isBelow = head.margins.zone(ofNode: node) == .below
            if text.utf8.count <= 120 { add(text, isBelow ? .markedAtEnd : .microdata, group: node) }
        }
    }

    /// What each name looks like.
    private mutating func describe() {
        let hasPerson = evidence.candidates.contains { $0.clues.has(.linkedPerson) }
        let margins = head.margins
        let isNews = head.linked.isNews
        let atEnd = evidence.candidates.count { $0.clues.has(.markedAtEnd) || $0.clues.has(.authorLinkAtEnd) }
        let small = SmallWords(of: evidence.candidates.map(\.value), in: head.list)
        evidence.forEach { candidate in
            candidate.clues.formUnion(names.clues(of: candidate.value))
            if !head.isArticle { candidate.clues.formUnion(ClueSet(.noArticle)) }
            if !candidate.clues.isDisjoint(with: Self.toldClues) { candidate.clues.subtract(ClueSet(.sentence)) }
            if hasPerson, !candidate.clues.has(.linkedPerson) { candidate.clues.formUnion(ClueSet(.other)) }
            if atEnd > 3, candidate.clues.has(.markedAtEnd) || candidate.clues.has(.authorLinkAtEnd) {
                candidate.clues.formUnion(ClueSet(.crowd))
            }
            if head.shows(candidate.value, in: margins.above) || head.shows(candidate.value, in: margins.below) {
                candidate.clues.formUnion(ClueSet(.shown))
            } else if candidate.clues.isSuperset(of: ClueSet(.oneWord, .small)),
                !candidate.clues.isDisjoint(with: Self.toldClues),
                !head.shows(candidate.value, in: head.list.passages.indices)
            {
                candidate.clues.formUnion(ClueSet(.handle))
            }
            let common = small.count(in: candidate.value)
            if common.small > 0 {
                candidate.clues.subtract(ClueSet(.opensText))
                candidate.clues.formUnion(ClueSet(common.small == common.all ? .commonWords : .commonWord))
            }
            // A paper signs its reports; the name of a shop in its own pages is no signature.
            if candidate.clues.has(.site) {
                if isNews { candidate.clues.formUnion(ClueSet(.newsSite)) }
                if candidate.clues.has(.shown) { candidate.clues.formUnion(ClueSet(.shownSite)) }
                if !isNews, !Self.isSigned(candidate.clues), !head.shows(candidate.value, in: margins.above) {
                    candidate.objection = "the site's name, and shown as no author"
                }
            }
        }
        compare()
    }

    /// Whether a site's name is meant as an author's: the page shows it as one, two of its sources agree that it is, or
    /// it is a person's name.
    private static func isSigned(_ clues: ClueSet) -> Bool {
        let told = toldKinds.count { !$0.isDisjoint(with: clues) }
        return !clues.isDisjoint(with: visible) || told > 1 || (told > 0 && clues.has(.givenName))
    }

    /// How each name stands beside the page's others.
    private mutating func compare() {
        partGluedNames()
        let ranks = evidence.candidates.map { Self.rank($0.clues) }
        let fullRanks = zip(ranks, evidence.candidates).filter { Self.isFullName($0.1.clues) }.map(\.0)
        let best = ranks.min() ?? 0
        let bestFull = fullRanks.min() ?? Int.max
        let counts = Dictionary(
            grouping: evidence.candidates.indices.filter { Self.isFullName(evidence.candidates[$0].clues) }
        ) {
            ranks[$0]
        }
        let places = evidence.candidates.map { groups[$0.key] ?? -1 }
        let hasShownName = evidence.candidates.contains {
            Self.isFullName($0.clues) && $0.clues.has(.givenName) && !$0.clues.isDisjoint(with: Self.above)
        }
        let keys = evidence.candidates.map(\.key)
        let nestings = keys.indices.map { nesting(of: $0, among: keys) }
        let told = BylineTold(evidence.candidates.map(\.clues))
        let hasPerson = evidence.candidates.contains {
            Self.isFullName($0.clues) && Self.rank($0.clues) <= Self.rankOfLines && !$0.clues.has(.linkedOrganization)
        }
        var index = 0
        evidence.forEach { candidate in
            let rank = ranks[index]
            let isFull = Self.isFullName(candidate.clues)
            var clues = ClueSet(rank == best ? .best : .beaten)
            if ranks.count == 1 { clues.formUnion(ClueSet(.only)) }
            // Those of one list or element are equals; else the first is nearest to the headline.
            if places[index] == places[0], rank == best { clues.formUnion(ClueSet(.first)) }
            if bestFull < rank { clues.formUnion(ClueSet(.beatenByName)) }
            if (counts[rank] ?? []).contains(where: { places[$0] != places[index] }) {
                clues.formUnion(ClueSet(.equalled))
            }
            if isFull { clues.formUnion(ClueSet(.full)) }
            if !isFull, hasShownName { clues.formUnion(ClueSet(.besideName)) }
            if !isFull || candidate.clues.has(.linkedOrganization), hasPerson {
                clues.formUnion(ClueSet(.besidePerson))
            }
            clues.formUnion(nestings[index])
            clues.formUnion(told.clues(for: candidate.clues))
            if candidate.clues.intersection(Self.sources).rawValue.nonzeroBitCount > 2 {
                clues.formUnion(ClueSet(.manifold))
            }
            candidate.clues.formUnion(clues.union(Self.standing(of: candidate.clues)))
            index += 1
        }
    }

    /// Whether machines are told of a name, with or without the reader, and whether words with capitals are all that
    /// speaks for it, beside a date or not.
    private static func standing(of clues: ClueSet) -> ClueSet {
        if !clues.isDisjoint(with: toldClues) {
            return clues.has(.shown) ? ClueSet(.told, .toldShown) : ClueSet(.told)
        }
        guard clues.intersection(sources) == ClueSet(.bareWords) else { return [] }
        return clues.has(.dated) ? ClueSet(.soleBare, .soleBareDated) : ClueSet(.soleBare)
    }

    /// Takes names apart that are another candidate's with something stuck to it, for want of a mark or a space in the
    /// page: "Ana RothTwitter", "Ana Roth Gardener". The other name stands where they stood.
    private mutating func partGluedNames() {
        let candidates = evidence.candidates
        let keys = Set(candidates.map(\.key))
        var sources: [String: ClueSet] = [:]
        var glued: Set<String> = []
        for candidate in candidates {
            guard let inner = candidates.first(where: { isGlued(candidate.value, of: $0, among: keys) }) else {
                continue
            }
            glued.insert(candidate.key)
            sources[inner.key, default: []].formUnion(candidate.clues.intersection(Self.sources))
        }
        evidence.forEach { candidate in
            candidate.clues.formUnion(sources[candidate.key] ?? [])
            if glued.contains(candidate.key) {
                candidate.objection = candidate.objection ?? "another name with something stuck to it"
            }
        }
    }

    /// Whether a name is another's with a word, a role or a further candidate stuck to it.
    private func isGlued(_ name: String, of other: Evidence.Candidate, among keys: Set<String>) -> Bool {
        guard other.value.contains(" "), name.utf8.count > other.value.utf8.count, name.hasPrefix(other.value) else {
            return false
        }
        let rest = name.dropFirst(other.value.count)
        guard let next = rest.first else { return false }
        if next != " " { return next.isUppercase || next.isNumber }
        if other.clues.has(.site) { return false }
        return names.isRole(String(rest)) || keys.contains(BylineNames.key(String(rest)))
    }

    /// Whether a single word opens another candidate's name ("Juliette", who is Juliette Carreiro), and whether a name
    /// opens with a full name and goes on ("Ana Roth Staff Writer").
    private func nesting(of index: Int, among keys: [String]) -> ClueSet {
        let candidates = evidence.candidates
        var clues = ClueSet()
        for other in keys.indices where other != index {
            if candidates[index].clues.has(.oneWord), keys[other].hasPrefix(keys[index]) {
                clues.formUnion(ClueSet(.insideName))
            }
            if !candidates[other].clues.has(.oneWord), keys[index].hasPrefix(keys[other]) {
                clues.formUnion(ClueSet(.aroundName))
            }
        }
        return clues
    }

    /// Sources by how much they say, the strongest first.
    private static let ranked = [
        ClueSet(.linkedPerson, .linked, .linkedOrganization), ClueSet(.meta, .metaOther, .card, .microdata),
        ClueSet(.line, .relAuthor), ClueSet(.marked, .authorLink),
        ClueSet(.lineInBody, .lineAtEnd, .markedInBody, .authorLinkInBody, .authorLinkAtEnd),
        ClueSet(.markedAtEnd, .note, .bareName, .bareWords, .bareNameAtEnd, .markedElsewhere),
    ]
    static let toldClues = ClueSet(.linked, .linkedPerson, .linkedOrganization, .meta, .metaOther, .card)
    private static let toldKinds = [
        ClueSet(.linked, .linkedPerson, .linkedOrganization), ClueSet(.meta), ClueSet(.metaOther), ClueSet(.card),
    ]
    private static let visible = ClueSet(.line, .lineAtEnd, .marked, .relAuthor, .authorLink, .microdata)
    static let above = ClueSet(.line, .marked, .authorLink, .relAuthor)
    private static let sources = ranked.reduce(ClueSet()) { $0.union($1) }
    private static let doubtful = ClueSet(.site, .collective, .agency, .oneWord, .odd)

    /// The rank of lines that open with "By".
    private static let rankOfLines = 2

    private static func rank(_ clues: ClueSet) -> Int {
        ranked.firstIndex { !$0.isDisjoint(with: clues) } ?? ranked.count
    }

    /// Whether a name is written as persons' are, and is no site's, desk's or agency's.
    static func isFullName(_ clues: ClueSet) -> Bool { clues.isDisjoint(with: doubtful) }
}
