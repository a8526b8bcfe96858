import Foundation

extension [UInt8] {
    /// The first place of a byte in a range, or nil; by the C library, which looks at 32 bytes at a time.
    func position(of byte: UInt8, in range: Range<Int>) -> Int? {
        withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress, range.lowerBound >= 0, range.upperBound <= bytes.count,
                let found = memchr(start + range.lowerBound, Int32(byte), range.count)
            else { return nil }
            return UnsafeRawPointer(found) - start
        }
    }

    /// The first place of a byte from an index on, or nil.
    func position(of byte: UInt8, from start: Int) -> Int? {
        start < count ? position(of: byte, in: start..<count) : nil
    }
}
