import Markup
import Records

extension Extractor {
    /// The article with what became of each block and each candidate on the way. The same article as `article(in:hints:)`
    /// gives, by the same steps. Linear in the page; several times as dear, since every block is told with its place.
    public static func trace(in page: Page, hints: ExtractionHints) -> ExtractionTrace {
        trace(in: page, hints: hints, model: .standard)
    }

    /// The same by another model than the one that ships.
    package static func trace(in page: Page, hints: ExtractionHints, model: PassageModel) -> ExtractionTrace {
        var notes: TraceNotes? = TraceNotes()
        let outcome: Result<Article, ExtractionError>
        do {
            outcome = .success(try article(in: page, hints: hints, model: model, notes: &notes))
        } catch {
            outcome = .failure(error)
        }
        return ExtractionTrace(outcome: outcome, blocks: notes?.blocks ?? [], fields: notes?.fields ?? [])
    }
}
