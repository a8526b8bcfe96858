/// Durations in TIMEX3's form, which is ISO 8601's with an X for what is not said: `P3M`, `PXW`, `PT1H30M`.
enum TimeDuration {
    /// A duration of so many units; nil counts are X.
    static func value(_ count: Double?, _ unit: String) -> String {
        let (prefix, letter, factor) = form(of: unit)
        guard let count, count * factor < 1e9 else { return unknown(unit, prefix, letter) }
        let total = count * factor
        if total.rounded() == total { return "\(prefix)\(Int(total))\(letter)" }
        return parted(total, letter: letter, isTime: prefix == "PT") ?? "\(prefix)\(total)\(letter)"
    }

    private static func form(of unit: String) -> (prefix: String, letter: String, factor: Double) {
        switch unit {
        case "TH", "TM", "TS": ("PT", String(unit.dropFirst()), 1)
        case "DE": ("P", "Y", 10)
        case "CE": ("P", "Y", 100)
        case "ML": ("P", "Y", 1000)
        case "FN": ("P", "W", 2)
        default: ("P", unit, 1)
        }
    }

    private static func unknown(_ unit: String, _ prefix: String, _ letter: String) -> String {
        switch unit {
        case "DE", "CE", "ML": "PX\(unit)"
        default: "\(prefix)X\(letter)"
        }
    }

    /// "two and a half years" is `P2Y6M`, "5 1/2 hours" is `PT5H30M`; nil for units without a finer one.
    private static func parted(_ total: Double, letter: String, isTime: Bool) -> String? {
        let whole = Int(total)
        let rest = total - total.rounded(.down)
        let front = whole == 0 ? "" : "\(whole)\(letter)"
        switch (letter, isTime) {
        case ("Y", false): return "P\(front)\(Int((rest * 12).rounded()))M"
        case ("D", false): return "P\(front)T\(Int((rest * 24).rounded()))H"
        case ("H", true): return "PT\(front)\(Int((rest * 60).rounded()))M"
        case ("M", true): return "PT\(front)\(Int((rest * 60).rounded()))S"
        default: return nil
        }
    }
}
