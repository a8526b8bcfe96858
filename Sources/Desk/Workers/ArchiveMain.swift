import CLinux
import Glibc
import Pipeline

/// The sandboxed reader of an archive: takes the archive apart on standard input, and says what is in it on the socket, a
/// line each: `R START REQUEST` for a document, `N START REASON` for a broken record, `E` at the end.
public enum ArchiveMain {
    /// Serves one archive from byte `start` on; the record that begins there is left out where the reader goes on
    /// after it. Shuts itself in before it reads the first byte.
    public static func serve(
        name: String, start: Int, isAfter: Bool, maximumBytes: Int, sandbox: Sandbox
    ) throws(SystemError) -> Never {
        dateline_name_process("dateline-archive")
        signal(SIGPIPE, SIG_IGN)
        signal(SIGINT, SIG_IGN)
        // What is loaded at first use is used once before no file can be opened.
        _ = ArchiveReader(name: name, start: 0, maximumBytes: maximumBytes) { [] }.next()
        _ = StreamRequest.line(for: Document(bytes: [0x41], name: name))
        _ = ContentHash.sha256([])
        try sandbox.enter()
        try WorkerMain.watchParent()
        try sandbox.restrictCalls()
        let channel = Descriptor(WorkerMain.socket)
        let reader = ArchiveReader(name: name, start: start, maximumBytes: maximumBytes, pull: chunk)
        while let finding = reader.next() {
            switch finding {
            case .document(_, let place) where isAfter && place == start: continue
            case .document(let document, let place):
                let request = StreamRequest.line(for: document)
                try channel.write(all: Array("R \(place) ".utf8) + request + [0x0A])
            case .skipped(let reason, let place):
                try channel.write(all: Array("N \(place) \(LogValue.escaped(reason))\n".utf8))
            }
        }
        try channel.write(all: Array("E\n".utf8))
        exit(0)
    }

    /// The next piece of standard input.
    private static func chunk() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
            var got = -1
            repeat { got = read(0, buffer.baseAddress, buffer.count) } while got < 0 && errno == EINTR
            count = max(got, 0)
        }
    }
}
