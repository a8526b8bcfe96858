import Records
import Testing

@testable import Extraction

@Suite("Names of publications, their titles and sections")
struct SiteTests {
    private static func page(title: String, foot: String, head: String = "", address: String = "") -> String {
        let link = address.isEmpty ? "" : "<link rel=\"canonical\" href=\"\(address)\">"
        return "<html lang=\"en\"><head><title>\(title)</title>\(link)\(head)</head><body>"
            + "<div><h1>Ferry leaves after three days</h1>\(SamplePages.marked)</div><div>\(foot)</div></body></html>"
    }

    struct Named: Sendable {
        var title: String
        var foot = "Imprint"
        var head = ""
        var address = ""
        var name: String?
    }

    private static let firm = """
        <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry leaves after three days",
        "publisher": {"@type": "Organization", "name": "Harbour Media GmbH"}}</script>
        """

    @Test(
        "The publication is named by the page's title where host, head or foot agree, by the rights last",
        arguments: [
            Named(title: "Ferry leaves after three days - The Post", foot: "© The Post Ltd", name: "The Post"),
            Named(title: "Ferry leaves after three days - The Post", foot: "The Post, Quay 4", name: "The Post"),
            Named(title: "Ferry leaves after three days - Long read", name: nil),
            Named(
                title: "Ferry leaves after three days | Die Bucht", address: "https://www.diebucht.example/a/ferry",
                name: "Die Bucht"),
            Named(
                title: "The Post: Ferry leaves after three days", foot: "Copyright 1998, The Post.", name: "The Post"),
            Named(title: "Ferry leaves after three days_青河新闻网", foot: "版权所有 青河新闻网", name: "青河新闻网"),
            Named(
                title: "Ferry leaves after three days", foot: "Copyright © 1999–2009 Öresund Weekly. Best viewed",
                name: "Öresund Weekly"),
            Named(
                title: "Ferry leaves after three days", foot: "© 2024 Quay Media",
                address: "https://www.post.example/a",
                name: nil),
            Named(
                title: "Ferry leaves after three days | Die Bucht", foot: "© Die Bucht", head: firm, name: "Die Bucht"),
            Named(title: "Ferry leaves after three days", head: firm, name: "Harbour Media GmbH"),
        ])
    func names(_ sample: Named) throws {
        let article = try SamplePages.article(
            Self.page(title: sample.title, foot: sample.foot, head: sample.head, address: sample.address))
        #expect(article.site?.name == sample.name, "\(sample.title) \(sample.foot)")
        #expect(article.headline == "Ferry leaves after three days", "\(sample.title)")
    }

    @Test(
        "The owner of the rights is read without years and what follows",
        arguments: [
            ("© 2024 The Post. All rights reserved.", "The Post"), ("Copyright (C) 北浜新聞社", "北浜新聞社"),
            ("Copyright 1999–2009 Öresund Weekly. Best viewed", "Öresund Weekly"), ("© 2024", nil),
            ("© The Post All Rights Reserved", "The Post"), ("Copyright lawyers say so", nil), ("No rights", nil),
        ])
    func owner(_ line: String, _ name: String?) { #expect(SiteTitle.owner(in: line) == name, "\(line)") }

    @Test(
        "A section's name is no part of a headline",
        arguments: [
            ("Ferry leaves | Travel", "Ferry leaves"), ("Travel | Ferry leaves", "Ferry leaves"),
            ("Ferry leaves | Sea travel | Travel", "Ferry leaves | Sea travel"),
            ("Ferry leaves - Travel", "Ferry leaves - Travel"),
            ("Ferry leaves | 12 dead", "Ferry leaves | 12 dead"), ("Travel", "Travel"),
        ])
    func sections(_ title: String, _ cut: String) {
        #expect(SiteSuffix.withoutSections(title, ["travel"]) == cut, "\(title)")
    }

    @Test("Of a title with the paper's name before a colon the headline is what the page shows, in whatever element")
    func colon() throws {
        let body = "<div><h2>Floodgate stuck open, road under water</h2>\(SamplePages.marked)</div>"
        let page =
            "<html><head><title>Fenmoor Gazette: Floodgate stuck open, road under water</title></head><body>\(body)"
            + "<p>Fenmoor Gazette, 4 Church Lane</p></body></html>"
        let article = try SamplePages.article(page)
        #expect(article.headline == "Floodgate stuck open, road under water")
        #expect(article.site?.name == "Fenmoor Gazette")
        #expect(article.text.hasPrefix(SamplePages.text))
        let own = page.replacing("<h2>Floodgate", with: "<h1>Warning: Floodgate").replacing(
            "water</h2>", with: "water</h1>")
        #expect(try SamplePages.article(own).headline == "Warning: Floodgate stuck open, road under water")
    }

    @Test(
        "A folder of the address may name a section, a day stands in it with the month's number or name",
        arguments: [
            ("https://a.example/children/patient-education/how-to-sleep", ["children", "patient education"], nil),
            ("https://a.example/blog/2023/october/03/how-many", ["blog", "october"], "2023-10-03"),
            ("https://a.example/2024/10/03/ferry", [], "2024-10-03"), ("https://a.example/", [], nil),
        ] as [(String, [String], String?)])
    func folders(_ address: String, _ folders: [String], _ day: String?) {
        #expect(WebAddress(address)?.folders == folders, "\(address)")
        #expect(WebAddress(address)?.day == day, "\(address)")
    }
}
