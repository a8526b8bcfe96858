import Records

extension Newsroom {
    /// The version before of an article of the day.
    struct Predecessor: Sendable {
        /// The version.
        let filed: FiledArticle
        /// Its index where it is of the same day.
        let today: Int?
        /// Whether the new version says itself that it corrects.
        let isCorrection: Bool
    }

    /// For each article of the day that has one, the version before. Linear in the texts of the day and in those of the
    /// days before that are of the same publications.
    static func revisions(
        of filed: [FiledArticle], _ texts: [CopyGroups.Text], since earlier: [FiledArticle]
    ) -> [Int: Predecessor] {
        let sources = filed.map { site(of: $0.record).key }
        let printing = Set(sources)
        var finder = RevisionFinder()
        for article in earlier.reversed() {
            let source = site(of: article.record).key
            guard printing.contains(source) else { continue }
            finder.add(
                RevisionFinder.Version(filed: article, source: source, text: CopyGroups.Text(of: article.record)))
        }
        let saysSo = filed.map { RevisionFinder.saysSo($0.record) }
        let times = filed.map { $0.record.article.published?.value ?? "" }
        // Articles stand in the order of publication; of one time the correction comes last.
        let order = filed.indices.sorted { (times[$0], saysSo[$0] ? 1 : 0, $0) < (times[$1], saysSo[$1] ? 1 : 0, $1) }
        var revisions: [Int: Predecessor] = [:]
        var numbers: [String: Int] = [:]
        for number in order {
            let version = RevisionFinder.Version(filed: filed[number], source: sources[number], text: texts[number])
            if let before = finder.predecessor(of: version) {
                let today = numbers[before.path]
                // Of two of one time that do not say so nobody knows which came first.
                if saysSo[number] || today.map({ times[$0] < times[number] }) ?? true {
                    revisions[number] = Predecessor(filed: before, today: today, isCorrection: saysSo[number])
                }
            }
            numbers[filed[number].path] = number
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
        before = EarlierArticle(predecessor.filed)
        isCorrection = predecessor.isCorrection
        differences = VersionComparison(from: predecessor.filed.record, to: article.record).differences(in: number)
    }
}
