import Foundation
import Language
import Markup

/// What the names in `class`, `id` and `data-…` tell of a container: each word of a name has a learned weight, positive
/// where article text stands inside.
enum ContainerNames {
    /// The weight of an element and its names, and the names mixed into one number. Linear in the names, of which 512
    /// bytes are read.
    static func reading(
        _ tree: ElementTree, _ node: Int, _ tables: PassageTables
    ) -> (weight: Float, signature: UInt64) {
        var weight = tables.elements[Int(tree.nodes[node].element.rawValue)]
        var signature = UInt64(tree.nodes[node].element.rawValue) &+ 0x9E37_79B9_7F4A_7C15
        forEachName(tree, node) { name in
            NameWords.forEachHash(name) { hash in
                signature = (signature ^ hash) &* 0x100_0000_01B3
                if let known = tables.containers[hash] { weight += known }
            }
        }
        return (weight, signature)
    }

    /// Calls `body` with each word of an element's names, in small letters.
    static func forEachWord(_ tree: ElementTree, _ node: Int, _ body: (ArraySlice<UInt8>) -> Void) {
        forEachName(tree, node) { NameWords.forEach($0, body) }
    }

    private static func forEachName(_ tree: ElementTree, _ node: Int, _ body: (ArraySlice<UInt8>) -> Void) {
        let element = tree.nodes[node]
        for index in Int(element.first)..<Int(element.last) {
            let attribute = tree.attributes[index]
            switch attribute.name {
            case .class, .id, .dataTestID, .dataComponent, .dataType, .dataName, .dataModule, .dataBlock, .itemprop,
                .role:
                body(tree.values[Int(attribute.start)..<Int(attribute.end)].prefix(512))
            default: break
            }
        }
    }
}

/// Splits names such as `article__body-text` or `ArticleBody` into words.
enum NameWords {
    /// Calls `body` with the hash of each word that `forEach` gives. Linear.
    static func forEachHash(_ name: ArraySlice<UInt8>, _ body: (UInt64) -> Void) {
        name.withUnsafeBufferPointer { name in
            var hash = FNV1a.offset
            var letters = 0
            var wasSmall = false
            for byte in name {
                let isLetter = byte.isASCIILetter
                let isSmall = byte >= UInt8(ascii: "a")
                if !isLetter || (wasSmall && !isSmall) {
                    if letters > 1, letters <= 24 { body(hash) }
                    hash = FNV1a.offset
                    letters = 0
                }
                if isLetter {
                    hash = FNV1a.extended(hash, byte.lowercasedASCII)
                    letters += 1
                }
                wasSmall = isLetter && isSmall
            }
            if letters > 1, letters <= 24 { body(hash) }
        }
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
