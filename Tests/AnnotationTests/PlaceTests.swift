import Annotation
import Records
import Testing

@Suite("Places")
struct PlaceTests {
    /// A text with one marked place, and what the name means there: country, kind and GeoNames id, `-` where the text does
    /// not decide or nothing is known.
    struct Case: Sendable, CustomTestStringConvertible {
        var marked: MarkedText
        var country: String?
        var kind: String?
        var geonamesId: Int?
        var testDescription: String { marked.testDescription }

        init(row: Substring) {
            let fields = row.split(separator: " | ").map(String.init)
            marked = MarkedText(fields[0])
            country = fields[1] == "-" ? nil : fields[1]
            kind = fields[2] == "-" ? nil : fields[2]
            geonamesId = Int(fields[3])
        }
    }

    static func cases(_ table: String) -> [Case] { table.split(separator: "\n").map { Case(row: $0) } }

    static func check(_ item: Case) throws {
        let passage = try #require(item.marked.passages.first)
        let entities = item.marked.annotations().entities
        let place = try #require(entities.first { $0.mentions.contains { $0.range == passage } })
        #expect(place.type == .place)
        #expect(place.country == item.country)
        #expect(place.placeKind == item.kind)
        #expect(place.geonamesId == item.geonamesId)
    }

    static let byArticle = cases(
        """
        They met in ⟦Paris⟧, Texas, on Monday. | US | city | 4717560
        Fires raged in ⟦Kansas City⟧, Mo., on Monday. | US | city | 4393217
        He lives in ⟦Springfield⟧, Ill., with his dog. | US | city | 4250542
        Fires raged in ⟦Kyiv⟧. Kyiv burned, and the Kyiv region as well. Kyiv's mayor left. | UA | city | 703448
        They met in ⟦Portland⟧, Maine. | US | city | 4975802
        A plant in ⟦Cordoba⟧, Argentina, closed. | AR | city | 3860259
        The mosque of ⟦Cordoba⟧ in Spain was full. Madrid paid. | ES | city | 2519240
        In ⟦Georgia⟧'s capital Tbilisi thousands marched. Georgia wants to join the EU. | GE | country | 614540
        Voters in ⟦Georgia⟧ queued in Atlanta and Savannah on Tuesday. | US | region | 4197000
        ⟦Georgia⟧ is calm. | - | - | -
        Talks in ⟦Birmingham⟧ failed. | GB | city | 2655603
        Police in ⟦Birmingham⟧, Alabama, arrested two men. | US | city | 4049979
        The march went from Selma to Montgomery and on to ⟦Birmingham⟧. Alabama was tense. | US | city | 4049979
        Students in ⟦Cambridge⟧ protested. | - | city | -
        Students in ⟦Cambridge⟧ and Oxford protested, the BBC said. London was calm. | GB | city | 2653941
        Students in ⟦Cambridge⟧, Massachusetts, protested. | US | city | 4931972
        Students in Boston and ⟦Cambridge⟧ protested. | US | city | 4931972
        Oil workers in ⟦Valencia⟧ struck. Venezuela's government in Caracas was silent. | VE | city | 3625549
        Floods hit ⟦Valencia⟧. Spain sent troops from Madrid. | ES | city | 2509954
        The fair in ⟦Valencia⟧ opened. | - | city | -
        Fighting in ⟦Tripoli⟧ went on. Libya has two governments. | LY | city | 2210247
        Fighting in ⟦Tripoli⟧ went on. Lebanon sent its army from Beirut. | LB | city | 266826
        The Lebanese city of ⟦Tripoli⟧ was quiet. | LB | city | 266826
        A bomb killed six in ⟦Hyderabad⟧. Pakistan blamed militants. | PK | city | 1176734
        A bomb killed six in ⟦Hyderabad⟧. India blamed militants. | IN | city | 1269843
        Protests in ⟦San Jose⟧ went on, and Costa Rica's president resigned. | CR | city | 3621849
        The firm moved from ⟦San Jose⟧ to Austin, Texas. | US | city | 5392171
        Farmers in ⟦Moscow⟧, Idaho, sued. | US | city | 5601538
        ⟦Moscow⟧ said it would answer. | RU | city | 524901
        Police in ⟦Punjab⟧ arrested ten men. Islamabad denied it. Lahore was closed. | PK | region | -
        Police in ⟦Punjab⟧ arrested ten men. New Delhi denied it. | IN | region | -
        Farmers in ⟦Punjab⟧ marched. | - | region | -
        ⟦Washington⟧ said it would answer. | US | city | 4140963
        Wildfires in ⟦Washington⟧ state spread from Spokane to Seattle. | US | region | 5815135
        He lives in Seattle, ⟦Washington⟧, with his son. | US | region | 5815135
        A crash in Buffalo, ⟦New York⟧, killed two. | US | region | 5128638
        Shares fell in ⟦New York⟧. | US | city | 5128581
        ⟦Santiago⟧ was shaken by a quake. | CL | city | 3871336
        ⟦Melbourne⟧ won the cup. | AU | city | 2158177
        The ship sank off ⟦Victoria⟧, Australia. | AU | region | -
        Two died in ⟦Springfield⟧. | US | city | -
        Two died in ⟦Springfield⟧, Illinois. | US | city | 4250542
        ⟦London⟧, Ontario, has a new mayor. | CA | city | 6058560
        ⟦London⟧ has a new mayor. | GB | city | 2643743
        Soldiers from ⟦Kherson⟧ region fled. Ukraine was silent. | UA | region | -
        The ⟦Kherson Oblast⟧ is mined. | UA | region | -
        Shells hit Ukraine's second city ⟦Kharkiv⟧. | UA | city | 706483
        Planes landed at ⟦Kyiv Airport⟧. | UA | facility | -
        They met at the ⟦Ramstein Air Base⟧ in Germany. | DE | facility | -
        He was held at ⟦Guantanamo Bay⟧. | CU | facility | -
        Ships sailed through the ⟦Strait of Hormuz⟧. | - | water | -
        ⟦Jordan⟧ and Egypt signed. | JO | country | 248816
        Troops from ⟦Chad⟧ crossed the border. | TD | country | 2434508
        The ⟦Gaza Strip⟧ was shelled. | PS | region | -
        ⟦KYIV⟧, Oct 3 - Officials met. | UA | city | 703448
        The ⟦U.S.⟧ said no. | US | country | 6252001
        Northern ⟦Gaza⟧ was hit. | PS | region | -
        Troops entered ⟦Harris County⟧, Texas. | US | region | -
        A court in ⟦Orange County⟧ ruled. | US | region | -
        Fighting went on in ⟦Velyka Nova⟧ in north-eastern Ukraine. | UA | - | -
        Fighting went on in ⟦Velyka Nova⟧, Ukraine, on Friday. | UA | - | -
        Two men were held in ⟦Stepanki⟧, a day after the vote in Poland. They came from Stepanki in eastern Poland. | PL | - | -
        Rain fell in ⟦Oxford⟧, Mississippi. | US | city | 4440076
        Rain fell in ⟦Oxford⟧, England. | GB | city | 2640729
        Rain fell in ⟦Oxford⟧. | GB | city | 2640729
        Rain fell in ⟦Athens⟧, Georgia. | US | city | 4180386
        Rain fell in ⟦Athens⟧. | GR | city | 264371
        Rain fell in Athens, ⟦Georgia⟧. | US | region | 4197000
        The Georgian army left the town of Gori, south of Tskhinvali. ⟦Georgia⟧ said so. | GE | country | 614540
        Troops left ⟦Alexandria⟧, Egypt. | EG | city | 361058
        Troops left ⟦Alexandria⟧, Virginia. | US | city | 4744091
        He was born in ⟦Naples⟧, Florida. | US | city | 4165565
        He was born in ⟦Vienna⟧, Virginia. | US | city | 4791160
        He was born in ⟦Lebanon⟧, Pennsylvania. | US | city | 5197517
        Israel struck targets in ⟦Lebanon⟧. | LB | country | 272103
        He was born in ⟦Dublin⟧, Ohio. | US | city | 5152333
        He was born in ⟦Manchester⟧, New Hampshire. | US | city | 5089178
        Fans left ⟦Manchester⟧. | GB | city | 2643123
        He flew to ⟦Newcastle⟧ in Australia. | AU | city | 2155472
        Trains from ⟦Newcastle⟧ to London were late. England shivered. | GB | city | 2641673
        The mayor of ⟦Kingston⟧ spoke. Jamaica was quiet. | JM | city | 3489854
        He lives in ⟦Hamilton⟧, Ontario. | CA | city | 5969782
        He lives in ⟦Hamilton⟧, New Zealand. | NZ | city | 2190324
        He lives in ⟦Perth⟧. Scotland is cold. Edinburgh too. | GB | city | 2640358
        He lives in ⟦Merida⟧, Mexico. | MX | city | 3523349
        He lives in ⟦Mérida⟧, Spain. | ES | city | 2513917
        He lives in ⟦Guadalajara⟧, Spain. | ES | city | 3121070
        He lives in ⟦Barcelona⟧, Venezuela. | VE | city | 3648559
        He lives in ⟦Cartagena⟧. Colombia's president lives there too. | CO | city | 3687238
        He lives in ⟦Cartagena⟧ in Spain. | ES | city | 2520058
        He lives in ⟦Leon⟧. Nicaragua is poor. Managua is far. | NI | city | 3618030
        He lives in ⟦Trujillo⟧, Peru. | PE | city | 3691175
        He lives in ⟦La Paz⟧, Bolivia. | BO | city | 3911925
        He lives in ⟦Santa Cruz⟧, California. | US | city | 5393052
        He lives in ⟦San Juan⟧, Argentina. | AR | city | 3837213
        He lives in ⟦San Juan⟧. Puerto Rico was hit by a storm. | PR | city | 4568127
        He lives in ⟦Sucre⟧, the capital of Bolivia. | BO | city | 3903987
        He lives in ⟦Tripoli⟧, Lebanon. | LB | city | 266826
        Militants attacked ⟦Hama⟧. Syria's army fled. | SY | city | 170017
        Militants attacked the Syrian city of ⟦Hama⟧. | SY | city | 170017
        A court in ⟦Hanover⟧, Germany, ruled. | DE | city | 2910831
        A court in ⟦Frankfurt⟧ ruled. | DE | city | 2925533
        A court in ⟦Berlin⟧ ruled. | DE | city | 2950159
        A court in ⟦Bern⟧ ruled. Switzerland paid. | CH | city | 2661552
        A court in ⟦Odessa⟧, Texas, ruled. | US | city | 5527554
        A court in ⟦Odessa⟧ ruled. | UA | city | 698740
        A court in ⟦St. Petersburg⟧, Florida, ruled. | US | city | 4171563
        A court in ⟦St. Petersburg⟧ ruled. | RU | city | 498817
        A court in ⟦Kursk⟧ region ruled. Russia fought. | RU | region | -
        A court in the state of ⟦Washington⟧ ruled. | US | region | 5815135
        He flew to ⟦Washington, D.C.⟧, on Friday. | US | city | 4140963
        He flew to ⟦Washington⟧ and met Joe Biden. | US | city | 4140963
        The Pentagon is in ⟦Arlington⟧, Virginia. | US | city | 4744709
        The prison stands in Evin in northern ⟦Tehran⟧. Iran denied it. | IR | city | 112931
        He works at ⟦Al-Asad Air Base⟧ in Iraq. | IQ | facility | -
        He lives in ⟦Fresno⟧, Calif. | US | city | 5350937
        He lives in ⟦Dallas⟧, TX. | US | city | 4684888
        Talks went on in ⟦Gori⟧, a town in Georgia, near Tbilisi. | GE | city | 614455
        Talks went on in ⟦Sala⟧, a small town in southern Sweden. | SE | city | 2680662
        He lives in ⟦Lincoln⟧, Nebraska. | US | city | 5072006
        He lives in ⟦Vancouver⟧, Washington. | US | city | 5814616
        He lives in ⟦Vancouver⟧. | CA | city | 6173331
        He lives in ⟦Rochester⟧, New York. | US | city | 5134086
        He lives in ⟦Bristol⟧, Connecticut. | US | city | 5282835
        He lives in ⟦Bristol⟧, England. | GB | city | 2654675
        He lives in ⟦Richmond⟧, Virginia. | US | city | 4781708
        He lives in ⟦Victoria⟧, British Columbia. | CA | city | 6174041
        He lives in ⟦Granada⟧, Nicaragua. | NI | city | 3619136
        He lives in ⟦Cordoba⟧ in southern Spain. | ES | city | 2519240
        He lives in ⟦Kingston⟧, Ontario. | CA | city | 5992500
        He lives in ⟦Lima⟧, Ohio. | US | city | 5160783
        He lives in ⟦Lima⟧. | PE | city | 3936456
        He lives in ⟦Toledo⟧, Spain. | ES | city | 2510409
        He lives in ⟦Toledo⟧, Ohio. | US | city | 5174035
        He lives in ⟦Rome⟧, Georgia. | US | city | 4219762
        He lives in Rome, ⟦Georgia⟧. | US | region | 4197000
        He lives in ⟦Florence⟧, South Carolina. | US | city | 4578737
        He lives in ⟦Warsaw⟧, Indiana. | US | city | 4927854
        He lives in the Mexican state of ⟦Sinaloa⟧. | MX | region | -
        He lives in ⟦Niger⟧ state in Nigeria. | NG | region | -
        He lives in the Chinese city of ⟦Suzhou⟧. | CN | city | 1886760
        He lives in ⟦Galicia⟧ in Spain. | ES | region | -
        He lives in ⟦Punjab⟧, India. | IN | region | -
        He lives in ⟦Donetsk⟧ region. Ukraine fights. | UA | region | -
        He left ⟦Congo⟧'s capital Kinshasa. | CD | country | 203312
        He left Brazzaville, ⟦Congo⟧. | CG | country | 2260494
        He lives in ⟦Naypyitaw⟧. | MM | city | 6611854
        He lives in ⟦Latakia⟧, Syria. | SY | city | 173576
        He lives in ⟦Saint-Denis⟧ in northern Paris. France pays. | FR | city | 2980916
        He lives in ⟦Saint-Denis⟧ on Réunion. | RE | city | 935264
        He lives in Tbilisi, ⟦Georgia⟧. | GE | country | 614540
        The former Soviet republic of ⟦Georgia⟧ joined. | GE | country | 614540
        The southern state of ⟦Georgia⟧ voted. | US | region | 4197000
        He lives in ⟦Sydney⟧, Nova Scotia. | CA | city | 6354908
        He lives in ⟦Mexico⟧, Missouri. | US | city | 4398103
        Police in ⟦Essex⟧ arrested him. England played on. | GB | region | -
        He lives in ⟦Jersey City⟧, New Jersey. | US | city | 5099836
        He lives in ⟦Kansas City⟧. | US | city | -
        He lives in ⟦Oklahoma City⟧. | US | city | 4544349
        He lives in ⟦Tripoli⟧, Greece. | GR | city | 252601
        He lives in ⟦Bethlehem⟧, Pennsylvania. | US | city | 5180225
        He lives in ⟦Bethlehem⟧. | PS | city | 284315
        Gunmen attacked Maiduguri, capital of ⟦Borno⟧ state in Nigeria. | NG | region | -
        Gunmen attacked a village in ⟦Zamfara⟧ state in Nigeria. | NG | region | -
        He lives in ⟦La Rioja⟧, Argentina. | AR | city | 3848950
        He lives in ⟦Santiago⟧, Dominican Republic. | DO | city | 3492914
        The Turkish city of ⟦Adana⟧ shook. | TR | city | 325363
        He lives in ⟦Ibadan⟧. | NG | city | 2339354
        He lives in ⟦Aleppo⟧, Syria's largest city. | SY | city | 170063
        Ships left the port of ⟦Odesa⟧. | UA | city | 698740
        Ships left ⟦Sevastopol⟧ in Crimea. | UA | city | 694423
        He lives in ⟦Santa Cruz⟧, Bolivia. | BO | city | 3904906
        """)

    @Test("Of places of one name the article decides, or nobody does", arguments: byArticle)
    func decidedByArticle(_ item: Case) throws { try Self.check(item) }

    static let byName = cases(
        """
        They crossed ⟦Lake Victoria⟧ by boat. | - | water | -
        Floods on the ⟦Danube⟧ grew. | - | water | -
        They climbed ⟦Mount Kenya⟧. | KE | mountain | -
        He left ⟦Sao Paulo⟧ for Rio de Janeiro. | BR | city | 3448439
        He left ⟦São Paulo⟧. | BR | city | 3448439
        He was born in ⟦Bombay⟧. | IN | city | 1275339
        Trains to ⟦Köln⟧ stopped. | DE | city | 2886242
        He was born in ⟦Naples⟧. | IT | city | 3172394
        He lives in ⟦Perth⟧. | AU | city | 2063523
        He lives in ⟦Guadalajara⟧. | MX | city | 4005539
        He lives in ⟦Barcelona⟧. | ES | city | 3128760
        Prisoners from ⟦Evin Prison⟧ were freed. | IR | facility | -
        Ships passed ⟦Bab el-Mandeb⟧. | - | water | -
        Ships passed the ⟦Suez Canal⟧. | EG | water | -
        Ships crossed the ⟦Black Sea⟧. | - | water | -
        Ships crossed the ⟦Taiwan Strait⟧. | - | water | -
        Ships crossed ⟦Lake Chad⟧. | - | water | -
        Ships sailed up the ⟦Mekong River⟧. | - | water | -
        Ships sailed up the ⟦Vorna River⟧. | - | water | -
        Nobody crossed ⟦Lake Tirelin⟧. | - | water | -
        They flew over ⟦Mount Everest⟧. | - | mountain | -
        They flew over the ⟦Andes⟧. | - | mountain | -
        They flew over ⟦Mount Fuji⟧. | JP | mountain | -
        He lives on ⟦Long Island⟧. | US | island | -
        He lives on ⟦Lesbos⟧. | GR | island | -
        He lives in ⟦Crimea⟧. | UA | region | -
        He lives in ⟦Donbas⟧. | UA | region | -
        He lives in ⟦Siberia⟧. | RU | region | -
        He lives in the ⟦West Bank⟧. | PS | region | -
        He lives in ⟦Kashmir⟧. | - | region | -
        He lives in the ⟦Middle East⟧. | - | region | -
        He lives in ⟦Africa⟧. | - | continent | -
        He lives in the ⟦Sahel⟧. | - | region | -
        He works in ⟦Silicon Valley⟧. | US | region | -
        He works at ⟦Heathrow Airport⟧. | GB | facility | -
        He works at ⟦Heathrow⟧. | GB | facility | -
        He works in ⟦Downing Street⟧. | GB | facility | -
        He works at ⟦Nairobi Airport⟧. | KE | facility | -
        He works at ⟦Lagos Airport⟧. | NG | facility | -
        He works at ⟦Baghdad International Airport⟧. | IQ | facility | -
        He stood in ⟦Tahrir Square⟧. | EG | facility | -
        He stood on ⟦Oxford Street⟧. | - | facility | -
        He lives in ⟦Helmand Province⟧. | AF | region | -
        He lives in ⟦Lviv Oblast⟧. | UA | region | -
        He lives in ⟦Sichuan Province⟧. | CN | region | -
        He lives in ⟦Los Angeles County⟧. | US | region | -
        He lives in ⟦Quebec⟧. | CA | region | -
        He lives in ⟦Ontario⟧. | CA | region | -
        He lives in ⟦New South Wales⟧. | AU | region | -
        He lives in ⟦Bavaria⟧. | DE | region | -
        He lives in ⟦Catalonia⟧. | ES | region | -
        He lives in ⟦Kerala⟧. | IN | region | -
        He lives in ⟦Texas⟧. | US | region | 4736286
        He lives in ⟦Myanmar⟧. | MM | country | 1327865
        He lives in ⟦Burma⟧. | MM | country | 1327865
        He lives in ⟦Türkiye⟧. | TR | country | 298795
        He lives in the ⟦Czech Republic⟧. | CZ | country | 3077311
        He lives in ⟦Côte d'Ivoire⟧. | CI | country | 2287781
        He lives in ⟦Luxembourg⟧. | LU | country | 2960313
        He lives in ⟦Monaco⟧. | MC | country | 2993457
        He lives in ⟦Singapore⟧. | SG | country | 1880251
        He lives in ⟦Panama⟧. | PA | country | 3703430
        He lives in ⟦Mexico⟧. | MX | country | 3996063
        He lives in ⟦Kuwait⟧. | KW | country | 285570
        He lives in ⟦Niger⟧. | NE | country | 2440476
        He lives in ⟦Guinea⟧. | GN | country | 2420477
        He lives in ⟦Kosovo⟧. | XK | country | 831053
        He lives in ⟦Taiwan⟧. | TW | country | 1668284
        He lived in the ⟦Soviet Union⟧. | - | country | -
        He lives in ⟦München⟧. | DE | city | 2867714
        He lives in ⟦Munich⟧. | DE | city | 2867714
        He lives in ⟦Mumbai⟧. | IN | city | 1275339
        He lives in ⟦Kiev⟧. | UA | city | 703448
        He lives in ⟦Bogotá⟧. | CO | city | 3688689
        He lives in ⟦Bogota⟧. | CO | city | 3688689
        He lives in ⟦Port-au-Prince⟧. | HT | city | 3718426
        He lives in ⟦N'Djamena⟧. | TD | city | 2427123
        He lives in ⟦The Hague⟧. | NL | city | 2747373
        He lives in ⟦Gaza City⟧. | PS | city | 281133
        He lives in ⟦Jerusalem⟧. | IL | city | 281184
        He lives in ⟦Paris⟧. | FR | city | 2988507
        He lives in ⟦Marrakesh⟧. | MA | city | 2542997
        He lives in ⟦Kraków⟧. | PL | city | 3094802
        """)

    @Test("Places have country, kind and number by their names and by their own words", arguments: byName)
    func toldByName(_ item: Case) throws { try Self.check(item) }

    @Test("The country of the publisher's domain tips the scales where the text does not")
    func home() {
        var article = MarkedText("Students in Cambridge protested.").article()
        func country() -> String? { Annotator.annotations(of: article).entities.first?.country }
        #expect(country() == nil)
        article.site = Site(domain: "courier.example.co.uk")
        #expect(country() == "GB")
        article.site = Site(domain: "example.tv")
        #expect(country() == nil)
    }

    @Test("A dateline's country counts for the names after it")
    func dateline() {
        var article = Article()
        article.text = "CARACAS, July 18 (Reuters) - Oil workers in Valencia went on strike on Thursday."
        article.language = "en"
        article.dateline = Dateline(range: TextRange(0, 26), text: "CARACAS, July 18 (Reuters)")
        let places = Annotator.annotations(of: article).entities.filter { $0.type == .place }
        #expect(places.map(\.country) == ["VE", "VE"])
    }

    @Test("Peoples have their country, religions, parties and peoples without one have none")
    func peoples() {
        let groups: [(String, String?)] = [
            ("Ukrainians", "UA"), ("Frenchwoman", "FR"), ("Salvadorans", "SV"), ("Hong Kongers", "HK"),
            ("Puerto Ricans", "PR"), ("Basotho", "LS"), ("Manx", "IM"), ("Greenlanders", "GL"), ("Welshmen", "GB"),
            ("Kurds", nil), ("Rohingya", nil), ("Uyghurs", nil), ("Yazidis", nil), ("Sunnis", nil), ("Lutherans", nil),
            ("Sandinistas", nil), ("Republicans", nil),
        ]
        for (name, country) in groups {
            let entities = MarkedText("Yesterday some \(name) met in the old hall.").annotations().entities
            let group = entities.first { $0.name == name }
            #expect(group?.type == .group, "\(name)")
            #expect(group?.country == country, "\(name)")
        }
    }
}
