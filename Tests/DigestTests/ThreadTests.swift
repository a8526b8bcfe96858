import Records
import TestSupport
import Testing

@testable import Digest

@Suite struct ThreadTests {
    private let edition = Edition(SampleDay.input)

    private func thread(_ headline: String) throws -> StoryThread {
        let story = edition.stories.first { edition.articles[$0.lead].headline.line.text.hasPrefix(headline) }
        return try #require(story).thread
    }

    @Test func `a story of yesterday with another toll is developing, and the change is told`() throws {
        let thread = try thread("Rescuers dig")
        #expect(thread.status == .developing)
        #expect(thread.days.map(\.description) == ["2024-10-02"])
        let change = try #require(thread.changes.first)
        #expect(edition.sentence(of: change) == "killed: 40 (yesterday) → 61")
    }

    @Test func `a story of three days ago is linked to its day`() throws {
        #expect(try thread("Dockers at Kallin").days.map(\.description) == ["2024-09-30"])
    }

    @Test func `a story nobody had is new`() throws {
        #expect(try thread("Central bank").status == .new)
        #expect(try thread("Tremors felt").status == .new)
    }

    @Test func `the same report again is unchanged`() {
        let day = SampleDay.calendarDay("2024-10-04")
        let again = SampleDay.port.enumerated().map { number, draft -> ArticleDraft in
            var copy = draft
            copy.record.id = SampleDay.hex(200 + number)
            return copy
        }
        let edition = Edition(
            EditionInput(
                day: day, articles: again.map { SampleDay.filed($0, on: day) },
                earlier: SampleDay.port.map { SampleDay.filed($0) }))
        #expect(edition.stories.map(\.thread.status) == [.unchanged])
    }

    @Test func `another version of an address seen before is a revision`() {
        let day = SampleDay.calendarDay("2024-10-04")
        var revised = SampleDay.bank[0]
        revised.record.id = SampleDay.hex(300)
        let edition = Edition(
            EditionInput(
                day: day, articles: [SampleDay.filed(revised, on: day)],
                earlier: [SampleDay.filed(SampleDay.bank[0])]))
        #expect(edition.articles.first?.revises?.before.day == SampleDay.day)
    }

    @Test func `what was not said in the days before is marked as new`() throws {
        var input = SampleDay.input
        input.earlier = SampleDay.earlier.map { day, draft in
            var before = draft
            before.record.annotations.quotes = SampleDay.quake[0].record.annotations.quotes
            return EarlierReport(SampleDay.filed(before, on: day))
        }
        let edition = Edition(input)
        let story = edition.stories.first { edition.articles[$0.lead].headline.line.text.hasPrefix("Rescuers dig") }
        let quotes = try #require(story?.full?.quotes)
        #expect(quotes.map(\.speaker.text) == ["Pavel Ruun", "Marta Ilves"])
        #expect(quotes.map(\.isNew) == [true, false])
        let text = String(decoding: edition.rendered(as: .text) ?? [], as: UTF8.self)
        #expect(text.contains("New: Pavel Ruun"))
        #expect(!text.contains("New: Marta Ilves"))
    }
}
