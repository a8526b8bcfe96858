/// The address of an article on the web that is safe to link: `http` or `https` only, in ASCII.
struct WebAddress: Hashable, Sendable {
    /// The address; characters no URL may hold are percent-encoded.
    let encoded: String

    /// The longest address worth a link, in bytes; the sitemap protocol (sitemaps.org) stops at 2,048.
    private static let longest = 2048

    /// An address, or nil where it is not one of the web, or longer than any honest one.
    init?(_ raw: String) {
        let lowered = raw.prefix(8).lowercased()
        let schemeLength = lowered.hasPrefix("https://") ? 8 : lowered.hasPrefix("http://") ? 7 : 0
        guard schemeLength > 0, raw.utf8.count > schemeLength, raw.utf8.count <= Self.longest else { return nil }
        var bytes: [UInt8] = []
        for byte in raw.utf8 {
            switch byte {
            case 0x21, 0x23...0x3B, 0x3D, 0x3F...0x5A, 0x5F, 0x61...0x7A, 0x7E: bytes.append(byte)
            default: bytes += Self.percentEncoded(byte)
            }
        }
        encoded = String(decoding: bytes, as: UTF8.self)
    }

    /// `%XX`.
    static func percentEncoded(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}
