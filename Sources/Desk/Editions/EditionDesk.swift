import Digest
import Records

/// Makes editions from Outboxes alone and writes them into one: the same records give the same files, byte for byte.
public struct EditionDesk: Sendable {
    /// The Outbox that editions are written to; their paths are relative to it.
    private let outbox: Outbox
    private let shelves: [EditionShelves]
    private let fullStories: Int

    /// How many days before an edition it compares itself with.
    public static let daysBefore = 7

    /// An edition desk over an Outbox.
    public init(outbox: Outbox, fullStories: Int) {
        self.init(outbox: outbox, shelves: [EditionShelves(outbox: outbox, prefix: "")], fullStories: fullStories)
    }

    /// An edition desk over several Outboxes, whose editions name their files by the links of a merged folder. An article
    /// that is in several is taken from the first that has it. `outbox` is where they are written to, if they are.
    public init(merging outboxes: [Outbox], into outbox: Outbox, fullStories: Int) {
        let shelves = outboxes.enumerated().map { number, outbox in
            EditionShelves(outbox: outbox, prefix: MergedFolder.prefix(number))
        }
        self.init(outbox: outbox, shelves: shelves, fullStories: fullStories)
    }

    private init(outbox: Outbox, shelves: [EditionShelves], fullStories: Int) {
        self.outbox = outbox
        self.shelves = shelves
        self.fullStories = fullStories
    }

    /// The edition of a day, made from what the Outboxes hold; one that is not closed says that more may come.
    public func edition(of day: CalendarDay, isClosed: Bool) throws(DeskError) -> Edition {
        var earlier: [EarlierReport] = []
        var known: Set<String> = []
        // From the oldest day on: what two Outboxes filed on two days was news on the first of them.
        for distance in (1...Self.daysBefore).reversed() {
            for shelf in shelves {
                let reports = try shelf.articles(of: day.advanced(by: -distance)) { EarlierReport($0) }
                earlier += reports.filter { known.insert($0.id).inserted }
            }
        }
        var articles: [FiledArticle] = []
        for shelf in shelves {
            articles += try shelf.articles(of: day) { $0 }.filter { known.insert($0.record.id).inserted }
        }
        var (duplicates, rejections): ([FiledDuplicate], [FiledRejection]) = ([], [])
        for shelf in shelves {
            duplicates += try shelf.duplicates(of: day)
            rejections += try shelf.rejections(of: day)
        }
        let shelves = shelves
        return Edition(
            EditionInput(
                day: day, articles: articles, duplicates: duplicates, rejections: rejections, earlier: earlier,
                earlierRecord: { report in shelves.lazy.compactMap { $0.record(at: report.path) }.first },
                fullStories: fullStories, isClosed: isClosed))
    }

    /// Writes an edition's files; those that would not change are left alone, those it has no more are removed.
    public func write(_ edition: Edition) throws(DeskError) {
        let folder = Outbox.editionPath(edition.day)
        for format in EditionFormat.allCases {
            let path = "\(folder)/\(format.fileName)"
            let bytes = edition.rendered(as: format)
            _ = try onSystem { () throws(SystemError) in
                if let bytes { return try outbox.update(bytes, at: path) }
                if outbox.root.contains(RawPath(path)) { try outbox.root.remove(RawPath(path)) }
                return true
            }
        }
        try writeIndex()
    }

    /// The feed over all editions.
    public func feed() throws(DeskError) -> [UInt8] { Edition.feed(of: try summaries()) }

    /// Writes the list of editions and the feed, from the editions' own JSON files.
    private func writeIndex() throws(DeskError) {
        let summaries = try summaries()
        _ = try onSystem { () throws(SystemError) in
            try outbox.update(Edition.index(of: summaries), at: "index.html")
            try outbox.update(Edition.feed(of: summaries), at: "feed.xml")
        }
    }

    private func summaries() throws(DeskError) -> [EditionSummary] {
        let days = try onSystem { () throws(SystemError) in try outbox.names(in: "digests") }
        var summaries: [EditionSummary] = []
        for day in days where CalendarDay(day) != nil {
            let bytes = try contents("digests/\(day)/\(EditionFormat.json.fileName)")
            if let summary = bytes.flatMap({ try? EditionSummary(digest: $0) }) { summaries.append(summary) }
        }
        return summaries
    }

    private func contents(_ path: String) throws(DeskError) -> [UInt8]? {
        try onSystem { () throws(SystemError) in try outbox.contents(ifThere: path) }
    }
}
