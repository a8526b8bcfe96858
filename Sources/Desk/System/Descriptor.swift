import Glibc

/// An open file descriptor, closed when the last reference goes.
public final class Descriptor: Sendable {
    /// The number.
    public let number: Int32

    /// Takes over an open descriptor.
    public init(_ number: Int32) { self.number = number }

    deinit { close(number) }

    /// What `fstat` says of it.
    func status() throws(SystemError) -> stat {
        var status = stat()
        try check("fstat", on: "descriptor \(number)") { fstat(number, &status) }
        return status
    }

    /// Everything from the current position to the end, but no more than `limit` bytes (one more tells that there is
    /// more).
    func contents(upTo limit: Int) throws(SystemError) -> [UInt8] {
        var bytes: [UInt8] = []
        let expected = Int(try status().st_size)
        bytes.reserveCapacity(min(max(expected, 0), limit) + 1)
        let chunk = 1 << 18
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunk, alignment: 16)
        defer { buffer.deallocate() }
        while bytes.count <= limit {
            let wanted = min(chunk, limit + 1 - bytes.count)
            let count = read(number, buffer.baseAddress, wanted)
            if count == 0 { break }
            if count < 0 {
                let code = errno
                if code == EINTR { continue }
                throw SystemError("read", on: "descriptor \(number)", code: code)
            }
            bytes.append(contentsOf: buffer[..<count])
        }
        return bytes
    }

    /// Writes all of `bytes`, however many calls it takes.
    func write(all bytes: [UInt8]) throws(SystemError) {
        let code: Int32? = bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let count = Glibc.write(number, buffer.baseAddress?.advanced(by: written), buffer.count - written)
                if count >= 0 {
                    written += count
                } else if errno != EINTR {
                    return errno
                }
            }
            return nil
        }
        if let code { throw SystemError("write", on: "descriptor \(number)", code: code) }
    }

    /// Gives the file the times of another one, to the grain that its file system keeps.
    func setModified(as other: Descriptor) throws(SystemError) {
        let status = try other.status()
        let times = [status.st_atim, status.st_mtim]
        try check("futimens", on: "descriptor \(number)") { futimens(number, times) }
    }

    /// Makes what was written durable.
    func synchronize() throws(SystemError) {
        try check("fsync", on: "descriptor \(number)") { fsync(number) }
    }
}
