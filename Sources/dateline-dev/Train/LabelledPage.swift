import Extraction
import Foundation
import Markup
import Pipeline
import Records

/// A page's passages, labelled by the page's reviewed text.
struct LabelledPage {
    let site: String
    private let corpus: String
    private let digest: String
    private let weight: Double
    private let rows: [Float]
    private let labels: PassageLabels

    /// Reads and labels a page, its words weighed by the tables of its site's part; nil where it has no reviewed text or no
    /// passages.
    init?(_ gold: GoldPage, in folder: WeightedFolder, tables: [PassageTables]) throws {
        site = Self.site(of: gold.url) ?? gold.id
        guard let text = gold.text, let (bytes, page) = try Self.page(gold, in: folder),
            let sample = PassageSample(of: page, tables: tables[WordTables.fold(of: site)])
        else { return nil }
        digest = ContentHash.sha256(bytes)
        corpus = folder.url.lastPathComponent
        weight = folder.weight
        rows = sample.rows
        labels = PassageLabels(sample.texts, reviewed: text)
    }

    /// A page with reviewed text, its bytes and what they are read as; nil for others.
    static func page(_ gold: GoldPage, in folder: WeightedFolder) throws -> (bytes: [UInt8], page: Page)? {
        guard let text = gold.text, !text.isEmpty else { return nil }
        let bytes = try GoldFile.bytes(of: folder.url.appendingPathComponent("pages/\(gold.id).html.gz"))
        let hints = InputHints(name: "page.html", mediaType: "text/html", url: gold.url)
        return (try? Page(reading: bytes, hints: hints)).map { (bytes, $0) }
    }

    /// The registered domain, nearly: the host's last two labels, three where the second last is short ("co.uk"). Pages of
    /// one site must never lie on both sides of a cross-validation.
    static func site(of address: String?) -> String? {
        guard let host = address.flatMap({ URLComponents(string: $0) })?.host?.lowercased(), !host.isEmpty else {
            return nil
        }
        let parts = host.split(separator: ".")
        let isShort = parts.count > 2 && parts[parts.count - 2].count <= 3
        return parts.suffix(isShort ? 3 : 2).joined(separator: ".")
    }

    /// The page as one JSON object.
    var json: [UInt8] {
        var numbers = Data(capacity: rows.count * 4)
        for row in rows { withUnsafeBytes(of: row.bitPattern.littleEndian) { numbers.append(contentsOf: $0) } }
        var writer = JSONWriter()
        writer.object { json in
            json.member("site", site)
            json.member("part", WordTables.fold(of: site))
            json.member("corpus", corpus)
            json.member("sha256", digest)
            json.member("weight") { $0.number(weight) }
            json.member("width", PassageSample.width)
            json.member("features", numbers.base64EncodedString())
            json.member("labels") { json in
                json.array(labels.shares) { json, share in json.number((share * 1000).rounded() / 1000) }
            }
            json.member("words") { json in json.array(labels.words) { json, count in json.number(Double(count)) } }
        }
        return writer.bytes
    }
}
