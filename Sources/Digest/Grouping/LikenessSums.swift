/// Likenesses that are summed up for many numbered things at once and read out in the order of their numbers. Kept from one
/// sum to the next, so that nothing is made anew for each.
struct LikenessSums: Sendable {
    private var sums: [Likeness] = []
    private var isTouched: [Bool] = []
    private var touched: [Int] = []

    /// Adds to what a number has. Constant time, and the room for a number once.
    mutating func add(_ likeness: Likeness, to number: Int) {
        touch(number)
        sums[number] = sums[number] + likeness
    }

    /// Adds what is shared in one name.
    mutating func addName(_ weight: Double, isOfPlace: Bool, to number: Int) {
        touch(number)
        sums[number].names += weight
        if !isOfPlace { sums[number].actors += weight }
    }

    /// Adds what is shared in one rarer word.
    mutating func addTerm(_ weight: Double, to number: Int) {
        touch(number)
        sums[number].terms += weight
    }

    /// All that was added since the last time, by rising number; afterwards nothing is added.
    mutating func take() -> [(number: Int, likeness: Likeness)] {
        touched.sort()
        let found = touched.map { ($0, sums[$0]) }
        for number in touched {
            sums[number] = Likeness()
            isTouched[number] = false
        }
        touched.removeAll(keepingCapacity: true)
        return found
    }

    private mutating func touch(_ number: Int) {
        if number >= sums.count {
            sums.append(contentsOf: repeatElement(Likeness(), count: number + 1 - sums.count))
            isTouched.append(contentsOf: repeatElement(false, count: number + 1 - isTouched.count))
        }
        guard !isTouched[number] else { return }
        isTouched[number] = true
        touched.append(number)
    }
}
