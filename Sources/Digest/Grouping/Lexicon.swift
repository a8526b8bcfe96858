import Foundation
import Language

/// The words that say nothing of what a report is about.
enum Lexicon {
    /// Hashes of `Resources/common-words.txt`: English, as news is written in it.
    private static let english = Set(
        WordList(named: "common-words", in: .module).words.map { WordHashes.hash(of: $0) })

    /// Hashes of `Resources/common-words-by-language.txt`, for every other language.
    private static let others: [String: Set<UInt64>] = {
        var words: [String: Set<UInt64>] = [:]
        for entry in WordList(named: "common-words-by-language", in: .module).entries where entry.count == 2 {
            words[entry[0], default: []].insert(WordHashes.hash(of: entry[1]))
        }
        return words
    }()

    /// Loads the lists.
    static func warmUp() { _ = (english, others) }

    /// Whether a word is common in a language (BCP 47; English where it is not known). English words are common
    /// everywhere, since names of works and firms carry them into other languages.
    static func isCommon(_ word: UInt64, in language: String?) -> Bool {
        if english.contains(word) { return true }
        guard let primary = language?.prefix(while: { $0 != "-" }), primary != "en" else { return false }
        return others[primary == "nb" || primary == "nn" ? "no" : String(primary)]?.contains(word) ?? false
    }
}
