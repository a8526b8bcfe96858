import Testing

@testable import Extraction

@Suite("The ends of longer passages are cut into the tokens that have weights")
struct PassageEndsTests {
    static let passage =
        "Ana Roth writes about ferries and harbours for the office. Follow her at the quay @ferry in 2024"

    static let passages = [
        passage, "“\(passage)” — ©", passage + String(repeating: " Fähre über", count: 60),
        String(repeating: "続きを読む", count: 50),
    ]

    @Test("ten words of each end, pairs, the first and the last")
    func tokens() throws {
        let tokens = try #require(PassageEnds(Array(Self.passage.utf8)[...])).tokens
        #expect(tokens.count { $0.hasPrefix("(") } == 10 + 9 + 1)
        #expect(tokens.count { $0.hasPrefix(")") } == 10 + 9 + 1)
        for token in ["(ana", "(ana roth", "(^ana", "(the office", ")quay @", ")in 0", ")0", ")0$"] {
            #expect(tokens.contains(token), "\(token)")
        }
    }

    @Test("each token has the hash of what is written in the table", arguments: passages)
    func hashes(_ text: String) throws {
        let ends = try #require(PassageEnds(Array(text.utf8)[...]))
        var hashes: [UInt64] = []
        ends.forEachToken {
            hashes.append($0)
        } closing: {
            hashes.append($0)
        }
        #expect(hashes.sorted() == ends.tokens.map { LineWords.hash(of: $0) }.sorted())
    }

    @Test("a label has no ends")
    func labels() {
        #expect(PassageEnds(Array("Read more about the ferries".utf8)[...]) == nil)
    }

    @Test("the weights of each end add up, above those of a passage without tokens")
    func weights() throws {
        let tables = PassageTables(
            containers: [:], tokens: ["(ana": -1, "(^ana": -2, ")ferry in": 3, ")ana": 9, "(=bias": 0.5])
        let reading = tables.reading(of: try #require(PassageEnds(Array(Self.passage.utf8)[...])))
        #expect(reading.opening == -2.5)
        #expect(reading.closing == 3)
    }
}
