import Records
import TestSupport
import Testing

@Suite("A record's faults are found")
struct FaultsTests {
    @Test("a sound record has none", arguments: [RecordFixtures.minimal, RecordFixtures.full])
    func sound(_ record: ArticleRecord) {
        #expect(record.faults() == [])
    }

    struct Damage: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var place: String
        var harm: @Sendable (inout ArticleRecord) -> Void

        init(_ description: String, at place: String, _ harm: @escaping @Sendable (inout ArticleRecord) -> Void) {
            testDescription = description
            self.place = place
            self.harm = harm
        }
    }

    static let damages = [
        Damage("an id that is too short", at: "id") { $0.id = "0a" },
        Damage("an id in capitals", at: "id") { $0.id = String(repeating: "0A", count: 16) },
        Damage("a hash that is none", at: "source.sha256") { $0.source.sha256 = "x" },
        Damage("a negative size", at: "source.bytes") { $0.source.bytes = -1 },
        Damage("a date in words", at: "published.value") { $0.article.published?.value = "3 October 2024" },
        Damage("a day without a month", at: "modified.value") { $0.article.modified?.value = "2024-10" },
        Damage("a confidence above one", at: "published.confidence") { $0.article.published?.confidence = 1.01 },
        Damage("a block beyond the text", at: "blocks[1]") { $0.article.blocks[1].range.end = 100_000 },
        Damage("a block before the text", at: "blocks[0]") { $0.article.blocks[0].range.start = -1 },
        Damage("an empty block", at: "blocks[0]") { $0.article.blocks[0].range = TextRange(4, 4) },
        Damage("a range turned round", at: "blocks[0]") { $0.article.blocks[0].range = TextRange(9, 4) },
        Damage("blocks that overlap", at: "blocks[1]") { $0.article.blocks[1].range.start -= 8 },
        Damage("sentences out of order", at: "sentences[1]") { $0.annotations.sentences.reverse() },
        Damage("a summary that is no sentence", at: "summary[0]") { $0.annotations.summary[0].end += 4 },
        Damage("a notice beyond the text", at: "notices[0]") { $0.article.notices[0].range?.end = .max },
        Damage("a dateline that reads otherwise", at: "dateline") { $0.article.dateline?.text = "VELIN" },
        Damage("a dateline's place without a dateline", at: "dateline.place") { $0.article.dateline = nil },
        Damage("a dateline's place that is not there", at: "dateline.place") { $0.annotations.datelinePlace = "e9" },
        Damage("two entities of one id", at: "entities") { $0.annotations.entities[1].id = "e1" },
        Damage("an entity of a strange id", at: "entities[1].id") { $0.annotations.entities[1].id = "e02" },
        Damage("an entity without mentions", at: "entities[0].mentions") { $0.annotations.entities[0].mentions = [] },
        Damage("mentions out of order", at: "entities[0].mentions[1]") {
            $0.annotations.entities[0].mentions.reverse()
        },
        Damage("a role at nothing", at: "entities[1].roles[0].organization") {
            $0.annotations.entities[1].roles[0].organization = "e3"
        },
        Damage("a place off the globe", at: "entities[0].location") {
            $0.annotations.entities[0].location = GeoPoint(latitude: 91, longitude: 0)
        },
        Damage("a salience that is no number", at: "entities[0].salience") {
            $0.annotations.entities[0].salience = .nan
        },
        Damage("an entity surer than sure", at: "entities[0].confidence") {
            $0.annotations.entities[0].confidence = 1.01
        },
        Damage("a quote whose text is not its content", at: "quotes[0].text") { $0.annotations.quotes[0].text += " " },
        Damage("a quote of no content", at: "quotes[0].content") { $0.annotations.quotes[0].content = [] },
        Damage("quoted parts out of order", at: "quotes[0].content[1]") { $0.annotations.quotes[0].content.reverse() },
        Damage("a speaker that is not there", at: "quotes[0].speaker.entity") {
            $0.annotations.quotes[0].speaker?.entity = "e7"
        },
        Damage("a cue one code point off", at: "quotes[0].cue") { $0.annotations.quotes[0].cue?.range.start -= 1 },
        Damage("a time without a value", at: "times[0].value") { $0.annotations.times[0].value = "" },
        Damage("an amount equal to itself", at: "amounts[0].equivalentTo") {
            $0.annotations.amounts[0].equivalentTo = [0]
        },
        Damage("an amount equal to nothing", at: "amounts[1].equivalentTo") {
            $0.annotations.amounts[1].equivalentTo = [2]
        },
        Damage("an endless amount", at: "amounts[0].value") { $0.annotations.amounts[0].value = .infinity },
        Damage("fewer than no people", at: "counts[0].value") { $0.annotations.counts[0].value = -1 },
        Damage("counts out of order", at: "counts[1]") { $0.annotations.counts.reverse() },
        Damage("a trigger outside its sentence", at: "events[0].trigger") {
            $0.annotations.events[0].sentence = $0.annotations.sentences[1]
        },
        Damage("an actor that is not there", at: "events[0].actors") { $0.annotations.events[0].actors = ["e1", "x"] },
        Damage("an event at no time", at: "events[0].time") { $0.annotations.events[0].time = 1 },
        Damage("an event that counts nothing", at: "events[0].counts") { $0.annotations.events[0].counts = [-1] },
        Damage("an answer at no time", at: "story.when.time") { $0.annotations.story?.when?.time = 4 },
        Damage("an answer that reads otherwise", at: "story.where") { $0.annotations.story?.`where`?.text = "Vélin" },
        Damage("a conflict with itself", at: "conflicts[0]") { $0.annotations.conflicts[0].items.removeLast() },
    ]

    @Test("each kind of damage is found and named", arguments: damages)
    func damaged(_ damage: Damage) {
        var record = RecordFixtures.full
        damage.harm(&record)
        #expect(record.faults().contains { $0.hasPrefix(damage.place + ": ") }, "\(record.faults())")
    }

    @Test("a letter and its decomposed form are not the same passage")
    func decomposed() {
        var record = RecordFixtures.full
        record.annotations.story?.who?.text = "Zoe\u{308} Brandt"
        #expect(record == RecordFixtures.full, "Swift holds the two strings equal")
        #expect(record.faults().count == 1)
        #expect(record.faults().allSatisfy { $0.hasPrefix("story.who: ") && $0.hasSuffix("is not that passage") })
    }

    @Test("the list of faults ends where nobody reads on")
    func limit() {
        var record = RecordFixtures.full
        record.annotations.sentences = Array(repeating: TextRange(-1, 5), count: 5000)
        record.annotations.summary = []
        #expect(record.faults().count == 101)
        #expect(record.faults().last == "and more")
    }
}

@Suite("Passages are found by code points")
struct PassageIndexTests {
    static let texts = [
        "", "plain ASCII of no great length", String(repeating: "é", count: 200),
        String(repeating: "a🌊漢é", count: 70), String(repeating: "x", count: 64) + "🌊",
    ]

    @Test("every passage is the one Unicode's own view gives", arguments: texts)
    func passages(_ text: String) {
        let index = PassageIndex(text)
        let scalars = Array(text.unicodeScalars)
        #expect(index.count == scalars.count)
        for start in stride(from: 0, to: scalars.count, by: 7) {
            for end in [start + 1, start + 63, start + 64, start + 65, scalars.count] where end <= scalars.count {
                let expected = Array(String(String.UnicodeScalarView(scalars[start..<end])).utf8)
                #expect(index.passage(TextRange(start, end)).map(Array.init) == expected)
            }
        }
    }

    @Test("what is no passage gives none", arguments: [(-1, 2), (2, 2), (3, 2), (0, 6), (.min, .max), (5, .max)])
    func none(start: Int, end: Int) {
        #expect(PassageIndex("naïve").passage(TextRange(start, end)) == nil)
    }
}
