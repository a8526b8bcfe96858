import Testing

@testable import Digest

@Suite struct LinkTests {
    @Test(arguments: [
        ("records/2024/10/03/a-1.json", "records/2024/10/03/a-1.json"),
        ("originals/a b?#%.html", "originals/a%20b%3F%23%25.html"),
        ("originals/ü\"><x", "originals/%C3%BC%22%3E%3Cx"),
        ("../../etc/passwd", "etc/passwd"),
        ("/a//./b", "a/b"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        ("a\n\u{202E}b", "a%0A%E2%80%AEb"),
    ])
    func `a path is encoded and stays inside the Outbox`(_ path: String, _ expected: String) {
        #expect(OutboxPath(path).encoded == expected)
        #expect(OutboxPath(path).fromEdition == "../../" + expected)
    }

    @Test(
        arguments: [
            ("https://a.example/x?y=1&z=2#f", "https://a.example/x?y=1&z=2#f"),
            ("HTTP://a.example/", "HTTP://a.example/"),
            ("https://a.example/ü \"<>", "https://a.example/%C3%BC%20%22%3C%3E"),
            ("javascript:alert(1)", nil),
            ("data:text/html,x", nil),
            ("https://", nil),
            ("//a.example", nil),
            ("", nil),
        ] as [(String, String?)])
    func `only addresses of the web are linked`(_ address: String, _ expected: String?) {
        #expect(WebAddress(address)?.encoded == expected)
    }

    @Test func `an address longer than any honest one is not linked`() {
        #expect(WebAddress("https://a.example/" + String(repeating: "a", count: 3000)) == nil)
    }
}
