import Foundation
import Records
import TestSupport
import Testing

@testable import dateline_dev

@Suite("Scores count what agrees")
struct ScoreTests {
    private func gold(_ json: String) throws -> GoldDocument {
        try JSONDecoder().decode(GoldDocument.self, from: Data(json.utf8))
    }

    private func record(_ text: String, _ fill: (inout Annotations) -> Void) -> ArticleRecord {
        var record = RecordFixtures.minimal
        record.article.text = text
        fill(&record.annotations)
        return record
    }

    @Test("entities: one right, one of a wrong type, one missed")
    func entities() throws {
        let text: MarkedText = "[[Ada]] met [[Babbage]] in [[London]]."
        let spans = text.ranges.map { "[\($0.start),\($0.end)]" }
        let document = try gold(
            """
            {"id":"1","text":"\(text.text)","gold":[{"span":\(spans[0]),"type":"PER"},
            {"span":\(spans[1]),"type":"PER"},{"span":\(spans[2]),"type":"LOC"}]}
            """)
        var score = EntityScore()
        score.add(
            document,
            record(text.text) {
                var ada = Entity(id: "e1", type: .person, name: "Ada")
                ada.mentions = [Mention(range: text.ranges[0], kind: .name)]
                var babbage = Entity(id: "e2", type: .organization, name: "Babbage")
                babbage.mentions = [
                    Mention(range: text.ranges[1], kind: .name), Mention(range: text.ranges[2], kind: .nominal),
                ]
                $0.entities = [ada, babbage]
            })
        #expect(score.figures["all", "P"] == .number(50))
        #expect(score.figures["all", "R"] == .number(33.3))
        #expect(score.figures["all", "F1"] == .number(40))
        #expect(score.figures["untyped", "R"] == .number(66.7))
        #expect(score.figures["LOC", "n"] == .whole(1))
    }

    @Test("entities: confidence is set against what the gold has at half of an entity's names and more")
    func confidenceOfEntities() throws {
        let text: MarkedText = "[[Ada]] met [[Ada]] in [[London]], [[French]] [[Ada]]."
        let spans = text.ranges.map { "[\($0.start),\($0.end)]" }
        let document = try gold(
            """
            {"id":"1","text":"\(text.text)","gold":[{"span":\(spans[0]),"type":"PER"},
            {"span":\(spans[2]),"type":"ORG"},{"span":\(spans[3]),"type":"MISC"}]}
            """)
        func entity(_ id: String, _ type: Entity.Kind, _ names: [Int], _ confidence: Double) -> Entity {
            var entity = Entity(id: id, type: type, name: id)
            entity.mentions = names.map { Mention(range: text.ranges[$0], kind: .name) }
            entity.confidence = confidence
            return entity
        }
        var score = EntityScore()
        score.add(
            document,
            record(text.text) {
                $0.entities = [
                    entity("e1", .person, [0, 1, 4], 0.9), entity("e2", .place, [2], 0.4),
                    entity("e3", .group, [3], 0.75),
                ]
            })
        let distances = EntityJudgement.fields.map { score.confidence?.distance(of: $0) }
        #expect(zip(distances, [0.9, nil, 0.4, 0.25, 0.65]).allSatisfy { abs(($0 ?? -1) - ($1 ?? -1)) < 1e-9 })
        #expect(score.figures["confidence", "agreement"] == .number(35))
    }

    @Test("quotes: a span, its kind by the marks around it, its speaker and cue")
    func quotes() throws {
        let text: MarkedText = "[[“We go home,”]] [[the minister]] [[said]]. “Never mind.”"
        let spans = text.ranges.map { "[\($0.start),\($0.end)]" }
        let document = try gold(
            """
            {"id":"1","text":"\(text.text)","gold":[{"content":[\(spans[0])],"source":[\(spans[1])],
            "cue":[\(spans[2])],"kind":"direct"}]}
            """)
        var score = QuoteScore()
        score.add(
            document,
            record(text.text) {
                $0.quotes = [
                    Quote(
                        kind: .indirect, content: [text.ranges[0]], text: "",
                        speaker: Speaker(text: "", range: text.ranges[1]),
                        cue: Cue(text: "", range: text.ranges[2], lemma: "say"), confidence: 1)
                ]
            })
        #expect(score.figures["direct", "exact", "F1"] == .number(100))
        #expect(score.figures["indirect", "any", "n_pred"] == .whole(0))
        #expect(score.figures["quoted_segments", "regions"] == .whole(2))
        #expect(score.figures["quoted_segments", "det_and_right_speaker", "F1"] == .number(100))
        #expect(score.figures["all", "attribution_given_ge80", "cue_exact"] == .number(100))
    }

    @Test("times: the wider span is found but not strict")
    func times() throws {
        let text: MarkedText = "It rained [[on [[Monday]]]]."
        let document = try gold(
            """
            {"id":"1","text":"\(text.text)","gold":[{"span":[\(text.ranges[1].start),\(text.ranges[1].end)],
            "type":"DATE","value":"2024-09-30"}]}
            """)
        var score = TimeScore()
        score.add(
            document,
            record(text.text) {
                $0.times = [TimeExpression(range: text.ranges[0], text: "", type: .date, value: "2024-09-30")]
            })
        #expect(score.figures["relaxed", "F1"] == .number(100))
        #expect(score.figures["strict", "F1"] == .number(0))
        #expect(score.figures["by_type", "DATE", "value"] == .number(100))
        #expect(score.figures.lines()[0] == "relaxed: P=100.0 R=100.0 F1=100.0 n_gold=1 n_pred=1")
    }

    @Test("money: the right amount in the wrong currency counts for one of two")
    func money() throws {
        let text: MarkedText = "It cost [[$5]] for [[at least 3 dogs]]."
        let spans = text.ranges.map { "[\($0.start),\($0.end)]" }
        let document = try gold(
            """
            {"id":"1","text":"\(text.text)","gold":[
            {"span":\(spans[0]),"kind":"money","currency":"USD","amount":5,"mod":null},
            {"span":\(spans[1]),"kind":"quantity","currency":null,"amount":3,"mod":"min","object":"dogs"}]}
            """)
        var score = MoneyScore()
        score.add(
            document,
            record(text.text) {
                $0.amounts = [Amount(range: text.ranges[0], text: "", kind: .money, value: 5, currency: "CAD")]
                $0.counts = [Count(range: text.ranges[1], text: "", value: 3, modifier: .min, object: "Dogs")]
            })
        #expect(score.figures["money", "amount", "F1"] == .number(100))
        #expect(score.figures["money", "amount_and_unit", "F1"] == .number(0))
        #expect(score.figures["quantity", "everything", "F1"] == .number(100))
        #expect(score.figures["quantity", "object_given_found"] == .number(100))
    }

    @Test("the story: words shared, heads found, the day right")
    func story() throws {
        let document = try gold(
            """
            {"id":"1","text":"The mayor of Velin resigned.","gold":{"who":["the mayor of Velin"],
            "when_parsed":["2024-10-03"],"why":[]}}
            """)
        var score = StoryScore()
        score.add(
            document,
            record("The mayor of Velin resigned.") {
                $0.times = [TimeExpression(range: TextRange(0, 3), text: "", type: .time, value: "2024-10-03T10:00")]
                $0.story = Story()
                $0.story?.who = Story.Answer(range: TextRange(0, 9), text: "The mayor")
                $0.story?.when = Story.Answer(range: TextRange(0, 3), text: "The", time: 0)
            })
        #expect(score.figures["who", "tokenF1"] == .number(66.7))
        #expect(score.figures["who", "head_top"] == .number(100))
        #expect(score.figures["why", "tokenF1"] == .number(nil))
        #expect(score.figures["when_value", "acc"] == .number(100))
    }

    @Test("pages: a paragraph lost costs recall alone, and metadata is folded before it is compared")
    func pages() throws {
        let page = try JSONDecoder().decode(
            GoldPage.self,
            from: Data(
                #"""
                {"id":"1","text":"One two three four five six seven.\n\nEight nine ten eleven.","title":"Big NEWS",
                "authors":["Ana Ortiz"],"date":"2024-10-03","with":["Three four"],"without":["menu"]}
                """#.utf8))
        var record = RecordFixtures.minimal
        record.article.text = "One two three four five six seven."
        record.article.headline = "big  news"
        record.article.bylines = [Byline(name: "By Ana Ortiz")]
        record.article.published = DatedEvidence(value: "2024-10-03T09:00:00Z", from: .meta)
        var score = ExtractionScore()
        score.add(page, ExtractedPage(record))
        #expect(score.figures["sh_p"] == .number(1))
        #expect(score.figures["sh_r"] == .number(0.5))
        #expect(score.figures["sh_acc"] == .number(0))
        #expect(score.figures["with"] == .number(1))
        #expect(score.figures["without"] == .number(0))
        #expect(score.figures["title_em"] == .number(1))
        #expect(score.figures["auth_em"] == .number(1))
        #expect(score.figures["date_em"] == .number(1))
        #expect(score.figures["auth_spur"] == .number(nil))
    }

    @Test("a date from the file's time is no claim, and a rejected page is empty")
    func absent() throws {
        let page = try JSONDecoder().decode(GoldPage.self, from: Data(#"{"id":"1","text":"One two."}"#.utf8))
        var record = RecordFixtures.minimal
        record.article.published = DatedEvidence(value: "2024-10-03", from: .fileTime)
        var score = ExtractionScore()
        score.add(page, ExtractedPage(record))
        score.add(page, ExtractedPage(nil))
        #expect(score.figures["date_spur"] == .number(0))
        #expect(score.figures["empty"] == .whole(1))
        #expect(score.figures.table(width: 12)[0] == "n            2")
    }
}
