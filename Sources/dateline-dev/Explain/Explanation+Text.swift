import Extraction

extension Explanation {
    /// The explanation for a terminal.
    var text: String {
        var lines: [String] = []
        if let rejection {
            lines += [
                "Rejected at \(rejection.stage), \(rejection.code): \(EscapedText.terminal(rejection.message))", "",
            ]
        }
        for section in warnings { lines += Self.lines(of: section) }
        if let trace {
            for field in trace.fields { lines += Self.lines(of: field) }
            lines += Self.lines(of: trace.blocks)
        } else {
            for section in [kept, dropped] where record != nil { lines += Self.lines(of: section) }
        }
        for section in facts { lines += Self.lines(of: section) }
        return lines.joined(separator: "\n")
    }

    private static func lines(of section: Section) -> [String] {
        var lines = ["\(section.title) (\(section.lines.count))"]
        for line in section.lines {
            lines.append("  \(EscapedText.terminal(line.label)): \(EscapedText.terminal(line.value))")
            if !line.evidence.isEmpty { lines.append("      [\(EscapedText.terminal(line.evidence))]") }
        }
        return lines + [""]
    }

    private static func lines(of field: FieldTrace) -> [String] {
        ["Candidates for \(EscapedText.terminal(field.field)) (\(field.candidates.count))"]
            + field.candidates.map { candidate in
                let mark = candidate.verdict == "chosen" ? "+" : "-"
                let value = EscapedText.terminal(candidate.value)
                let evidence = EscapedText.terminal("\(candidate.from); \(candidate.verdict)")
                let confidence = Self.confidence(of: candidate).map { $0 + " " } ?? ""
                return "  \(mark) \(confidence)\(value)  [\(evidence)]"
            } + [""]
    }

    /// A candidate's confidence as it is shown; nil where its sources are not weighed.
    static func confidence(of candidate: CandidateTrace) -> String? {
        candidate.confidence.map { Figure.rounded($0, decimals: 2).printed }
    }

    /// Each block in two lines: what became of it, why and where; and its text.
    private static func lines(of blocks: [BlockTrace]) -> [String] {
        ["Blocks (\(blocks.count), \(blocks.count(where: \.isKept)) kept)"]
            + blocks.flatMap { block in
                let reason = BlockReason(block)
                let parts = [block.score, reason.history.isEmpty ? nil : "before: " + reason.history, block.place]
                let notes = (parts + [block.circumstances]).compactMap(\.self).filter { !$0.isEmpty }
                return [
                    "  \(block.isKept ? "+" : "-") \(EscapedText.terminal(reason.label)): "
                        + EscapedText.terminal(notes.joined(separator: "; ")),
                    "      \(EscapedText.terminal(block.text))",
                ]
            } + [""]
    }
}
