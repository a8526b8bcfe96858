import Glibc
import Synchronization

/// iconv descriptors, opened once and kept: opening one loads a shared object from disk, which a confined worker
/// cannot do. One lock guards the shelf, and a conversion holds it, because a descriptor carries state.
enum ConverterShelf {
    /// A descriptor's address as a number, because a raw pointer is not Sendable. 0 stands for a converter that this
    /// machine lacks.
    private static let shelf = Mutex<[String: UInt]>([:])

    /// Opens a converter to UTF-8, if it is not open yet.
    static func open(_ name: String) { shelf.withLock { _ = descriptor(of: name, in: &$0) } }

    private static func descriptor(of name: String, in open: inout [String: UInt]) -> iconv_t? {
        let bits: UInt
        if let known = open[name] {
            bits = known
        } else {
            let opened = UInt(bitPattern: iconv_open("UTF-8", name))
            bits = opened == UInt.max ? 0 : opened
            open[name] = bits
        }
        return UnsafeMutableRawPointer(bitPattern: bits)
    }

    /// The bytes as UTF-8, and how many stretches of them had no meaning and became U+FFFD; nil where the machine lacks
    /// the converter. Linear in the input.
    static func utf8(of bytes: [UInt8], from name: String) -> (utf8: [UInt8], replaced: Int)? {
        shelf.withLock { open in
            guard let descriptor = descriptor(of: name, in: &open) else { return nil }
            iconv(descriptor, nil, nil, nil, nil)
            return convert(bytes, with: descriptor, unit: name.hasPrefix("UTF-16") ? 2 : 1)
        }
    }

    private static func convert(
        _ bytes: [UInt8], with descriptor: iconv_t, unit: Int
    ) -> (utf8: [UInt8], replaced: Int) {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 2)
        var replaced = 0
        var source = bytes
        source.withUnsafeMutableBytes { raw in
            var input = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
            var left = raw.count
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1 << 16) { chunk in
                while left > 0 {
                    var target = chunk.baseAddress
                    var room = chunk.count
                    let result = iconv(descriptor, &input, &left, &target, &room)
                    // Read before anything else can change it.
                    let fault = errno
                    let written = chunk.count - room
                    output.append(contentsOf: UnsafeRawBufferPointer(chunk)[..<written])
                    // size_t's -1, which Swift sees as a signed -1, or as the largest value.
                    guard Int(truncatingIfNeeded: result) == -1, fault != E2BIG else { continue }
                    // EILSEQ and EINVAL (a sequence cut short): one replacement, and on by one unit.
                    output.append(contentsOf: [0xEF, 0xBF, 0xBD])
                    replaced += 1
                    let skip = min(unit, left)
                    input = input.map { $0 + skip }
                    left -= skip
                }
                // windows-1255 and windows-1258 hold a letter back until they see whether a mark follows.
                var target = chunk.baseAddress
                var room = chunk.count
                iconv(descriptor, nil, nil, &target, &room)
                output.append(contentsOf: UnsafeRawBufferPointer(chunk)[..<(chunk.count - room)])
            }
        }
        return (output, replaced)
    }
}
