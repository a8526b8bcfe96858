import Testing

@testable import Extraction

@Suite("Lines around plain texts")
struct TextRulesTests {
    /// Lines of a rule that go, and lines like them that a body may have.
    struct Family: Sendable {
        var rule: String
        var drop: [String]
        var keep: [String]
    }

    static let families = [
        Family(
            rule: "author-note", drop: ["About the author", "Über die Autorin", "Sobre el autor"],
            keep: ["About the author nothing is known.", "Der Autor schwieg."]),
        Family(
            rule: "comments", drop: ["Комментарии", "댓글", "Komentáře"], keep: ["Комментарии чиновников были краткими."]),
        Family(
            rule: "copyright", drop: ["Все права защищены.", "版权所有 青河新闻网", "כל הזכויות שמורות"],
            keep: ["Права защищены договором, сказал он."]),
        Family(
            rule: "credit", drop: ["Фото: А. Берг", "责任编辑：陈昊", "Kuva: Aino Salo"],
            keep: ["Фото сделали ночью.", "编辑部昨日发表声明说"]),
        Family(
            rule: "related", drop: ["Читайте также: мост открыли", "関連記事", "Ayrıca okuyun: Köprü"],
            keep: ["Читайте книги, сказала она."]),
        Family(
            rule: "share", drop: ["Поделиться", "分享到：微信 微博", "Jaa"], keep: ["Поделиться хлебом он отказался."]),
        Family(rule: "source", drop: ["来源：青河日报", "Źródło: PAP"], keep: ["Źródło wyschło w maju."]),
        Family(
            rule: "contact",
            drop: ["Contact: Dana Whitlock", "Phone: +1 555 0117", "Pressekontakt: Jana Roth", "Notes to editors"],
            keep: ["Contact was lost at noon.", "The telephone rang: it was the mayor."]),
        Family(
            rule: "end", drop: ["ENDS", "-30-", "Ende", "End of release"], keep: ["The end is near.", "30 people"]),
        Family(
            rule: "keywords", drop: ["Keywords: QUAKE HIGHLANDS/", "Stichworte: Bahn, Berg"],
            keep: ["The keyword was: patience."]),
        Family(
            rule: "navigation",
            drop: ["Skip to main content", "Log in", "Zum Inhalt springen", "Privacy policy", "Accueil"],
            keep: ["Home is where the heart is.", "The privacy policy was changed in May."]),
        Family(
            rule: "newsletter",
            drop: [
                "View this email in your browser", "You are receiving this email because you subscribed.",
                "Unsubscribe | Update your preferences", "Was this email forwarded to you?", "Darse de baja",
                "Thanks for reading,", "Sie erhalten diese E-Mail, weil Sie sich angemeldet haben.",
            ],
            keep: ["Thousands unsubscribe each month.", "He was forwarded the email by mistake."]),
        Family(
            rule: "reading-time", drop: ["Lesezeit: 4 Minuten", "Reading time: 3 min"],
            keep: ["The reading timetable was full."]),
        Family(
            rule: "release", drop: ["FOR IMMEDIATE RELEASE", "Pressemitteilung", "Embargoed until 9 May 2024, 00.01"],
            keep: ["The press release was a hoax.", "For release he would have to pay."]),
    ]

    private func rule(_ line: String) -> String? { TextRules.lines.rule(for: line, comparable: line.comparable) }

    @Test("A family's lines go, lines like them stay", arguments: families)
    func lines(_ family: Family) {
        for line in family.drop { #expect(rule(line) == family.rule, "\(line)") }
        for line in family.keep { #expect(rule(line) == nil, "\(line)") }
    }

    @Test("Every family of the resource is tried, and every entry takes its own line")
    func completeness() {
        #expect(Set(TextRules.lines.entries.map(\.rule)) == Set(Self.families.map(\.rule)))
        for entry in TextRules.lines.entries {
            #expect(entry.words == entry.words.comparable, "\(entry.words) is not in comparable form")
            #expect(rule(entry.kind == "label" ? entry.words + ": and more" : entry.words) == entry.rule)
        }
    }

    /// A text as lines; those that begin with a mark have to go.
    struct Marked: Sendable {
        var id: String
        var lines: String
    }

    private static let body = """
        The harbour office said on Wednesday that the delay was caused by a broken pump.

        Ferries have crossed the strait since 1911, and the council wants to keep it that way.
        """

    static let texts = [
        Marked(
            id: "a form goes with the line that opens it", lines: "\(body)\n\n~Leave a comment\n~Name\n~Email\n~Website"
        ),
        Marked(
            id: "a heading takes the list below it",
            lines:
                "The ferry left at dawn, and few looked back at the quay.\n\n~More on this story\n~Pump repaired\n~Fares to rise\n\n\(body)"
        ),
        Marked(
            id: "a heading takes no prose",
            lines: "The ferry left at dawn, and few looked back at the quay.\n\n~Related stories\n\(body)"),
        Marked(
            id: "a note on the author is told by its heading",
            lines: "\(body)\n\n~About the author\n~Ana Roth has written on ships for twenty years."),
        Marked(
            id: "behind the last prose nothing follows a line that goes",
            lines: "\(body)\n\n~Share this article\n\n~Valley Tribune\n\n~Home | News | Sport"),
        Marked(id: "short lines of a body stay", lines: "\(body)\n\nQ: And now?\n\nA: Now I sleep."),
        Marked(
            id: "an end mark ends the text",
            lines: "\(body)\n\n~###\n\n~Ana Roth is available for interviews on every day of the week."),
        Marked(
            id: "an end mark at the beginning does not",
            lines: "~***\n\n~###\n\n\(body)\n\nA second ship is expected in June, the office added on Friday."),
        Marked(id: "readers' comments in other languages go", lines: "\(body)\n\n~3 Kommentare\n\n~Hans: Endlich!"),
        Marked(
            id: "an agency's lines go",
            lines: "\(body)\n\n~(Reporting by Ana Roth; Editing by Bo Ek)\n~((ana.roth@wire.example; +44 20 5550))"),
    ]

    @Test("Lines go with what they belong to", arguments: texts)
    func zones(_ sample: Marked) {
        let text = sample.lines.replacing("~", with: "")
        let paragraphs = TextLines(text, isMarkdown: false, skipped: 0).paragraphs
        let verdicts = TextRules.verdicts(paragraphs)
        let gone = zip(paragraphs, verdicts).filter { $0.1 != nil }.map(\.0.text)
        let marked = sample.lines.split(separator: "\n").filter { $0.hasPrefix("~") }.map { String($0.dropFirst()) }
        #expect(gone == marked, "\(sample.id)")
    }
}
