import Testing

@testable import Extraction

@Suite("Counters of pictures and pages are no text")
struct CounterLineTests {
    @Test(
        "a number of a number is one",
        arguments: ["1 / 3", "1/12", "Page 2 of 3", "Seite 2 von 3", "3 of 10", "Foto 4 de 9"])
    func counters(_ line: String) { #expect(CounterLine.isCounter(Array(line.utf8)[...])) }

    @Test(
        "scores, dates and shares are none",
        arguments: ["3-1", "3/1", "1 in 3", "24/7/2024", "Page 3", "2 of them 3", "0/5"])
    func others(_ line: String) { #expect(!CounterLine.isCounter(Array(line.utf8)[...])) }
}
