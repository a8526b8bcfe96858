import Foundation
import Language

/// Lines that publishers put around articles, from a resource: rule, how the line is compared, and its words in
/// comparable form.
struct BoilerplateLines: Sendable {
    private var whole: [String: String] = [:]
    private var openings: [(words: String, rule: String)] = []

    /// Reads a resource: `rule`, `whole` or `opens`, words, separated by tabs.
    init(named name: String) {
        for entry in WordList(named: name, in: .module).entries where entry.count == 3 {
            if entry[1] == "whole" { whole[entry[2]] = entry[0] } else { openings.append((entry[2], entry[0])) }
        }
    }

    /// The rule of a line in comparable form, or nil. An opening counts in lines of at most 30 words.
    func rule(for line: String) -> String? {
        if let rule = whole[line] { return rule }
        guard line.utf8.count <= 240 else { return nil }
        for opening in openings where line.hasPrefix(opening.words) {
            let rest = line.utf8.dropFirst(opening.words.utf8.count)
            if rest.isEmpty || rest.first == 0x20 { return opening.rule }
        }
        return nil
    }
}
