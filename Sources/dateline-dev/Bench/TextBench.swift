import Annotation
import Extraction
import Foundation
import Pipeline
import Records

/// Times annotation and JSON over texts that are clean already.
struct TextBench {
    private let texts: [CleanText]

    /// The documents of a file of JSON lines.
    init(file: URL, limit: Int?) throws {
        texts = try GoldFile.lines(GoldDocument.self, in: file, limit: limit).map {
            CleanText(
                text: $0.text, published: $0.published, headline: $0.headline, standfirst: $0.standfirst)
        }
    }

    var count: Int { texts.count }

    /// The size of all texts in bytes.
    var bytes: Int { texts.reduce(0) { $0 + $1.text.utf8.count } }

    /// One round over all texts.
    func round(_ number: Int, into times: inout StageTimes) {
        var preparation = 0.0
        var finish = FinishingTimes()
        for text in texts {
            let article = ProcessorClock.measure(&preparation) {
                Extractor.article(
                    clean: text.text, published: text.published, headline: text.headline,
                    standfirst: text.standfirst, language: text.language)
            }
            finish.measure(article, of: Document(bytes: [], name: "text"))
        }
        times.note("preparation", seconds: preparation)
        finish.note(into: &times)
        times.note("all", seconds: preparation + finish.sum)
    }
}
