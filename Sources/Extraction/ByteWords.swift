import Markup

/// Words looked for in bytes, whatever the case of ASCII letters.
struct ByteWords {
    /// The words by their first byte, in their order.
    private let words: [[[UInt8]]]
    /// Which bytes, small, begin a word.
    private let initials: [Bool]
    /// Which pairs of bytes, small and mixed into ten bits, may begin a word: of the places where a word's first byte stands
    /// nearly all are settled by the next.
    private let pairs: [Bool]

    /// Words in small letters.
    init(_ words: [String]) {
        var byInitial = [[[UInt8]]](repeating: [], count: 256)
        var initials = Array(repeating: false, count: 256)
        var pairs = Array(repeating: false, count: 1024)
        for word in words.map({ Array($0.utf8) }) where !word.isEmpty {
            byInitial[Int(word[0])].append(word)
            initials[Int(word[0])] = true
            for next in word.count > 1 ? word[1]...word[1] : 0...UInt8.max { pairs[Self.pair(word[0], next)] = true }
        }
        self.words = byInitial
        self.initials = initials
        self.pairs = pairs
    }

    private static func pair(_ first: UInt8, _ second: UInt8) -> Int { (Int(first) << 4 ^ Int(second)) & 1023 }

    /// Where the first of the words begins, or nil. Linear in the bytes.
    func firstIndex(in bytes: ArraySlice<UInt8>) -> Int? {
        bytes.withUnsafeBufferPointer(firstIndex).map { $0 + bytes.startIndex }
    }

    private func firstIndex(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        initials.withUnsafeBufferPointer { initials in
            for index in bytes.indices {
                let byte = bytes[index].lowercasedASCII
                guard initials[Int(byte)] else { continue }
                let next = index + 1 < bytes.count ? bytes[index + 1].lowercasedASCII : 0
                if pairs[Self.pair(byte, next)], length(at: index, in: bytes) != nil { return index }
            }
            return nil
        }
    }

    /// Whether one of the words stands anywhere. Linear in the bytes.
    func areIn(_ bytes: ArraySlice<UInt8>) -> Bool { firstIndex(in: bytes) != nil }

    /// Whether one of the words stands anywhere in the bytes of a text. Linear.
    func areIn(_ text: String.UTF8View) -> Bool {
        text.withContiguousStorageIfAvailable { firstIndex(in: $0) != nil } ?? areIn(Array(text)[...])
    }

    /// Whether one of the words stands anywhere in a text. Linear.
    func areIn(_ text: String) -> Bool { areIn(text.utf8) }

    /// The length of the first word that stands at an index, or nil.
    func length(at index: Int, in bytes: ArraySlice<UInt8>) -> Int? {
        bytes.withUnsafeBufferPointer { length(at: index - bytes.startIndex, in: $0) }
    }

    private func length(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        for word in words[Int(bytes[index].lowercasedASCII)] where bytes.count - index >= word.count {
            var offset = 1
            while offset < word.count, bytes[index + offset].lowercasedASCII == word[offset] { offset += 1 }
            if offset == word.count { return offset }
        }
        return nil
    }

    /// The bytes of a text with each word replaced by one byte. Linear.
    func replaced(in text: String, by mark: UInt8) -> String {
        guard areIn(text) else { return text }
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if initials[Int(bytes[index].lowercasedASCII)], let length = length(at: index, in: bytes[...]) {
                output.append(mark)
                index += length
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
