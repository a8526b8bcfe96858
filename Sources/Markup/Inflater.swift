import CZlib

/// Unpacks gzip.
package enum Inflater {
    /// Whether bytes open as a gzip member.
    static func isGzip(_ bytes: [UInt8]) -> Bool {
        bytes.count > 2 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8
    }

    /// The unpacked bytes and whether the archive ended as it should. Stops as soon as the limit is passed, so that a
    /// bomb costs no more than the limit. Linear in the output.
    package static func inflate(_ packed: [UInt8], limit: Int) throws(MarkupError) -> (bytes: [UInt8], isWhole: Bool) {
        var stream = z_stream()
        // 15 + 16: the largest window, gzip framing only (zlib.h, inflateInit2).
        guard inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .damaged(container: "gzip archive")
        }
        defer { inflateEnd(&stream) }
        var output: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        var isWhole = false
        var offset = 0
        while offset < packed.count {
            let (status, consumed, written) = step(&stream, packed, from: offset, into: &chunk)
            offset += consumed
            output.append(contentsOf: chunk[0..<written])
            if output.count > limit { throw .tooLarge(bytes: output.count, limit: limit) }
            if status == Z_STREAM_END {
                isWhole = true
                // Another member may follow (`cat a.gz b.gz`); padding may, too.
                guard packed.count - offset > 18, packed[offset] == 0x1F, packed[offset + 1] == 0x8B,
                    inflateReset(&stream) == Z_OK
                else { break }
                isWhole = false
            } else if status != Z_OK || (consumed == 0 && written == 0) {
                break
            }
        }
        if output.isEmpty && !isWhole { throw .damaged(container: "gzip archive") }
        return (output, isWhole)
    }

    private static func step(
        _ stream: inout z_stream, _ packed: [UInt8], from offset: Int, into chunk: inout [UInt8]
    ) -> (status: Int32, consumed: Int, written: Int) {
        packed.withUnsafeBufferPointer { source in
            chunk.withUnsafeMutableBufferPointer { target in
                let available = min(source.count - offset, 1 << 20)
                // zlib's C interface is not const-correct; it does not write to next_in.
                stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress.map { $0 + offset })
                stream.avail_in = UInt32(available)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                let status = CZlib.inflate(&stream, Z_NO_FLUSH)
                return (status, available - Int(stream.avail_in), target.count - Int(stream.avail_out))
            }
        }
    }
}
