import Markup

/// Words that are looked for in bytes, whatever the case of ASCII letters.
struct ByteWords: Sendable {
    private let words: [[UInt8]]
    /// Whether a word begins with a byte.
    private var initials = [Bool](repeating: false, count: 256)

    /// Words in small letters; empty ones are left out.
    init(_ words: [String]) {
        self.words = words.map { Array($0.utf8) }.filter { !$0.isEmpty }
        for word in self.words { initials[Int(word[0])] = true }
    }

    /// Whether bytes hold one of the words. Linear in the bytes, but for bytes that begin a word.
    func areIn(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.withContiguousStorageIfAvailable(areIn) ?? Array(bytes).withUnsafeBufferPointer(areIn)
    }

    private func areIn(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        initials.withUnsafeBufferPointer { initials in
            for index in 0..<bytes.count {
                let initial = bytes[index].lowercasedASCII
                guard initials[Int(initial)] else { continue }
                for word in words where word[0] == initial && bytes.count - index >= word.count {
                    var offset = 1
                    while offset < word.count, bytes[index + offset].lowercasedASCII == word[offset] { offset += 1 }
                    if offset == word.count { return true }
                }
            }
            return false
        }
    }
}
