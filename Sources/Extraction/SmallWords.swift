import Language
import Markup

/// Which of some words a page writes small, too: what is a common word is seldom a name.
struct SmallWords {
    private var found: Set<UInt64> = []

    /// Looks for the words of some names in a page's text; one read as a word of its own, letters alone, counts. Linear
    /// in the text.
    init(of names: [String], in list: PassageList) {
        var wanted: Set<UInt64> = []
        // Of the page's words nearly all are settled by their first byte or by a bit.
        var initials = [Bool](repeating: false, count: 256)
        for word in names.flatMap(Self.smallWords) {
            wanted.insert(Self.hash(of: word))
            if let first = word.utf8.first { initials[Int(first)] = true }
        }
        guard !wanted.isEmpty else { return }
        var bits = [Bool](repeating: false, count: 1024)
        for hash in wanted { bits[Int(hash % 1024)] = true }
        list.text.withUnsafeBufferPointer { text in
            var start = 0
            for index in 0...text.count where index == text.count || text[index] <= 0x20 {
                if index - start > 2, initials[Int(text[start])], let hash = Self.hash(ofToken: text[start..<index]),
                    bits[Int(hash % 1024)],
                    wanted.contains(hash)
                {
                    found.insert(hash)
                }
                start = index + 1
            }
        }
    }

    /// How many of a name's words the page writes small, and how many it has.
    func count(in name: String) -> (small: Int, all: Int) {
        let words = Self.words(of: name)
        return (words.count { found.contains($0) }, words.count)
    }

    /// The words of a name that have a case, three letters and more, as hashes of their small letters: initials and
    /// particles such as "de" tell nothing.
    private static func words(of name: String) -> [UInt64] { smallWords(of: name).map(hash) }

    private static func smallWords(of name: String) -> [String] {
        name.split { $0 == " " || $0 == "-" }.compactMap { word in
            guard word.first?.isUppercase == true, word.count >= 3, word.allSatisfy(\.isLetter) else { return nil }
            return word.lowercased()
        }
    }

    private static func hash(of word: String) -> UInt64 { FNV1a.hash(of: word.utf8) }

    /// The hash of a token that is a word in small letters, marks at its end apart; nil for addresses, numbers and words
    /// that begin large.
    private static func hash(ofToken token: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64? {
        guard let first = token.first, first >= 0x80 || (0x61...0x7A).contains(first) else { return nil }
        var end = token.endIndex
        while end > token.startIndex, token[end - 1] < 0x80, !token[end - 1].isASCIILetterOrDigit { end -= 1 }
        var hash = FNV1a.offset
        for index in token.startIndex..<end {
            let byte = token[index]
            guard byte >= 0x80 || (0x61...0x7A).contains(byte) else { return nil }
            hash = FNV1a.extended(hash, byte)
        }
        return hash
    }
}
