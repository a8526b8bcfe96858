import Testing

@testable import Digest

@Suite struct NumeralTests {
    @Test(
        arguments: [
            (0, "0"), (12, "12"), (999, "999"), (1000, "1,000"), (17_004, "17,004"), (1_400_000_000, "1,400,000,000"),
            (3.5, "3.5"), (0.05, "0.05"), (2.999, "3"), (-3, "−3"), (-0.001, "0"), (.infinity, "—"), (.nan, "—"),
            (1e300, "—"),
        ] as [(Double, String)])
    func `a figure is printed as a newspaper does`(_ value: Double, _ expected: String) {
        #expect(Numeral.shown(value) == expected)
    }

    @Test func `one is singular`() {
        #expect(Numeral.counted(1, "story", "stories") == "1 story")
        #expect(Numeral.counted(0, "story", "stories") == "0 stories")
        #expect(Numeral.counted(1200, "file") == "1,200 files")
    }

    @Test(arguments: [1, 2, 0.5, 10, 57, 240, 1e-9, 123_456.789])
    func `the logarithm is exact to eleven digits`(_ value: Double) {
        // e to the power of it, by its series, gives the number back.
        let logarithm = Logarithm.natural(value)
        let halvings = 40
        var power = 1 + logarithm / Double(1 << halvings)
        power += (power - 1) * (power - 1) / 2
        for _ in 0..<halvings { power *= power }
        #expect(abs(power - value) <= abs(value) * 1e-2)
        #expect(abs(Logarithm.natural(value * 2) - logarithm - 0.693_147_180_559_945) < 1e-11)
    }
}
