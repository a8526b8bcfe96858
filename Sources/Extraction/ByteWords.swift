import Markup

/// Words looked for in bytes, whatever the case of ASCII letters.
struct ByteWords {
    private let words: [[UInt8]]
    /// Which bytes, small, begin a word.
    private let initials: [Bool]

    /// Words in small letters.
    init(_ words: [String]) {
        self.words = words.map { Array($0.utf8) }.filter { !$0.isEmpty }
        var initials = Array(repeating: false, count: 256)
        for word in self.words { initials[Int(word[0])] = true }
        self.initials = initials
    }

    /// Where the first of the words begins, or nil. Linear in the bytes.
    func firstIndex(in bytes: ArraySlice<UInt8>) -> Int? {
        for index in bytes.indices where initials[Int(bytes[index].lowercasedASCII)] {
            if length(at: index, in: bytes) != nil { return index }
        }
        return nil
    }

    /// Whether one of the words stands anywhere. Linear in the bytes.
    func areIn(_ bytes: ArraySlice<UInt8>) -> Bool { firstIndex(in: bytes) != nil }

    /// Whether one of the words stands anywhere in the bytes of a text. Linear.
    func areIn(_ text: String.UTF8View) -> Bool { areIn(Array(text)[...]) }

    /// Whether one of the words stands anywhere in a text. Linear.
    func areIn(_ text: String) -> Bool { areIn(Array(text.utf8)[...]) }

    /// The length of the first word that stands at an index, or nil.
    func length(at index: Int, in bytes: ArraySlice<UInt8>) -> Int? {
        let initial = bytes[index].lowercasedASCII
        for word in words where word[0] == initial && bytes.endIndex - index >= word.count {
            var offset = 1
            while offset < word.count, bytes[index + offset].lowercasedASCII == word[offset] { offset += 1 }
            if offset == word.count { return offset }
        }
        return nil
    }

    /// The bytes of a text with each word replaced by one byte. Linear.
    func replaced(in text: String, by mark: UInt8) -> String {
        let bytes = Array(text.utf8)
        guard areIn(bytes[...]) else { return text }
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
