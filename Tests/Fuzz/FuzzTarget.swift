import Desk
import Glibc
import Markup
import Pipeline
import Records

/// A part of the program that libFuzzer hands its bytes to.
enum FuzzTarget: String, CaseIterable {
    /// Bytes to a tree: encodings and HTML.
    case parse
    /// A page to a record without annotations.
    case extract
    /// A plain text to a record without annotations, header lines included.
    case text
    /// A clean text to its annotations.
    case annotate
    /// A saved web archive.
    case mhtml
    /// A compressed page.
    case gzip
    /// Header lines before a text; the fuzzer writes what follows `Title:`.
    case headers
    /// A line of JSON, as a stream is asked, and as a worker answers.
    case json

    /// Works on an input, and stops the process where what comes out breaks the record's contract.
    func run(_ bytes: [UInt8]) {
        switch self {
        case .parse: _ = try? Page(reading: bytes, hints: InputHints(name: "a.html"))
        case .extract: check(bytes, name: "a.html")
        case .text: check(bytes, name: "2024-10-03 a.txt")
        case .annotate:
            let text = String(decoding: bytes, as: UTF8.self)
            sound(Pipeline.record(of: CleanText(text: text, published: "2024-10-03"), name: "a"))
        case .mhtml: check(bytes, name: "a.mhtml")
        case .gzip: check(bytes, name: "a.html.gz")
        case .headers: check(Array("Title: ".utf8) + bytes, name: "a.txt")
        case .json:
            _ = StreamAnswer.read(StreamAnswer.line(to: bytes, task: .article))
            _ = StreamAnswer.read(bytes)
        }
    }

    private func check(_ bytes: [UInt8], name: String) {
        guard let record = try? Pipeline.record(of: Document(bytes: bytes, name: name), isAnnotated: false) else {
            return
        }
        sound(record)
    }

    private func sound(_ record: ArticleRecord) {
        let faults = record.faults()
        precondition(faults.isEmpty, "\(faults)")
    }

    /// The target that the environment names, `parse` by default.
    static let chosen: FuzzTarget = {
        guard let name = getenv("DATELINE_FUZZ_TARGET") else { return .parse }
        guard let target = FuzzTarget(rawValue: String(cString: name)) else {
            fatalError("no target of this name; there are \(allCases.map(\.rawValue))")
        }
        return target
    }()
}

/// What libFuzzer calls for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzTarget.chosen.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
