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
    /// For each tag before (the last: the edge) what it says for each tag behind it (the last: the edge).
    let transitions: [SIMD16<Int32>]

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
        transitions = (0..<16).map { row in
            bytes.loadUnaligned(fromByteOffset: Self.headerBytes + 64 * row, as: SIMD16<Int32>.self)
        }
    }

    /// The slot where the search for a key begins.
    @inline(__always)
    package static func slot(_ key: UInt64, mask: Int) -> Int { Int(truncatingIfNeeded: key) & mask }

    /// What tells a key from others of the same slot; never 0.
    @inline(__always)
    package static func check(_ key: UInt64) -> Int16 { Int16(truncatingIfNeeded: key >> 48 | 1) }

    /// The weights of a feature; nil where it says nothing.
    @inline(__always)
    func row(_ key: UInt64) -> SIMD16<Int16>? {
        let rows = file.bytes.baseAddress.unsafelyUnwrapped + Self.headerBytes + Self.transitionBytes
        var slot = Self.slot(key, mask: mask)
        let check = Self.check(key)
        for _ in 0..<Self.reach {
            let row = (rows + slot &* Self.rowBytes).loadUnaligned(as: SIMD16<Int16>.self)
            if row[15] == check { return row }
            if row[15] == 0 { return nil }
            slot = (slot &+ 1) & mask
        }
        return nil
    }

    /// Loads the model.
    package static func warmUp() { shared.file.warmUp() }
}

/// Adds up what a token's features say.
struct RowSum: FeatureSink {
    let model: TagModel
    var sum = SIMD16<Int32>()

    @inline(__always)
    mutating func add(_ key: UInt64) {
        guard let row = model.row(key) else { return }
        sum &+= SIMD16<Int32>(truncatingIfNeeded: row)
    }
}
