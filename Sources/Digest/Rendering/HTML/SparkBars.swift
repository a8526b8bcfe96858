/// The small bars beside a name: one for each of the days before, one for today.
struct SparkBars {
    /// A bar, in the picture's own units.
    struct Bar {
        /// Its left edge.
        let x: Int
        /// Its top.
        let y: Int
        /// Its height; a day without reports has a hairline of 1.
        let height: Int
        /// Whether it is the edition's day.
        let isToday: Bool
    }

    /// A bar's width and the gap after it.
    static let barWidth = 7
    private static let gap = 2
    /// The picture's height.
    static let height = 20
    /// The picture's width: seven days and today.
    static let width = 8 * (barWidth + gap) - gap

    /// The bars, the oldest day first.
    let bars: [Bar]

    /// Bars for the counts, as tall as the picture where they equal `most`.
    init(before: [Int], today: Int, most: Int) {
        bars = (before + [today]).enumerated().map { place, count in
            let share = most > 0 ? Double(count) / Double(most) : 0
            let height = max(1, Int((share * Double(Self.height)).rounded()))
            return Bar(
                x: place * (Self.barWidth + Self.gap), y: Self.height - height, height: height,
                isToday: place == before.count)
        }
    }
}
