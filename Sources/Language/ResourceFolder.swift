import Glibc

/// The folder that a module's resources lie in: beside the program, as it is built and installed. Foundation finds it too, but
/// takes a millisecond of each process's start for it.
public struct ResourceFolder: Sendable {
    /// The module's folder.
    public let path: String

    /// The folder of a module; where there is none beside the program, as in tests, `elsewhere` tells it.
    public init(module: String, elsewhere: () -> String) {
        let beside = "\(Self.programFolder)/dateline_\(module).resources"
        path = access(beside, R_OK | X_OK) == 0 ? beside : elsewhere()
    }

    /// The path of a file of `Resources/`.
    public func path(of file: String) -> String { "\(path)/Resources/\(file)" }

    /// The names of the files of `Resources/` with a suffix, in no order.
    func files(endingWith suffix: String) -> [String] {
        guard let folder = opendir("\(path)/Resources") else { return [] }
        defer { closedir(folder) }
        var files: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { name in
                String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasSuffix(suffix) { files.append(name) }
        }
        return files
    }

    /// The folder this program lies in, symbolic links followed; empty where the system does not tell.
    private static let programFolder: String = {
        let path = withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
            let count = buffer.baseAddress.map { readlink("/proc/self/exe", $0, buffer.count) } ?? 0
            return buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
        }
        return String(decoding: path[..<(path.lastIndex(of: UInt8(ascii: "/")) ?? 0)], as: UTF8.self)
    }()
}
