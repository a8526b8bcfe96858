extension Explanation {
    /// The explanation for a terminal. Characters that could steer the terminal or turn the reading direction are shown
    /// by their code point.
    var text: String {
        var lines: [String] = []
        for section in opening + [kept, dropped] + closing {
            lines.append("\(section.title) (\(section.lines.count))")
            for line in section.lines {
                lines.append("  \(Self.harmless(line.label)): \(Self.harmless(line.value))")
                if !line.evidence.isEmpty { lines.append("      [\(Self.harmless(line.evidence))]") }
            }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }

    /// A text in which no character does anything but stand there.
    private static func harmless(_ text: String) -> String {
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .lineSeparator, .paragraphSeparator, .control, .format, .privateUse, .unassigned:
                shown.append(contentsOf: "<U+\(String(scalar.value, radix: 16, uppercase: true))>".unicodeScalars)
            default: shown.append(scalar)
            }
        }
        return String(shown)
    }
}
