import Foundation
import Pipeline
import Records

/// What a careful reader expects of a golden article, written by hand in `expects.json`. Nothing here is ever recorded,
/// so that recording cannot hide a fault.
struct GoldenExpectation: Decodable {
    /// The rejection's code, where the input is no article; then nothing else is looked at.
    var rejection: String?
    /// The headline; nil where the input gives none.
    var headline: String?
    /// The names of the authors.
    var authors: [String]?
    /// The day of publication; nil where the input gives none.
    var published: String?
    /// The day of the last change, the publication's name, the deck, the section, and captions of images parted by bars; an empty
    /// text says that there is none, a key left out that nobody asks.
    var modified: String?
    var site: String?
    var standfirst: String?
    var section: String?
    var captions: String?
    /// BCP 47.
    var language: String?
    var mediaType: String?
    var encoding: String?
    var url: String?
    /// How the text begins and ends.
    var opens: String?
    var closes: String?
    /// What the text holds, and what it does not hold.
    var has: [String]?
    var hasNot: [String]?
    /// Kinds of blocks, each of which the text has.
    var kinds: [String]?
    /// The codes of all notices, in any order; none where the key is left out.
    var notices: [String]?

    /// What is known to be otherwise, by the names of the faults; each must still be so.
    var known: [String]?

    /// One thing that is not as expected.
    struct Fault {
        /// Its name in `known`: the key, and of lists the passage.
        var name: String
        var message: String
    }

    /// What of an outcome is not as expected; empty where all is.
    func faults(in outcome: Result<ArticleRecord, Rejection>) -> [Fault] {
        switch outcome {
        case .failure(let found):
            guard found.code != rejection else { return [] }
            return [Fault(name: "rejection", message: "rejected as \(found.code), expected \(rejection ?? "a record")")]
        case .success(let record):
            if let rejection { return [Fault(name: "rejection", message: "a record, expected \(rejection)")] }
            return metadataFaults(record) + textFaults(record.article)
        }
    }

    private func metadataFaults(_ record: ArticleRecord) -> [Fault] {
        let article = record.article
        let pairs: [(field: String, found: String?, wanted: String?, isAsked: Bool)] = [
            ("headline", article.headline, headline, true),
            ("published", article.published.map { String($0.value.prefix(10)) }, published, true),
            ("modified", article.modified.map { String($0.value.prefix(10)) } ?? "", modified, modified != nil),
            ("site", article.site?.name ?? "", site, site != nil),
            ("standfirst", article.standfirst ?? "", standfirst, standfirst != nil),
            ("section", article.section ?? "", section, section != nil),
            ("captions", article.images.compactMap(\.caption).joined(separator: " | "), captions, captions != nil),
            ("language", article.language, language, language != nil),
            ("mediaType", record.source.mediaType, mediaType, mediaType != nil),
            ("encoding", record.source.encoding, encoding, encoding != nil),
            ("url", article.url, url, url != nil),
            (
                "authors", article.bylines.map(\.name).joined(separator: "; "), authors?.joined(separator: "; "),
                authors != nil
            ),
            (
                "notices", article.notices.map(\.code).sorted().joined(separator: "; "),
                (notices ?? []).sorted().joined(separator: "; "), true
            ),
        ]
        return pairs.filter { $0.isAsked && $0.found != $0.wanted }.map {
            Fault(
                name: $0.field, message: "\($0.field) is \($0.found ?? "nothing"), expected \($0.wanted ?? "nothing")")
        }
    }

    private func textFaults(_ article: Article) -> [Fault] {
        let text = article.text
        var faults: [Fault] = []
        if let opens, !text.hasPrefix(opens) {
            faults.append(Fault(name: "opens", message: "the text opens \"\(text.prefix(80))\""))
        }
        if let closes, !text.hasSuffix(closes) {
            faults.append(Fault(name: "closes", message: "the text closes \"\(text.suffix(80))\""))
        }
        for passage in has ?? [] where !text.contains(passage) {
            faults.append(Fault(name: "has \(passage)", message: "the text lacks \"\(passage)\""))
        }
        for passage in hasNot ?? [] where text.contains(passage) {
            faults.append(Fault(name: "hasNot \(passage)", message: "the text holds \"\(passage)\""))
        }
        let found = Set(article.blocks.map(\.kind.rawValue))
        for kind in kinds ?? [] where !found.contains(kind) {
            faults.append(Fault(name: "kinds \(kind)", message: "the text has no block of kind \(kind)"))
        }
        return faults
    }
}
