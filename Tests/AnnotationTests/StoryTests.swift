import Annotation
import Records
import Testing

@Suite("The story and the events it is made of")
struct StoryTests {
    private func annotations(_ headline: String?, _ text: String, published: String = "2025-03-14") -> Annotations {
        var article = Article()
        article.text = text
        article.language = "en"
        article.headline = headline
        article.published = DatedEvidence(value: published, from: .meta)
        return Annotator.annotations(of: article)
    }

    static let clauses: [(headline: String, news: String)] = [
        ("Alice Novak opens new bridge in Tallinn after ten years of delays", "opens new bridge in Tallinn"),
        ("Harbour fire: Alice Novak blames old cables", "blames old cables"),
        ("Alice Novak narrowly avoids defeat as rivals quarrel", "narrowly avoids defeat"),
        ("Dozens hurt as ferry hits pier", "Dozens hurt"),
        ("Alice Novak fans angry over ticket prices", "Alice Novak fans angry over ticket prices"),
        ("Alice Novak Wins Third Term, Says Aide", "Wins Third Term"),
        ("Harbour bridge to close for eleven weeks", "Harbour bridge to close for eleven weeks"),
        ("Night trains come back to the coast", "Night trains come back to the coast"),
        ("Alice Novak flies home to meet striking pilots", "flies home"),
    ]

    @Test("What happened is the headline's main clause, without who acts and without circumstances", arguments: clauses)
    func what(_ row: (headline: String, news: String)) throws {
        let text = "Alice Novak, the mayor of Tallinn, spoke to reporters on Thursday. She said little."
        let story = try #require(annotations(row.headline, text).story)
        #expect(story.what?.text == row.news)
        #expect(story.what?.of == .headline)
        let scalars = Array(row.headline.unicodeScalars)
        let range = try #require(story.what?.range)
        var slice = String.UnicodeScalarView()
        slice.append(contentsOf: scalars[range.start..<range.end])
        #expect(String(slice) == row.news)
    }

    @Test("Of two words no clause is made; the text answers then")
    func shortHeadline() throws {
        let story = try #require(annotations("Novak resigns", "Alice Novak resigned in Tallinn on Thursday.").story)
        #expect(story.what?.text == "resigned in Tallinn on Thursday")
        #expect(story.what?.of == nil)
    }

    @Test("Odd headlines harm nothing")
    func oddHeadlines() {
        let text = "Alice Novak, the mayor of Tallinn, spoke to reporters on Thursday."
        let words = ["Alice", "Novak", ":", "after", "to", "by", "and", ",", "says", "-", "|", "…", "'", "the", "wins"]
        var state: UInt64 = 7
        for _ in 0..<3000 {
            var headline: [String] = []
            for _ in 0..<Int(state >> 33) % 9 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                headline.append(words[Int(state >> 33) % words.count])
            }
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            _ = annotations(headline.joined(separator: " "), text)
        }
        _ = annotations(nil, text)
        _ = annotations("Alice Novak", "")
    }

    @Test("Why and how come from the headline's circumstances, else from the lead")
    func reasons() {
        let text =
            "Trains stood still on Monday because of a broken signal. Alice Novak ended the queue by opening a second gate."
        let story = annotations("Alice Novak calms crowd by opening second gate", text).story
        #expect(story?.how?.text == "opening second gate")
        #expect(story?.why?.text == "a broken signal")
    }

    @Test("What tells how long or until when is no reason and no means, and old years are no answer to when")
    func noReasons() {
        let text = "Wolves were seen near the lake. The last had been shot in 1907. By evening the road was full."
        let story = annotations("Wolves return to hills after a century", text).story
        #expect(story?.why == nil)
        #expect(story?.how == nil)
        #expect(story?.when == nil)
    }

    @Test("Where is the place the lead puts the event into, when the nearest day told early")
    func whereAndWhen() {
        let text = """
            At least 12 people died when a bus overturned near Graz, Austria, on Wednesday. Alice Novak of the \
            rescue service said the road from Vienna had been icy. The last such accident was in January 2019.
            """
        let story = annotations("Bus accident kills 12 in Austria", text).story
        #expect(story?.where?.text == "Graz, Austria")
        #expect(story?.when?.text == "Wednesday")
    }

    static let headlinePlaces: [(headline: String, place: String?)] = [
        ("Jonas Feld wins at Karolinska after surviving two crashes", "Karolinska"),
        ("Jonas Feld stages protest outside Novak Towers", "Novak Towers"),
        ("Jonas Feld storms to third place at wet Estonian Grand Prix", "Estonian Grand Prix"),
        ("Jonas Feld stuns his father in Karolinska talks", nil),
        ("Jonas Feld signs at AMT", nil),
        ("Jonas Feld to race in March", nil),
        ("Jonas Feld Wins at Karolinska Race After Two Long Delays", nil),
    ]

    @Test("A place that only the headline puts the news into is answered out of it", arguments: headlinePlaces)
    func headlinePlace(_ row: (headline: String, place: String?)) {
        let story = annotations(row.headline, "“It was a hard day,” Jonas Feld said. “The rain did not help.”").story
        #expect(story?.where?.text == row.place)
        if row.place != nil { #expect(story?.where?.of == .headline) }
    }

    @Test("What people go to tells where it was when no place does, and a place that the headline names goes first")
    func eventsAsPlaces() {
        let race = "Jonas Feld came third at the Brazilian Grand Prix on Sunday. His team was glad."
        #expect(annotations("Jonas Feld comes third", race).story?.where?.text == "Brazilian Grand Prix")
        let town = "Jonas Feld came third at the Brazilian Grand Prix in Sao Paulo on Sunday."
        #expect(annotations("Jonas Feld comes third", town).story?.where?.text == "Sao Paulo")
        #expect(annotations("Jonas Feld third in Sao Paulo", town).story?.where?.of == nil)
    }

    private func event(_ text: String, _ category: String) -> (event: Event?, names: [String: String]) {
        let found = annotations(nil, text)
        let names = Dictionary(found.entities.map { ($0.id, $0.name) }, uniquingKeysWith: { one, _ in one })
        return (found.events.first { $0.category == category }, names)
    }

    static let frames: [(text: String, category: String, actor: String?, target: String?)] = [
        ("Norway attacked Denmark on Monday.", "attack", "Norway", "Denmark"),
        ("Denmark was attacked by Norway on Monday.", "attack", "Norway", "Denmark"),
        ("Alice Novak was arrested in Oslo on Monday.", "arrest", nil, "Alice Novak"),
        ("Alice Novak's visit to Oslo began on Monday.", "visit", "Alice Novak", "Oslo"),
        ("The killing of Alice Novak by Peter Hart shook the town.", "death", "Peter Hart", "Alice Novak"),
        ("Talks between Norway and Denmark went on.", "meeting", "Norway", nil),
        ("Alice Novak met Peter Hart in Oslo.", "meeting", "Alice Novak", "Peter Hart"),
        ("Alice Novak appointed Peter Hart as her deputy.", "appointment", "Alice Novak", "Peter Hart"),
        ("Peter Hart was sacked by Alice Novak on Friday.", "resignation", "Alice Novak", "Peter Hart"),
        ("Alice Novak spoke of working with whoever wins the coming election.", "election", nil, nil),
        ("Alice Novak's visit came after an attack on Oslo.", "visit", "Alice Novak", nil),
        ("Alice Novak held talks in Oslo with Peter Hart.", "meeting", "Alice Novak", "Peter Hart"),
        ("Norway-backed rebels attacked Denmark on Monday.", "attack", nil, "Denmark"),
        ("Heavy storms hit Norway on Monday.", "disaster", nil, nil),
        ("Alice Novak urged people to avoid flooded roads in Oslo.", "disaster", nil, nil),
        ("A mob storms the Capitol.", "attack", nil, "Capitol"),
        ("Alice Novak won the Iowa primary on Monday.", "election", "Alice Novak", nil),
        ("Alice Novak signs a deal with Peter Hart.", "agreement", "Alice Novak", "Peter Hart"),
    ]

    @Test("Frames say who acts and who is acted upon, in both voices and of nouns", arguments: frames)
    func frame(_ row: (text: String, category: String, actor: String?, target: String?)) throws {
        let (found, names) = event(row.text, row.category)
        let event = try #require(found)
        #expect(event.actors.first.flatMap { names[$0] } == row.actor)
        #expect(event.targets.first.flatMap { names[$0] } == row.target)
    }

    static let none = [
        ("Norway did not attack Denmark.", "attack"), ("Air raid sirens sounded twice.", "attack"),
        ("They discussed the victory plan of Alice Novak.", "victory"), ("There were no talks on Monday.", "meeting"),
        ("Kyiv was the primary target that day.", "election"), ("There are some signs of change in Oslo.", "agreement"),
        ("With the explosion of digital tools shops began to close.", "attack"),
        ("Heavy storms hit Norway on Monday.", "attack"), ("Bitcoin rallied in 2021.", "protest"),
        ("The tool comes with a free trial of 14 days.", "trial"),
    ]

    @Test("What did not happen, and what a word only qualifies, is no event", arguments: none)
    func noEvent(_ row: (String, String)) { #expect(event(row.0, row.1).event == nil) }

    @Test("An event that is taken up again is one, and has what each sentence tells of it")
    func toldAgain() throws {
        let (found, names) = event(
            "A bomb attack shook Oslo on Monday. Many people fled. The attack by Peter Hart was the first.", "attack")
        #expect(try #require(found).actors.map { names[$0] } == ["Peter Hart"])
        let visits = annotations(
            nil, "Alice Novak visited Oslo on Monday. Her visit to Oslo was short. The visit of Peter Hart was longer.")
        #expect(visits.events.filter { $0.category == "visit" }.count == 2)
        let dated = annotations(
            nil, "Alice Novak visited Oslo last week. Peter Hart saw her. The visit on March 6 was short.")
        #expect(dated.events.filter { $0.category == "visit" }.count == 1)
        let time = try #require(dated.events.first { $0.category == "visit" }?.time)
        #expect(dated.times[time].value == "2025-03-06")
        let bombed = annotations(
            nil,
            "Alice Novak visited Norway on Thursday. Her visit came after a bomb that struck a house in Bergen, injuring 12."
        )
        #expect(bombed.events.filter { $0.category == "visit" }.count == 1)
        let calm = String(repeating: "Nothing else of note was told by anyone. ", count: 9)
        let far = annotations(
            nil, "Alice Novak visited Norway on Thursday. \(calm)Novak’s visit was short.")
        #expect(far.events.filter { $0.category == "visit" }.count == 1)
        let other = annotations(nil, "Alice Novak visited Norway on Thursday. \(calm)The visit was long.")
        #expect(other.events.filter { $0.category == "visit" }.count == 2)
        let attacks = annotations(
            nil, "Alice Novak condemned the strike on Oslo. Norway has fought since the invasion in February 2022.")
        #expect(attacks.events.filter { $0.category == "attack" }.count == 2)
    }

    @Test("What comes next week lies ahead, though nobody says from which day")
    func aheadWithoutDate() throws {
        var article = Article()
        article.text = "Alice Novak visited Oslo on Thursday. The council holds a meeting in Bergen next week."
        article.language = "en"
        let found = Annotator.annotations(of: article)
        #expect(found.events.first { $0.category == "meeting" }?.status == .future)
        #expect(found.story?.when?.text == "Thursday")
    }

    @Test("Where has the wider place with it, and the label of a headline counts")
    func wherePassage() {
        let text = """
            Croydon was quiet again on Friday. A tram left the rails in Croydon, south London, and the mayor of London \
            came. He said in London that the line would be shut.
            """
        #expect(annotations("Croydon tram crash: Mayor shuts line", text).story?.where?.text == "Croydon, south London")
    }

    @Test("Events ahead, in doubt and past are told apart")
    func status() {
        #expect(event("Alice Novak will visit Oslo next week.", "visit").event?.status == .future)
        #expect(event("Alice Novak might visit Oslo.", "visit").event?.status == .hypothetical)
        let found = annotations(
            "Alice Novak visits Oslo",
            "Alice Novak visited Oslo on Thursday. The city was devastated by a storm in January 2019.")
        #expect(found.events.first { $0.category == "visit" }?.status == .main)
        #expect(found.events.first { $0.category == "disaster" }?.status == .background)
    }

    @Test("A figure belongs to the event nearest to it")
    func counts() {
        let found = annotations(
            nil, "The earthquake killed 40 people, and police arrested 12 people for looting shops.")
        let death = found.events.first { $0.category == "death" }
        let arrest = found.events.first { $0.category == "arrest" }
        #expect(death?.counts.map { found.counts[$0].value } == [40])
        #expect(arrest?.counts.map { found.counts[$0].value } == [12])
    }

    @Test("Figures of one article that disagree stand side by side; bounds and parts do not disagree")
    func conflicts() {
        let told = annotations(
            nil, "Police said 40 people were killed in the blast. A hospital said 52 people were killed.")
        #expect(told.conflicts.map(\.what) == ["killed"])
        #expect(told.conflicts.first?.items.map(\.value) == [40, 52])
        let bound = annotations(
            nil, "At least 40 people were killed in the blast. A hospital said 52 people were killed.")
        #expect(bound.conflicts.isEmpty)
        let part = annotations(
            nil, "Police said 40 people were killed in the blast. In one house 3 people were killed.")
        #expect(part.conflicts.isEmpty)
    }
}
