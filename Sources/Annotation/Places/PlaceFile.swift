import Foundation
import Language

/// Every name of a place, by the hash of its words, with the places it may mean: the compiled list `places.bin`, mapped
/// into memory and never parsed. `scripts/compile-places.py` writes it and describes its layout.
struct PlaceFile: Sendable {
    /// What a name of the list is.
    struct Name: Sendable, Equatable {
        /// The bits of its node.
        let value: UInt32

        /// Longer names begin with it.
        var goesOn: Bool { value & 1 << 31 != 0 }
        /// A place wherever it is written with a capital; of other names the text must say that they are places.
        var isKnownAlone: Bool { value & 1 << 30 != 0 && !isFrontOnly }
        /// A place even where another list has the name too.
        var leads: Bool { value & 1 << 29 != 0 }
        /// Written in capitals only, so that "us" is not the US.
        var needsCapitals: Bool { value & 1 << 28 != 0 }
        /// Its last word has a capital: "Farah Province", not "Farah province".
        var endsWithCapital: Bool { value & 1 << 27 != 0 }
        /// The front of longer names, and no name itself.
        var isFrontOnly: Bool { firstCandidate < 0 }
        /// Where its candidates begin.
        var firstCandidate: Int { Int(value & 0x07FF_FFFF) - 1 }
    }

    /// A place a name may mean.
    struct Candidate: Sendable, Equatable {
        /// The place's number.
        var place: Int
        /// Whether the name is another than its usual one.
        var isOtherName: Bool
    }

    private static let magic: UInt64 = 0x4543_414C_504C_5444  // "DTLPLACE"
    private static let version: UInt32 = 1
    private static let headerBytes = 64
    private static let frontBytes = 16_384
    private static let bucketsAt = headerBytes + frontBytes
    private static let buckets = 65_536
    private static let placeBytes = 20
    /// Names with more places than these are told apart by nothing an article says; the bound keeps the work linear.
    private static let mostCandidates = 64

    private let data: Data
    /// How many names and fronts of names there are.
    let nodeCount: Int
    /// How many places all names together may mean.
    let candidateCount: Int
    /// How many places there are.
    let placeCount: Int
    /// How many of them are first-level regions.
    let regionCount: Int
    private let nodesAt: Int
    private let candidatesAt: Int
    private let placesAt: Int

    /// Maps the file at a path and checks its header, its length and its checksum. Takes about a millisecond.
    init(path: String) throws(PlaceFileFault) {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else {
            throw .missing(path: path)
        }
        guard data.count >= Self.headerBytes, Self.word(data, 0) == Self.magic else { throw .notPlaces(path: path) }
        let version = Self.half(data, 8)
        guard version == Self.version else {
            throw .version(path: path, found: version, expected: Self.version)
        }
        nodeCount = Int(Self.half(data, 12))
        candidateCount = Int(Self.half(data, 16))
        placeCount = Int(Self.half(data, 20))
        regionCount = Int(Self.half(data, 24))
        nodesAt = Self.bucketsAt + (Self.buckets + 1) * 4
        candidatesAt = nodesAt + nodeCount * 8
        placesAt = candidatesAt + candidateCount * 4
        let needed = (placesAt + placeCount * Self.placeBytes + 7) / 8 * 8
        guard data.count == needed, Self.word(data, 40) == UInt64(needed) else {
            throw .size(path: path, found: data.count, expected: needed)
        }
        guard Self.checksum(data) == Self.word(data, 32) else { throw .checksum(path: path) }
        self.data = data
    }

    private static func half(_ data: Data, _ offset: Int) -> UInt32 {
        data.withUnsafeBytes { UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) }
    }

    private static func word(_ data: Data, _ offset: Int) -> UInt64 {
        data.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }
    }

    /// FNV-1a over words of eight bytes instead of over bytes, which is eight times faster and finds the same damage.
    private static func checksum(_ data: Data) -> UInt64 {
        data.withUnsafeBytes { bytes in
            var hash = WordHash.seed
            for offset in stride(from: headerBytes, to: bytes.count, by: 8) {
                let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                hash = (hash ^ word) &* 0x0000_0100_0000_01b3
            }
            return hash
        }
    }

    // MARK: Names

    /// The upper bits of a short word's hash say little; those of the product do.
    private static func mixed(_ hash: UInt64) -> UInt64 { hash &* 0x9E37_79B9_7F4A_7C15 }

    /// Whether a name known by itself may begin with a word: false for nineteen of twenty others, without a look at the
    /// names, which lie too far apart for the processor's caches.
    func mayBegin(_ hash: UInt64) -> Bool {
        let bit = Int(Self.mixed(hash) >> 47)
        let byte = data.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) in bytes[Self.headerBytes + bit / 8] }
        return byte >> UInt8(bit & 7) & 1 == 1
    }

    /// The name of a hash, joined of the hashes of its words, or the front of longer names. A few nanoseconds.
    func name(of hash: UInt64) -> Name? {
        data.withUnsafeBytes { find(hash, $0) }
    }

    private func find(_ hash: UInt64, _ bytes: UnsafeRawBufferPointer) -> Name? {
        let mixed = Self.mixed(hash)
        let bucket = Self.bucketsAt + Int(mixed >> 48) * 4
        let print = UInt32(truncatingIfNeeded: mixed >> 16)
        var node = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: bucket, as: UInt32.self)))
        let end = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: bucket + 4, as: UInt32.self)))
        while node < end {
            let offset = nodesAt + node * 8
            if UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) == print {
                return Name(
                    value: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)))
            }
            node += 1
        }
        return nil
    }

    /// The longest name that begins at a token and ends before `limit`, with the capitals it has, of those that `accepts`
    /// takes.
    func longestName(
        in text: TokenizedText, at token: Int, limit: Int, where accepts: (Name) -> Bool
    ) -> (length: Int, name: Name)? {
        guard token < limit else { return nil }
        return data.withUnsafeBytes { bytes in
            var best: (length: Int, name: Name)?
            var hash = text.hashes[token]
            var next = token + 1
            while let name = find(hash, bytes) {
                let isWritten = !name.endsWithCapital || text.flags[next - 1].contains(.capital)
                if !name.isFrontOnly, isWritten, accepts(name) { best = (next - token, name) }
                guard name.goesOn, next < limit else { break }
                hash = WordHash.joining(hash, text.hashes[next])
                next += 1
            }
            return best
        }
    }

    /// The name that a range of tokens is, as a whole.
    func name(of tokens: Range<Int>, in text: TokenizedText) -> Name? {
        guard let first = tokens.first else { return nil }
        var hash = text.hashes[first]
        for token in tokens.dropFirst() { hash = WordHash.joining(hash, text.hashes[token]) }
        guard let name = name(of: hash), !name.isFrontOnly else { return nil }
        return name
    }

    // MARK: Places

    /// The places a name may mean, the likeliest first.
    func candidates(of name: Name) -> [Candidate] {
        guard name.firstCandidate >= 0 else { return [] }
        return data.withUnsafeBytes { bytes in
            var candidates: [Candidate] = []
            var at = name.firstCandidate
            while at < candidateCount, candidates.count < Self.mostCandidates {
                let offset = candidatesAt + at * 4
                let value = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
                candidates.append(
                    Candidate(place: Int(value & 0x3FFF_FFFF), isOtherName: value & 1 << 30 != 0))
                if value & 1 << 31 != 0 { break }
                at += 1
            }
            return candidates
        }
    }

    /// The likeliest place of a name.
    func first(of name: Name) -> Int {
        Int(Self.half(data, candidatesAt + name.firstCandidate * 4) & 0x3FFF_FFFF)
    }

    /// The numbers of the countries. Linear in the places; looks at one byte of each.
    var countries: [Int] {
        data.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) -> [Int] in
            (0..<placeCount).filter { bytes[placesAt + $0 * Self.placeBytes + 18] == PlaceKind.country.rawValue }
        }
    }

    /// A place by its number.
    subscript(index: Int) -> Place {
        let at = placesAt + index * Self.placeBytes
        return data.withUnsafeBytes { bytes in
            func word(_ offset: Int) -> UInt32 {
                UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at + offset, as: UInt32.self))
            }
            let (peopleAndCountry, regionAndKind) = (word(12), word(16))
            return Place(
                kind: PlaceKind(rawValue: UInt8(truncatingIfNeeded: regionAndKind >> 16)) ?? .region,
                country: CountryCode(raw: UInt16(truncatingIfNeeded: peopleAndCountry >> 16)),
                region: UInt16(truncatingIfNeeded: regionAndKind),
                traits: Place.Traits(rawValue: UInt8(truncatingIfNeeded: regionAndKind >> 24)),
                logPeople: Double(peopleAndCountry & 0xFFFF) / 2900,
                latitude: Double(Int32(bitPattern: word(0))) / 100_000,
                longitude: Double(Int32(bitPattern: word(4))) / 100_000, geonames: word(8))
        }
    }
}
