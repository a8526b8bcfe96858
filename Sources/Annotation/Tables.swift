import Language

/// Reads the module's lists.
enum Tables {
    /// A list of `Resources/`.
    static func list(_ name: String) -> WordList { WordList(named: name, in: .module) }

    /// A list's words as a lexicon; each has the value of its place in the list.
    static func lexicon(_ name: String) -> Lexicon { Lexicon(list(name)) }
}
