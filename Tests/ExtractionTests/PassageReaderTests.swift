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
}
