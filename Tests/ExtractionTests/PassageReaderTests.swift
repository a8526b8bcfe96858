import Markup
import Testing

@testable import Extraction

@Suite("The passages of a page")
struct PassageReaderTests {
    private static func list(_ markup: String) throws -> PassageList {
        let page = try Page(reading: Array("<html><body>\(markup)".utf8), hints: InputHints())
        guard case .tree(let tree) = page.content else { return PassageList() }
        return PassageReader.passages(of: tree)
    }

    @Test("A block within a heading is the heading")
    func headings() throws {
        let list = try Self.list("<h3><div>Looking ahead</div></h3><p>Rain.</p>")
        #expect(list.passages.map(\.element) == [.h3, .p])
    }

    @Test("Images, frames and rules between passages are told")
    func images() throws {
        let list = try Self.list(
            "<p>One.</p><div><img src='/a.jpg'><p>A caption.</p></div><hr><p>Two <img src='/b.jpg'> more.</p>")
        #expect(list.passages.map(\.images) == [0, 1, 1])
        #expect(list.passages.map(\.isBelowRule) == [false, false, true])
    }

    @Test("Emphasised text is counted apart from strong text")
    func emphasis() throws {
        let list = try Self.list("<p><em>Ana</em> <b>Roth</b></p>")
        #expect(list.passages.map(\.emphasisBytes) == [3])
        #expect(list.passages.map(\.strongBytes) == [4])
    }

    @Test("Containers side by side are cards, with all they hold")
    func cards() throws {
        let card = "<div class='card'><h3><a href='/a'>Title</a></h3><p>Teaser</p></div>"
        let list = try Self.list("<main>\(card)\(card)\(card)</main><p>Alone</p>")
        var held = [PassageContext.Content](repeating: PassageContext.Content(), count: list.frames.count)
        for passage in list.passages { held[passage.frame].count += 1 }
        for index in list.frames.indices.reversed() where list.frames[index].parent >= 0 {
            held[list.frames[index].parent].count += held[index].count
        }
        let cards = PassageCards(list.frames, held: held, prose: 1)
        var rows: [[Float]] = []
        for passage in list.passages {
            var row: [Float] = []
            cards.append(frame: passage.frame, to: &row)
            rows.append(row)
        }
        #expect(rows.first?.prefix(2) == [3, 2])
        #expect(rows.last == [-1, -1, -1, -1, -1])
    }

    @Test(
        "The marks of footnotes, and the arrows back, are no text; raised words and links are",
        arguments: [
            ("It sold 20 daily<sup><a href='#fn2'>2</a></sup>. It rains.", "It sold 20 daily. It rains."),
            ("Bad teeth.<a href='#n1'><sup>1</sup></a> In 2020 …", "Bad teeth. In 2020 …"),
            ("It rains.<sup id='r'><a href='#c'><span>[</span>12<span>]</span></a></sup>", "It rains."),
            ("<sup><a href='#r'>1</a></sup> Ana Roth, 2020. <a href='#r'>↩︎</a>", "1 Ana Roth, 2020."),
            ("The 2<sup>nd</sup> of 10<sup>6</sup> m<sup>2</sup>", "The 2nd of 106 m2"),
            ("See <a href='#two'>2</a> and <sup><a href='/x'>3</a></sup>", "See 2 and 3"),
        ])
    func footnotes(_ row: (markup: String, text: String)) throws {
        let list = try Self.list("<p>\(row.markup)</p>")
        #expect(list.passages.map { String(decoding: list.text[$0.text], as: UTF8.self) } == [row.text])
    }
}
