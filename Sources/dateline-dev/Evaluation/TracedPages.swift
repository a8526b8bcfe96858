import Extraction
import Foundation
import Markup
import Records

/// What became of each block of the pages of an extraction set, for whoever looks for the cause of losses: a JSON object a
/// page, with its id, how well it came out, and each block's text, place, odds and decisions.
struct TracedPages {
    /// Which model judges; nil for the one that ships.
    let parts: ModelParts?

    /// Traces scored pages and writes them to a file. Linear in the pages.
    func write(_ pages: [ScoredPage], in folder: URL, to path: String) throws {
        let file = try TrainCommand.newFile(path)
        defer { try? file.close() }
        for page in pages {
            let document = try page.gold.document(in: folder)
            guard let read = document.page else { continue }
            let hints = ExtractionHints(name: document.name, url: document.url)
            let trace =
                parts.map {
                    Extractor.trace(in: read, hints: hints, model: $0.model(unseenBy: document.url, id: page.gold.id))
                } ?? Extractor.trace(in: read, hints: hints)
            try file.write(contentsOf: Data(Self.json(page, trace) + [0x0A]))
        }
    }

    private static func json(_ page: ScoredPage, _ trace: ExtractionTrace) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { json in
            json.member("id", page.gold.id)
            json.member("f1") { $0.number(rounded(page.shingleF1)) }
            json.member("wordF1") { $0.number(rounded(page.wordF1)) }
            json.member("isRejected") { $0.boolean(page.isRejected) }
            json.member("blocks") { json in json.array(trace.blocks) { $0.block($1) } }
        }
        return writer.bytes
    }

    /// Three decimals.
    fileprivate static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}

extension JSONWriter {
    /// A block as an object.
    fileprivate mutating func block(_ block: BlockTrace) {
        object { json in
            json.member("text", block.text)
            json.member("kind", block.kind)
            json.member("place", block.place)
            if let odds = block.odds { json.member("odds") { $0.number(TracedPages.rounded(odds)) } }
            json.member("linkShare") { $0.number(TracedPages.rounded(block.linkShare)) }
            json.member("surroundings", block.surroundings)
            json.member("steps", block.steps.map { "\($0.stage): \($0.rule ?? "kept")" })
        }
    }
}
