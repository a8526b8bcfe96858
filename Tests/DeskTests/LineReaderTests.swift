import Foundation
import Glibc
import Testing

@testable import Desk

@Suite struct LineReaderTests {
    /// What a reader makes of some bytes.
    private func lines(_ text: String, limit: Int) throws -> [LineReader.Line] {
        let path = NSTemporaryDirectory() + "lines-\(UUID().uuidString)"
        defer { unlink(path) }
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        let file = Descriptor(open(path, O_RDONLY))
        var reader = LineReader(file.number)
        var lines: [LineReader.Line] = []
        while let line = try reader.next(limit: limit) { lines.append(line) }
        return lines
    }

    private func whole(_ text: String) -> LineReader.Line { .whole(Array(text.utf8)) }

    @Test func `lines come one by one, the last without a newline, too`() throws {
        #expect(try lines("a\n\nbc", limit: 100) == [whole("a"), whole(""), whole("bc")])
        #expect(try lines("a\n", limit: 100) == [whole("a")])
        #expect(try lines("", limit: 100).isEmpty)
    }

    @Test func `a line over the limit is passed over, and the next is read`() throws {
        let long = String(repeating: "x", count: 1_000_000)
        #expect(try lines("a\n\(long)\nb", limit: 1000) == [whole("a"), .tooLong, whole("b")])
        #expect(try lines(long, limit: 1000) == [.tooLong])
        #expect(try lines("abc\nab", limit: 2) == [.tooLong, whole("ab")])
    }
}
