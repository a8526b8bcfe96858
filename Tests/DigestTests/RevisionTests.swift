import Records
import TestSupport
import Testing

@testable import Digest

@Suite struct RevisionTests {
    private static let text = """
        *A court in ⟨city;Velm⟩ sentenced the former minister ⟨person;Duarte Teles⟩ to seven years on Thursday.
        He had taken a flat by the sea and 1.2 million crowns from a builder of solar parks in the south.

        His lawyers said that he would appeal against the sentence before the end of the month.
        The prosecutors had asked for nine years, and for the flat by the sea to be sold to the public.
        """

    private static func draft(_ number: Int, site: String = "Courier", headline: String, _ text: String) -> ArticleDraft
    {
        ArticleDraft(
            id: SampleDay.hex(number), site: site, headline: headline, published: "2024-10-03", text)
    }

    private static let first = draft(1, headline: "Teles jailed for seven years", text)
    private static let corrected = draft(
        2, headline: "Correction: Teles jailed for six years", text.replacing("seven years", with: "six years"))

    @Test func `a correction is found among the day's near copies and told with its difference`() throws {
        let edition = Edition(
            EditionInput(day: SampleDay.day, articles: [Self.corrected, Self.first].map { SampleDay.filed($0) }))
        let story = try #require(edition.stories.first)
        #expect(edition.stories.count == 1)
        // The story is told from the corrected version.
        #expect(edition.articles[story.lead].id.text == Self.corrected.record.id)
        let revision = try #require(edition.articles[story.lead].revises)
        #expect(revision.isCorrection)
        #expect(revision.differences.count == 1)
        #expect(revision.differences.first?.before?.text.contains("seven years") == true)
        #expect(revision.differences.first?.now?.line.text.contains("six years") == true)
        for format in [EditionFormat.html, .markdown, .text, .json] {
            let told = String(decoding: try #require(edition.rendered(as: format)), as: UTF8.self)
            #expect(told.contains("six years") && told.contains("seven years"), "\(format)")
        }
    }

    @Test func `the article of yesterday in other words, of the same publication, is revised`() throws {
        let day = SampleDay.day.advanced(by: 1)
        let edition = Edition(
            EditionInput(
                day: day, articles: [SampleDay.filed(Self.corrected, on: day)],
                earlier: [SampleDay.filed(Self.first)]))
        #expect(edition.articles.first?.revises?.before.day == SampleDay.day)
        #expect(edition.stories.first?.thread.status == .developing)
    }

    @Test func `a copy in another publication corrects nothing`() {
        let copy = Self.draft(3, site: "Ledger", headline: "Teles jailed for six years", Self.text)
        let edition = Edition(
            EditionInput(day: SampleDay.day, articles: [Self.first, copy].map { SampleDay.filed($0) }))
        #expect(edition.articles.allSatisfy { $0.revises == nil })
        #expect(edition.stories.first?.reports.first?.copies.count == 1)
    }

    @Test func `of two versions of one time that do not say which is right neither corrects`() {
        var silent = Self.corrected
        silent.record.article.headline = "Teles jailed for six years"
        let edition = Edition(
            EditionInput(day: SampleDay.day, articles: [Self.first, silent].map { SampleDay.filed($0) }))
        #expect(edition.articles.allSatisfy { $0.revises == nil })
    }
}
