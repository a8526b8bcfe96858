/// Inputs as no editor would write them, from a seeded generator.
public enum Noise {
    /// Any bytes at all.
    public static func bytes(_ generator: inout SeededGenerator, upTo length: Int) -> [UInt8] {
        (0..<generator.number(0...length)).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    }

    /// Something like a page: tags, entities, scripts, comments and words in no order, now and then cut off, doubled,
    /// or with a byte that is no text.
    public static func page(_ generator: inout SeededGenerator) -> [UInt8] {
        var page: [UInt8] = []
        for _ in 0..<generator.number(1...120) {
            switch generator.number(0...9) {
            case 0...3: page += Array(generator.pick(tags).utf8)
            case 4...6: page += Array((Prose.sentence(&generator) + " ").utf8)
            case 7: page += Array(generator.pick(oddities).utf8)
            case 8: page += Array("\n\n".utf8)
            default: page.append(UInt8(truncatingIfNeeded: generator.next()))
            }
        }
        if generator.chance(oneIn: 4) { page.removeLast(generator.number(0...page.count / 2)) }
        return page
    }

    /// Something like a text: prose with odd characters, empty lines and lone marks in between.
    public static func text(_ generator: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<generator.number(1...60) {
            switch generator.number(0...7) {
            case 0...3: text += Prose.sentence(&generator) + " "
            case 4: text += "\n\n"
            case 5: text += generator.pick(marks)
            case 6: text += generator.pick(oddities)
            default:
                text.unicodeScalars.append(
                    Unicode.Scalar(UInt32(generator.number(1...0x2FFFF))) ?? "\u{FFFD}")
            }
        }
        return text
    }

    private static let tags = [
        "<html><head><title>", "</title>", "<body>", "<div class='content'>", "</div>", "<p>", "</p>", "<article>",
        "</article>", "<table><tr><td>", "</table>", "<script>var a = '<p>';", "</script>", "<!-- ", " -->",
        "<style>", "</style>", "<template>", "<noscript>", "<h1>", "</h1>", "<blockquote>", "<li>", "<ul>",
        "<a href='x",
        "'>", "<time datetime='2024-13-45T99:00'>", "<meta charset=shift_jis>", "<br/>", "<img src=x alt=", "<svg><p>",
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"", "\"}</script>",
        "</body></html>",
        "<figure><figcaption>", "<p hidden>", "<pre>", "<iframe srcdoc='", "<textarea>", "<plaintext>",
        "<?xml version='1.0'?>",
    ]

    private static let oddities = [
        "&amp;", "&#128;", "&#x0;", "&#xD800;", "&nosuch;", "&", "<", ">", "\u{FEFF}", "\u{200B}", "\u{202E}", "\u{0}",
        "\u{85}", "e\u{301}", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", "\u{AD}", "\r\n", "\r", "\t", "]]>",
        "$99999999999999999999999bn", "\u{2028}", "---\ntitle: x\n---\n", "31 February 2023", "99/99/9999", "-0 people",
    ]

    private static let marks = [
        "\"", "“", "”", "‘", "’", "''", "``", "« ", " »", "(", ")", "—", ". ", "? ", "...", "’s ", "$", "€", "%",
        "\" said ",
    ]
}
