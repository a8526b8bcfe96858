import Extraction

/// Why a block is where it is, in words.
struct BlockReason {
    /// What became of it, in one word or two: `kept`, or the rule's name.
    let label: String
    /// The reason as a sentence.
    let sentence: String
    /// The decisions before the last one, oldest first; empty where the first one stood.
    let history: String

    /// The reason for a traced block.
    init(_ block: BlockTrace) {
        let last = block.steps.last ?? BlockTrace.Step(stage: "nobody", rule: nil)
        label = last.rule ?? "kept"
        sentence = Self.sentence(last)
        history = block.steps.dropLast().map { "\($0.stage): \($0.rule ?? "kept")" }.joined(separator: ", then ")
    }

    private static func sentence(_ step: BlockTrace.Step) -> String {
        if let rule = step.rule {
            return rules[rule] ?? "It falls under the rule “\(rule)”."
        }
        switch step.stage {
        case "model": return "The model takes it for article text."
        case "siblings": return "Paragraphs beside it, made by the same template, are article text."
        case "standfirst": return "It is the standfirst."
        case "json-ld": return "The page shows no article; its JSON-LD tells this one."
        case "rules": return "No rule speaks against it."
        default: return "Kept by: \(step.stage)."
        }
    }

    /// What each rule means, as in docs/extraction.md.
    private static let rules: [String: String] = [
        "advertisement": "A line that announces an advertisement.",
        "boilerplate": "The model takes it for boilerplate.",
        "byline": "A line of names and roles among the first of the body.",
        "caption": "A caption; it goes to the images.",
        "comments": "A comment form, or what stands below one.",
        "cookies": "A line about cookies and consent.",
        "copyright": "A line about copyright.",
        "correction": "The publisher's note that the article was corrected; told in a notice.",
        "counter": "The number of a picture or a page.",
        "credit": "The credit of a picture.",
        "date": "A line of dates among the first of the body.",
        "follow": "An invitation to follow.",
        "heading-without-text": "A heading at the very end, which heads nothing.",
        "headline": "The headline, or its repetition.",
        "hidden": "Its element is taken off the page, and more of the article is not.",
        "newsletter": "An invitation to a newsletter.",
        "no-words": "Marks and arrows alone.",
        "related": "A line that leads to other articles.",
        "repeated": "The same passage stood before.",
        "share": "A line of buttons for sharing.",
        "tail": "The model was not sure of it, and it stands behind the end of the article.",
    ]
}

extension BlockTrace {
    /// Whether a later stage kept what an earlier one had dropped, or the other way round.
    var isTurned: Bool { steps.contains { ($0.rule == nil) != isKept } }

    /// The model's answer: `p .98, log-odds +3.91`; nil where no model was asked.
    var score: String? {
        guard let odds, let probability else { return nil }
        let sign = odds < 0 ? "−" : "+"
        return "p \(Self.decimals(probability)), log-odds \(sign)\(Self.decimals(abs(odds)))"
    }

    /// What stands around it and in it, for the note beside the block.
    var circumstances: String {
        var parts = surroundings.isEmpty ? [] : ["in " + surroundings.joined(separator: ", ")]
        // A tenth of a block in links says nothing.
        if linkShare >= 0.1 { parts.append("\(Int((linkShare * 100).rounded())) % links") }
        return parts.joined(separator: "; ")
    }

    /// Two decimals, without a locale.
    private static func decimals(_ value: Double) -> String {
        let hundredths = Int((min(value, 1e6) * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
