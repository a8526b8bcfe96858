import Records
import TestSupport
import Testing

@testable import Digest

@Suite struct MapTests {
    @Test func `the coastlines are small, closed and drawn in digits and letters of paths only`() {
        let path = WorldMap.coastlines
        #expect(path.utf8.count < 40_000)
        #expect(path.utf8.allSatisfy { "Mlz- 0123456789".utf8.contains($0) })
        #expect(path.count { $0 == "M" } == path.count { $0 == "z" })
        #expect(path.count { $0 == "M" } > 50)
    }

    @Test(arguments: [
        (0.0, 0.0, 500, 240), (0.0, 180.0, 1000, 240), (51.5, -0.1, 500, 78), (-33.9, 151.2, 897, 347),
    ])
    func `points of the globe stand where they belong`(_ latitude: Double, _ longitude: Double, _ x: Int, _ y: Int)
        throws
    {
        let point = try #require(WorldMap.position(of: GeoPoint(latitude: latitude, longitude: longitude)))
        #expect(abs(point.x - x) <= 2 && abs(point.y - y) <= 2, "\(point)")
    }

    @Test(arguments: [(Double.nan, 0.0), (91, 0), (0, 181), (-80, 0), (0, .infinity)])
    func `what is no point of the map is left out`(_ latitude: Double, _ longitude: Double) {
        #expect(WorldMap.position(of: GeoPoint(latitude: latitude, longitude: longitude)) == nil)
    }

    private static func filed(_ number: Int, _ places: [(String, Double, Double)]) -> FiledArticle {
        var draft = ArticleDraft(
            id: SampleDay.hex(number), site: "Paper \(number)", headline: "Report \(number)",
            "*Word \(number) of ⟨country;Ostravia⟩ and number \(number * 7) came in.")
        for (place, latitude, longitude) in places {
            var entity = Entity(id: "p\(place)", type: .place, name: place)
            entity.placeKind = "city"
            entity.location = GeoPoint(latitude: latitude, longitude: longitude)
            entity.mentions = [Mention(range: TextRange(0, 4), kind: .name)]
            draft.record.annotations.entities.append(entity)
        }
        return SampleDay.filed(draft)
    }

    @Test func `places are counted once a report, far namesakes apart, and the foremost are named`() throws {
        let edition = Edition(
            EditionInput(
                day: SampleDay.day,
                articles: [
                    Self.filed(1, [("Paris", 48.9, 2.4), ("Lima", -12, -77)]), Self.filed(2, [("Paris", 48.9, 2.4)]),
                    Self.filed(3, [("Paris", 33.7, -95.6)]),
                ]))
        #expect(edition.map.map(\.reports) == [2, 1, 1])
        #expect(Set(edition.map.map(\.name.line.text)) == ["Paris", "Lima"])
        let html = String(decoding: try #require(edition.rendered(as: .html)), as: UTF8.self)
        #expect(html.components(separatedBy: "<circle").count == 4)
        #expect(html.contains("<title>Paris: 2 reports</title>"))
    }

    @Test func `a city is one mark under its names in all languages, the English one where a report has it`() {
        func filed(_ number: Int, _ name: String, _ language: String) -> FiledArticle {
            var article = Self.filed(number, [(name, 45.5, 9.2)])
            article.record.article.language = language
            article.record.annotations.entities[article.record.annotations.entities.count - 1].geonamesId = 3_173_435
            return article
        }
        let articles = [filed(1, "Mailand", "de"), filed(2, "Milan", "en-GB"), filed(3, "Mailand", "de")]
        let edition = Edition(EditionInput(day: SampleDay.day, articles: articles))
        #expect(edition.map.map(\.name.line.text) == ["Milan"])
        #expect(edition.map.map(\.reports) == [3])
    }

    /// A report that names the country of Peru and towns.
    private static func filedOfPeru(_ number: Int, towns: [String]) -> FiledArticle {
        var filed = filed(number, towns.map { ($0, -12, -77) })
        for index in filed.record.annotations.entities.indices
        where towns.contains(filed.record.annotations.entities[index].name) {
            filed.record.annotations.entities[index].country = "PE"
        }
        var peru = Entity(id: "peru", type: .place, name: "Peru")
        peru.placeKind = "country"
        peru.country = "PE"
        peru.location = GeoPoint(latitude: -10, longitude: -76)
        peru.mentions = [Mention(range: TextRange(0, 4), kind: .name)]
        filed.record.annotations.entities.append(peru)
        return filed
    }

    @Test func `a country is a ring, and only where none of its towns is marked`() throws {
        let alone = Edition(EditionInput(day: SampleDay.day, articles: [Self.filedOfPeru(1, towns: [])]))
        #expect(alone.map.map(\.isCountry) == [true])
        let html = String(decoding: try #require(alone.rendered(as: .html)), as: UTF8.self)
        #expect(html.contains("<circle class=\"ring\""))
        let both = Edition(EditionInput(day: SampleDay.day, articles: [Self.filedOfPeru(1, towns: ["Lima"])]))
        #expect(both.map.map(\.name.line.text) == ["Lima"])
    }

    @Test func `names beside dots do not run into each other`() {
        let places = (0..<6).map { number in
            MapPlace(
                name: Told(line: Line("Long name \(number)"), reference: Reference(article: 0, range: TextRange(0, 1))),
                latitude: 48 + Double(number) * 0.2, longitude: 16, reports: 1, isCountry: false)
        }
        #expect(MapPicture(places).dots.count { $0.label != nil } == 2)
    }
}
