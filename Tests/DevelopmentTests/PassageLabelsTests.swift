import Testing

@testable import dateline_dev

@Suite("Passages are labelled by the reviewed text")
struct PassageLabelsTests {
    private static let reviewed = """
        Ferry leaves after days
        The old ferry left the quay at dawn, and few looked back.
        Tickets | 12 euros
        """

    struct Label: Sendable {
        var passage: String
        var share: Double
    }

    static let labels = [
        Label(passage: "The old ferry left the quay at dawn, and few looked back.", share: 1),
        Label(passage: "Ferry leaves after days", share: 1), Label(passage: "tickets", share: 1),
        Label(passage: "looked back", share: 0), Label(passage: "few looked back", share: 0.6),
        Label(passage: "The old ferry left port", share: 0.5), Label(passage: "Read more about it here", share: 0),
        Label(passage: "→", share: 0),
    ]

    @Test("by runs of four words, short ones by whole lines", arguments: labels)
    func label(_ label: Label) {
        #expect(PassageLabels([label.passage], reviewed: Self.reviewed).shares == [label.share])
    }

    @Test("Of a repeated passage the one among text is meant")
    func repeated() {
        let line = "Ferry leaves after days"
        let body = "The old ferry left the quay at dawn, and few looked back."
        let labels = PassageLabels(
            [line, "a", "b", "c", "d", "e", "f", "g", line, body], reviewed: Self.reviewed)
        #expect(labels.shares.first == 0)
        #expect(labels.shares.suffix(2) == [1, 1])
        #expect(labels.words.suffix(2) == [4, 12])
    }

    static let sites: [(String?, String?)] = [
        ("https://www.harbour.example/a", "harbour.example"), ("https://news.bbc.co.uk/b", "bbc.co.uk"),
        ("http://localhost/", "localhost"), ("no address", nil), (nil, nil),
    ]

    @Test("A site is its registered domain, nearly", arguments: sites)
    func site(address: String?, site: String?) {
        #expect(LabelledPage.site(of: address) == site)
    }

    @Test("A folder may carry a weight")
    func weights() throws {
        #expect(try WeightedFolder("/tmp/a=b").weight == 1)
        #expect(try WeightedFolder("/tmp/a=0.25").weight == 0.25)
        #expect(try WeightedFolder("/tmp/a=0.25").url.lastPathComponent == "a")
        #expect(throws: (any Error).self) { try WeightedFolder("/tmp/a=0") }
    }
}
