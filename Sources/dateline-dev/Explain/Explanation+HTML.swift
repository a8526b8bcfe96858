extension Explanation {
    /// The explanation as one HTML page without scripts or requests; kept text in black, dropped text in grey. Every
    /// value is escaped.
    var html: String {
        let name = Self.escaped(title)
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width">
            <title>Why: \(name)</title>
            <style>
            body { font: 16px/1.5 serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
            dl { display: grid; grid-template-columns: 9rem 1fr; gap: .4rem 1rem; }
            dt { font: 12px/2 sans-serif; color: #555; overflow-wrap: anywhere; }
            dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
            small { display: block; font: 12px/1.4 sans-serif; color: #555; }
            .dropped dd { color: #767676; text-decoration: line-through; text-decoration-color: #bbb; }
            .dropped small { text-decoration: none; }
            </style>
            </head>
            <body>
            <h1>\(name)</h1>
            \(opening.map { Self.section($0) }.joined(separator: "\n"))
            \(Self.section(kept))
            \(Self.section(dropped, style: "dropped"))
            \(closing.map { Self.section($0) }.joined(separator: "\n"))
            </body>
            </html>

            """
    }

    private static func section(_ section: Section, style: String = "plain") -> String {
        let lines = section.lines.map { line in
            let evidence = line.evidence.isEmpty ? "" : "<small>\(escaped(line.evidence))</small>"
            return "<dt>\(escaped(line.label))</dt><dd>\(escaped(line.value))\(evidence)</dd>"
        }
        return """
            <section class="\(style)">
            <h2>\(escaped(section.title)) (\(section.lines.count))</h2>
            <dl>
            \(lines.joined(separator: "\n"))
            </dl>
            </section>
            """
    }

    /// A text for the inside of an element or a quoted attribute; controls and marks that turn the reading direction,
    /// which HTML forbids or readers cannot see, become replacement characters.
    static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            case "\n", "\t": escaped.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}",
                "\u{2066}"..."\u{2069}":
                escaped.append("\u{FFFD}")
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
