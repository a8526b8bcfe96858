/// The diary as iCalendar (RFC 5545): one all-day event an entry.
struct DiaryCalendar {
    private let edition: Edition
    private var output: [UInt8] = []

    /// The calendar of an edition's diary. Linear in the diary.
    init(_ edition: Edition) {
        self.edition = edition
        add("BEGIN", "VCALENDAR")
        add("VERSION", "2.0")
        add("PRODID", "-//dateline//Daily digest//EN")
        add("CALSCALE", "GREGORIAN")
        add("X-WR-CALNAME", Self.escaped("Diary of \(edition.day.longDate)"))
        for entry in edition.diary { add(entry) }
        add("END", "VCALENDAR")
    }

    /// UTF-8, lines ended with CR LF.
    var bytes: [UInt8] { output }

    private mutating func add(_ entry: DiaryEntry) {
        let article = edition.articles[entry.sentence.reference.article]
        let qualifier = entry.qualifier.map { "(\($0.text) this date) " } ?? ""
        let source = "\(article.site): \(article.headline.line)"
        add("BEGIN", "VEVENT")
        add("UID", "\(entry.anchor)@dateline.invalid")
        add("DTSTAMP", Self.basic(edition.day) + "T000000Z")
        add("DTSTART;VALUE=DATE", Self.basic(entry.span.first))
        add("DTEND;VALUE=DATE", Self.basic(entry.span.last.advanced(by: 1)))
        add("SUMMARY", Self.escaped(qualifier + Line(entry.sentence.line.text, limit: Self.longestSummary).text))
        add(
            "DESCRIPTION",
            Self.escaped(entry.sentence.line.text) + "\\n\\n" + Self.escaped(source) + "\\n"
                + Self.escaped("\(article.record.encoded) (\(Edition.passage(entry.sentence.reference)))"))
        add("TRANSP", "TRANSPARENT")
        add("END", "VEVENT")
    }

    /// What the month view of a calendar can show of an event, in scalars, with room to spare.
    private static let longestSummary = 120

    /// Octets of a line before it is folded (RFC 5545, 3.1).
    private static let longestLine = 75

    /// A content line, folded at scalar boundaries.
    private mutating func add(_ name: String, _ value: String) {
        var used = 0
        for scalar in "\(name):\(value)".unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if used + bytes.count > Self.longestLine {
                output += [0x0D, 0x0A, 0x20]
                used = 1
            }
            output += bytes
            used += bytes.count
        }
        output += [0x0D, 0x0A]
    }

    private static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "\\" || scalar == ";" || scalar == "," { escaped.append("\\") }
            escaped.append(scalar)
        }
        return String(escaped)
    }

    /// `YYYYMMDD`.
    private static func basic(_ day: CalendarDay) -> String { String(day.description.filter { $0 != "-" }) }
}
