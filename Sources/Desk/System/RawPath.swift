/// A path relative to some folder, as the bytes the file system gave; file names need not be UTF-8.
public struct RawPath: Hashable, Sendable, Comparable {
    /// The bytes, parts separated by `/`, without a leading or trailing one.
    public let bytes: [UInt8]

    /// A path from its bytes.
    public init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    /// A path from text.
    public init(_ text: String) { self.init(text.utf8) }

    /// The parts between slashes; empty for the folder itself.
    public var components: [[UInt8]] { bytes.split(separator: UInt8(ascii: "/")).map(Array.init) }

    /// The last part.
    public var name: [UInt8] { components.last ?? [] }

    /// The path without its last part; empty for an entry of the folder itself.
    public var parent: RawPath {
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return RawPath([]) }
        return RawPath(bytes[..<slash])
    }

    /// The path of an entry in this folder.
    public func appending(_ name: [UInt8]) -> RawPath {
        bytes.isEmpty ? RawPath(name) : RawPath(bytes + [UInt8(ascii: "/")] + name)
    }

    /// The path of an entry in this folder.
    public func appending(_ name: String) -> RawPath { appending(Array(name.utf8)) }

    /// As text; bytes that are no UTF-8 become U+FFFD.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Byte order.
    public static func < (a: RawPath, b: RawPath) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }

    /// Calls `body` with the path as a C string.
    func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        let terminated = (bytes.isEmpty ? [UInt8(ascii: ".")] : bytes).map { CChar(bitPattern: $0) } + [0]
        return terminated.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { preconditionFailure("a C string has at least its NUL") }
            return body(start)
        }
    }
}
