import Foundation
import Language

/// Lines that publishers put around articles, from a resource: rule, how the line is compared, and its words in
/// comparable form.
struct BoilerplateLines: Sendable {
    /// The lines of pages and texts alike.
    static let standard = BoilerplateLines(named: "boilerplate-lines")

    /// One line of the resource.
    struct Entry: Sendable {
        /// The rule it belongs to.
        var rule: String
        /// `whole`: the whole line; `opens`: how it begins; `label`: what stands before its first colon.
        var kind: String
        /// Its words.
        var words: String
    }

    /// The entries in the order of the resource.
    let entries: [Entry]
    private var whole: [String: String] = [:]
    private var labels: [String: String] = [:]
    private var openings: [Entry] = []

    /// Bytes of a line that an opening or a label settles: forty words. A correction tells what was wrong, in two
    /// sentences or three.
    private static let longest = 240
    private static let longestCorrection = 700

    /// Reads a resource: `rule`, `whole`, `opens` or `label`, words, separated by tabs.
    init(named name: String) {
        entries = WordList(named: name, in: .module).entries.filter { $0.count == 3 }
            .map { Entry(rule: $0[0], kind: $0[1], words: $0[2]) }
        for entry in entries {
            switch entry.kind {
            case "whole": whole[entry.words] = entry.rule
            case "label": labels[entry.words] = entry.rule
            default: openings.append(entry)
            }
        }
    }

    /// The rule of a line, given as it stands and in comparable form, or nil. Parts between bars are lines of their own:
    /// where each falls under a rule, the line falls under the first one's.
    func rule(for line: String, comparable: String) -> String? {
        if let rule = single(line, comparable) { return rule }
        guard line.utf8.count <= Self.longest else { return nil }
        let parts = line.split { "|•·\n".contains($0) }.map(String.init).filter { !$0.comparable.isEmpty }
        guard parts.count > 1 else { return nil }
        let rules = parts.map { single($0, $0.comparable) ?? CreditLine.rule(for: $0.folded) }
        return rules.contains(nil) ? nil : rules[0]
    }

    private func single(_ line: String, _ comparable: String) -> String? {
        if let rule = whole[comparable] { return rule }
        guard line.utf8.count <= Self.longestCorrection else { return nil }
        let isShort = line.utf8.count <= Self.longest
        if let colon = line.prefix(60).firstIndex(where: { $0 == ":" || $0 == "：" }),
            let rule = labels[String(line[..<colon]).comparable],
            isShort || rule == "correction"
        {
            return rule
        }
        for opening in openings where comparable.hasPrefix(opening.words) && (isShort || opening.rule == "correction") {
            let rest = comparable.utf8.dropFirst(opening.words.utf8.count)
            if rest.isEmpty || rest.first == 0x20 { return opening.rule }
        }
        return nil
    }
}
