import Foundation
import Records
import TestSupport
import Testing

@testable import dateline_dev

@Suite("Marked passages")
struct MarkedPassageTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Marked")

    @Test("Marks, facts, headline and order are read")
    func form() throws {
        let passage = try #require(
            try MarkedPassage.passages(
                in: """
                    # A file begins with a remark.

                    = slug
                    # A headline
                    {1:Ana Roth} came to {2:Kyiv}. {-:She} left.
                    {1:Roth} stayed.
                    - 1 person | former mayor @2 | spokeswoman @Local Union | age 45
                    - 2 place UA
                    > 1 2
                    """
            ).first)
        #expect(passage.id == "slug")
        #expect(passage.headline == "A headline")
        #expect(passage.text == "Ana Roth came to Kyiv. She left.\n\nRoth stayed.")
        #expect(passage.marks.map(\.number) == [1, 2, nil, 1])
        #expect(passage.marks[3].range == TextRange(34, 38))
        #expect(passage.subjects[1]?.age == 45)
        #expect(passage.subjects[1]?.offices.map(\.isFormer) == [true, false])
        #expect(passage.subjects[1]?.offices.map(\.organization) == [2, nil])
        #expect(passage.subjects[1]?.offices.last?.organizationName == "Local Union")
        #expect(passage.subjects[2] == MarkedPassage.Subject(type: .place, country: "UA"))
        #expect(passage.order == [1, 2])
    }

    @Test("What is malformed is told with its line", arguments: ["= a\n{1:x", "= a\n{x:y}", "= a\n- 1", "x"])
    func faults(_ file: String) {
        #expect(throws: MarkedPassage.Fault.self) { try MarkedPassage.passages(in: file) }
    }

    @Test("Links, offices and countries are scored; a link too many counts against")
    func score() throws {
        let file =
            "= a\n{1:Ana Roth} left. {1:She} smiled, and {-:he} came to {2:Rome}.\n- 1 person | mayor\n- 2 place IT"
        let passage = try #require(try MarkedPassage.passages(in: file).first)
        var record = RecordFixtures.minimal
        record.article.text = passage.text
        var ana = Entity(id: "e1", type: .person, name: "Ana Roth")
        ana.mentions = passage.marks.prefix(3).enumerated().map {
            Mention(range: $1.range, kind: $0 == 0 ? .name : .pronoun)
        }
        ana.roles = [Role(title: "Mayor", range: passage.marks[0].range)]
        var rome = Entity(id: "e2", type: .place, name: "Rome")
        rome.mentions = [Mention(range: passage.marks[3].range, kind: .name)]
        rome.country = "US"
        record.annotations.entities = [ana, rome]
        var score = WhoScore()
        score.add(passage, record)
        #expect(score.figures["coreference", "P"] == .number(50))
        #expect(score.figures["coreference", "R"] == .number(100))
        #expect(score.figures["roles", "F1"] == .number(100))
        #expect(score.figures["places", "F1"] == .number(0))
        #expect(score.figures["types", "F1"] == .number(100))
        #expect(score.errors.count == 2)
    }

    /// What was reached when the passages were last measured, less a point or two.
    @Test(
        "The engine does not slide below the floors of the marked passages",
        arguments: [
            "who.txt": ["roles": 91, "coreference": 93, "places": 97, "types": 94, "all": 94],
            "who-more.txt": ["roles": 87, "coreference": 88, "places": 94, "types": 90, "all": 90],
            "who-last.txt": ["roles": 80, "coreference": 81, "places": 88, "types": 86, "all": 85],
            "who-they.txt": ["coreference": 88, "places": 94, "types": 98, "all": 93],
            "who-longer.txt": ["roles": 87, "coreference": 82, "places": 94, "types": 89, "all": 87],
        ])
    func floors(_ file: String, _ floors: [String: Double]) throws {
        let evaluation = try Evaluation(of: Engine(), passagesIn: Self.folder.appendingPathComponent(file))
        #expect(evaluation.faults.isEmpty)
        #expect(evaluation.documents > 20)
        for (kind, floor) in floors {
            guard case .number(let reached?)? = evaluation.figures[kind, "F1"] else {
                Issue.record("no figure for \(kind)")
                continue
            }
            #expect(reached >= floor, "\(file): \(kind)")
        }
    }
}
