import Annotation
import Records
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
        "A three-year-old girl cried.", "It lasted 12 days.", "In 2024 prices rose.", "It cost $12.", "They won 3-2.",
        "The 12th man left.",
    ]

    @Test("Ages, times, sums, scores and ordinals count nothing", arguments: none)
    func noCounts(_ text: String) { #expect(MarkedText(text).annotations().counts.isEmpty) }
}
