import CCrypto
import Markup

/// Reads the documents of a WARC archive: HTML that a server answered with 200, its digest checked.
public struct ArchiveReader {
    /// What is found, with the number of the record's first byte in the archive.
    public enum Finding {
        /// A page, named after the archive and its place in it.
        case document(Document, start: Int)
        /// A broken record and what is wrong with it.
        case skipped(reason: String, start: Int)
    }

    private let reader: WARCReader
    private let name: String

    /// A reader of an archive from byte `start` on, where a record begins. Records of more than `maximumBytes` are skipped;
    /// `pull` gives the archive's bytes, piece by piece.
    public init(name: String, start: Int, maximumBytes: Int, pull: @escaping () -> [UInt8]) {
        self.name = name
        reader = WARCReader(start: start, maximumBytes: maximumBytes, hasDigest: Self.hasDigest, pull: pull)
    }

    /// The next finding; nil at the end. Linear in the archive.
    public func next() -> Finding? {
        switch reader.next() {
        case nil: nil
        case .skipped(let reason, let start): .skipped(reason: reason, start: start)
        case .page(let page, let start):
            .document(
                Document(
                    bytes: page.bytes, name: "\(name):\(start)", mediaType: page.mediaType, url: page.url,
                    modified: page.date), start: start)
        }
    }

    /// Whether some bytes have a SHA-1, written in Base32 or hexadecimal; nil for digests of other kinds.
    static func hasDigest(_ bytes: [UInt8], _ digest: String) -> Bool? {
        let parts = digest.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "sha1" else { return nil }
        let value = parts[1].lowercased()
        let own = ContentHash.sha1(bytes)
        return value.utf8.count == 40 ? value == ContentHash.hexadecimal(own) : value == base32(own).lowercased()
    }

    /// Base32 of RFC 4648 without padding; a SHA-1 needs none.
    static func base32(_ bytes: [UInt8]) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
        var text: [UInt8] = []
        var held = 0
        var bits = 0
        for byte in bytes {
            held = (held << 8 | Int(byte)) & 0xFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(letters[held >> bits & 31])
            }
        }
        if bits > 0 { text.append(letters[held << (5 - bits) & 31]) }
        return String(decoding: text, as: UTF8.self)
    }
}
