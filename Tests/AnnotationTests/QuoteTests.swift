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

    static let framed: [Case] = [
        Case("Merkel promised ⟦to pay by May⟧.", .indirect, "Merkel", "promise"),
        Case("Merkel called ⟦the deal \"a disaster\"⟧ and left.", .mixed, "Merkel", "call"),
        Case("Merkel praised ⟦the firefighters⟧.", .indirect, "Merkel", "praise"),
        Case("Merkel told supporters in Bonn, Germany, ⟦that she would stay⟧.", .indirect, "Merkel", "tell"),
        Case("Merkel said ⟦the mill would close⟧, leaving many without work.", .indirect, "Merkel", "say"),
        Case("⟦The mill⟧, Merkel said, ⟦would close in May⟧.", .indirect, "Merkel", "say"),
        Case("⟦\"Not now,\"⟧ Merkel said in Bonn, ⟦\"and not ever.\"⟧", .direct, "Merkel", "say"),
        Case("Merkel's claim ⟦that it was late⟧.", .indirect, "Merkel", "claim"),
        Case("Merkel was confident ⟦that it would hold⟧.", .indirect, "Merkel", "be confident"),
        Case("Merkel, who said ⟦it was late⟧, went home.", .indirect, "who", "say"),
        Case("Said Merkel: ⟦\"It is late.\"⟧", .direct, "Merkel", "say"),
        Case("Merkel addressed the crowd: ⟦\"It is late.\"⟧", .direct, "Merkel", "addressed"),
        Case(
            "⟦\"It is late,\"⟧ Merkel, a member of the party’s board, Germany’s largest, said.", .direct, "Merkel",
            "say"),
        Case("⟦The toll had risen to 21⟧, Merkel said late Saturday.", .indirect, "Merkel", "say"),
        Case("Merkel said late Saturday ⟦that it was late⟧.", .indirect, "Merkel", "say"),
        Case("Angela Merkel on Monday admitted ⟦that it was late⟧.", .indirect, "Angela Merkel", "admit"),
        Case("Merkel’s office didn’t recommend ⟦the pact⟧.", .indirect, "Merkel’s office", "recommend"),
        Case("He meant ⟦the bill would fail⟧.", .indirect, "He", "mean"),
    ]

    @Test("What may follow a cue is told by its frame", arguments: framed)
    func frames(_ item: Case) throws { try quotations(item) }

    static let none = [
        "They discussed the \"victory plan\" in Kyiv.", "She read \"War and Peace\" twice.",
        "The so-called \"experts\" met on Monday.", "They also discussed Ukraine's \"victory plan\" in Kyiv on Monday.",
        "Prices were told in advance.", "The report was long.", "A controversial comment was filed in March.",
        "The union called a strike.", "He lived in hopes of rain.", "He kept the rock 'n' roll of the '90s alive.",
        "The ban means you get less for more.", "You can find that a plant may turn green.",
        "A pattern was also revealed where staff gave in.", "The load calls for a larger engine.",
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

    @Test("An article with split, introduced and mixed quotations has each with its speaker, and no plan in marks")
    func visit() {
        let text = MarkedText(
            """
            Ana Roth, the new head of NATO, came to Kyiv on Thursday, pledging more support. The right to strike back, \
            according to Roth, "does not end at a line on a map, and everybody in the alliance knows it."

            Zelenskyy and Roth also discussed Ukraine's strategic "victory plan" before a meeting in Germany next week.

            "We must not be forgotten. The best help is permission," Zelenskyy said. He stressed the need for missiles.

            Roth repeated the alliance's promise, noting that "no door has been closed so far."
            """)
        let annotations = text.annotations()
        let quoted = annotations.quotes.filter { $0.kind != .indirect }
        #expect(quoted.map { $0.speaker?.text } == ["Roth", "Zelenskyy", "Roth"])
        #expect(!annotations.quotes.contains { $0.text.contains("victory plan") })
        let roth = annotations.entities.first { $0.name == "Ana Roth" }?.id
        #expect(roth != nil)
        #expect(quoted.first?.speaker?.entity == roth && quoted.last?.speaker?.entity == roth)
    }

    @Test(
        "Who speaks for an organisation links it",
        arguments: [
            "a spokesman for Siemens", "a Siemens spokeswoman", "the press office of Siemens", "Berlin’s Siemens",
            "a Siemens spokeswoman in Berlin",
        ])
    func spokesmen(_ speaker: String) {
        let annotations = MarkedText("\"The plant stays,\" said \(speaker).").annotations()
        let siemens = annotations.entities.first { $0.name == "Siemens" }?.id
        #expect(siemens != nil)
        #expect(annotations.quotes.first?.speaker?.entity == siemens)
    }

    @Test(
        "A place or an organisation that only tells where or whose somebody is does not speak",
        arguments: [
            "An inquiry in Norway", "Officials in Oslo", "The head of Siemens", "A Norwegian official",
            "Angela Merkel’s neighbour in Oslo", "36% of new buyers",
        ])
    func bystanders(_ speaker: String) throws {
        let quote = try #require(MarkedText("\(speaker) said that it was late.").annotations().quotes.first)
        #expect(quote.speaker?.text == speaker)
        #expect(quote.speaker?.entity == nil)
    }

    @Test("The name between commas is who speaks")
    func appositive() throws {
        let annotations = MarkedText(
            "“It is late,” said Siemens. The firm’s head, Angela Merkel, said that it was early."
        )
        .annotations()
        let merkel = try #require(annotations.entities.first { $0.name == "Angela Merkel" }?.id)
        #expect(annotations.quotes.last?.speaker?.entity == merkel)
    }

    @Test("Marks amid a sentence are of whoever reports in it, and not of whom it tells")
    func reporting() throws {
        let text =
            "The lawmakers noted that the FBI held a briefing on Monday, but they were glad, because officials "
            + "“gave only vague answers to nearly all of the questions” of the day."
        let quote = try #require(MarkedText(text).annotations().quotes.first { $0.text.contains("vague answers") })
        #expect(quote.speaker?.text == "The lawmakers")
    }

    @Test("In an interview the last one quoted answers, and not who is asked about")
    func interview() throws {
        let annotations = MarkedText(
            """
            “The mill will open in the spring of the year,” Angela Merkel said.

            Is Jonas Feld a good mayor?

            “Well, he has only just begun, so give him time.”

            When I suggest that Jonas Feld is late, the answer is short.

            “He is not as late as you are this morning, my dear.”
            """
        ).annotations()
        let merkel = try #require(annotations.entities.first { $0.name == "Angela Merkel" }?.id)
        let direct = annotations.quotes.filter { $0.kind == .direct }
        #expect(direct.count == 3)
        #expect(direct.allSatisfy { $0.speaker?.entity == merkel })
    }

    @Test("A pronoun speaks for the last speaker of its gender")
    func pronouns() {
        let text = MarkedText(
            "Maria Olsen met Chidi Eze. \"Did you see it?\" Maria Olsen asked. \"I heard it,\" Chidi Eze said. \"When?\" she asked."
        )
        let annotations = text.annotations()
        let maria = annotations.entities.first { $0.name == "Maria Olsen" }?.id
        #expect(maria != nil)
        #expect(annotations.quotes.last?.speaker?.entity == maria)
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
