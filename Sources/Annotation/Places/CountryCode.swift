/// A country's ISO 3166-1 alpha-2 code in two bytes, so that codes are compared as numbers.
struct CountryCode: Hashable, Sendable {
    /// The letters, the first in the lower byte; 0 for no country.
    let raw: UInt16

    /// No country, or several.
    static let none = CountryCode(raw: 0)

    /// A code from its two bytes.
    init(raw: UInt16) { self.raw = raw }

    /// A code from its letters; anything but two capitals is no country.
    init(_ letters: String) {
        let bytes = Array(letters.utf8)
        let isCode = bytes.count == 2 && bytes.allSatisfy { (0x41...0x5A).contains($0) }
        raw = isCode ? UInt16(bytes[0]) | UInt16(bytes[1]) << 8 : 0
    }

    /// The letters; nil for no country.
    var letters: String? {
        raw == 0 ? nil : String(decoding: [UInt8(truncatingIfNeeded: raw), UInt8(raw >> 8)], as: UTF8.self)
    }
}
