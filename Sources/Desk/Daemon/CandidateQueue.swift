/// The files that are complete and wait to be taken, oldest first: a binary heap by modification time and path. Each
/// step is logarithmic in their number.
struct CandidateQueue {
    private var heap: [InboxScan.Found] = []
    private var paths: Set<RawPath> = []

    /// How many wait.
    var count: Int { paths.count }

    /// Whether a path waits.
    func contains(_ path: RawPath) -> Bool { paths.contains(path) }

    /// The waiting paths, at most `limit`, in no particular order.
    func sample(_ limit: Int) -> [RawPath] { heap.lazy.map(\.path).filter(paths.contains).prefix(limit).sorted() }

    /// Adds a file; one whose path waits already is the same file looked at again.
    mutating func add(_ found: InboxScan.Found) {
        guard paths.insert(found.path).inserted else { return }
        heap.append(found)
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard precedes(child, parent) else { break }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    /// Forgets a path; its place in the heap is passed over later.
    mutating func remove(_ path: RawPath) { paths.remove(path) }

    /// Takes the oldest.
    mutating func next() -> InboxScan.Found? {
        while let first = heap.first {
            let last = heap.removeLast()
            if !heap.isEmpty {
                heap[0] = last
                sink()
            }
            if paths.remove(first.path) != nil { return first }
        }
        return nil
    }

    private mutating func sink() {
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && precedes(child, least) {
                least = child
            }
            if least == parent { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }

    private func precedes(_ a: Int, _ b: Int) -> Bool {
        let (x, y) = (heap[a], heap[b])
        return (x.entry.modifiedNanoseconds, x.path) < (y.entry.modifiedNanoseconds, y.path)
    }
}
