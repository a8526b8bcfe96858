import Markup
import Records

/// What is noted on the way from page to article where somebody asks why. Where nobody asks there are no notes, and each
/// place that would write one costs a comparison with nil.
struct TraceNotes {
    /// The blocks, as far as they are known.
    private(set) var blocks: [BlockTrace] = []
    /// The fields, as far as they are known.
    var fields: [FieldTrace] = []

    /// Notes a page's passages. Linear in the page's text and the depth of each passage.
    mutating func note(_ list: PassageList, of tree: ElementTree) {
        blocks = list.passages.map { passage in
            BlockTrace(
                text: list.string(passage).folded, kind: "\(passage.element)",
                place: ElementPlace.text(of: passage.node, in: tree), odds: nil,
                linkShare: min(1, Double(passage.linkBytes) / Double(max(1, passage.text.count))),
                surroundings: passage.surroundings.names, steps: [])
        }
    }

    /// Notes what the model gave each passage.
    mutating func note(odds: [Float]) {
        for (index, value) in odds.enumerated() where blocks.indices.contains(index) {
            blocks[index].odds = Double(value)
        }
    }

    /// Notes the verdicts that a stage leaves behind it; where a passage's is the same as before, nothing is added.
    mutating func note(_ stage: String, _ verdicts: [BodyReader.Verdict]) {
        for (index, verdict) in verdicts.enumerated() {
            if case .dropped(let rule) = verdict { add(stage, rule, at: index) } else { add(stage, nil, at: index) }
        }
    }

    /// Notes a text's paragraphs with what became of each: `rules` by the lists, `opening` what went into fields.
    mutating func note(_ paragraphs: [TextLines.Paragraph], rules: [String?], opening: [Int: String]) {
        blocks = paragraphs.map { paragraph in
            BlockTrace(
                text: paragraph.text.folded, kind: paragraph.kind.rawValue, place: "line \(paragraph.line)", odds: nil,
                linkShare: 0, surroundings: [], steps: [])
        }
        for (index, rule) in rules.enumerated() { add("rules", rule, at: index) }
        for (index, rule) in opening where blocks.indices.contains(index) { add("opening lines", rule, at: index) }
    }

    /// Notes the paragraphs of an article that the page does not show but tells in its JSON-LD. Linear in the text.
    mutating func note(told article: Article) {
        for paragraph in article.text.split(separator: "\n") where !paragraph.isEmpty {
            blocks.append(
                BlockTrace(
                    text: String(paragraph).folded, kind: "paragraph", place: "JSON-LD articleBody", odds: nil,
                    linkShare: 0, surroundings: [], steps: [BlockTrace.Step(stage: "json-ld", rule: nil)]))
        }
    }

    /// Notes the candidate that was chosen for a field where no other was.
    mutating func note(chosen candidate: CandidateTrace, for field: String) {
        if let index = fields.firstIndex(where: { $0.field == field }) {
            fields[index].candidates.insert(candidate, at: 0)
        } else {
            fields.append(FieldTrace(field: field, candidates: [candidate]))
        }
    }

    private mutating func add(_ stage: String, _ rule: String?, at index: Int) {
        guard blocks.indices.contains(index) else { return }
        if let last = blocks[index].steps.last, last.rule == rule { return }
        blocks[index].steps.append(BlockTrace.Step(stage: stage, rule: rule))
    }
}

extension Passage.Surroundings {
    /// The names of what stands around, in the order of the bits.
    var names: [String] {
        let all: [(Passage.Surroundings, String)] = [
            (.article, "article"), (.main, "main"), (.aside, "aside"), (.navigation, "navigation"),
            (.footer, "footer"), (.header, "header"), (.form, "form"), (.figure, "figure"), (.caption, "caption"),
            (.hidden, "hidden"), (.articleBody, "articleBody"), (.table, "table"), (.list, "list"),
            (.quote, "quote"), (.button, "button"), (.address, "address"), (.dialog, "dialog"), (.media, "media"),
            (.details, "details"), (.time, "time"),
        ]
        return all.filter { contains($0.0) }.map(\.1)
    }
}

/// Where an element stands, as a selector that a reader knows from a browser's tools.
enum ElementPlace {
    /// Steps shown; of a longer way the innermost.
    private static let steps = 8
    /// Bytes of one class or id.
    private static let nameBytes = 40

    /// `main > article > div.body > p`: elements from `body` downwards, each with its first class, or else its id.
    static func text(of node: Int, in tree: ElementTree) -> String {
        var found: [String] = []
        var current = node
        while current >= 0, tree.nodes.indices.contains(current) {
            let element = tree.nodes[current].element
            if element == .body || element == .html, !found.isEmpty { break }
            if found.count == steps {
                found.append("…")
                break
            }
            found.append("\(element)" + name(of: current, in: tree))
            current = Int(tree.nodes[current].parent)
        }
        return found.reversed().joined(separator: " > ")
    }

    private static func name(of node: Int, in tree: ElementTree) -> String {
        if let value = tree.bytes(of: .class, at: node), let first = word(value) { return "." + first }
        if let value = tree.bytes(of: .id, at: node), let first = word(value) { return "#" + first }
        return ""
    }

    private static func word(_ value: ArraySlice<UInt8>) -> String? {
        let first = value.drop(while: \.isASCIISpace).prefix { !$0.isASCIISpace }
        if first.isEmpty { return nil }
        let whole = String(decoding: first.prefix(nameBytes), as: UTF8.self)
        return first.count > nameBytes ? whole + "…" : whole
    }
}
