import Testing

@testable import Digest

@Suite struct ColumnTests {
    private func width(_ line: String) -> Int {
        line.unicodeScalars.reduce(0) { $0 + Column.displayWidth(of: $1) }
    }

    @Test(arguments: [
        String(repeating: "word ", count: 60), String(repeating: "x", count: 500),
        String(repeating: "北京", count: 90), "北" + String(repeating: "e\u{301}", count: 200),
        String(repeating: "*_`", count: 120),
    ])
    func `no line is wider than the column`(_ text: String) {
        let pieces = Column.pieces(of: text) { $0 == "*" ? "\\*" : String($0) }
        let lines = Column.lines(of: pieces, first: "  * ", rest: "    ")
        #expect(!lines.isEmpty)
        for line in lines { #expect(width(line) <= Column.width) }
    }

    @Test func `no word is lost`() {
        let text = (1...200).map { "w\($0)" }.joined(separator: " ")
        let lines = Column.lines(of: Column.pieces(of: text) { String($0) })
        #expect(lines.joined(separator: " ") == text)
    }

    @Test func `a sign stays with the word before it`() {
        let pieces = Column.pieces(of: "Velm") { String($0) } + [Column.Piece(sign: ";")]
        #expect(Column.lines(of: pieces) == ["Velm;"])
    }
}
