/// A multiset: each member with how often it occurs.
struct Bag<Member: Hashable> {
    private(set) var counts: [Member: Int] = [:]
    /// How many members there are, repetitions counted.
    private(set) var total = 0

    init(_ members: some Sequence<Member>) {
        for member in members {
            counts[member, default: 0] += 1
            total += 1
        }
    }

    /// How many members two bags share, repetitions counted.
    func shared(with other: Bag) -> Int {
        var shared = 0
        for (member, count) in counts { shared += min(count, other.counts[member] ?? 0) }
        return shared
    }
}
