import Testing

@testable import Extraction

@Suite("Lines around articles")
struct BoilerplateLinesTests {
    /// Lines of a rule that go, and lines like them that a body may have.
    struct Family: Sendable {
        var rule: String
        var drop: [String]
        var keep: [String]
    }

    static let families = [
        Family(
            rule: "advertisement",
            drop: [
                "Advertisement", "Anzeige", "Article continues after the advertisement",
                "This article contains affiliate links that may earn us a commission.",
            ],
            keep: [
                "The advertisement ran for two weeks.", "This article contains a list of the ferries.",
                "Anzeige erstattete am Montag auch der Bürgermeister.",
            ]),
        Family(
            rule: "comments",
            drop: [
                "Leave a comment", "Kommentare", "Your email address will not be published.", "Комментарии", "댓글",
                "Komentáře", "Comments are closed for this post.",
            ],
            keep: [
                "Comments by the minister angered the union.", "He left a comment and went home.",
                "Комментарии чиновников были краткими.",
            ]),
        Family(
            rule: "cookies", drop: ["We use cookies to make this site work."],
            keep: ["Cookies were sold at the gate.", "The bakery says we use cookie cutters."]),
        Family(
            rule: "copyright",
            drop: [
                "All rights reserved.", "Alle Rechte vorbehalten", "Copyright by the author",
                "Best viewed in 1024×768.", "The views expressed by the author of this blog are their own.",
                "Все права защищены.", "版权所有 青河新闻网", "כל הזכויות שמורות",
            ],
            keep: [
                "Copyright lawyers expect a long trial.", "The best view is from the tower.",
                "Права защищены договором, сказал он.",
            ]),
        Family(
            rule: "correction",
            drop: [
                "This article was amended on 3 October 2024. An earlier version gave the year as 1921.",
                "Correction: the year was 1921.", "In einer früheren Version dieses Artikels stand 1921.",
                "Rectificatif : la bataille eut lieu en 1921.",
            ],
            keep: [
                "This article of the treaty was amended in 1921.",
                "Prices went up after the correction: oil by a tenth.",
            ]),
        Family(
            rule: "credit",
            drop: [
                "Reporting by Ana Roth; editing by Bo Ek", "Фото: А. Берг", "责任编辑：陈昊", "Kuva: Aino Salo",
                "With files from The Harbour Post", "Additional reporting by Bo Ek in Lagos", "(Quelle: dpa)",
                "—Associated Press writer Bo Ek in Lagos contributed to this report.",
            ],
            keep: [
                "The reporting by both papers won a prize.", "Фото сделали ночью.", "编辑部昨日发表声明说",
                "With files on both desks he began to talk.", "Die Quelle: ein Brief, den niemand kannte.",
                "The Associated Press writer of the year lives in Lagos.",
            ]),
        Family(
            rule: "follow",
            drop: [
                "Follow us on X", "Folgen Sie uns auf X", "→ Follow Market Hall on WhatsApp",
                "Síguenos a todos en Google News", "Follow me on Instagram for more ferries!",
            ],
            keep: [
                "Others will follow us, he said.", "They follow the river on foot.",
                "Follow his advice and you will lose what you have, as he did when he bet it all on X.",
            ]),
        Family(
            rule: "newsletter",
            drop: [
                "This story is for subscribers", "Sign up for our morning briefing", "Subscribe",
                "Jetzt weiterlesen mit Plus",
            ],
            keep: [
                "This story is for children.", "He would sign up for the army again.",
                "The newsletter was printed in secret.",
            ]),
        Family(
            rule: "related",
            drop: [
                "Related: Ferry fares to rise in May", "Lesen Sie auch: Die Brücke", "À lire aussi : le pont",
                "Most read", "Must read: The early signs of spring", "You might also like: The old bridge",
                "You may also be interested in the following reports:", "Читайте также: мост открыли", "関連記事",
                "Ayrıca okuyun: Köprü",
            ],
            keep: [
                "Related species live in the north.", "You might also think of the ferry.",
                "You must read the letter: it is short.", "The two are related: their mothers were sisters.",
                "Themen gab es genug.", "Читайте книги, сказала она.",
            ]),
        Family(
            rule: "share",
            drop: [
                "Share this article: Facebook | Twitter | Email", "Artikel teilen | Drucken | Merken",
                "Printer-friendly version | E-mail this story to a friend", "Facebook", "Поделиться", "分享到：微信 微博",
                "Jaa",
            ],
            keep: [
                "The share price fell | by a tenth", "Facebook said on Monday it would appeal.", "Print is not dead.",
                "Поделиться хлебом он отказался.",
            ]),
    ]

    private func rule(_ line: String) -> String? {
        BoilerplateLines.standard.rule(for: line, comparable: line.comparable)
    }

    @Test("A family's lines go, lines like them stay", arguments: families)
    func lines(_ family: Family) {
        for line in family.drop { #expect(rule(line) == family.rule, "\(line)") }
        for line in family.keep { #expect(rule(line) == nil, "\(line)") }
    }

    @Test("Every family of the resource has lines that go and lines that stay")
    func completeness() {
        let tested = Set(Self.families.filter { !$0.drop.isEmpty && !$0.keep.isEmpty }.map(\.rule))
        #expect(Set(BoilerplateLines.standard.entries.map(\.rule)) == tested)
    }

    @Test("Every entry takes its own line and none that only begins with its letters")
    func entries() {
        for entry in BoilerplateLines.standard.entries {
            let parts = entry.words.split(separator: " … ").map(String.init)
            #expect(parts == parts.map(\.comparable), "\(entry.words) is not in comparable form")
            #expect(parts.count == (entry.kind == "frame" ? 2 : 1), "\(entry.words)")
            let line =
                switch entry.kind {
                case "label": entry.words + ": and more"
                case "frame": parts.joined(separator: " the daily news ")
                default: entry.words
                }
            #expect(rule(line) != nil, "\(entry.words)")
            #expect(rule("zz" + entry.words + "zz and so the story went on") == nil, "\(entry.words)")
        }
    }

    static let copyrights = [
        ("Copyright © 1999–2009 The Weekly", true), ("Copyright 2024 The Post", true), ("(c) 2024 The Post", true),
        ("© 2024", true), ("Copyright: The Post", true), ("[Write to us] Copyright 1998, The Post.", true),
        ("[Copyright] law is old.", false), ("Copyright law is old.", false),
    ]

    @Test("A copyright line names a year or an owner", arguments: copyrights)
    func copyright(line: String, goes: Bool) {
        #expect((CreditLine.rule(for: Array(line.utf8)[...]) == "copyright") == goes)
    }
}
