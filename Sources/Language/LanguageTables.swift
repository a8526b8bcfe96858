import Foundation

/// The tables that tokens and sentences need.
public enum LanguageTables {
    /// Loads every table and makes the language detector load its own, so that nothing opens a file afterwards.
    public static func warmUp() {
        WordList.preload(.module)
        _ = TokenizedText("Mr. Smith moved to the U.S. The year was long.")
        _ = LanguageDetector.language(of: "The quick brown fox jumps over the lazy dog, and the dog sleeps on.")
    }
}
