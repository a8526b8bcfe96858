import Markup

/// Reads the time of day behind a date.
enum ClockReader {
    /// Hours from Greenwich of zones by name: those RFC 5322 (4.3) defines, and the Central European ones.
    private static let zones: [(name: String, text: String)] = [
        ("UTC", "Z"), ("GMT", "Z"), ("UT", "Z"), ("Z", "Z"), ("EST", "-05:00"), ("EDT", "-04:00"), ("CST", "-06:00"),
        ("CDT", "-05:00"), ("MST", "-07:00"), ("MDT", "-06:00"), ("PST", "-08:00"), ("PDT", "-07:00"),
        ("CEST", "+02:00"), ("MESZ", "+02:00"), ("CET", "+01:00"), ("MEZ", "+01:00"),
    ]

    /// The time that follows a date after a comma, a dash or one word such as "at" or "um"; `T16:20` in form, with the
    /// zone where there is one; empty where none follows.
    static func time(after rest: Substring) -> String {
        let bytes = Array(rest.utf8.prefix(60))
        var index = 0
        var letters = 0
        while index < bytes.count, !bytes[index].isASCIIDigit {
            if bytes[index].isASCIILetter { letters += 1 }
            index += 1
        }
        // 下午 and 오후 before the hour say that it is one of the afternoon.
        if bytes[..<index].contains(where: { $0 >= 0xE3 }) { return "" }
        // "at", "kl.", "alle": longer words are text of their own, and so is what stands far off.
        return letters <= 4 && index <= 8 ? time(bytes, index) : ""
    }

    /// The time at an index: `11:22`, `11:22:33.456+0200`, `6:40 am`, `11:22Z`; `T11:22` in form, or empty.
    static func time(_ bytes: [UInt8], _ start: Int) -> String {
        let hour = DateReader.number(bytes, start)
        var index = start + hour.width
        guard (1...2).contains(hour.width), hour.value < 24, let mark = mark(bytes, index) else { return "" }
        let minute = DateReader.number(bytes, index + mark)
        guard minute.width == 2, minute.value < 60, !isNumber(bytes, index + mark + 2) else { return "" }
        index += mark + 2
        var seconds = ""
        if byte(bytes, index) == UInt8(ascii: ":") {
            let second = DateReader.number(bytes, index + 1)
            if second.width == 2, second.value < 60 { seconds = ":\(DateReader.padded(second.value))" }
            index += 1 + second.width
        }
        while byte(bytes, index) == UInt8(ascii: ".") || byte(bytes, index).isASCIIDigit { index += 1 }
        if byte(bytes, index) == 0x20 { index += 1 }
        guard let hours = hours(hour.value, bytes, &index) else { return "" }
        return "T\(DateReader.padded(hours)):\(DateReader.padded(minute.value))\(seconds)" + zone(bytes, index)
    }

    private static let hourSigns = ["時", "时", "시"]

    /// Whether a number goes on at an index: in "5.10.2024" the first two are no time.
    private static func isNumber(_ bytes: [UInt8], _ index: Int) -> Bool {
        byte(bytes, index).isASCIIDigit
            || (byte(bytes, index) == UInt8(ascii: ".") && bytes.count > index && index > 2
                && bytes[index - 3] == UInt8(ascii: ".")
                && byte(bytes, index + 1).isASCIIDigit)
    }

    /// The bytes between hour and minute: `11:22`, `11h22`, `11 h 22`, `11.22`; nil where there is no minute.
    private static func mark(_ bytes: [UInt8], _ index: Int) -> Int? {
        switch byte(bytes, index) {
        case UInt8(ascii: ":"), UInt8(ascii: "."): return 1
        case 0xE6, 0xEC: return hourSigns.contains { bytes[index...].starts(with: $0.utf8) } ? 3 : nil
        case UInt8(ascii: "h"): return byte(bytes, index + 1) == 0x20 ? 2 : 1
        case 0x20:
            guard byte(bytes, index + 1) == UInt8(ascii: "h") else { return nil }
            return byte(bytes, index + 2) == 0x20 ? 3 : 2
        default: return nil
        }
    }

    /// The hour of the day, by "am" or "pm" where they follow; nil for an hour that such a clock has not.
    private static func hours(_ hour: Int, _ bytes: [UInt8], _ index: inout Int) -> Int? {
        let half = byte(bytes, index).lowercasedASCII
        guard half == UInt8(ascii: "a") || half == UInt8(ascii: "p") else { return hour }
        var next = index + 1
        if byte(bytes, next) == UInt8(ascii: ".") { next += 1 }
        guard byte(bytes, next).lowercasedASCII == UInt8(ascii: "m"), !byte(bytes, next + 1).isASCIILetter else {
            return hour
        }
        next += 1
        if byte(bytes, next) == UInt8(ascii: ".") { next += 1 }
        if byte(bytes, next) == 0x20 { next += 1 }
        index = next
        guard (1...12).contains(hour) else { return hour > 12 ? hour : nil }
        return hour % 12 + (half == UInt8(ascii: "p") ? 12 : 0)
    }

    private static func zone(_ bytes: [UInt8], _ index: Int) -> String {
        for zone in zones where bytes.dropFirst(index).starts(with: zone.name.utf8) {
            if !byte(bytes, index + zone.name.utf8.count).isASCIILetter { return zone.text }
        }
        guard byte(bytes, index) == UInt8(ascii: "+") || byte(bytes, index) == UInt8(ascii: "-") else { return "" }
        let sign = bytes[index] == UInt8(ascii: "+") ? "+" : "-"
        let hour = DateReader.number(bytes, index + 1)
        if hour.width == 4 {
            return
                "\(sign)\(DateReader.padded(min(23, hour.value / 100))):\(DateReader.padded(min(59, hour.value % 100)))"
        }
        guard hour.width == 2 else { return "" }
        let minute = byte(bytes, index + 3) == UInt8(ascii: ":") ? DateReader.number(bytes, index + 4).value : 0
        return "\(sign)\(DateReader.padded(min(23, hour.value))):\(DateReader.padded(min(59, minute)))"
    }

    private static func byte(_ bytes: [UInt8], _ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
}
