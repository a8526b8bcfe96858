import Glibc
import Testing

@testable import Desk

@Suite struct SettlingTests {
    private let path = RawPath("a.html")

    private func found(size: Int = 10, modified: Int = 1, links: Int = 1, kind: mode_t = S_IFREG) -> InboxScan.Found {
        var status = stat()
        status.st_mode = kind | 0o644
        status.st_size = off_t(size)
        status.st_mtim.tv_nsec = modified
        status.st_nlink = nlink_t(links)
        return InboxScan.Found(path: path, entry: FolderEntry(status))
    }

    private func isReady(_ settling: inout Settling, at now: Double, writer: Settling.Writer = .unknown) -> Bool {
        !settling.ready(at: now) { _ in writer }.isEmpty
    }

    @Test func `a file that was closed after writing is ready at once`() {
        var settling = Settling(settleSeconds: 2)
        settling.created(found(), at: 0)
        settling.completed(found(size: 20, modified: 2), at: 1)
        #expect(isReady(&settling, at: 1))
        #expect(settling.count == 0)
    }

    @Test func `without events a file settles while it stays the same`() {
        var settling = Settling(settleSeconds: 2)
        settling.seen(found(), at: 0)
        #expect(!isReady(&settling, at: 1.9))
        settling.seen(found(size: 11, modified: 2), at: 1.9)
        #expect(!isReady(&settling, at: 3.8))
        settling.seen(found(size: 11, modified: 2), at: 3.8)
        #expect(isReady(&settling, at: 3.9))
    }

    @Test func `a file that somebody holds open for writing is never ready`() {
        var settling = Settling(settleSeconds: 2)
        settling.seen(found(), at: 0)
        #expect(!isReady(&settling, at: 1000, writer: .present))
        #expect(isReady(&settling, at: 1001, writer: .absent))
    }

    @Test func `a file seen being made waits longer where the kernel does not tell of writers`() {
        var settling = Settling(settleSeconds: 2)
        settling.created(found(), at: 0)
        #expect(!isReady(&settling, at: 5))
        #expect(isReady(&settling, at: 2 * Settling.patience))
    }

    @Test func `a second name for a file needs no closing`() {
        var settling = Settling(settleSeconds: 2)
        settling.created(found(links: 2), at: 0)
        #expect(isReady(&settling, at: 2))
    }

    @Test func `when events were lost, what was being made settles like the rest`() {
        var settling = Settling(settleSeconds: 2)
        settling.created(found(), at: 0)
        settling.forgetEvents()
        #expect(isReady(&settling, at: 2))
    }

    @Test func `an empty file gets time to become one`() {
        var settling = Settling(settleSeconds: 2)
        settling.completed(found(size: 0), at: 0)
        #expect(!isReady(&settling, at: 3))
        #expect(isReady(&settling, at: 4))
    }

    @Test func `a file that was empty when it was seen is not taken from its writer`() {
        var settling = Settling(settleSeconds: 2)
        settling.created(found(size: 0), at: 0)
        #expect(!isReady(&settling, at: 100, writer: .present))
        #expect(isReady(&settling, at: 101, writer: .absent))
    }

    @Test func `what is no file is ready at once`() {
        var settling = Settling(settleSeconds: 2)
        settling.created(found(kind: S_IFIFO), at: 0)
        #expect(isReady(&settling, at: 0))
    }

    @Test func `a page that comes takes along what waits in its folder, and nothing else`() {
        var settling = Settling(settleSeconds: 2)
        let paths = ["Page_files/a.css", "Page_files/sub/b.css", "Page_filesx/c.css", "Other_files/d.css", "e.html"]
        for path in paths { settling.seen(InboxScan.Found(path: RawPath(path), entry: found().entry), at: 0) }
        settling.forget(companion: RawPath("Page_files"))
        #expect(settling.paths.map(\.text) == ["Other_files/d.css", "Page_filesx/c.css", "e.html"])
        settling.forget(companion: RawPath("Page_files"))
        #expect(settling.ready(at: 100) { _ in .absent }.count == 3)
        #expect(settling.count == 0)
    }

    @Test func `the oldest comes first`() {
        var queue = CandidateQueue()
        let files = [5, 3, 9, 1, 7, 3].enumerated().map { index, time in
            InboxScan.Found(path: RawPath("\(index)"), entry: found(modified: time).entry)
        }
        for file in files { queue.add(file) }
        queue.add(files[0])
        queue.remove(files[2].path)
        var times: [String] = []
        while let next = queue.next() { times.append("\(next.entry.modifiedNanoseconds)/\(next.path.text)") }
        #expect(times == ["1/3", "3/1", "3/5", "5/0", "7/4"])
        #expect(queue.count == 0)
    }
}
