/// A hash of 64 bits, built byte by byte (FNV-1a; Fowler, Noll and Vo, RFC 9923). The same bytes give the same hash on every
/// machine, so tables and parts of corpora may rest on it; it withstands nobody who wants a collision.
public enum FNV1a {
    /// The hash of no bytes.
    public static let offset: UInt64 = 0xCBF2_9CE4_8422_2325

    /// A hash with one byte more.
    @inlinable public static func extended(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    /// The hash of some bytes. Linear.
    @inlinable public static func hash(of bytes: some Sequence<UInt8>) -> UInt64 { bytes.reduce(offset, extended) }
}
