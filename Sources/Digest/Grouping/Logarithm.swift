/// The natural logarithm, without the platform's: its last digit differs between C libraries, and an edition must not.
enum Logarithm {
    /// ln 2.
    private static let ln2 = 0.693_147_180_559_945_3

    /// The natural logarithm of a positive, finite number, to about 12 digits; 0 for anything else.
    static func natural(_ value: Double) -> Double {
        guard value.isFinite, value > 0 else { return 0 }
        // ln m = 2 artanh((m - 1) / (m + 1)), with m in 1..<2, so that the series in at most 1/3 converges quickly.
        let ratio = (value.significand - 1) / (value.significand + 1)
        let square = ratio * ratio
        var term = ratio
        var sum = 0.0
        var divisor = 1.0
        while divisor < 27 {
            sum += term / divisor
            term *= square
            divisor += 2
        }
        return Double(value.exponent) * ln2 + 2 * sum
    }
}
