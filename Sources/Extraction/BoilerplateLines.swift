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
        /// `whole`: the whole line; `opens`: how it begins; `label`: what stands before its first colon; `frame`: how a line
        /// of at most ten words begins and ends, parted by `…`.
        var kind: String
        /// Its words.
        var words: String
    }

    /// The entries in the order of the resource.
    let entries: [Entry]
    private var whole: [[UInt8]: String] = [:]
    private var labels: [[UInt8]: String] = [:]
    /// Bytes of the longest whole line and of the longest label; what is longer need not be hashed.
    private var longestWhole = 0
    private var longestLabel = 0
    /// Openings by their first word, in the order of the resource.
    private var openings: [ArraySlice<UInt8>: [Opening]] = [:]

    /// How a line begins, and how it ends.
    private struct Opening: Sendable {
        var rule: String
        var words: [UInt8]
        var end: [UInt8] = []

        /// Whether a line that begins so is this one. Linear in the words.
        func isIn(_ line: [UInt8]) -> Bool {
            guard line.starts(with: words), line.count == words.count || line[words.count] == 0x20 else { return false }
            guard !end.isEmpty else { return true }
            return line.reversed().starts(with: end.reversed()) && line.count > words.count + end.count
                && line.count { $0 == 0x20 } < BoilerplateLines.longestFrame
        }
    }

    /// Words of a line that a frame settles.
    private static let longestFrame = 10

    /// Bytes of a line that an opening or a label settles: forty words. A correction tells what was wrong, in two
    /// sentences or three.
    private static let longest = 240
    private static let longestCorrection = 700

    /// Reads a resource: `rule`, `whole`, `opens`, `label` or `frame`, words, separated by tabs.
    init(named name: String) {
        entries = WordList(named: name, in: .module).entries.filter { $0.count == 3 }
            .map { Entry(rule: $0[0], kind: $0[1], words: $0[2]) }
        for entry in entries {
            let words = Array(entry.words.utf8)
            switch entry.kind {
            case "whole":
                whole[words] = entry.rule
                longestWhole = max(longestWhole, words.count)
            case "label":
                labels[words] = entry.rule
                longestLabel = max(longestLabel, words.count)
            case "frame":
                let parts = entry.words.split(separator: "…").map { Array($0.utf8.drop { $0 == 0x20 }) }
                guard parts.count == 2 else { continue }
                let opening = parts[0].last == 0x20 ? parts[0].dropLast() : parts[0]
                openings[Self.firstWord(of: opening), default: []].append(
                    Opening(rule: entry.rule, words: opening, end: [0x20] + parts[1]))
            default: openings[Self.firstWord(of: words), default: []].append(Opening(rule: entry.rule, words: words))
            }
        }
    }

    private static func firstWord(of words: [UInt8]) -> ArraySlice<UInt8> { words.prefix { $0 != 0x20 } }

    /// The rule of a line, given as it stands and in comparable form, or nil.
    func rule(for line: String, comparable: String) -> String? {
        rule(for: Array(line.utf8)[...], comparable: Array(comparable.utf8))
    }

    /// The rule of a line in UTF-8, given as it stands and in comparable form, or nil. Parts between bars are lines of
    /// their own: where each falls under a rule, the line falls under the first one's. Linear in the line.
    func rule(for line: ArraySlice<UInt8>, comparable: [UInt8]) -> String? {
        if let rule = single(line, comparable) { return rule }
        guard line.count <= Self.longest else { return nil }
        let parts = Self.parts(of: line)
        guard parts.count > 1 else { return nil }
        let lines = parts.map { (bytes: $0, words: ComparableText.bytes($0)) }.filter { !$0.words.isEmpty }
        guard lines.count > 1 else { return nil }
        var first: String?
        for (bytes, words) in lines {
            guard
                let rule = single(bytes, words)
                    ?? CreditLine.rule(for: String(decoding: bytes, as: UTF8.self).folded)
            else { return nil }
            first = first ?? rule
        }
        return first
    }

    /// What stands between bars, bullets, middle dots and line ends.
    private static func parts(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var start = line.startIndex
        var index = start
        while index < line.endIndex {
            let rest = line[index...]
            let width: Int
            switch line[index] {
            case UInt8(ascii: "|"), 0x0A: width = 1
            case 0xE2 where rest.starts(with: "•".utf8): width = 3
            case 0xC2 where rest.starts(with: "·".utf8): width = 2
            default: width = 0
            }
            if width > 0 {
                parts.append(line[start..<index])
                start = index + width
            }
            index += max(1, width)
        }
        parts.append(line[start...])
        return parts
    }

    private func single(_ line: ArraySlice<UInt8>, _ comparable: [UInt8]) -> String? {
        if comparable.count <= longestWhole, let rule = whole[comparable] { return rule }
        guard line.count <= Self.longestCorrection else { return nil }
        let isShort = line.count <= Self.longest
        if let label = Self.label(of: line).map({ ComparableText.bytes($0) }), label.count <= longestLabel,
            let rule = labels[label], isShort || rule == "correction"
        {
            return rule
        }
        for opening in openings[Self.firstWord(of: comparable)] ?? [] {
            if isShort || opening.rule == "correction", opening.isIn(comparable) { return opening.rule }
        }
        return nil
    }

    /// What stands before the first colon, if that is among the first 60 code points.
    private static func label(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var points = 0
        for (index, byte) in zip(line.indices, line) {
            let isWideColon = byte == 0xEF && line[index...].starts(with: "：".utf8)
            if byte == UInt8(ascii: ":") || isWideColon { return line[..<index] }
            if byte & 0xC0 != 0x80 { points += 1 }
            if points >= 60 { return nil }
        }
        return nil
    }
}
