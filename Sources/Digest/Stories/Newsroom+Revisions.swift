import Records

extension Newsroom {
    /// The version before of an article of the day.
    struct Predecessor: Sendable {
        /// How the edition points to it.
        let shown: EarlierArticle
        /// Its record; nil where it cannot be read again.
        let record: ArticleRecord?
        /// Its index where it is of the same day.
        let today: Int?
        /// Whether the new version says itself that it corrects.
        let isCorrection: Bool
    }

    /// For each article of the day that has one, the version before. Linear in the texts of the day and in those of the
    /// days before that are of the same publications.
    static func revisions(
        of filed: [FiledArticle], _ texts: [CopyGroups.Text], in input: EditionInput, since earlier: [EarlierReport]
    ) -> [Int: Predecessor] {
        let sources = filed.map { site(of: $0.record).key }
        let printing = Set(sources)
        var finder = RevisionFinder()
        for (number, report) in earlier.enumerated().reversed() where printing.contains(report.sourceKey) {
            finder.add(
                RevisionFinder.Version(
                    place: .earlier(number), id: report.id, url: report.url, source: report.sourceKey,
                    text: report.text))
        }
        let saysSo = filed.map { RevisionFinder.saysSo($0.record) }
        let times = filed.map { $0.record.article.published?.value ?? "" }
        // Articles stand in the order of publication; of one time the correction comes last.
        let order = filed.indices.sorted { (times[$0], saysSo[$0] ? 1 : 0, $0) < (times[$1], saysSo[$1] ? 1 : 0, $1) }
        var revisions: [Int: Predecessor] = [:]
        for number in order {
            let record = filed[number].record
            let version = RevisionFinder.Version(
                place: .today(number), id: record.id, url: record.article.url, source: sources[number],
                text: texts[number])
            switch finder.predecessor(of: version) {
            case .today(let before) where saysSo[number] || times[before] < times[number]:
                revisions[number] = Predecessor(
                    shown: EarlierArticle(EarlierReport(filed[before])), record: filed[before].record, today: before,
                    isCorrection: saysSo[number])
            case .earlier(let before):
                revisions[number] = Predecessor(
                    shown: EarlierArticle(earlier[before]), record: input.earlierRecord(earlier[before]), today: nil,
                    isCorrection: saysSo[number])
            // Of two of one time that do not say so nobody knows which came first.
            case .today, nil: break
            }
            finder.add(version)
        }
        return revisions
    }

    /// The reports that copies are copies of, where a later version of a report takes its place.
    static func originals(_ original: [Int], revisions: [Int: Predecessor]) -> [Int] {
        var leading = Dictionary(uniqueKeysWithValues: original.indices.map { ($0, $0) })
        for (number, revision) in revisions.sorted(by: { $0.key < $1.key }) {
            guard let before = revision.today, original[before] == original[number] else { continue }
            let isLatest = !revisions.contains { $0.value.today == number && original[$0.key] == original[number] }
            if isLatest, leading[original[number]] == original[number] { leading[original[number]] = number }
        }
        return original.map { leading[$0] ?? $0 }
    }
}

extension Revision {
    /// What an article says otherwise than the version before.
    init(of number: Int, _ article: FiledArticle, _ predecessor: Newsroom.Predecessor) {
        before = predecessor.shown
        isCorrection = predecessor.isCorrection
        differences =
            predecessor.record.map { VersionComparison(from: $0, to: article.record).differences(in: number) } ?? []
    }
}
