import Records

/// Piles of combining marks on one letter, cut to what a text may have.
///
/// Comparing two characters sorts their marks, which takes quadratic time in a pile of them. Unicode's Stream-Safe Text
/// Format (UAX #15, section 13) therefore allows thirty marks in a row, "far beyond what is required for any linguistic or
/// technical usage", and parts more of them by joiners. Here the rest is dropped: on no letter of a news text it means
/// anything.
public enum MarkPiles {
    /// Marks in a row that are kept.
    public static let most = 30
    /// Bytes that the shortest pile with one mark too many takes: each mark has two or more.
    private static let shortest = 2 * (most + 1)

    /// Text without what is too much of its marks, and how many marks were dropped; nil where nothing is too much. Linear;
    /// of text with spaces or ASCII letters in it one byte in sixty is looked at.
    public static func cut(_ utf8: [UInt8]) -> (utf8: [UInt8], dropped: Int)? {
        let (surplus, dropped) = surplus(in: utf8)
        guard !surplus.isEmpty else { return nil }
        var output: [UInt8] = []
        output.reserveCapacity(utf8.count)
        var kept = 0
        for range in surplus {
            output.append(contentsOf: utf8[kept..<range.lowerBound])
            kept = range.upperBound
        }
        output.append(contentsOf: utf8[kept...])
        return (output, dropped)
    }

    /// What a reader is told.
    static func notice(dropped: Int) -> Notice {
        Notice(code: "marks-dropped", message: "\(dropped) combining mark(s) beyond \(most) in a row were dropped")
    }

    /// The bytes of the marks that are too many, in order, and how many marks they are. Linear.
    static func surplus(in utf8: [UInt8]) -> (ranges: [Range<Int>], marks: Int) {
        var ranges: [Range<Int>] = []
        var marks = 0
        utf8.withUnsafeBufferPointer { bytes in
            var index = 0
            while let run = foreignRun(in: bytes, from: index) {
                index = run.upperBound
                marks += addSurplus(of: run, in: bytes, to: &ranges)
            }
        }
        return (ranges, marks)
    }

    /// The next run of bytes outside ASCII that is long enough to hold a pile.
    private static func foreignRun(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
        var floor = start
        var probe = start + shortest - 1
        while probe < bytes.count {
            guard bytes[probe] >= 0x80 else {
                floor = probe + 1
                probe += shortest
                continue
            }
            var first = probe
            while first > floor, bytes[first - 1] >= 0x80 { first -= 1 }
            var end = probe + 1
            while end < bytes.count, bytes[end] >= 0x80 { end += 1 }
            if end - first >= shortest { return first..<end }
            floor = end
            probe = end + shortest - 1
        }
        return nil
    }

    private static func addSurplus(
        of run: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, to ranges: inout [Range<Int>]
    ) -> Int {
        var inRow = 0
        var dropped = 0
        var index = run.lowerBound
        while index < run.upperBound {
            let lead = bytes[index]
            let width = min(lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, run.upperBound - index)
            var value = UInt32(lead) & (0x7F >> UInt32(width))
            for offset in 1..<width { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
            inRow = isMark(value) ? inRow + 1 : 0
            if inRow > most {
                dropped += 1
                if let last = ranges.last, last.upperBound == index {
                    ranges[ranges.count - 1] = last.lowerBound..<(index + width)
                } else {
                    ranges.append(index..<(index + width))
                }
            }
            index += width
        }
        return dropped
    }

    /// Whether a code point has a combining class, so that marks around it are sorted. Ideographs, kana and hangul, which
    /// are written in long runs, are told without a look-up.
    private static func isMark(_ value: UInt32) -> Bool {
        if value < 0x300 || (0x30A0..<0xA66F).contains(value) || (0xABEE..<0xFB1E).contains(value) { return false }
        return Unicode.Scalar(value)?.properties.canonicalCombiningClass ?? .notReordered != .notReordered
    }
}

extension ElementTree {
    /// Cuts the piles of marks in the text, also those that elements part. Returns how many marks were dropped. Linear.
    mutating func cutMarkPiles() -> Int {
        let (surplus, marks) = MarkPiles.surplus(in: text)
        guard !surplus.isEmpty, let cut = MarkPiles.cut(text) else { return 0 }
        var passed = 0
        var removed = 0
        /// Where a byte of the text lies after the cut; asked in rising order.
        func moved(_ place: Int32) -> Int32 {
            let place = Int(place)
            while passed < surplus.count, surplus[passed].upperBound <= place {
                removed += surplus[passed].count
                passed += 1
            }
            let within = passed < surplus.count ? max(0, place - surplus[passed].lowerBound) : 0
            return Int32(place - removed - within)
        }
        for index in nodes.indices where nodes[index].element == .text {
            nodes[index].first = moved(nodes[index].first)
            nodes[index].last = moved(nodes[index].last)
        }
        text = cut.utf8
        return marks
    }
}
