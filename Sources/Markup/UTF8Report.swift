/// How far bytes are UTF-8. Linear, one pass.
struct UTF8Report: Equatable {
    /// Valid sequences of two bytes and more.
    var sequences = 0
    /// Bytes that belong to no valid sequence.
    var invalid = 0

    /// A report by its numbers.
    init(sequences: Int, invalid: Int) {
        self.sequences = sequences
        self.invalid = invalid
    }

    /// The report on some bytes; nil when there are none.
    init?(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else { return nil }
        bytes.withUnsafeBufferPointer { source in
            var index = 0
            while index < source.count {
                index = Self.endOfASCII(source, index)
                if index == source.count { break }
                let width = Self.width(of: source, at: index)
                if width > 0 { sequences += 1 } else { invalid += 1 }
                index += max(1, width)
            }
        }
    }

    /// The first index from one on that holds no ASCII, eight bytes at a time.
    private static func endOfASCII(_ source: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        let bytes = UnsafeRawBufferPointer(source)
        var index = start
        while index + 8 <= bytes.count,
            bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
            index += 8
        }
        while index < bytes.count, bytes[index] < 0x80 { index += 1 }
        return index
    }

    /// The width of the valid sequence at an index, 0 if there is none (Unicode 15, table 3-7).
    private static func width(of source: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        func continues(_ offset: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
            index + offset < source.count && source[index + offset] >= low && source[index + offset] <= high
        }
        let lead = source[index]
        switch lead {
        case 0xC2...0xDF: return continues(1) ? 2 : 0
        case 0xE0...0xEF:
            let low: UInt8 = lead == 0xE0 ? 0xA0 : 0x80
            let high: UInt8 = lead == 0xED ? 0x9F : 0xBF
            return continues(1, low, high) && continues(2) ? 3 : 0
        case 0xF0...0xF4:
            let low: UInt8 = lead == 0xF0 ? 0x90 : 0x80
            let high: UInt8 = lead == 0xF4 ? 0x8F : 0xBF
            return continues(1, low, high) && continues(2) && continues(3) ? 4 : 0
        default: return 0
        }
    }
}
