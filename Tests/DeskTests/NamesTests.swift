import Digest
import Testing

@testable import Desk

@Suite struct NamesTests {
    @Test(arguments: [
        ("NATO’s Rutte visits Kyiv", "natos-rutte-visits-kyiv"),
        ("Ångström & Øre: naïve café", "angstrom-ore-naive-cafe"),
        ("Straße, Łódź", "strasse-lodz"), ("新闻", "article"), ("", "article"), ("../../etc/passwd", "etc-passwd"),
        ("A\u{0}B\nC", "a-b-c"),
        (String(repeating: "word ", count: 50), "word-word-word-word-word-word-word-word-word-word-word-word"),
        (String(repeating: "x", count: 500), String(repeating: "x", count: 60)),
    ])
    func `slugs are short, safe ASCII`(headline: String, slug: String) {
        #expect(OutboxName.slug(of: headline) == slug)
        #expect(OutboxName.slug(of: headline).count <= 60)
    }

    @Test func `an input's name in the Outbox is safe and keeps its suffix`() {
        let hash = String(repeating: "ab", count: 32)
        #expect(OutboxName.input(Array("a b.html".utf8), sha256: hash) == "abababab-a b.html")
        #expect(OutboxName.input(Array("a\nb\u{202E}.html".utf8), sha256: hash) == "abababab-a_b_.html")
        #expect(OutboxName.input([0x66, 0xFF, 0x2E, 0x74], sha256: hash) == "abababab-f_.t")
        let long = OutboxName.input(Array(String(repeating: "é", count: 120).utf8) + Array(".html".utf8), sha256: hash)
        #expect(long.utf8.count <= OutboxName.longest)
        #expect(long.hasSuffix(".html"))
    }

    @Test(
        arguments: [
            [0x61, 0x2F, 0x62], [0xFF, 0xFE], Array("ü %2F".utf8), Array("new\nline".utf8),
        ] as [[UInt8]])
    func `an encoded path comes back to the byte`(bytes: [UInt8]) {
        #expect(OutboxName.decoded(OutboxName.encoded(RawPath(bytes)))?.bytes == bytes)
        #expect(OutboxName.encoded(RawPath(bytes)).utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    }

    @Test(arguments: ["", "../a", "a/../b", "/a", "a//b", "a%00", "a%2", "./a", "%2e%2e/a"])
    func `a path that leads elsewhere is refused`(text: String) {
        #expect(OutboxName.decoded(text) == nil)
    }

    @Test(arguments: [
        (".hidden", true), ("a.part", true), ("a.html~", true), ("sub/.nfs0001", true), ("README.md", true),
        ("readme.md", true), ("sub/README.md", false), ("a.html", false), ("partial", false), ("a.tmp", true),
        ("Thumbs.db", true), ("~$a.txt", true), (".~lock.a#", true),
    ])
    func `litter is told by its name`(path: String, isIgnored: Bool) {
        #expect(IgnoredNames.contains(RawPath(path)) == isIgnored)
    }

    @Test func `a saved page's folder is known by its stem`() {
        #expect(IgnoredNames.companionStem(of: Array("Page_files".utf8)) == Array("Page".utf8))
        #expect(IgnoredNames.companionStem(of: Array("Seite-Dateien".utf8)) == Array("Seite".utf8))
        #expect(IgnoredNames.companionStem(of: Array("_files".utf8)) == nil)
        #expect(IgnoredNames.isPage(Array("Page.HTML".utf8), stem: Array("Page".utf8)))
        #expect(!IgnoredNames.isPage(Array("Page.txt".utf8), stem: Array("Page".utf8)))
    }

    @Test(arguments: [
        ("plain", "plain"), ("two words", "\"two words\""), ("", "\"\""), ("a\nINFO forged", "\"a\\u{a}INFO forged\""),
        ("\u{1B}[31mred", "\"\\u{1b}[31mred\""), ("\u{202E}txt", "\"\\u{202e}txt\""), ("a=b", "\"a=b\""),
        ("say \"hi\"", "\"say \\\"hi\\\"\""),
    ])
    func `a log value can neither end its line nor steer a terminal`(value: String, written: String) {
        #expect(LogValue.quoted(value) == written)
    }

    @Test(arguments: [("2024-02-29", true), ("2023-02-29", false), ("2024-13-01", false), ("2024-10-03T10:00", true)])
    func `days are those of the calendar`(text: String, isDay: Bool) {
        #expect((CalendarDay(text) != nil) == isDay)
    }

    @Test func `days count on over months, years and leap days`() throws {
        let day = try #require(CalendarDay("2023-12-31"))
        #expect(day.advanced(by: 60).description == "2024-02-29")
        #expect(day.advanced(by: -365).description == "2022-12-31")
        #expect(CalendarDay("1970-01-01")?.ordinal == 0)
        for distance in stride(from: -800_000, through: 800_000, by: 997) {
            guard let other = CalendarDay(ordinal: distance) else { continue }
            #expect(other.ordinal == distance)
        }
    }

    @Test func `publications keep the order of intake`() {
        var order = PublicationOrder()
        let tickets = (0..<4).map { _ in order.issue() }
        func paths(_ due: [PublicationOrder.Finding]) -> [String] { due.map(\.path.text) }
        #expect(paths(order.finish(tickets[2], .nothing(RawPath("2")))) == [])
        #expect(paths(order.finish(tickets[0], .nothing(RawPath("0")))) == ["0"])
        #expect(paths(order.finish(tickets[1], .nothing(RawPath("1")))) == ["1", "2"])
        #expect(paths(order.finish(tickets[3], .nothing(RawPath("3")))) == ["3"])
    }

    @Test func `pauses grow and stay bearable`() {
        var backoff = Backoff()
        var pauses: [Double] = []
        for _ in 0..<12 {
            backoff.fail("full", at: 100)
            pauses.append(backoff.until - 100)
        }
        #expect(pauses.prefix(6) == [1, 2, 4, 8, 16, 32])
        #expect(pauses.last == Backoff.longestSeconds)
        #expect(backoff.failures == 12)
    }
}
