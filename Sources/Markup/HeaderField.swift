/// One `Name: value` of a text's head, or of its front matter.
public struct HeaderField: Sendable, Equatable {
    /// The name, in small letters.
    public var name: String
    /// The value, without quotation marks.
    public var value: String
}

/// Reads what stands before a text proper.
enum HeaderFields {
    /// The names that make a line a header line; anything else in front of a colon is text.
    private static let known: Set<String> = [
        "title", "headline", "subject", "date", "published", "publication-date", "pubdate", "author", "authors",
        "byline", "by", "url", "link", "source", "site", "publication", "publisher", "section", "category", "tags",
        "keywords", "description", "summary", "standfirst", "subtitle", "language", "lang", "modified", "updated",
        // A mail pasted with its head: these say nothing of the article, but they are its head.
        "from", "to", "cc", "bcc", "sent", "reply-to", "von", "an", "betreff", "gesendet", "datum", "de", "à", "objet",
        "envoyé", "para", "asunto", "enviado", "da", "oggetto", "inviato",
    ]

    /// The fields and how many lines they take. At most 64 lines are looked at.
    static func read(_ lines: ArraySlice<Substring>) -> (fields: [HeaderField], lines: Int) {
        let start = lines.prefix(64).firstIndex { !$0.allSatisfy(\.isWhitespace) } ?? lines.startIndex
        guard start < lines.endIndex else { return ([], 0) }
        if lines[start].trimmed == "---" { return frontMatter(lines, from: start + 1) ?? ([], 0) }
        return headerLines(lines, from: start)
    }

    private static func headerLines(
        _ lines: ArraySlice<Substring>, from start: Int
    ) -> (fields: [HeaderField], lines: Int) {
        var fields: [HeaderField] = []
        var index = start
        while index < lines.endIndex, index < start + 64, var field = field(lines[index]), known.contains(field.name) {
            // Outside YAML quotation marks are the value's own: a headline may be a quotation.
            field.value = lines[index].drop { $0 != ":" }.dropFirst().trimmed
            fields.append(field)
            index += 1
        }
        // A blank line ends the head; without one, a single "Source: …" may as well be the text's first words.
        let endsBlank = index >= lines.endIndex || lines[index].allSatisfy(\.isWhitespace)
        return fields.count >= (endsBlank ? 1 : 2) ? (fields, index - lines.startIndex) : ([], 0)
    }

    /// The part of YAML that front matter uses: `key: value`, `key: [a, b]`, and lists of `- item` under a key.
    private static func frontMatter(
        _ lines: ArraySlice<Substring>, from start: Int
    ) -> (fields: [HeaderField], lines: Int)? {
        var fields: [HeaderField] = []
        var index = start
        var name = ""
        while index < lines.endIndex, index < start + 64 {
            let line = lines[index].trimmed
            index += 1
            if line == "---" || line == "..." { return (fields, index - lines.startIndex) }
            if line.hasPrefix("- "), !name.isEmpty {
                fields.append(HeaderField(name: name, value: unquoted(line.dropFirst(2))))
            } else if let field = field(line[...]) {
                name = field.name
                if field.value.hasPrefix("["), field.value.hasSuffix("]") {
                    for item in field.value.dropFirst().dropLast().split(separator: ",") {
                        fields.append(HeaderField(name: name, value: unquoted(item)))
                    }
                } else if !field.value.isEmpty {
                    fields.append(field)
                }
            }
        }
        return nil
    }

    private static func field(_ line: Substring) -> HeaderField? {
        guard let colon = line.prefix(32).firstIndex(of: ":") else { return nil }
        let name = line[..<colon].trimmed.lowercased()
        guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0 == "-" || $0 == "_" || $0 == " " }) else { return nil }
        return HeaderField(
            name: name.replacing(" ", with: "-").replacing("_", with: "-"),
            value: unquoted(line[line.index(after: colon)...]))
    }

    private static func unquoted(_ value: some StringProtocol) -> String {
        let text = Substring(value).trimmed
        for quote in ["\"", "'"] where text.count >= 2 && text.hasPrefix(quote) && text.hasSuffix(quote) {
            return String(text.dropFirst().dropLast())
        }
        return text
    }
}

extension Substring {
    /// Without white space at either end.
    var trimmed: String {
        var text = self
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
