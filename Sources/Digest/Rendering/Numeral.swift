/// Figures as an English newspaper prints them.
enum Numeral {
    /// "17,000", "1.5", "−3": thousands separated, at most two decimals.
    static func shown(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 9_007_199_254_740_992 else { return "—" }
        let hundredths = (abs(value).truncatingRemainder(dividingBy: 1) * 100).rounded()
        var whole = Int(abs(value))
        var rest = Int(hundredths)
        if rest == 100 { (whole, rest) = (whole + 1, 0) }
        var digits = separated(whole)
        if rest > 0 {
            digits += "." + (rest < 10 ? "0\(rest)" : rest % 10 == 0 ? "\(rest / 10)" : "\(rest)")
        }
        return value < 0 && (whole > 0 || rest > 0) ? "−" + digits : digits
    }

    /// "1 article", "1,204 articles".
    static func counted(_ count: Int, _ singular: String, _ plural: String? = nil) -> String {
        "\(shown(Double(count))) \(count == 1 ? singular : plural ?? singular + "s")"
    }

    private static func separated(_ value: Int) -> String {
        var groups: [String] = []
        var left = value
        while left >= 1000 {
            let group = String(left % 1000)
            groups.append(String(repeating: "0", count: 3 - group.count) + group)
            left /= 1000
        }
        groups.append(String(left))
        return groups.reversed().joined(separator: ",")
    }
}
