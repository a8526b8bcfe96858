import Language
import Records

/// Finds, for an article, the version of it that was filed before: the same address with another text, or nearly the
/// same words from the same publication.
struct RevisionFinder {
    /// An article that may have been revised.
    struct Version {
        /// Whose version it is: an article of the day by its index, or a report of the days before by its.
        enum Place: Equatable {
            case today(Int)
            case earlier(Int)
        }

        /// Where it stands.
        let place: Place
        /// The record's id.
        let id: String
        /// Its canonical address.
        let url: String?
        /// Its publication's key.
        let source: String
        /// What is compared of it.
        let text: CopyGroups.Text
    }

    private var byAddress: [String: Int] = [:]
    private var byBand: [UInt64: [Int]] = [:]
    private var versions: [Version] = []

    /// Versions a band remembers, the newest; more share a template, not a text.
    private static let comparisons = 16

    /// Adds a version; of one address the last added counts. Linear in its bands.
    mutating func add(_ version: Version) {
        if let url = version.url { byAddress[url] = versions.count }
        for band in Self.bands(of: version) {
            byBand[band, default: []].append(versions.count)
            if byBand[band, default: []].count > Self.comparisons { byBand[band]?.removeFirst() }
        }
        versions.append(version)
    }

    /// The version before, where there is one.
    func predecessor(of version: Version) -> Version.Place? {
        if let url = version.url, let known = byAddress[url] {
            return versions[known].id == version.id ? nil : versions[known].place
        }
        let candidates = Set(Self.bands(of: version).flatMap { byBand[$0] ?? [] }).sorted(by: >)
        let found = candidates.first {
            versions[$0].source == version.source && versions[$0].id != version.id
                && version.text.isNearly(versions[$0].text)
        }
        return found.map { versions[$0].place }
    }

    /// Versions of one publication only are compared.
    private static func bands(of version: Version) -> [UInt64] {
        let source = WordHashes.hash(of: version.source)
        return version.text.sketch.bands.map { $0 ^ source }
    }

    /// Phrases by which a text says that it corrects another; see `correction-phrases.txt`.
    private static let phrases: [[UInt64]] = WordList(named: "correction-phrases", in: .module).words.map {
        WordHashes(of: $0).words
    }

    /// Loads the phrases.
    static func warmUp() { _ = phrases }

    /// Bytes of a text's front and back that are looked through for the phrases: notes stand first or last.
    private static let noteBytes = 600

    /// Whether an article says that it corrects an earlier version. Linear in the ends of its text.
    static func saysSo(_ record: ArticleRecord) -> Bool {
        let text = record.article.text
        let tail = String(decoding: text.utf8.suffix(noteBytes), as: UTF8.self)
        return [record.article.headline ?? "", tail].contains { part in
            holds(WordHashes(of: part).words)
        } || holds(WordHashes(of: text, limit: noteBytes).words)
    }

    private static func holds(_ words: [UInt64]) -> Bool {
        phrases.contains { phrase in
            words.indices.contains { words[$0...].starts(with: phrase) }
        }
    }
}
