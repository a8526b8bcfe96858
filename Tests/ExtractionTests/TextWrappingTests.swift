import Testing

@testable import Extraction

@Suite("Wrapped lines")
struct TextWrappingTests {
    static let prose = """
        The harbour office said on Wednesday that the delay was caused by a broken pump, which engineers replaced late on \
        Tuesday night, and that the council would pay. Ferries have crossed the strait since 1911, and the council, which \
        owns them, wants to keep it that way, it said. A second ship is expected in June, but its arrival depends on the yard.
        """

    /// Prose wrapped as editors do it.
    static func wrapped(_ text: String, at width: Int, indent: String = "") -> String {
        var lines: [String] = []
        var line = indent
        for word in text.split(separator: " ") {
            if line.count + 1 + word.count > width, !line.isEmpty {
                lines.append(line)
                line = ""
            }
            line += line.isEmpty || line == indent ? String(word) : " " + word
        }
        return (lines + [line]).joined(separator: "\n")
    }

    @Test("Whatever width a text is wrapped to, its paragraphs come back", arguments: [48, 64, 72, 80, 100, 132])
    func widths(width: Int) {
        let source = [Self.prose, Self.prose].map { Self.wrapped($0, at: width) }.joined(separator: "\n\n")
        #expect(TextLines(source, isMarkdown: false, skipped: 0).paragraphs.map(\.text) == [Self.prose, Self.prose])
    }

    @Test("Lines set in further begin a paragraph, without a blank line")
    func indents() {
        let source = [Self.prose, Self.prose].map { Self.wrapped($0, at: 66, indent: "    ") }.joined(separator: "\n")
        #expect(TextLines(source, isMarkdown: false, skipped: 0).paragraphs.map(\.text) == [Self.prose, Self.prose])
    }

    @Test("Items of a list stay apart")
    func bullets() {
        let source =
            Self.wrapped(Self.prose, at: 72) + "\n\nThree things are needed:\n- a pump\n- a captain\n- fine weather"
        let kinds = TextLines(source, isMarkdown: false, skipped: 0).paragraphs.map(\.kind)
        #expect(kinds == [.paragraph, .paragraph, .listItem, .listItem, .listItem])
    }

    struct Unwrapped: Sendable {
        var id: String
        var lines: [String]
    }

    @Test(
        "Where line ends are meant, every line is a paragraph",
        arguments: [
            Unwrapped(
                id: "a list", lines: ["Pump repaired", "Fares to rise in the spring", "Ten walks", "A ship of its own"]),
            Unwrapped(id: "long lines", lines: [prose, prose, prose, prose]),
            Unwrapped(
                id: "a list below long lines",
                lines: [
                    prose, "", prose, "", "By Ana Roth, shipping correspondent", "Published 2 May 2024 at 17.20",
                    "Share this article on Facebook", "Copyright 2024 The Harbour Post",
                ]),
            Unwrapped(
                id: "Chinese", lines: ["青河县政府二十一日通报，县城东面的桥发生塌陷。", "桥建于一九八七年。", "新桥最快将于明年三月动工，县交通局表示。", "两岸居民须绕行八公里。"]),
        ])
    func unwrapped(_ sample: Unwrapped) {
        let source = sample.lines.joined(separator: "\n")
        let found = TextLines(source, isMarkdown: false, skipped: 0).paragraphs.map(\.text)
        #expect(found == sample.lines.filter { !$0.isEmpty }, "\(sample.id)")
    }

    @Test("Scripts without spaces are joined without spaces")
    func unspaced() {
        let line = "青河县政府二十一日通报县城东面的桥二十日傍晚发生塌陷一辆货车坠入河中司机和一名乘客受轻伤"
        let source = [line, line, line, line, "已送医院。"].joined(separator: "\n")
        let found = TextLines(source, isMarkdown: false, skipped: 0).paragraphs.map(\.text)
        #expect(found == [String(repeating: line, count: 4) + "已送医院。"])
    }
}
