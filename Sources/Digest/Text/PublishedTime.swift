import Records

/// When an article says it appeared, and how a reader is told.
struct PublishedTime: Hashable, Sendable {
    /// The calendar day in the article's own zone.
    let day: CalendarDay
    /// `HH:MM` as given, where the source gives a time.
    let clock: String?
    /// "UTC" or the offset as given ("+02:00"), where the source gives one.
    let zone: String?

    /// Reads an ISO 8601 day or time; nil where the value does not start with a day.
    init?(_ iso: String) {
        guard let day = CalendarDay(iso) else { return nil }
        self.day = day
        let rest = Array(iso.utf8.dropFirst(11).prefix(32))
        guard rest.count >= 5, rest[2] == UInt8(ascii: ":"), [0, 1, 3, 4].allSatisfy({ Self.isDigit(rest[$0]) }),
            (rest[0], rest[1]) < (UInt8(ascii: "2"), UInt8(ascii: "4")), rest[3] < UInt8(ascii: "6")
        else {
            clock = nil
            zone = nil
            return
        }
        clock = String(decoding: rest[..<5], as: UTF8.self)
        zone = Self.zone(in: rest[5...])
    }

    /// "14:05 UTC" on the edition's own day, "2 Oct 2024, 14:05 UTC" on any other.
    func shown(on edition: CalendarDay) -> String {
        let time = [clock, zone].compactMap { $0 }.joined(separator: " ")
        if day == edition, clock != nil { return time }
        let date = day.year == edition.year ? day.shortDate : "\(day.shortDate) \(day.year)"
        return clock == nil ? date : "\(date), \(time)"
    }

    /// Sorts as time does within one zone; a day without a clock comes before its hours.
    var sortKey: String { "\(day)T\(clock ?? "")" }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func zone(in rest: ArraySlice<UInt8>) -> String? {
        guard let sign = rest.lastIndex(where: { [0x2B, 0x2D, 0x5A].contains($0) }) else { return nil }
        if rest[sign] == UInt8(ascii: "Z") { return "UTC" }
        let offset = rest[(sign + 1)...].filter(isDigit)
        guard offset.count == 4 else { return nil }
        if offset == Array("0000".utf8) { return "UTC" }
        return String(decoding: [rest[sign]] + offset[..<2] + [UInt8(ascii: ":")] + offset[2...], as: UTF8.self)
    }
}
