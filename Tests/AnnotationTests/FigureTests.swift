import Annotation
import Records
import TestSupport
import Testing

@Suite("Amounts and counts")
struct FigureTests {
    struct Money: Sendable, CustomTestStringConvertible {
        var marked: MarkedText
        var value: Double
        var currency: String
        var modifier: FigureModifier?
        var testDescription: String { marked.testDescription }

        init(_ marked: String, _ value: Double, _ currency: String, _ modifier: FigureModifier? = nil) {
            self.marked = MarkedText(marked)
            self.value = value
            self.currency = currency
            self.modifier = modifier
        }
    }

    static let money: [Money] = [
        Money("It cost ⟦$1.4bn⟧.", 1.4e9, "USD"), Money("It cost ⟦€40 billion⟧.", 4e10, "EUR"),
        Money("It cost ⟦85 pence⟧.", 0.85, "GBP"), Money("It cost ⟦85p⟧.", 0.85, "GBP"),
        Money("It cost about ⟦A$3.4m⟧.", 3.4e6, "AUD", .approx),
        Money("It cost up to ⟦two hundred thousand euros⟧.", 2e5, "EUR", .max),
        Money("It cost more than ⟦USD 5 million⟧.", 5e6, "USD", .min),
        Money("It cost ⟦tens of millions of dollars⟧.", 1e7, "USD", .approx),
        Money("It cost ⟦half a million pounds⟧.", 5e5, "GBP"),
        Money("They gave ⟦$100 million⟧ or more.", 1e8, "USD", .min),
        Money("A ⟦$25-million⟧ deal.", 2.5e7, "USD"),
    ]

    @Test("Money has its value in main units, its currency and its modifier", arguments: money)
    func sums(_ item: Money) throws {
        let amounts = item.marked.annotations().amounts
        #expect(amounts.map(\.range) == item.marked.passages)
        let amount = try #require(amounts.first)
        #expect(amount.kind == .money)
        #expect(abs(amount.value - item.value) <= 1e-9 * item.value)
        #expect(amount.currency == item.currency)
        #expect(amount.modifier == item.modifier)
    }

    @Test("The same sum in two currencies points at itself, and a range shares its scale")
    func pairs() {
        let pair = MarkedText("They gave €40 billion ($44 billion).").annotations().amounts
        #expect(pair.map(\.equivalentTo) == [[1], [0]])
        let range = MarkedText("It will cost $40 to $50 million.").annotations().amounts
        #expect(range.map(\.value) == [4e7, 5e7])
        #expect(range.allSatisfy { $0.equivalentTo.isEmpty })
    }

    @Test("Percentages and measures are amounts too")
    func others() {
        let amounts = MarkedText("It fell 5.9% and 3 percent over 12 miles and 40,000 square kilometers.")
            .annotations().amounts
        #expect(amounts.map(\.kind) == [.percent, .percent, .measure, .measure])
        #expect(amounts.map(\.value) == [5.9, 3, 12, 40_000])
        #expect(amounts.map(\.unit) == [nil, nil, "mile", "square kilometre"])
    }

    struct Counted: Sendable, CustomTestStringConvertible {
        var marked: MarkedText
        var value: Double
        var object: String
        var category: String?
        var modifier: FigureModifier?
        var testDescription: String { marked.testDescription }

        init(
            _ marked: String, _ value: Double, _ object: String, _ category: String? = nil,
            _ modifier: FigureModifier? = nil
        ) {
            self.marked = MarkedText(marked)
            self.value = value
            self.object = object
            self.category = category
            self.modifier = modifier
        }
    }

    static let counts: [Counted] = [
        Counted("The bomb killed ⟦12 people⟧.", 12, "people", "killed"),
        Counted("It hit a house, injuring ⟦at least 12 people⟧.", 12, "people", "injured", .min),
        Counted("Leaders from ⟦over 50 partner nations⟧ met.", 50, "partner nations", nil, .min),
        Counted("⟦Two soldiers⟧ died.", 2, "soldiers", "killed"),
        Counted("⟦Hundreds of people⟧ fled.", 100, "people", "displaced", .approx),
        Counted("⟦Nearly a dozen homes⟧ burned.", 12, "homes", nil, .approx),
        Counted("The fire killed ⟦three workers⟧ and injured ⟦at least 14 other people⟧.", 3, "workers", "killed"),
        Counted(
            "⟦About 200 fishermen⟧ blocked the port; police arrested their leader.", 200, "fishermen", nil, .approx),
        Counted("⟦Twelve officers⟧ arrested a man.", 12, "officers"),
        Counted("⟦Sixteen people⟧ were injured.", 16, "people", "injured"),
        Counted("It caused the deaths of ⟦some 40 miners⟧.", 40, "miners", "killed", .approx),
        Counted("It lasted ⟦12 days⟧.", 12, "days"),
        Counted("Rescuers found ⟦14 more people⟧ dead.", 14, "more people", "killed"),
    ]

    @Test("A count has its object, and what happened to the counted", arguments: counts)
    func countings(_ item: Counted) throws {
        let counts = item.marked.annotations().counts
        #expect(counts.map(\.range) == item.marked.passages)
        let count = try #require(counts.first)
        #expect(count.value == item.value)
        #expect(count.object == item.object)
        #expect(count.category == item.category)
        #expect(count.modifier == item.modifier)
    }

    static let none = [
        "A three-year-old girl cried.", "It ended 12 days ago.", "In the next 12 days it ends.", "In 2024 prices rose.",
        "It cost $12.", "They won 3-2.",
        "The 12th man left.",
    ]

    @Test("Ages, times, sums, scores and ordinals count nothing", arguments: none)
    func noCounts(_ text: String) { #expect(MarkedText(text).annotations().counts.isEmpty) }

    @Test("Ranges share unit and object; prices tell what they are the price of")
    func ranges() {
        let sums = MarkedText("It costs between 3 and 5 million euros, at $80 a barrel.").annotations().amounts
        #expect(sums.map(\.value) == [3e6, 5e6, 80])
        #expect(sums.map(\.currency) == ["EUR", "EUR", "USD"])
        #expect(sums.map(\.unit) == [nil, nil, "barrel"])
        let counts = MarkedText("Some 10 to 15 ships left.").annotations().counts
        #expect(counts.map(\.value) == [10, 15])
        #expect(counts.allSatisfy { $0.object == "ships" })
    }

    @Test("A currency that countries share is the one of the country the text names")
    func families() {
        func currency(_ text: String) -> String? { MarkedText(text).annotations().amounts.first?.currency }
        #expect(currency("In Chile the fare is 800 pesos.") == "CLP")
        #expect(currency("In Mexico the fare is 800 pesos.") == "MXN")
        #expect(currency("The fare in Algeria is 800 dinars.") == "DZD")
        #expect(currency("The fare is 800 dinars.") == nil)
    }

    static let elsewhere: [(text: String, language: String, value: Double, currency: String)] = [
        ("Das kostet 1,5 Millionen Euro.", "de", 1.5e6, "EUR"), ("Es kostet 1.500,50 Euro.", "de", 1500.5, "EUR"),
        ("Cela coûte 3,2 milliards d'euros.", "fr", 3.2e9, "EUR"),
        ("Cela coûte 12\u{202F}500 euros.", "fr", 12_500, "EUR"),
        ("Cuesta 40 millones de dólares.", "es", 4e7, "USD"), ("Costa 2 milioni di euro.", "it", 2e6, "EUR"),
    ]

    @Test("Sums are read in other languages", arguments: elsewhere)
    func languages(_ item: (text: String, language: String, value: Double, currency: String)) throws {
        var article = MarkedText(item.text).article()
        article.language = item.language
        let amount = try #require(Annotator.annotations(of: article).amounts.first)
        #expect(amount.value == item.value)
        #expect(amount.currency == item.currency)
    }

    @Test("A visit, a loan and a crash of our own give their figures")
    func story() throws {
        let text = MarkedText(
            """
            The envoy met leaders of more than 50 nations. They will lend the city €40 billion ($44 billion) next year.

            A night raid hit a bakery, injuring at least 12 people, the mayor said.
            """)
        let annotations = text.annotations()
        #expect(annotations.amounts.map(\.value) == [4e10, 4.4e10])
        #expect(annotations.amounts.map(\.equivalentTo) == [[1], [0]])
        #expect(annotations.counts.map(\.value) == [50, 12])
        #expect(annotations.counts.map(\.modifier) == [.min, .min])
        #expect(annotations.counts.map(\.category) == [nil, "injured"])
    }

    static let nasty = [
        "1 1 1 1 ", "million million ", "$$$$", "and a half and a half ", "half a ", "1-1-1-1-", "one hundred ",
        "5 to 5 to ",
        "between 1 and ", "12 of the 12 of the ", "the toll of the toll ", "Rs5,000,", "a a a ", "no one was ",
        "6ft 2in ",
        "three-quarters of ", "killed 12 and ", "$5 ($5 (",
    ]

    /// Figures alone: that names and quotations are linear has tests of its own.
    private func readFigures(of article: Article) {
        var stages = AnnotationStages(article)
        for stage in [AnnotationStages.Stage.tokens, .amounts, .times, .counts] { stages.run(stage) }
    }

    @Test("The time a byte takes does not grow with the text", arguments: nasty)
    func linear(_ piece: String) {
        func secondsPerByte(_ bytes: Int) -> Double {
            var article = Article()
            article.text = String(repeating: piece, count: bytes / piece.utf8.count)
            article.language = "en"
            let times = (0..<(bytes > 10_000 ? 1 : 3)).map { _ in ThreadClock.seconds { readFigures(of: article) } }
            return (times.min() ?? 0) / Double(bytes)
        }
        _ = secondsPerByte(4_000)
        // Quadratic time would give 20; caches and a busy machine give two or three.
        #expect(secondsPerByte(80_000) < 8 * secondsPerByte(4_000) + 2e-5)
    }
}
