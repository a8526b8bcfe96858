import Foundation

extension UnsafeBufferPointer<UInt8> {
    /// The first place of a byte in a range, or nil; by the C library, which looks at 32 bytes at a time.
    func position(of byte: UInt8, in range: Range<Int>) -> Int? {
        guard let start = baseAddress, range.lowerBound >= 0, range.upperBound <= count,
            let found = memchr(start + range.lowerBound, Int32(byte), range.count)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(start)
    }

    /// The first place of a byte from an index on, or nil.
    func position(of byte: UInt8, from start: Int) -> Int? {
        start < count ? position(of: byte, in: start..<count) : nil
    }
}

extension [UInt8] {
    /// The first place of a byte in a range, or nil.
    func position(of byte: UInt8, in range: Range<Int>) -> Int? {
        withUnsafeBufferPointer { $0.position(of: byte, in: range) }
    }

    /// The first place of a byte from an index on, or nil.
    func position(of byte: UInt8, from start: Int) -> Int? {
        start < count ? position(of: byte, in: start..<count) : nil
    }
}
