import Testing

@testable import Digest

@Suite struct DeterminismTests {
    /// SplitMix64, so that a failure can be seen again.
    private struct SeededGenerator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func `the same material in any order gives the same bytes`(_ seed: UInt64) {
        var generator = SeededGenerator(state: seed)
        var input = SampleDay.input
        input.duplicates.append(FiledDuplicate(file: "b.html", collection: [], of: SampleDay.hex(2)))
        input.rejections += HostileEditionTests.input.rejections
        let expected = EditionFormat.allCases.map { Edition(input).rendered(as: $0) }
        input.articles.shuffle(using: &generator)
        input.duplicates.shuffle(using: &generator)
        input.rejections.shuffle(using: &generator)
        input.earlier.shuffle(using: &generator)
        #expect(EditionFormat.allCases.map { Edition(input).rendered(as: $0) } == expected)
    }
}
