import Annotation
import Records
import Testing

@Suite("Quotes")
struct QuoteTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var marked: MarkedText
        var kind: Quote.Kind
        var speaker: String
        var lemma: String
        var testDescription: String { marked.testDescription }

        init(_ marked: String, _ kind: Quote.Kind, _ speaker: String, _ lemma: String) {
            self.marked = MarkedText(marked)
            self.kind = kind
            self.speaker = speaker
            self.lemma = lemma
        }
    }

    static let cases: [Case] = [
        Case("⟦\"We will not give in,\"⟧ Angela Merkel said.", .direct, "Angela Merkel", "say"),
        Case("⟦“We will not give in,”⟧ said Angela Merkel.", .direct, "Angela Merkel", "say"),
        Case("Angela Merkel said: ⟦\"We will not give in.\"⟧", .direct, "Angela Merkel", "say"),
        Case("Angela Merkel told reporters, ⟦\"We will not give in.\"⟧", .direct, "Angela Merkel", "tell"),
        Case("⟦\"We tried,\"⟧ Merkel said. ⟦\"We failed.\"⟧", .direct, "Merkel", "say"),
        Case("⟦\"We tried,\"⟧ said Merkel, ⟦\"and we failed.\"⟧", .direct, "Merkel", "say"),
        Case("Merkel was firm, noting ⟦that \"we are closer than ever before.\"⟧", .mixed, "Merkel", "note"),
        Case("Merkel said ⟦that the deal was dead⟧.", .indirect, "Merkel", "say"),
        Case("⟦The deal was dead by noon⟧, officials said.", .indirect, "officials", "say"),
        Case("According to Merkel, ⟦the deal was dead⟧.", .indirect, "Merkel", "according to"),
        Case(
            "⟦The right to defend oneself⟧, according to Merkel, ⟦\"does not end here.\"⟧", .mixed, "Merkel",
            "according to"),
        Case("⟦‘We will not give in,’⟧ Merkel said.", .direct, "Merkel", "say"),
        Case("⟦''We will not give in,''⟧ Merkel said.", .direct, "Merkel", "say"),
        Case("⟦``We will not give in,''⟧ Merkel said.", .direct, "Merkel", "say"),
        Case("Many officials say ⟦the deal was dead by noon⟧.", .indirect, "Many officials", "say"),
        Case("⟦«We will not give in»⟧, Merkel said.", .direct, "Merkel", "say"),
        Case("⟦\"Why do they do this to us?\"⟧ asked Angela Merkel.", .direct, "Angela Merkel", "ask"),
        Case("⟦\"We are ready,\"⟧ Merkel, who took office in 2005, said.", .direct, "Merkel", "say"),
        Case("⟦\"We were never asked about any of this.\"⟧ — Angela Merkel", .direct, "Angela Merkel", "—"),
        Case("Merkel said ⟦it was \"a disaster\" for all⟧.", .mixed, "Merkel", "say"),
    ]

    @Test("A quotation has its kind, its parts, its speaker and its cue", arguments: cases)
    func quotations(_ item: Case) throws {
        let quotes = item.marked.annotations().quotes
        #expect(quotes.count == 1)
        let quote = try #require(quotes.first)
        #expect(quote.content == item.marked.passages)
        #expect(quote.kind == item.kind)
        #expect(quote.speaker?.text == item.speaker)
        #expect(quote.cue?.lemma == item.lemma)
        #expect(quote.text == quote.content.map(item.marked.slice).joined(separator: " "))
    }

    static let none = [
        "They discussed the \"victory plan\" in Kyiv.", "She read \"War and Peace\" twice.",
        "The so-called \"experts\" met on Monday.", "He kept the rock 'n' roll of the '90s alive.",
    ]

    @Test("Titles, names and scare quotes are no quotations", arguments: none)
    func noQuotations(_ text: String) { #expect(MarkedText(text).annotations().quotes.isEmpty) }

    @Test("A quotation over two paragraphs is one of two parts")
    func paragraphs() {
        let text = MarkedText("\"We begin here,\" Merkel said. ⟦\"We go on.⟧\n\n⟦\"We end here.\"⟧")
        let quotes = text.annotations().quotes
        #expect(quotes.count == 1)
        #expect(quotes.first?.content.suffix(2) == text.passages[...])
    }

    @Test("The speaker is linked to the entity, a pronoun to the one it can mean")
    func speakers() {
        let text = MarkedText(
            "Angela Merkel spoke in Berlin. \"We are ready,\" Merkel said. \"We can win,\" she added.")
        let annotations = text.annotations()
        let person = annotations.entities.first { $0.type == .person }
        #expect(person?.name == "Angela Merkel")
        #expect(annotations.quotes.map(\.speaker?.entity) == [person?.id, person?.id])
    }
}
