import Language

/// What is known of a quarter of a million words before any text is read: how often they are written with a capital, how
/// common they are, which words they are like, and what such words name.
struct WordClasses: Sendable {
    /// What is known of one word; 0 for a word that is not known.
    struct Traits: Sendable, Equatable {
        let bits: UInt64
        /// One of 1024 classes of words that are alike.
        var fine: UInt64 { bits & 0x3FF }
        /// One of 64 coarser classes.
        var coarse: UInt64 { bits >> 10 & 0x3F }
        /// From 0, nearly always small, to 7, nearly always with a capital.
        var capital: UInt64 { bits >> 16 & 7 }
        /// From 0, rare, to 7, among the most common.
        var frequency: UInt64 { bits >> 19 & 7 }
        /// How probable such words name persons, organisations and places, three bits each.
        var names: UInt64 { bits >> 22 & 0x1FF }
        /// One of some hundred classes by the words around it.
        var context: UInt64 { bits >> 31 & 0x3FF }
    }

    /// The table that ships.
    static let shared: WordClasses = {
        do {
            return try WordClasses(MappedFile(named: "word-classes.bin", in: .module))
        } catch {
            preconditionFailure("\(error)")
        }
    }()

    private let file: MappedFile
    private let mask: Int
    private static let magic: UInt64 = 0x3173_7361_6C63_6C64  // "dlclass1"
    private static let headerBytes = 64

    /// Reads the table from its file: 8 bytes of magic, 8 bytes with the number of slots, a power of two; from byte 64 on for
    /// each slot the upper half of the word's hash, or 0; then for each slot 8 bytes of traits.
    init(_ file: MappedFile) throws(MappedFile.Fault) {
        let bytes = file.bytes
        guard bytes.count > Self.headerBytes, bytes.load(as: UInt64.self) == Self.magic,
            let slots = Int(exactly: bytes.load(fromByteOffset: 8, as: UInt64.self)), slots > 0,
            slots & (slots - 1) == 0, bytes.count == Self.headerBytes + 12 * slots
        else { throw .damaged(path: file.path) }
        self.file = file
        mask = slots - 1
    }

    /// Loads the table.
    static func warmUp() { shared.file.warmUp() }

    /// The traits of a word by its hash.
    @inline(__always)
    subscript(hash: UInt64) -> Traits {
        let bytes = file.bytes
        let key = UInt32(truncatingIfNeeded: hash >> 32) | 1
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & mask
        // The table has free slots, so the search ends; the bound holds for a damaged one, too.
        for _ in 0...mask {
            let found = bytes.loadUnaligned(fromByteOffset: Self.headerBytes + 4 * slot, as: UInt32.self)
            if found == 0 { return Traits(bits: 0) }
            if found == key {
                let offset = Self.headerBytes + 4 * (mask + 1) + 8 * slot
                return Traits(bits: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            }
            slot = (slot + 1) & mask
        }
        return Traits(bits: 0)
    }
}
