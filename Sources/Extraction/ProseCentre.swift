/// The container that holds most prose directly, and where the other containers lie from it.
struct ProseCentre {
    /// The container's frame.
    let frame: Int
    private let depth: Int
    /// Steps from each frame up to one that holds the centre too, and the centre's depth below that one.
    private let ways: [(up: Float, down: Float)]
    private let frames: [Frame]
    private let first: Int
    private let last: Int

    /// Finds the centre: `direct` is the prose each frame's children hold, `prose` says of each passage whether it is prose
    /// and in which container. Linear.
    init(_ list: PassageList, direct: [Float], prose: [(isProse: Bool, container: Int)]) {
        frames = list.frames
        var best = 0
        for index in direct.indices where direct[index] > direct[best] { best = index }
        frame = best
        var isAround = [Bool](repeating: false, count: frames.count)
        var index = frames.isEmpty ? -1 : best
        while index >= 0 {
            isAround[index] = true
            index = frames[index].parent
        }
        depth = frames.isEmpty ? 0 : frames[best].depth
        var ways: [(up: Float, down: Float)] = []
        ways.reserveCapacity(frames.count)
        for (index, frame) in frames.enumerated() {
            if isAround[index] {
                ways.append((0, Float(depth - frame.depth)))
            } else if frame.parent >= 0 {
                ways.append((ways[frame.parent].up + 1, ways[frame.parent].down))
            } else {
                ways.append((1, Float(depth + 1)))
            }
        }
        self.ways = ways
        first = prose.firstIndex { $0.isProse && $0.container == best } ?? -1
        last = prose.lastIndex { $0.isProse && $0.container == best } ?? -1
    }

    /// Appends where a passage lies: the ways, its depth from the centre's, its distance from the centre's first and last
    /// prose.
    func append(_ index: Int, frame: Int, to row: inout [Float]) {
        row.append(ways[frame].up)
        row.append(ways[frame].down)
        row.append(Float(frames[frame].depth - depth))
        row.append(first < 0 ? -99 : Float(max(-50, min(50, index - first))))
        row.append(last < 0 ? -99 : Float(max(-50, min(50, index - last))))
    }
}
