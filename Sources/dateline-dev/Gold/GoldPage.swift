import Foundation
import Pipeline

/// One page of an extraction set.
struct GoldPage: Decodable {
    var id: String
    var url: String?
    /// What kind of page it is: `article`, `forum` …
    var type: String?
    /// The article's text.
    var text: String?
    var title: String?
    var authors: [String]
    /// `YYYY-MM-DD`.
    var date: String?
    /// The date as the page gives it, where it is no day.
    var rawDate: String?
    /// Snippets the text must have.
    var with: [String]?
    /// Snippets the text must not have.
    var without: [String]?

    private enum Key: String, CodingKey {
        case id, url, type, text, title, authors, date, with, without
        case rawDate = "date_raw"
    }

    init(from decoder: any Decoder) throws {
        let page = try decoder.container(keyedBy: Key.self)
        id = try page.decode(String.self, forKey: .id)
        url = try page.decodeIfPresent(String.self, forKey: .url)
        type = try page.decodeIfPresent(String.self, forKey: .type)
        text = try page.decodeIfPresent(String.self, forKey: .text)
        title = try page.decodeIfPresent(String.self, forKey: .title)
        authors = (try? page.decodeIfPresent([String].self, forKey: .authors)) ?? []
        date = try page.decodeIfPresent(String.self, forKey: .date)
        rawDate = try page.decodeIfPresent(String.self, forKey: .rawDate)
        with = try page.decodeIfPresent([String].self, forKey: .with)
        without = try page.decodeIfPresent([String].self, forKey: .without)
    }

    /// The page as the engine gets it, from the folder of its set. An id may hold a date, so the engine must not see it as
    /// the file's name.
    func document(in folder: URL) throws(GoldFile.Fault) -> Document {
        Document(
            bytes: try GoldFile.bytes(of: folder.appendingPathComponent("pages/\(id).html.gz")), name: "page.html",
            mediaType: "text/html", url: url)
    }
}
