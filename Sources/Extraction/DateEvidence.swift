import Markup
import Records

/// Chooses the dates a page gives for its article: every source is a clue for its day, and sources that agree add up.
struct DateEvidence {
    private let head: ArticleHead
    private let dayFirst: Bool
    /// Whether the order of numeric dates is certain: by another date of the page, or since all write the day first who write
    /// its language, or English in its country.
    private var isSettled = false
    /// Days that a source gives in the order in which it is read; the other reading of 03/10 needs one that says the same.
    private var plain: Set<String> = []
    /// Each day's value as the strongest source of a publication's date gives it.
    private var publications: [String: Reading] = [:]
    /// Each day's value as the strongest source of a change's date gives it.
    private var changes: [String: Reading] = [:]
    /// Every day looked at for the publication.
    private(set) var publication = Evidence(.published)
    /// Every day looked at for the last change.
    private(set) var change = Evidence(.modified)

    private struct Reading {
        var value: String
        var from: DateSource
        var isOfChange: Bool
    }

    /// Reads one page's dates; `dayFirst` settles 03/10/2024 where nothing else does. Linear in the page.
    init(_ head: ArticleHead, dayFirst: Bool) {
        self.head = head
        let marks = DateMarks(head).found
        // One page writes its dates in one order: 25/03 settles 03/10.
        let orders = marks.compactMap { DateReader.order(in: $0.text) }
        let isToldByPage = orders.contains(true) != orders.contains(false)
        self.dayFirst = isToldByPage ? orders.contains(true) : dayFirst
        isSettled = isToldByPage || dayFirst
        addLinked()
        addMeta()
        for found in marks { add(found.text, found.source, found.clue) }
        if let day = head.address?.day { add(day, .url, .address) }
        describe()
        publication.weighAgainstEachOther(none: 0)
        change.weighAgainstEachOther(none: 0)
    }

    /// When the article was published.
    var published: DatedEvidence? { chosen(publication, publications) }

    /// When it was last changed, where that is not the publication's own time.
    var modified: DatedEvidence? {
        guard let found = chosen(change, changes), found.value != published?.value else { return nil }
        return found
    }

    /// Every candidate and its fate.
    var traces: [FieldTrace] {
        [
            publication.trace(chosen: published == nil ? [] : [publication.best?.key ?? ""]),
            change.trace(chosen: modified == nil ? [] : [change.best?.key ?? ""]),
        ]
    }

    /// The most probable day, where it is more probable than that the page gives none.
    private func chosen(_ evidence: Evidence, _ readings: [String: Reading]) -> DatedEvidence? {
        guard let best = evidence.best, let reading = readings[best.key] else { return nil }
        let none = 1 - evidence.candidates.reduce(0) { $0 + $1.confidence }
        guard best.confidence >= none else { return nil }
        let confidence = (max(0.05, min(0.99, best.confidence)) * 100).rounded() / 100
        return DatedEvidence(value: reading.value, from: reading.from, confidence: confidence)
    }

    private mutating func addLinked() {
        let article = head.linked.article
        add(article?["datePublished"]?.text, .jsonLD, .linked)
        add(article?["dateCreated"]?.text, .jsonLD, .linkedCreated)
        add(article?["dateModified"]?.text, .jsonLD, .linkedModified)
        if let page = head.linked.things(of: "WebPage").first {
            add(page["datePublished"]?.text, .jsonLD, .linkedPage)
            add(page["dateModified"]?.text, .jsonLD, .linkedModified)
        }
        for type in ["VideoObject", "ImageObject"] {
            let video = head.linked.things(of: type).first
            add(video?["datePublished"]?.text ?? video?["uploadDate"]?.text, .jsonLD, .linkedElsewhere)
        }
    }

    private mutating func addMeta() {
        add(head.meta.first("article:published_time", "og:published_time"), .openGraph, .openGraph)
        add(head.meta.first("article:modified_time", "og:updated_time"), .openGraph, .metaModified)
        for (name, value) in head.meta.dates {
            switch MetaTags.dateKind(name) {
            case .published: add(value, .meta, .meta)
            case .modified: add(value, .meta, .metaModified)
            case .other: add(value, .meta, .metaOther)
            case nil: break
            }
        }
        add(property("datePublished"), .microdata, .microdata)
        add(property("dateModified"), .microdata, .microdataModified)
    }

    private func property(_ name: String) -> String? {
        for node in (head.properties[name] ?? []).prefix(4) {
            let value =
                head.tree.value(of: .content, at: node) ?? head.tree.value(of: .datetime, at: node)
                ?? head.tree.foldedText(at: node)
            if !value.isEmpty { return value }
        }
        return nil
    }

    private static let ofChange = ClueSet(
        .linkedModified, .metaModified, .microdataModified, .lineUpdated, .timeUpdated)

    private mutating func add(_ text: String?, _ source: DateSource, _ clue: Clue) {
        guard let text, let value = DateReader.date(in: text, dayFirst: dayFirst) else { return }
        add(value: value, source, ClueSet(.any, clue))
        // 03/10 and 10/03: the other reading is a candidate, too.
        if !isSettled, let other = DateReader.date(in: text, dayFirst: !dayFirst), other.prefix(10) != value.prefix(10)
        {
            publication.forEach { if $0.key == value.prefix(10) { $0.clues.formUnion(ClueSet(.ambiguous)) } }
            add(value: other, source, ClueSet(.any, .swapped, clue))
        }
    }

    private mutating func add(value: String, _ source: DateSource, _ clues: ClueSet) {
        let day = String(value.prefix(10))
        if !clues.has(.swapped) { plain.insert(day) }
        publication.add(day, key: day, clues)
        let isOfChange = !clues.isDisjoint(with: Self.ofChange)
        let reading = Reading(value: value, from: source, isOfChange: isOfChange)
        if isOfChange {
            change.add(day, key: day, clues)
            Self.keep(reading, of: day, in: &changes)
        }
        Self.keep(reading, of: day, in: &publications)
    }

    /// Sources come strongest first, so that the first reading of a day stays: unless it is that of a change, or gives no
    /// time where a later one does.
    private static func keep(_ reading: Reading, of day: String, in readings: inout [String: Reading]) {
        if let known = readings[day] {
            let isFiner = known.value.utf8.count == day.utf8.count && reading.value.utf8.count > day.utf8.count
            guard
                (known.isOfChange, reading.isOfChange) == (true, false)
                    || (known.isOfChange == reading.isOfChange && isFiner)
            else { return }
        }
        readings[day] = reading
    }

    private mutating func describe() {
        publication.forEach { candidate in
            guard candidate.clues.has(.swapped) else { return }
            if plain.contains(candidate.key) {
                candidate.clues.subtract(ClueSet(.swapped))
            } else {
                candidate.objection = "the other order of day and month"
            }
        }
        let days = publication.candidates.map(\.key).sorted()
        if head.linked.isNews {
            publication.forEach { if $0.clues.has(.linked) { $0.clues.formUnion(ClueSet(.news)) } }
        }
        if !head.isArticle { publication.forEach { $0.clues.formUnion(ClueSet(.noArticle)) } }
        describePlaces()
        describeChanges()
        guard days.count > 1 else { return }
        publication.forEach { candidate in
            if candidate.key == days.last { candidate.clues.formUnion(ClueSet(.latest)) }
            if candidate.key == days.first { candidate.clues.formUnion(ClueSet(.earliest)) }
        }
    }

    /// A day after the last change that machines are told of is seldom the article's.
    private mutating func describeChanges() {
        let told = change.candidates.filter { !$0.clues.isDisjoint(with: ClueSet(.linkedModified, .metaModified)) }
        guard let last = told.map(\.key).max() else { return }
        publication.forEach { candidate in
            if candidate.key > last, !candidate.clues.has(.swapped) { candidate.clues.formUnion(ClueSet(.afterChange)) }
        }
    }

    /// The first day that the page shows is nearest to the headline; where it shows many, it is a list.
    private mutating func describePlaces() {
        let shown = ClueSet(.line, .linePublished, .lineUpdated, .time, .timePublished, .timeUpdated, .marked)
        let count = publication.candidates.count { !$0.clues.isDisjoint(with: shown) }
        var (isFirst, wasFirst) = (true, false)
        publication.forEach { candidate in
            guard !candidate.clues.isDisjoint(with: shown) else { return }
            // That a day which stands at the top stands in the text, too, says nothing against it.
            candidate.clues.subtract(ClueSet(.timeInBody))
            // The other reading of the first day stands where that stands.
            if isFirst || (wasFirst && candidate.clues.has(.swapped)) { candidate.clues.formUnion(ClueSet(.nearest)) }
            if count > 3 { candidate.clues.formUnion(ClueSet(.crowd)) }
            (wasFirst, isFirst) = (isFirst && candidate.clues.has(.ambiguous), false)
        }
    }
}
