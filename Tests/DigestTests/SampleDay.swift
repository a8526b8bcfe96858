import Digest
import Records
import TestSupport

/// A day of invented news: eight stories in fifteen articles, with the days before.
enum SampleDay {
    static let day = calendarDay("2024-10-03")

    static func calendarDay(_ text: String) -> CalendarDay {
        guard let day = CalendarDay(text) else { preconditionFailure("no day \(text)") }
        return day
    }

    static func filed(_ draft: ArticleDraft, on day: CalendarDay = day) -> FiledArticle {
        let folder = day.description.split(separator: "-").joined(separator: "/")
        return FiledArticle(
            day: day, path: "records/\(folder)/\(draft.record.id).json",
            original: "originals/\(folder)/\(draft.record.source.file)", record: draft.record)
    }

    static func hex(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits + "c0ffee00c0ffee00c0ffee00"
    }

    /// Day and days before, with a duplicate and a rejection.
    static var input: EditionInput {
        EditionInput(
            day: day, articles: articles.map { filed($0) },
            duplicates: [FiledDuplicate(file: "quake (1).html", collection: ["wires"], of: hex(1))],
            rejections: [
                FiledRejection(
                    file: "broken.html", collection: ["wires"], path: "rejected/2024/10/03/broken.html.error.json",
                    rejection: Rejection(
                        stage: "extraction", code: "no-article",
                        message: "The page holds no article text; save it again once it is fully shown."))
            ],
            earlier: earlier.map { filed($0.draft, on: $0.day) })
    }

    static var articles: [ArticleDraft] {
        var drafts = quake + port + bank + ferry + others
        drafts[1].record.source.collection = ["wires"]
        drafts[2].record.source.collection = ["wires", "regional"]
        drafts[5].record.article.notices = [
            Notice(code: "encoding-guessed", message: "The character set was not declared; windows-1252 was guessed.")
        ]
        return drafts
    }

    static let quake: [ArticleDraft] = [
        ArticleDraft(
            id: hex(1), site: "The Harbour Courier", headline: "Rescuers dig through the night after quake hits Velm",
            published: "2024-10-03T06:40:00+02:00",
            """
            *A strong earthquake struck ⟨where;⟨city;Velm⟩⟩ in northern ⟨country;Ostravia⟩ late on ⟨when 2024-10-02;Wednesday⟩, killing ⟨count killed 58;58 people⟩ and burying whole streets of the old town.
            *Rescue teams from three countries were digging through the rubble of the ⟨org Saint Brida Hospital;Saint Brida Hospital⟩ on Thursday morning.

            “⟨quote Marta Ilves;We can hear people knocking, and as long as we hear them nobody here will stop⟩,” said ⟨person;Marta Ilves⟩, the ⟨role Marta Ilves;mayor of Velm⟩.
            The tremor of magnitude 6.8 injured ⟨count injured 410 approx;about 410 people⟩ and left ⟨count displaced 12000 min;at least 12,000 residents⟩ without a roof.
            ⟨person Ilves;Ilves⟩ asked for blankets, tents and heavy machinery.
            The government will hold a day of mourning on ⟨date 2024-10-06;Sunday⟩, the ⟨org Interior Ministry;Interior Ministry⟩ said.
            """),
        ArticleDraft(
            id: hex(2), site: "Northern Post",
            headline: "Velm earthquake: death toll rises as aid convoys reach the old town",
            published: "2024-10-03T09:15:00+02:00",
            """
            *The number of dead after the earthquake in ⟨city;Velm⟩ rose to ⟨count killed 61;61⟩ on ⟨when 2024-10-03;Thursday⟩ as the first aid convoys reached the ruined old town.
            *Engineers closed two bridges over the Sarn and warned of further tremors.

            “⟨quote Pavel Ruun;The old town has to be emptied before the next tremor, not after it⟩,” ⟨person;Pavel Ruun⟩, ⟨role Pavel Ruun;head of the seismological institute⟩, told reporters.
            ⟨person;Marta Ilves⟩, the mayor, said the ⟨org Saint Brida Hospital;Saint Brida Hospital⟩ was evacuated during the night.
            ⟨country;Ostravia⟩ asked its neighbours for search dogs and rubble cranes.
            """),
        ArticleDraft(
            id: hex(3), site: "Radio Sarn", headline: "Ostravia mourns after Velm quake",
            published: "2024-10-03T11:02:00Z",
            """
            *Flags flew at half mast across ⟨country;Ostravia⟩ on Thursday, a day after the earthquake that devastated ⟨city;Velm⟩.
            *Rescue teams searched the rubble of ⟨org Saint Brida Hospital;Saint Brida Hospital⟩ for survivors, mayor ⟨person;Marta Ilves⟩ said.

            Schools in the north stay closed until ⟨date 2024-10-14;14 October⟩.
            The tremor destroyed hundreds of houses in the old town.
            """),
        ArticleDraft(
            id: hex(4), site: "Evening Ledger", headline: "Rescuers dig through night in Velm",
            published: "2024-10-03T07:30:00+02:00",
            """
            *A strong earthquake struck ⟨city;Velm⟩ in northern ⟨country;Ostravia⟩ late on ⟨when 2024-10-02;Wednesday⟩, killing ⟨count killed 58;58 people⟩ and burying whole streets of the old town.
            *Rescue teams from three countries were digging through the rubble of the ⟨org Saint Brida Hospital;Saint Brida Hospital⟩ on Thursday morning.

            “⟨quote Marta Ilves;We can hear people knocking, and as long as we hear them nobody here will stop⟩,” said ⟨person;Marta Ilves⟩, the ⟨role Marta Ilves;mayor of Velm⟩.
            The tremor of magnitude 6.8 injured ⟨count injured 410 approx;about 410 people⟩ and left ⟨count displaced 12000 min;at least 12,000 residents⟩ without a roof.
            ⟨person Ilves;Ilves⟩ asked for blankets, tents and heavy machinery.
            """),
    ]

    static let port: [ArticleDraft] = [
        ArticleDraft(
            id: hex(5), site: "Northern Post", headline: "Dockers at Kallin walk out over night shifts",
            published: "2024-10-03T05:20:00Z",
            """
            *About 900 dockers at the container port of ⟨city;Kallin⟩ stopped work on ⟨when 2024-10-03;Thursday⟩ in a dispute over night shifts.
            *Nineteen ships were waiting off the harbour by noon, the ⟨org;Kallin Port Authority⟩ said.

            “⟨quote Jonas Teder;Nobody loads a ship safely in the fourteenth hour of a shift⟩,” said ⟨person;Jonas Teder⟩ of the ⟨org;Dockers’ Union⟩.
            The strike costs the port ⟨money EUR 4200000;€4.2 million⟩ a day.
            Talks resume on ⟨date 2024-10-07;Monday⟩.
            """),
        ArticleDraft(
            id: hex(6), site: "The Harbour Courier", headline: "Port of Kallin at a standstill as dockers strike",
            published: "2024-10-03T08:45:00+02:00",
            """
            *The port of ⟨city;Kallin⟩ came to a standstill on ⟨when 2024-10-03;Thursday⟩ when dockers began a strike against longer night shifts.
            *The ⟨org;Dockers’ Union⟩ said the walkout would last until the ⟨org;Kallin Port Authority⟩ withdrew its roster.

            “⟨quote Liis Aavik;We have put an offer on the table and it is still there⟩,” said ⟨person;Liis Aavik⟩, ⟨role Liis Aavik;director of the port⟩.
            ⟨person;Jonas Teder⟩, who leads the union, called the offer an insult.
            """),
    ]

    static let bank: [ArticleDraft] = [
        ArticleDraft(
            id: hex(7), site: "Ledger of Trade", headline: "Central bank holds rate at 3.5 per cent",
            published: "2024-10-03T12:00:00Z",
            """
            *The ⟨org;Central Bank of Ostravia⟩ left its main rate at ⟨percent 3.5;3.5 per cent⟩ on ⟨when 2024-10-03;Thursday⟩, the fourth pause in a row.
            *Governor ⟨person;Edda Malk⟩ said inflation was “⟨mixed Edda Malk;closer to where we want it, but not there, and not yet safely on the way⟩”.

            The bank will publish new forecasts on ⟨date 2024-11-21;21 November⟩.
            Analysts expect a first cut in ⟨date 2025-01;January⟩.
            """)
    ]

    static let ferry: [ArticleDraft] = [
        ArticleDraft(
            id: hex(8), site: "Island Gazette", headline: nil, published: "2024-10-03T04:10:00Z",
            """
            *The last car ferry between ⟨city;Horn⟩ and ⟨city;Little Horn⟩ made its final crossing on ⟨when 2024-10-03;Thursday⟩ after 71 years.
            *A bridge that opened in spring has taken nine in ten of its passengers.

            “⟨quote Ott Saar;She never missed a winter, and she never once asked for thanks⟩,” said ⟨person;Ott Saar⟩, her ⟨role Ott Saar;last captain⟩.
            """)
    ]

    static let others: [ArticleDraft] = [
        ArticleDraft(
            id: hex(9), site: "Northern Post", headline: "Court orders retrial in Brakk dam case",
            published: "2024-10-03T13:30:00Z",
            """
            *The ⟨org;Supreme Court⟩ on ⟨when 2024-10-03;Thursday⟩ ordered a retrial of two engineers over the collapse of the ⟨city;Brakk⟩ dam.
            *The judges found that the lower court had not heard the dam’s keeper.

            The new trial opens on ⟨date 2025-02-04;4 February⟩.
            """),
        ArticleDraft(
            id: hex(10), site: "Radio Sarn", headline: "Supreme Court sends Brakk dam case back",
            published: "2024-10-03T13:55:00Z",
            """
            *Two engineers convicted after the ⟨city;Brakk⟩ dam collapse will be tried again, the ⟨org;Supreme Court⟩ ruled on ⟨when 2024-10-03;Thursday⟩.
            *The dam’s keeper was never heard, the judges said.
            """),
        ArticleDraft(
            id: hex(11), site: "Ledger of Trade", headline: "Tessel Motors to build batteries in Lund Valley",
            published: "2024-10-03T10:00:00Z",
            """
            *⟨org;Tessel Motors⟩ will invest ⟨money USD 1400000000;$1.4bn⟩ in a battery plant in ⟨city;Lund Valley⟩, its chief executive ⟨person;Ines Prado⟩ said on ⟨when 2024-10-03;Thursday⟩.
            *Work begins in ⟨date 2025-03;March⟩ and should create 2,300 jobs.
            """),
        ArticleDraft(
            id: hex(12), site: "Island Gazette", headline: "Storm Odile to reach the islands on Saturday",
            published: "2024-10-03T15:20:00Z",
            """
            *Storm Odile will reach the outer islands on ⟨date 2024-10-05;Saturday⟩ with gusts of up to 120 km/h, the ⟨org;Meteorological Office⟩ said.
            *Ferries to ⟨city;Skarne⟩ are cancelled from ⟨date 2024-10-04;Friday⟩ evening.
            """),
        ArticleDraft(
            id: hex(13), site: "The Harbour Courier",
            headline: "Chess: sixteen-year-old Nour Haddad wins the Baltic Open",
            published: "2024-10-02",
            """
            *⟨person;Nour Haddad⟩, 16, won the Baltic Open on ⟨when 2024-10-02;Wednesday⟩ without losing a game.
            *She beat the favourite in 61 moves.
            """),
        ArticleDraft(
            id: hex(14), site: "Evening Ledger", headline: "Museum returns bronze bell to Sarn monastery",
            """
            *The National Museum has returned a bronze bell taken in 1811 to the monastery of ⟨city;Sarn⟩.
            *“⟨quote Abbot Timo;It sounds exactly as our books say it did⟩,” said ⟨person;Abbot Timo⟩.
            """),
        ArticleDraft(
            id: hex(15), site: "Radio Sarn", headline: "Tremors felt in Mirra, no damage reported",
            published: "2024-10-03T14:15:00Z",
            """
            *A light earthquake of magnitude 3.9 was felt in ⟨city;Mirra⟩ in ⟨country;Talland⟩ on ⟨when 2024-10-03;Thursday⟩; no one was hurt.
            *The tremor lasted four seconds, the ⟨org;Geological Survey⟩ said.
            """),
    ]

    static let earlier: [(day: CalendarDay, draft: ArticleDraft)] = [
        (
            calendarDay("2024-10-02"),
            ArticleDraft(
                id: hex(101), site: "The Harbour Courier", headline: "Earthquake shakes Velm, many feared dead",
                published: "2024-10-02T23:10:00+02:00",
                """
                *An earthquake shook ⟨city;Velm⟩ in northern ⟨country;Ostravia⟩ late on ⟨when 2024-10-02;Wednesday⟩, killing ⟨count killed 40;40 people⟩.
                Rescue teams were searching the rubble of the ⟨org Saint Brida Hospital;Saint Brida Hospital⟩, mayor ⟨person;Marta Ilves⟩ said.
                """)
        ),
        (
            calendarDay("2024-09-30"),
            ArticleDraft(
                id: hex(102), site: "Northern Post", headline: "Dockers threaten strike at Kallin",
                published: "2024-09-30T10:00:00Z",
                """
                *Dockers at the port of ⟨city;Kallin⟩ threatened a strike over night shifts on Monday, ⟨person;Jonas Teder⟩ of the ⟨org;Dockers’ Union⟩ said.
                The ⟨org;Kallin Port Authority⟩ wants longer shifts.
                """)
        ),
    ]
}
