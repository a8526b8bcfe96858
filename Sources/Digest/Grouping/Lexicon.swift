import Foundation
import Language

/// The words that say nothing of what a report is about.
enum Lexicon {
    /// Hashes of `Resources/common-words.txt`.
    static let commonWords: Set<UInt64> = Set(
        WordList(named: "common-words", in: .module).words.map { WordHashes.hash(of: $0) })
}
