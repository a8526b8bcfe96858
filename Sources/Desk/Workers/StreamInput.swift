import Glibc
import Pipeline
import Records

/// Turns what a user gives (lines of a stream, paths of files) into work for the workers, which open no files
/// themselves.
public struct StreamInput {
    private let task: StreamTask
    private let maximumBytes: Int
    private var lines: LineReader

    /// Input for a task. Lines are read from `descriptor`; files and lines hold at most `maximumBytes` of content.
    public init(_ task: StreamTask, descriptor: Int32 = 0, maximumBytes: Int) {
        self.task = task
        self.maximumBytes = maximumBytes
        lines = LineReader(descriptor)
    }

    /// The next line as work, or nil at the end. Empty lines are passed over.
    public mutating func next() -> BulkWork.Item? {
        // Base64 is four thirds of the bytes; other members and escapes are given as much again.
        while let line = (try? lines.next(limit: maximumBytes * 2 + (1 << 16))) ?? nil {
            switch line {
            case .tooLong: return .answer(tooLarge(id: .null))
            case .whole(let bytes) where bytes.isEmpty || bytes == [0x0D]: continue
            case .whole(let bytes): return item(for: bytes)
            }
        }
        return nil
    }

    private func item(for line: [UInt8]) -> BulkWork.Item {
        guard task != .annotate, Self.mentionsPath(line), let request = StreamRequest(line: line),
            let path = request.path,
            request.content == nil, request.contentBase64 == nil
        else { return .ask(line) }
        switch file(at: path, name: request.name, url: request.url, mediaType: request.mediaType) {
        case .success(var document):
            document.modified = request.modified ?? document.modified
            return .ask(StreamRequest.line(for: document, id: request.id ?? .null))
        case .failure(let rejection): return .answer(StreamAnswer.rejection(rejection, id: request.id ?? .null))
        }
    }

    /// A file as work, with its path as the id.
    public func item(file path: String, published: String? = nil) -> BulkWork.Item {
        switch file(at: path) {
        case .failure(let rejection): return .answer(StreamAnswer.rejection(rejection, id: .text(path)))
        case .success(let document):
            if task != .annotate { return .ask(StreamRequest.line(for: document, id: .text(path))) }
            var json = JSONWriter()
            json.object {
                $0.member("id", path)
                $0.member("name", document.name)
                $0.member("text", String(decoding: document.bytes, as: UTF8.self))
                $0.member("published", published)
            }
            return .ask(json.bytes)
        }
    }

    private func file(
        at path: String, name: String? = nil, url: String? = nil, mediaType: String? = nil
    ) -> Result<Document, Rejection> {
        do throws(SystemError) {
            let number = try check("open", on: LogValue.escaped(path)) {
                open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
            }
            let file = Descriptor(number)
            let entry = FolderEntry(try file.status())
            guard entry.kind == .file else {
                let message = "\(LogValue.escaped(path)) is \(entry.kind.rawValue), not a file"
                return .failure(Rejection(stage: "intake", code: "not-a-file", message: message))
            }
            let bytes = try file.contents(upTo: maximumBytes)
            if bytes.count > maximumBytes {
                let message = "the file is larger than the limit of \(maximumBytes) bytes; raise maximumMegabytes"
                return .failure(Rejection(stage: "intake", code: "too-large", message: message))
            }
            return .success(
                Document(
                    bytes: bytes, name: name ?? path.split(separator: "/").last.map(String.init) ?? path,
                    mediaType: mediaType, url: url, modified: WallClock.iso(nanoseconds: entry.modifiedNanoseconds)))
        } catch { return .failure(Rejection(stage: "intake", code: "unreadable", message: "\(error)")) }
    }

    private func tooLarge(id: StreamID) -> [UInt8] {
        StreamAnswer.rejection(
            Rejection(
                stage: "stream", code: "too-large",
                message: "the line is larger than twice the limit of \(maximumBytes) bytes; raise maximumMegabytes"),
            id: id)
    }

    /// Whether a line can have a member named "path" at all; most have not, and need not be parsed here.
    private static func mentionsPath(_ line: [UInt8]) -> Bool {
        let needle = Array("\"path\"".utf8)
        return line.withUnsafeBytes { line in
            var index = 0
            while let base = line.baseAddress, index + needle.count <= line.count,
                let found = memchr(base + index, Int32(needle[0]), line.count - index)
            {
                let quote = UnsafeRawPointer(found) - base
                if line[quote...].starts(with: needle) { return true }
                index = quote + 1
            }
            return false
        }
    }
}
