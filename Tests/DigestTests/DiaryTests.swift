import Records
import TestSupport
import Testing

@testable import Digest

@Suite struct DiaryTests {
    private func diary(_ texts: String...) -> [DiaryEntry] {
        let drafts = texts.enumerated().map { number, text in
            ArticleDraft(id: SampleDay.hex(number + 1), site: "Site \(number)", headline: "H\(number)", text)
        }
        return Edition(EditionInput(day: SampleDay.day, articles: drafts.map { SampleDay.filed($0) })).diary
    }

    @Test func `dates ahead are listed, the soonest first`() {
        let diary = diary(
            "The court sits on ⟨date 2024-11-05;5 November⟩.\nThe bridge opens ⟨date 2024-10-04;on Friday⟩.")
        #expect(diary.map(\.span.first.description) == ["2024-10-04", "2024-11-05"])
        #expect(diary.map(\.sentence.line.text) == ["The bridge opens on Friday.", "The court sits on 5 November."])
    }

    @Test(arguments: ["2024-10-03", "2024-10-02", "2026-01-01", "2025", "2024-W40", "2024-10", "XXXX-XX-XX", "P2D"])
    func `today, the past, the far future and the unresolved are not ahead`(_ value: String) {
        #expect(diary("Something happens ⟨date \(value);then⟩.").isEmpty)
    }

    @Test func `two articles that say the same of one date give one entry`() {
        let diary = diary(
            "The summit of the river states opens in Velm on ⟨date 2024-10-07;Monday⟩.",
            "The summit of the river states opens on ⟨date 2024-10-07;Monday⟩ in Velm.",
            "A new ferry timetable begins on ⟨date 2024-10-07;7 October⟩.")
        #expect(diary.count == 2)
    }

    @Test func `weeks and months keep their width`() {
        let diary = diary("Ministers meet ⟨date 2024-W41;next week⟩.\nVoting is in ⟨date 2025-02;February⟩.")
        #expect(diary.map(\.span.grain) == [.week, .month])
        #expect(diary.map(\.span.last.description) == ["2024-10-13", "2025-02-28"])
    }

    @Test func `the calendar folds its lines and escapes its text`() throws {
        let draft = ArticleDraft(
            id: SampleDay.hex(1), site: "A; B, C", headline: "H\\1",
            "Ünïcödé ministers, long announced; meet \(String(repeating: "very ", count: 30))soon, on "
                + "⟨date 2024-10-07;Monday⟩.")
        let edition = Edition(EditionInput(day: SampleDay.day, articles: [SampleDay.filed(draft)]))
        let bytes = try #require(edition.rendered(as: .calendar))
        let text = String(decoding: bytes, as: UTF8.self)
        for line in text.split(separator: "\r\n") { #expect(line.utf8.count <= 75) }
        #expect(!text.replacing("\r\n", with: "").contains("\n"))
        let unfolded = text.replacing("\r\n ", with: "")
        #expect(unfolded.contains("SUMMARY:Ünïcödé ministers\\, long announced\\; meet"))
        #expect(unfolded.contains("A\\; B\\, C: H\\\\1"))
        #expect(unfolded.contains("DTSTART;VALUE=DATE:20241007\r\nDTEND;VALUE=DATE:20241008\r\n"))
        #expect(unfolded.contains("DTSTAMP:20241003T000000Z"))
    }

    @Test func `a diary without entries is no file`() {
        #expect(Edition(EditionInput(day: SampleDay.day, articles: [])).rendered(as: .calendar) == nil)
    }

    @Test func `of very many dates pages show those of the foremost stories, and the calendar all`() throws {
        let drafts = (0..<300).map { number in
            ArticleDraft(
                id: SampleDay.hex(number), site: "Paper \(number % 7)", headline: "Headline \(number)",
                published: "2024-10-03",
                "*The ⟨org;Club \(number)⟩ of ward \(number * 31) meets with number \(number * 17) on ⟨date \(SampleDay.day.advanced(by: number + 2));that day⟩."
            )
        }
        let edition = Edition(EditionInput(day: SampleDay.day, articles: drafts.map { SampleDay.filed($0) }))
        #expect(edition.diary.count > 250)
        #expect(edition.shownDiary.count == 200)
        let html = String(decoding: try #require(edition.rendered(as: .html)), as: UTF8.self)
        #expect(html.components(separatedBy: "class=\"to-story\"").count == 201)
        #expect(html.contains("more dates are in the calendar."))
        let calendar = String(decoding: try #require(edition.rendered(as: .calendar)), as: UTF8.self)
        #expect(calendar.components(separatedBy: "BEGIN:VEVENT").count == edition.diary.count + 1)
    }
}
