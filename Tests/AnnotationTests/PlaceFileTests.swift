import Foundation
import Language
import Testing

@testable import Annotation

@Suite("The compiled list of places")
struct PlaceFileTests {
    private static var places: PlaceFile { Gazetteer.shared.places }

    private static func candidates(_ name: String) -> [Place] {
        let text = TokenizedText(name)
        guard let found = places.name(of: 0..<text.count, in: text) else { return [] }
        return places.candidates(of: found).map { places[$0.place] }
    }

    /// Countries of ISO 3166-1 with their capitals; those without a capital, or without people, have none here.
    static let countries = """
        AD Andorra la Vella|AE Abu Dhabi|AF Kabul|AG Saint John's|AI The Valley|AL Tirana|AM Yerevan|AO Luanda
        AR Buenos Aires|AS Pago Pago|AT Vienna|AU Canberra|AW Oranjestad|AX Mariehamn|AZ Baku|BA Sarajevo|BB Bridgetown
        BD Dhaka|BE Brussels|BF Ouagadougou|BG Sofia|BH Manama|BI Gitega|BJ Porto-Novo|BL Gustavia|BM Hamilton
        BN Bandar Seri Begawan|BO Sucre|BQ Kralendijk|BR Brasília|BS Nassau|BT Thimphu|BW Gaborone|BY Minsk|BZ Belmopan
        CA Ottawa|CC West Island|CD Kinshasa|CF Bangui|CG Brazzaville|CH Bern|CI Yamoussoukro|CK Avarua|CL Santiago
        CM Yaoundé|CN Beijing|CO Bogotá|CR San José|CU Havana|CV Praia|CW Willemstad|CX Flying Fish Cove|CY Nicosia
        CZ Prague|DE Berlin|DJ Djibouti|DK Copenhagen|DM Roseau|DO Santo Domingo|DZ Algiers|EC Quito|EE Tallinn|EG Cairo
        EH Laayoune|ER Asmara|ES Madrid|ET Addis Ababa|FI Helsinki|FJ Suva|FK Stanley|FM Palikir|FO Tórshavn|FR Paris
        GA Libreville|GB London|GD Saint George's|GE Tbilisi|GF Cayenne|GG Saint Peter Port|GH Accra|GI Gibraltar|GL Nuuk
        GM Banjul|GN Conakry|GP Basse-Terre|GQ Malabo|GR Athens|GS Grytviken|GT Guatemala City|GU Hagåtña|GW Bissau
        GY Georgetown|HK Hong Kong|HN Tegucigalpa|HR Zagreb|HT Port-au-Prince|HU Budapest|ID Jakarta|IE Dublin
        IL Jerusalem|IM Douglas|IN New Delhi|IQ Baghdad|IR Tehran|IS Reykjavík|IT Rome|JE Saint Helier|JM Kingston
        JO Amman|JP Tokyo|KE Nairobi|KG Bishkek|KH Phnom Penh|KI Tarawa|KM Moroni|KN Basseterre|KP Pyongyang|KR Seoul
        KW Kuwait City|KY George Town|KZ Astana|LA Vientiane|LB Beirut|LC Castries|LI Vaduz|LK Colombo|LR Monrovia
        LS Maseru|LT Vilnius|LU Luxembourg|LV Riga|LY Tripoli|MA Rabat|MC Monaco|MD Chisinau|ME Podgorica|MF Marigot
        MG Antananarivo|MH Majuro|MK Skopje|ML Bamako|MM Nay Pyi Taw|MN Ulaanbaatar|MO Macau|MP Saipan|MQ Fort-de-France
        MR Nouakchott|MS Plymouth|MT Valletta|MU Port Louis|MV Male|MW Lilongwe|MX Mexico City|MY Kuala Lumpur|MZ Maputo
        NA Windhoek|NC Nouméa|NE Niamey|NF Kingston|NG Abuja|NI Managua|NL Amsterdam|NO Oslo|NP Kathmandu|NR Yaren|NU Alofi
        NZ Wellington|OM Muscat|PA Panama City|PE Lima|PF Papeete|PG Port Moresby|PH Manila|PK Islamabad|PL Warsaw
        PM Saint-Pierre|PN Adamstown|PR San Juan|PS Ramallah|PT Lisbon|PW Ngerulmud|PY Asunción|QA Doha|RE Saint-Denis
        RO Bucharest|RS Belgrade|RU Moscow|RW Kigali|SA Riyadh|SB Honiara|SC Victoria|SD Khartoum|SE Stockholm|SG Singapore
        SH Jamestown|SI Ljubljana|SJ Longyearbyen|SK Bratislava|SL Freetown|SM San Marino|SN Dakar|SO Mogadishu
        SR Paramaribo|SS Juba|ST São Tomé|SV San Salvador|SX Philipsburg|SY Damascus|SZ Mbabane|TC Cockburn Town
        TD N'Djamena|TF Port-aux-Français|TG Lomé|TH Bangkok|TJ Dushanbe|TL Dili|TM Ashgabat|TN Tunis|TO Nuku'alofa
        TR Ankara|TT Port of Spain|TV Funafuti|TW Taipei|TZ Dodoma|UA Kyiv|UG Kampala|US Washington|UY Montevideo
        UZ Tashkent|VA Vatican City|VC Kingstown|VE Caracas|VG Road Town|VI Charlotte Amalie|VN Hanoi|VU Port Vila
        WF Mata-Utu|WS Apia|XK Pristina|YE Sanaa|YT Mamoudzou|ZA Pretoria|ZM Lusaka|ZW Harare
        """

    @Test("Every country of ISO 3166 that has a capital is there with it")
    func capitals() {
        let rows = Self.countries.split(whereSeparator: { $0 == "|" || $0 == "\n" })
        #expect(rows.count > 235)
        for row in rows {
            let code = CountryCode(String(row.prefix(2)))
            let found = Self.candidates(String(row.dropFirst(3))).first { $0.kind == .city && $0.country == code }
            #expect(found?.traits.contains(.capital) == true, "\(row)")
        }
    }

    @Test("Every country is found by its names")
    func countryNames() {
        let codes = (0..<Self.places.placeCount).map { Self.places[$0] }.filter {
            $0.kind == .country && $0.geonames > 0
        }
        #expect(Set(codes.map(\.country)).count == 250)
        for name in [
            "Czechia", "Czech Republic", "Burma", "U.S.", "UK", "Türkiye", "Côte d'Ivoire", "São Tomé and Príncipe",
        ] {
            #expect(Self.candidates(name).first?.kind == .country, "\(name)")
        }
    }

    @Test("Names are cut and hashed as the tokenizer does it, with points, hyphens, apostrophes and accents")
    func cutting() {
        let names = [
            "St. Petersburg", "St Petersburg", "Port-au-Prince", "N'Djamena", "Washington, D.C.", "L.A.", "Cox's Bazar",
            "Saint-Denis", "Aix-en-Provence", "Düsseldorf", "Łódź", "Đà Nẵng", "Winston-Salem", "Coeur d'Alene",
            "6th of October City",
        ]
        for name in names { #expect(!Self.candidates(name).isEmpty, "\(name)") }
    }

    @Test("Cities lie in their regions and countries, regions in their countries only")
    func lying() throws {
        let city = try #require(Self.candidates("Kharkiv").first { $0.kind == .city })
        let region = try #require(Self.candidates("Kharkiv").first { $0.traits.contains(.firstLevel) })
        let country = try #require(Self.candidates("Ukraine").first)
        #expect(city.lies(in: region))
        #expect(city.lies(in: country))
        #expect(region.lies(in: country))
        #expect(!region.lies(in: city))
        #expect(!country.lies(in: country))
    }

    @Test("A damaged file is told from a missing one and from another file")
    func damage() throws {
        let whole = try Data(contentsOf: URL(fileURLWithPath: Gazetteer.pathOfPlaces))
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("places.bin").path
        #expect(throws: PlaceFileFault.missing(path: path)) { try PlaceFile(path: path) }
        func fault(_ change: (inout Data) -> Void) throws -> PlaceFileFault? {
            var data = whole
            change(&data)
            try data.write(to: URL(fileURLWithPath: path))
            do throws(PlaceFileFault) {
                _ = try PlaceFile(path: path)
                return nil
            } catch { return error }
        }
        #expect(try fault { _ in } == nil)
        #expect(try fault { $0 = Data("x".utf8) } == .notPlaces(path: path))
        #expect(try fault { $0[0] ^= 1 } == .notPlaces(path: path))
        #expect(try fault { $0[8] = 9 } == .version(path: path, found: 9, expected: 1))
        #expect(try fault { $0.removeLast(8) } == .size(path: path, found: whole.count - 8, expected: whole.count))
        #expect(try fault { $0[whole.count / 2] ^= 1 } == .checksum(path: path))
    }
}
