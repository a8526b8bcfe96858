import Extraction
import Foundation

/// The page's blocks in their order as HTML: text on the left, the reason beside it. Long runs of blocks that nobody will
/// miss are folded away.
struct BlockPage {
    let blocks: [BlockTrace]

    /// Blocks from which a run is folded: shorter ones are no burden.
    private static let shortestFold = 5
    /// The probability from which a dropped block was a near thing.
    private static let nearThing = 0.15
    /// Rules whose blocks are folded; those of any other rule stand in or near the article.
    private static let foldedRules: Set<String> = ["boilerplate", "hidden", "no-words"]
    /// Words from which a dropped block is worth reading.
    private static let longText = 25

    /// How many blocks were kept and how many fell under each rule, the commonest first.
    var tally: String {
        var counts: [String: Int] = [:]
        for block in blocks { if let rule = block.rule { counts[rule, default: 0] += 1 } }
        let rules = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { rule, count in
            "<li>\(EscapedText.html(rule)) <b>\(count)</b></li>"
        }
        return """
            <ul class="tally"><li class="kept">kept <b>\(blocks.count(where: \.isKept))</b> of \(blocks.count) blocks</li>\
            \(rules.joined())</ul>
            """
    }

    /// The section of the blocks.
    var html: String {
        var lines: [String] = []
        var run: [String] = []
        var folded: [BlockTrace] = []
        func endRun() {
            let items = run.joined(separator: "\n")
            if run.count >= Self.shortestFold {
                lines.append(
                    "<details><summary>\(Self.summary(of: folded))</summary>\n<div>\n\(items)\n</div></details>")
            } else if !run.isEmpty {
                lines.append(items)
            }
            run = []
            folded = []
        }
        for (index, block) in blocks.enumerated() {
            let item = Self.item(block, after: index > 0 ? blocks[index - 1] : nil)
            if Self.isPlain(block) {
                run.append(item)
                folded.append(block)
            } else {
                endRun()
                lines.append(item)
            }
        }
        endRun()
        return """
            <section>
            <h2>The page’s blocks <span class="count">\(blocks.count)</span></h2>
            <div class="blocks">
            \(lines.joined(separator: "\n"))
            </div>
            </section>
            """
    }

    /// Whether a block was dropped without doubt: short, and at once.
    private static func isPlain(_ block: BlockTrace) -> Bool {
        guard !block.isKept, !block.isTurned, foldedRules.contains(block.rule ?? "") else { return false }
        return block.probability ?? 0 < nearThing && block.text.split(separator: " ").count < longText
    }

    private static func summary(of run: [BlockTrace]) -> String {
        var counts: [(rule: String, count: Int)] = []
        for block in run {
            let rule = block.rule ?? ""
            if let index = counts.firstIndex(where: { $0.rule == rule }) {
                counts[index].count += 1
            } else {
                counts.append((rule, 1))
            }
        }
        let rules = counts.map { "\(EscapedText.html($0.rule)) \($0.count)" }.joined(separator: ", ")
        return "\(run.count) short blocks dropped without doubt: \(rules)"
    }

    /// One block; what it has in common with the one before is not said again.
    private static func item(_ block: BlockTrace, after previous: BlockTrace?) -> String {
        let style = (block.isKept ? "kept" : "dropped") + (block.isTurned ? " turned" : "")
        return """
            <article class="\(style)">
            <p class="text \(kind(of: block))">\(EscapedText.html(block.text))</p>
            <div class="why">\(verdict(on: block))<p class="place">\(place(of: block, after: previous))</p></div>
            </article>
            """
    }

    /// What became of the block, the model's answer with a bar for its probability, and in a second line the reason where
    /// it is not the model alone.
    private static func verdict(on block: BlockTrace) -> String {
        let reason = BlockReason(block)
        var first = "<b>\(EscapedText.html(reason.label))</b>"
        if let score = block.score, let probability = block.probability {
            first += """
                 <svg viewBox="0 0 100 8" aria-hidden="true"><rect class="track" width="100" height="8"/>\
                <rect class="bar" width="\(Int((probability * 100).rounded()))" height="8"/>\
                <rect class="middle" x="49.5" width="1" height="8"/></svg> \(EscapedText.html(score))
                """
        }
        let isModels = block.steps.count == 1 && block.steps[0].stage == "model"
        let history = reason.history.isEmpty ? "" : " Before: \(reason.history)."
        let second = isModels ? "" : "<p>\(EscapedText.html(reason.sentence + history))</p>"
        return "<p class=\"score\">\(first)</p>\(second)"
    }

    private static func place(of block: BlockTrace, after previous: BlockTrace?) -> String {
        let container = block.place.range(of: " > ", options: .backwards).map { block.place[..<$0.lowerBound] }
        var parts = [block.place]
        if let container, let previous, previous.place.hasPrefix(container + " > "),
            !previous.place.dropFirst(container.count + 3).contains(" > ")
        {
            parts = ["same path > " + block.place.dropFirst(container.count + 3)]
        }
        if block.circumstances != previous?.circumstances || parts[0] == block.place {
            parts.append(block.circumstances)
        }
        return EscapedText.html(parts.filter { !$0.isEmpty }.joined(separator: "; "))
    }

    /// A class that gives text the look of its kind.
    private static func kind(of block: BlockTrace) -> String {
        switch block.kind {
        case "h1", "h2", "h3", "h4", "h5", "h6", "heading": "heading"
        case "li", "dd", "dt", "list-item": "item"
        case "pre", "preformatted": "verbatim"
        case "blockquote", "quote": "quoted"
        default: "paragraph"
        }
    }
}
