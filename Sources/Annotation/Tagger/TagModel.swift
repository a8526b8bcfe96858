import Language

/// What each feature says for each tag, and how well tags follow one another: a linear-chain model (Lafferty, McCallum and
/// Pereira, 2001), mapped from its file. All weights are whole numbers, so that every machine reads the same names.
package struct TagModel: Sendable {
    /// The model that ships.
    package static let shared: TagModel = {
        do {
            return try TagModel(MappedFile(named: "name-tags.bin", in: .module))
        } catch {
            preconditionFailure("\(error)")
        }
    }()

    /// How many units make 1 in the model's logarithms of odds.
    package static let unit = 512.0
    /// The weight of what may not follow; low enough, and far from overflow over a sentence.
    package static let never: Int32 = -1_000_000
    /// "dltags01"
    package static let magic: UInt64 = 0x3130_7367_6174_6C64
    /// Bytes of the header, and of the transitions behind it.
    package static let headerBytes = 64
    /// Tags and the edge of a sentence, in both directions, four bytes each.
    package static let transitionBytes = 16 * 16 * 4
    /// A row's bytes: fifteen weights and the check of its key.
    package static let rowBytes = 32
    /// The most slots that are looked at for a key.
    package static let reach = 8

    private let file: MappedFile
    private let mask: Int
    private let checks: [UInt64]
    /// For each tag before (the last: the edge) what it says for each tag behind it (the last: the edge).
    let transitions: [SIMD16<Int32>]
    /// The transitions, moved up by four bits.
    let steps: [SIMD16<Int32>]

    /// Reads a model: 8 bytes of magic, 8 bytes with the number of slots, a power of two; from byte 64 on 16 rows of 16
    /// transitions; then for each slot 16 numbers of two bytes, 15 weights and the check of the feature's key, 0 where free.
    package init(_ file: MappedFile) throws(MappedFile.Fault) {
        let bytes = file.bytes
        let front = Self.headerBytes + Self.transitionBytes
        guard bytes.count > front, bytes.load(as: UInt64.self) == Self.magic,
            let slots = Int(exactly: bytes.load(fromByteOffset: 8, as: UInt64.self)), slots > 0,
            slots & (slots - 1) == 0, bytes.count - front == slots * Self.rowBytes
        else { throw .damaged(path: file.path) }
        self.file = file
        mask = slots - 1
        checks = Self.checks(UnsafeRawBufferPointer(rebasing: bytes[front...]), slots: slots)
        transitions = (0..<16).map { row in
            bytes.loadUnaligned(fromByteOffset: Self.headerBytes + 64 * row, as: SIMD16<Int32>.self)
        }
        steps = transitions.map { $0 &<< 4 }
    }

    /// The slot where the search for a key begins.
    @inline(__always)
    package static func slot(_ key: UInt64, mask: Int) -> Int { Int(truncatingIfNeeded: key) & mask }

    /// What tells a key from others of the same slot; never 0.
    @inline(__always)
    package static func check(_ key: UInt64) -> Int16 { Int16(truncatingIfNeeded: key >> 48 | 1) }

    /// The checks of the slots in which a key's row may lie, four a word, from the first on.
    @inline(__always)
    func checks(near key: UInt64) -> (first: UInt64, second: UInt64) {
        let slot = Self.slot(key, mask: mask)
        let word = slot &>> 2
        let shift = UInt64(slot & 3) &<< 4
        let (near, next, far) = (checks[word], checks[word &+ 1], checks[word &+ 2])
        let rest = 63 &- shift
        return (near &>> shift | (next &<< 1) &<< rest, next &>> shift | (far &<< 1) &<< rest)
    }

    /// The slot of a key's row, given the checks near it, and whether it says anything. Four checks are compared at once: a lane
    /// that is zero sets its highest bit, and of the lowest such lane that is exact (Warren, Hacker's Delight, 6-1).
    @inline(__always)
    func place(_ key: UInt64, _ near: (first: UInt64, second: UInt64)) -> (slot: Int, isFound: Bool) {
        let sought = UInt64(UInt16(bitPattern: Self.check(key))) &* Self.lanes
        var found = Self.zeroLanes(near.first ^ sought)
        var free = Self.zeroLanes(near.first)
        let isFar = found | free == 0
        found = isFar ? Self.zeroLanes(near.second ^ sought) : found
        free = isFar ? Self.zeroLanes(near.second) : free
        let lane = found.trailingZeroBitCount
        let slot = Self.slot(key, mask: mask) &+ (isFar ? 4 : 0) &+ lane &>> 4
        return (slot & mask, lane < free.trailingZeroBitCount)
    }

    private static var lanes: UInt64 { 0x0001_0001_0001_0001 }

    @inline(__always)
    private static func zeroLanes(_ word: UInt64) -> UInt64 { (word &- lanes) & ~word & lanes &<< 15 }

    /// The weights of a slot, two a lane: the even ones in the lower halves.
    @inline(__always)
    func row(_ slot: Int) -> SIMD8<Int32> {
        let rows = file.bytes.baseAddress.unsafelyUnwrapped + Self.headerBytes + Self.transitionBytes
        return (rows + slot &* Self.rowBytes).loadUnaligned(as: SIMD8<Int32>.self)
    }

    /// The checks of all slots, four a word, and those of the first ones once more behind the last: a quarter of a megabyte that stays
    /// in the processor's second cache, where the rows are four.
    private static func checks(_ rows: UnsafeRawBufferPointer, slots: Int) -> [UInt64] {
        (0..<(max(1, slots / 4) + 2)).map { word in
            (0..<4).reduce(0) { lanes, lane in
                let slot = (4 * word + lane) & (slots - 1)
                let check = rows.loadUnaligned(fromByteOffset: slot * rowBytes + rowBytes - 2, as: UInt16.self)
                return lanes | UInt64(check) << UInt64(16 * lane)
            }
        }
    }

    /// Loads the model.
    package static func warmUp() { shared.file.warmUp() }
}

/// Adds up what a token's features say. The features are gathered first, then all their checks, then the rows that were found:
/// so the processor waits for many places of memory at once, and guesses nothing before it has what a guess would hang on.
struct RowSum: FeatureSink {
    private static var capacity: Int { 128 }
    private let model: TagModel
    private var keys = InlineArray<128, UInt64>(repeating: 0)
    private var near = InlineArray<128, (first: UInt64, second: UInt64)>(repeating: (0, 0))
    private var places = InlineArray<128, Int32>(repeating: 0)
    private var count = 0
    private var even = SIMD8<Int32>()
    private var odd = SIMD8<Int32>()

    init(_ model: TagModel) { self.model = model }

    @inline(__always)
    mutating func add(_ key: UInt64) {
        if count == Self.capacity { flush() }
        keys[count] = key
        count &+= 1
    }

    /// What the features say that were added since the last time.
    mutating func take() -> SIMD16<Int32> {
        flush()
        var sum = SIMD16<Int32>()
        sum.evenHalf = even
        sum.oddHalf = odd
        (even, odd) = (SIMD8(), SIMD8())
        return sum
    }

    private mutating func flush() {
        for index in 0..<count { near[index] = model.checks(near: keys[index]) }
        var found = 0
        for index in 0..<count {
            let (slot, isFound) = model.place(keys[index], near[index])
            places[found] = Int32(truncatingIfNeeded: slot)
            found &+= isFound ? 1 : 0
        }
        for index in 0..<found {
            let row = model.row(Int(places[index]))
            even &+= (row &<< 16) &>> 16
            odd &+= row &>> 16
        }
        count = 0
    }
}
