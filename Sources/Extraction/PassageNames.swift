import Language

/// The names that a page's head tells, its authors' and its site's, as they are looked for in passages: a byline, a note on the
/// author and an advertisement for the site name them.
struct PassageNames {
    /// Numbers of one passage.
    static let width = 4
    /// Words of a passage in which names are looked for; a note on an author has hardly more.
    private static let longest = 100

    private let authors: [[UInt64]]
    private let sites: [[UInt64]]

    /// The names of a page's head.
    init(_ meta: MetaTags, _ linked: LinkedData) {
        let article = linked.article
        let told = (article?["author"] ?? article?["creator"])?.elements.prefix(8).map(linked.resolved) ?? []
        let names = told.flatMap { author in
            author.text.map { [$0] } ?? (author["name"]?.elements.compactMap(\.text) ?? [])
        }
        // A person's name has two words and more; one alone is found everywhere.
        authors = Self.words(of: names + (meta.contents["author"] ?? []).prefix(4), 2...4)
        let publisher = article?["publisher"].map(linked.resolved)?["name"]?.text
        sites = Self.words(
            of: [publisher, meta.first("og:site_name"), meta.first("application-name")].compactMap { $0 }, 1...5)
    }

    private static func words(of names: [String], _ length: ClosedRange<Int>) -> [[UInt64]] {
        var found: [[UInt64]] = []
        // Four letters: shorter names are words of the language.
        for name in names.prefix(8) where (4...80).contains(name.utf8.count) {
            let words = WordHashes(Array(References.decoded(name).utf8)[...]).hashes
            if length.contains(words.count), !found.contains(words) { found.append(words) }
        }
        return found
    }

    /// Appends the place of the first author's name among a passage's words (-1 for none, at most 20), its share of them, and
    /// the same of the site's name. Linear in the words, of which 100 are read.
    func append(_ words: [UInt64], to row: inout [Float]) {
        for names in [authors, sites] {
            guard !names.isEmpty, words.count <= Self.longest,
                let (place, length) = Self.mention(of: names, in: words)
            else {
                row.append(-1)
                row.append(0)
                continue
            }
            row.append(Float(min(20, place)))
            row.append(Float(length) / Float(words.count))
        }
    }

    private static func mention(of names: [[UInt64]], in words: [UInt64]) -> (place: Int, length: Int)? {
        for place in words.indices {
            for name in names where name[0] == words[place] && words[place...].starts(with: name) {
                return (place, name.count)
            }
        }
        return nil
    }
}
