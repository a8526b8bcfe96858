import Annotation
import Records
import Testing

@Suite("Salience")
struct SalienceTests {
    private func ranked(_ text: String, headline: String? = nil) -> [String] {
        var article = MarkedText(text).article()
        article.headline = headline
        return Annotator.annotations(of: article).entities.sorted { ($0.salience ?? 0) > ($1.salience ?? 0) }.map(
            \.name)
    }

    @Test("Who is named first and most often, pronouns included, is what the article is about")
    func frequency() {
        let text = "Mark Rutte met Olena Kravets in Kharkiv. He left early. Rutte said he was tired."
        #expect(ranked(text).first == "Mark Rutte")
    }

    @Test("The headline tells")
    func headline() {
        let text = "Mark Rutte met Olena Kravets in Kharkiv."
        #expect(ranked(text, headline: "Kravets meets alliance chief").first == "Olena Kravets")
    }

    @Test("Every salience lies between 0 and 1")
    func bounds() {
        let text = String(repeating: "Mark Rutte met Mark Rutte in Kyiv. ", count: 50)
        for entity in MarkedText(text).annotations().entities { #expect((0...1).contains(entity.salience ?? -1)) }
    }
}
