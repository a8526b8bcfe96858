import Markup

/// Tells the lines that count a gallery's pictures or an article's pages: "1 / 3", "Page 2 of 3", "Seite 2 von 3".
enum CounterLine {
    /// Bytes of the longest such line.
    private static let longest = 24

    private static let units: Set<String> = [
        "bild", "foto", "image", "page", "pagina", "página", "photo", "seite", "sida", "side", "sivu", "slide",
        "strana",
        "strona",
    ]
    private static let joints: Set<String> = ["/", "av", "af", "de", "di", "of", "sur", "van", "von", "z"]

    /// Whether a line is a number, a joint and a number no smaller, with a unit before them or none. Linear.
    static func isCounter(_ line: ArraySlice<UInt8>) -> Bool {
        guard (3...longest).contains(line.count), line.last?.isASCIIDigit == true else { return false }
        var words = String(decoding: line, as: UTF8.self).lowercased().replacing("/", with: " / ").split(separator: " ")
        let hasUnit = words.first.map { units.contains(String($0)) } ?? false
        if hasUnit { words.removeFirst() }
        guard words.count == 3, joints.contains(String(words[1])), let one = Int(words[0]), let all = Int(words[2])
        else {
            return false
        }
        return one >= 1 && one <= all && all < 1000
    }
}
