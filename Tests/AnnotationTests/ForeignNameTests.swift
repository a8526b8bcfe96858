import Records
import Testing

@testable import Annotation

@Suite("Names in texts of other languages than English")
struct ForeignNameTests {
    struct Row: CustomTestStringConvertible {
        var language: String
        var text: String
        /// Type and name, in order of first mention; a country behind a place.
        var names: [String]
        var testDescription: String { "\(language): \(text.prefix(40))" }
    }

    static let rows: [Row] = [
        Row(
            language: "de",
            text: """
                Bundeskanzler Olaf Scholz traf am Montag in Berlin den französischen Präsidenten Emmanuel Macron. Scholz sagte, \
                Deutschland stehe an der Seite der Ukraine. Sind die Züge pünktlich? Manche sagen nein.
                """,
            names: [
                "person Olaf Scholz", "place Berlin DE", "person Emmanuel Macron", "place Deutschland DE",
                "place Ukraine UA",
            ]),
        Row(
            language: "de", text: "Das Essen in der Kantine war gut. Die Post kommt am Mittag, und die Halle ist leer.",
            names: []),
        Row(
            language: "de", text: "Die Züge aus Essen kamen pünktlich, sagte Ministerin Ana Roth.",
            names: ["person Ana Roth"]),
        Row(
            language: "de-AT", text: "Ursula von der Leyen reiste nach Island.",
            names: ["person Ursula von der Leyen", "place Island IS"]),
        Row(
            language: "fr",
            text: """
                Le président Emmanuel Macron a reçu le chancelier Olaf Scholz à Paris. Macron a dit que l’Allemagne et les \
                États-Unis soutiennent l'Ukraine. La Manche est froide. Nice maison !
                """,
            names: [
                "person Emmanuel Macron", "person Olaf Scholz", "place Paris FR", "place Allemagne DE",
                "place États-Unis US",
                "place Ukraine UA",
            ]),
        Row(
            language: "fr", text: "Ana Roth aime la ville d'Annecy et le roi lion. Son père est venu hier.",
            names: ["person Ana Roth"]),
        Row(
            language: "es",
            text:
                "El presidente Pedro Sánchez viajó a los Países Bajos. Sánchez habló con la ministra Margarita Robles en Sevilla.",
            names: ["person Pedro Sánchez", "place Países Bajos NL", "person Margarita Robles", "place Sevilla ES"]),
        Row(
            language: "it",
            text:
                "Giorgia Meloni ha parlato della Germania e dell'Ucraina. La Meloni torna a Roma domani. Sara è a casa.",
            names: ["person Giorgia Meloni", "place Germania DE", "place Ucraina UA", "place Roma IT"]),
        Row(
            language: "pt", text: "O presidente Luiz Inácio Lula da Silva visitou a Alemanha e o Reino Unido.",
            names: ["person Luiz Inácio Lula da Silva", "place Alemanha DE", "place Reino Unido GB"]),
        Row(
            language: "nl", text: "Premier Mark Rutte sprak in Den Haag over Oekraïne. Rutte ging naar huis.",
            names: ["person Mark Rutte", "place Den Haag NL", "place Oekraïne UA"]),
        Row(
            language: "pl", text: "Premier Donald Tusk powiedział, że Polska pomaga. Tusk poleciał do USA.",
            names: ["person Donald Tusk", "place Polska PL", "place USA US"]),
        Row(
            language: "sv",
            text: "Statsminister Ulf Kristersson sade att Sverige stöder Ukraina. Vara är stor. Till slut kom han.",
            names: ["person Ulf Kristersson", "place Sverige SE", "place Ukraina UA"]),
        Row(
            language: "tr", text: "Ankara'da konuşan Recep Tayyip Erdoğan, sözlerini tamamladı.",
            names: ["person Recep Tayyip Erdoğan"]),
        Row(
            language: "xx", text: "Lorem Ipsum Dolor Sit Amet. The quick fox. Der Hund und die Katze.", names: []),
    ]

    @Test(
        "Known countries, cities and organisations, and people by given name and office; no nouns, no fronts of sentences",
        arguments: rows)
    func names(_ row: Row) {
        var article = Article()
        article.text = row.text
        article.language = row.language
        let found = Annotator.annotations(of: article).entities.map { entity in
            [entity.type.rawValue, entity.name, entity.country].compactMap { $0 }.joined(separator: " ")
        }
        #expect(found == row.names)
    }

    @Test("A family name alone is the person named in full, but not behind an article")
    func family() {
        var article = Article()
        article.text = "Anna Koch kam spät. Koch sagte nichts. Der Koch war krank."
        article.language = "de"
        let found = Annotator.annotations(of: article).entities
        #expect(found.map(\.name) == ["Anna Koch"])
        #expect(found.first?.mentions.count == 2)
    }
}
