import Digest
import Records

/// An article that was found.
public struct SearchHit: Sendable, Equatable, JSONWritable {
    /// A stretch of a snippet.
    public struct Piece: Sendable, Equatable {
        /// The words, safe for a terminal.
        public let text: String
        /// Whether they were searched for.
        public let isMatch: Bool
    }

    /// The record's id.
    public let id: String
    /// The headline, safe for a terminal; the file's name where there is none.
    public let headline: String
    /// The publication.
    public let site: String?
    /// The day of publication, or of receipt.
    public let day: String
    /// The words around the first matches.
    public let snippet: [Piece]
    /// The record, relative to the Outbox.
    public let record: String
    /// The original, relative to the Outbox, where it is kept.
    public let original: String?
    /// The article in its day's edition, relative to the Outbox, where that edition is made.
    public let edition: String?

    /// In a fixed member order; matches are ranges of code points in the snippet.
    public func write(to json: inout JSONWriter) {
        var text = ""
        var matches: [TextRange] = []
        var length = 0
        for piece in snippet {
            let end = length + piece.text.unicodeScalars.count
            if piece.isMatch { matches.append(TextRange(length, end)) }
            text += piece.text
            length = end
        }
        json.object { json in
            json.member("id", id)
            json.member("headline", headline)
            json.member("site", site)
            json.member("day", day)
            json.member("snippet", text)
            json.member("matches", matches)
            json.member("record", record)
            json.member("original", original)
            json.member("edition", edition)
        }
    }
}

/// The marks that SQLite sets around matches; control characters, which no record's text holds.
enum SnippetMarks {
    static let open = "\u{2}"
    static let close = "\u{3}"

    /// A marked snippet in pieces.
    static func pieces(of marked: String) -> [SearchHit.Piece] {
        var pieces: [SearchHit.Piece] = []
        var isMatch = false
        for part in marked.split(
            omittingEmptySubsequences: false, whereSeparator: { [open, close].contains(String($0)) })
        {
            let shown = SafeText.piece(part)
            if !shown.isEmpty { pieces.append(SearchHit.Piece(text: shown, isMatch: isMatch)) }
            isMatch.toggle()
        }
        return pieces
    }
}
