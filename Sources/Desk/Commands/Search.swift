import Digest
import Records

/// Finds articles in the ledger by their words and facts.
public struct Search {
    private let outbox: Outbox
    private let ledger: Ledger

    /// Records read at once while the index is completed.
    private static let batch = 200

    /// A search over a configuration's Outbox.
    public init(settings: Settings) throws(DeskError) {
        let folders = try DeskFolders.outboxAndState(settings)
        outbox = folders.outbox
        ledger = try Ledger(state: folders.state.path)
    }

    /// What was found.
    public struct Result: Sendable, JSONWritable {
        /// The best hits, the best first.
        public let hits: [SearchHit]
        /// How many articles were found in all.
        public let total: Int
        /// Whether the ledger holds the whole Outbox; while it is being made there may be more.
        public let isWhole: Bool

        /// In a fixed member order.
        public func write(to json: inout JSONWriter) {
            json.object { json in
                json.member("total", total)
                json.member("hits", hits)
            }
        }
    }

    /// Answers a query. Records that were filed before there was an index are read first; `progress` is told how many.
    public func run(_ query: SearchQuery, progress: (_ done: Int) -> Void = { _ in }) throws(DeskError) -> Result {
        try completeIndex(progress)
        let found = try ledger.found(query)
        return Result(hits: found.hits.map(hit), total: found.total, isWhole: try ledger.isComplete())
    }

    private func completeIndex(_ progress: (Int) -> Void) throws(DeskError) {
        var done = 0
        while true {
            let rows = try ledger.unindexed(limit: Self.batch)
            guard !rows.isEmpty else { return }
            for row in rows {
                if let record = (try? outbox.root.contents(of: RawPath(row.path))).flatMap({ ArticleRecord.read($0) }) {
                    try ledger.index(record, id: row.id)
                } else {
                    try ledger.skipIndexing(id: row.id)
                }
            }
            done += rows.count
            progress(done)
        }
    }

    private func hit(_ found: Ledger.Found) -> SearchHit {
        let row = found.row
        let edition = "digests/\(row.day)/\(EditionFormat.html.fileName)"
        let hasEdition = outbox.root.contains(RawPath(edition))
        return SearchHit(
            id: row.id, headline: SafeText.line(row.headline ?? row.file, limit: 220),
            site: row.site.map { SafeText.line($0, limit: 80) },
            day: String((row.published ?? row.day).prefix(10)), snippet: SnippetMarks.pieces(of: found.snippet),
            record: row.path, original: row.original.flatMap { $0.isEmpty ? nil : $0 },
            edition: hasEdition ? "\(edition)#\(Edition.anchor(ofRecord: row.id))" : nil)
    }
}
