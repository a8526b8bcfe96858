import Foundation
import Language
import Markup

/// What the names in `class`, `id` and `data-…` tell of a container: each word of a name has a learned weight, positive
/// where article text stands inside.
enum ContainerNames {
    /// Weight by hashed word, from the resource `container-words.txt`.
    private static let weights: [UInt64: Float] = {
        var table: [UInt64: Float] = [:]
        for entry in WordList(named: "container-words", in: .module).entries where entry.count == 2 {
            table[NameWords.hash(Array(entry[0].utf8)[...])] = Float(entry[1]) ?? 0
        }
        return table
    }()

    /// The weight of an element's names, and the names mixed into one number. Linear in the names, of which 512 bytes
    /// are read.
    static func reading(_ tree: ElementTree, _ node: Int) -> (weight: Float, signature: UInt64) {
        var weight: Float = 0
        var signature = UInt64(tree.nodes[node].element.rawValue) &+ 0x9E37_79B9_7F4A_7C15
        forEachWord(tree, node) { word in
            let hash = NameWords.hash(word)
            signature = (signature ^ hash) &* 0x100_0000_01B3
            if let known = weights[hash] { weight += known }
        }
        return (max(-8, min(8, weight)), signature)
    }

    /// Calls `body` with each word of an element's names, in small letters.
    static func forEachWord(_ tree: ElementTree, _ node: Int, _ body: (ArraySlice<UInt8>) -> Void) {
        let element = tree.nodes[node]
        for index in Int(element.first)..<Int(element.last) {
            let attribute = tree.attributes[index]
            switch attribute.name {
            case .class, .id, .dataTestID, .dataComponent, .dataType, .dataName, .dataModule, .dataBlock, .itemprop,
                .role:
                NameWords.forEach(tree.values[Int(attribute.start)..<Int(attribute.end)].prefix(512), body)
            default: break
            }
        }
    }
}

/// Splits names such as `article__body-text` or `ArticleBody` into words.
enum NameWords {
    /// A word's hash (FNV-1a, 64 bits).
    static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }

    /// Calls `body` with each word: runs of letters, parted at capitals; words of one letter or of more than 24 are
    /// skipped. Linear.
    static func forEach(_ name: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) -> Void) {
        var word: [UInt8] = []
        func flush() {
            if word.count > 1, word.count <= 24 { body(word[...]) }
            word.removeAll(keepingCapacity: true)
        }
        var wasSmall = false
        for byte in name {
            guard byte.isASCIILetter else {
                flush()
                wasSmall = false
                continue
            }
            let isSmall = byte >= UInt8(ascii: "a")
            if wasSmall, !isSmall { flush() }
            word.append(byte.lowercasedASCII)
            wasSmall = isSmall
        }
        flush()
    }
}
