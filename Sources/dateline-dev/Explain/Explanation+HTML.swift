import Extraction
import Foundation
import Pipeline
import Records

extension Explanation {
    /// The explanation as one HTML page without scripts or requests: the candidates of each field, the page's blocks in order
    /// with the dropped ones greyed out, then what the record says. Every value is escaped.
    var html: String {
        let name = EscapedText.html(title)
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-\(Self.styleHash)'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Why: \(name)</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <header>
            <p class="kind">Why this record</p>
            <h1>\(name)</h1>
            \(rejection.map(Self.refusal) ?? "")\(trace.map { BlockPage(blocks: $0.blocks).tally } ?? "")
            </header>
            <main>
            \(warnings.map { Self.section($0) }.joined(separator: "\n"))
            \(body)
            \(facts.map { Self.section($0) }.joined(separator: "\n"))
            </main>
            </body>
            </html>

            """
    }

    /// Fields and blocks of a traced input; of a record alone, what it kept and dropped.
    private var body: String {
        guard let trace else {
            return record == nil ? "" : Self.section(kept) + Self.section(dropped, style: "dropped")
        }
        let fields = trace.fields.filter { !$0.candidates.isEmpty }.map(Self.table).joined(separator: "\n")
        let candidates =
            fields.isEmpty
            ? "" : "<section class=\"fields\">\n<h2>Candidates for each field</h2>\n\(fields)\n</section>\n"
        return candidates + BlockPage(blocks: trace.blocks).html
    }

    private static func refusal(_ rejection: Rejection) -> String {
        "<p class=\"refusal\"><strong>Rejected</strong> at \(EscapedText.html(rejection.stage)), "
            + "\(EscapedText.html(rejection.code)): \(EscapedText.html(rejection.message))</p>\n"
    }

    private static func table(_ field: FieldTrace) -> String {
        let rows = field.candidates.map { candidate in
            """
            <tr\(candidate.verdict == "chosen" ? " class=\"chosen\"" : "")>\
            <td>\(EscapedText.html(candidate.value))</td><td>\(EscapedText.html(candidate.from))</td>\
            <td class="number">\(confidence(of: candidate) ?? "")</td>\
            <td>\(EscapedText.html(candidate.verdict))</td></tr>
            """
        }
        return """
            <table>
            <caption>\(EscapedText.html(field.field))</caption>
            <thead><tr><th scope="col">value</th><th scope="col">from</th><th scope="col" class="number">confidence</th>\
            <th scope="col">verdict</th></tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody>
            </table>
            """
    }

    private static func section(_ section: Section, style: String = "plain") -> String {
        let lines = section.lines.map { line in
            let evidence = line.evidence.isEmpty ? "" : "<small>\(EscapedText.html(line.evidence))</small>"
            return "<dt>\(EscapedText.html(line.label))</dt><dd>\(EscapedText.html(line.value))\(evidence)</dd>"
        }
        return """
            <section class="\(style)">
            <h2>\(EscapedText.html(section.title)) <span class="count">\(section.lines.count)</span></h2>
            <dl>
            \(lines.joined(separator: "\n"))
            </dl>
            </section>
            """
    }

    /// The SHA-256 of the style sheet in base64, by which alone the page's policy lets it in.
    private static var styleHash: String {
        let digits = Array(ContentHash.sha256(style.utf8).utf8)
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<min($0 + 2, digits.count)], as: UTF8.self), radix: 16)
        }
        return Data(bytes).base64EncodedString()
    }
}
