/// The days of a feast that goes by the moon. Data: `feast-days.txt`.
struct FeastDays: Equatable, Sendable {
    /// The days, in order.
    let days: [CalendarDay]
    /// Whether they are sure: where the sight of the moon decides, a day may be one off.
    let isSure: Bool

    private static let table: [String: FeastDays] = {
        var table: [String: FeastDays] = [:]
        for fields in Tables.list("feast-days").entries where fields.count > 2 {
            let days = fields[2].split(separator: " ").compactMap { CalendarDay(iso: String($0)) }
            table[fields[0]] = FeastDays(days: days, isSure: fields[1] != "~")
        }
        return table
    }()

    /// Loads the table.
    static func warmUp() { _ = table }

    /// The days of the feast with a key; nil where there is none.
    static func of(_ key: some StringProtocol) -> FeastDays? { table[String(key)] }
}
