import Glibc

/// A resource of a module, mapped read-only for as long as the program runs: nothing is read before it is needed,
/// and the pages are shared by all processes. `@unchecked` because the bytes are never written and never unmapped.
public final class MappedFile: @unchecked Sendable {
    /// What is wrong with a mapped resource.
    public enum Fault: Error, Equatable, CustomStringConvertible {
        /// There is no such file, or it cannot be mapped.
        case unreadable(path: String)
        /// The file is another one than it should be, or it is cut short.
        case damaged(path: String)

        /// The fault in words.
        public var description: String {
            switch self {
            case .unreadable(let path): "resource \(path) is missing; install dateline again"
            case .damaged(let path): "resource \(path) is damaged; install dateline again"
            }
        }
    }

    /// The file's bytes; the first one lies at the start of a page.
    public let bytes: UnsafeRawBufferPointer
    /// Where the file lies.
    public let path: String

    /// Maps `Resources/NAME` of a module's folder.
    public convenience init(named name: String, in folder: ResourceFolder) throws(Fault) {
        try self.init(path: folder.path(of: name))
    }

    /// Maps a file.
    public init(path: String) throws(Fault) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .unreadable(path: path) }
        defer { close(file) }
        var about = stat()
        guard fstat(file, &about) == 0, about.st_size > 0,
            let start = mmap(nil, Int(about.st_size), PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED
        else { throw .unreadable(path: path) }
        bytes = UnsafeRawBufferPointer(start: start, count: Int(about.st_size))
        self.path = path
    }

    /// Touches every page, so that nothing needs the file afterwards. Linear in its size.
    public func warmUp() {
        var sum: UInt8 = 0
        for offset in stride(from: 0, to: bytes.count, by: 4096) { sum &+= bytes[offset] }
        withExtendedLifetime(sum) {}
    }
}
