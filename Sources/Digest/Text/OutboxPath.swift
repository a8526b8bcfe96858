/// A path inside the Outbox, percent-encoded, that cannot climb out of it.
struct OutboxPath: Hashable, Sendable {
    /// The path relative to the Outbox, percent-encoded: `records/2024/10/03/a%20b.json`.
    let encoded: String

    /// A path relative to the Outbox. Empty segments, `.` and `..` are left out.
    init(_ path: String) {
        encoded = path.split(separator: "/").filter { $0 != "." && $0 != ".." }
            .map { Self.encoded(segment: $0.utf8) }.joined(separator: "/")
    }

    /// The link from an edition's folder, `digests/YYYY-MM-DD/`.
    var fromEdition: String { "../../" + encoded }

    /// The unreserved characters of RFC 3986 stand for themselves, every other byte is percent-encoded.
    private static func encoded(segment: Substring.UTF8View) -> String {
        var bytes: [UInt8] = []
        for byte in segment {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                bytes += WebAddress.percentEncoded(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
