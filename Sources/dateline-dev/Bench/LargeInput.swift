/// Inputs of the size that a newsroom's largest have, made up: the same bytes each time.
enum LargeInput: String, CaseIterable {
    /// A page as SingleFile saves it: one file of 20 MB, nearly all of it images and fonts in base64.
    case savedPage = "saved page, 20 MB"
    /// A plain text of 15 MB, just below the most that is read.
    case plainText = "plain text, 15 MB"

    /// The input.
    var bytes: [UInt8] {
        switch self {
        case .savedPage: Self.savedPage(bytes: 20_000_000)
        case .plainText: Self.plainText(bytes: 15_000_000)
        }
    }

    /// The name under which it is dropped.
    var name: String { self == .savedPage ? "saved.html" : "long.txt" }

    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let words = [
        "the", "council", "said", "on", "Tuesday", "that", "harbour", "works", "would", "begin", "in", "spring", "and",
        "cost", "about", "twelve", "million", "euros", "more", "than", "planned", "after", "a", "vote", "of", "members",
    ]

    /// An article of sixty paragraphs with an inlined image behind every third, and a style sheet with inlined fonts.
    static func savedPage(bytes size: Int) -> [UInt8] {
        var numbers = Congruence()
        let paragraphs = 60
        let image = size / (paragraphs / 3 + 2)
        var page = Array(
            "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Harbour works begin in spring</title><style>"
                .utf8)
        page.reserveCapacity(size + image)
        page += Array("@font-face{font-family:A;src:url(data:font/woff2;base64,".utf8)
        appendBase64(image, to: &page, &numbers)
        page += Array(")}</style></head><body><main><article><h1>Harbour works begin in spring</h1>".utf8)
        for paragraph in 0..<paragraphs {
            page += Array("<p>".utf8)
            appendSentences(4, to: &page, &numbers)
            page += Array("</p>".utf8)
            guard paragraph.isMultiple(of: 3), page.count + image < size else { continue }
            page += Array("<figure><img alt=\"\" src=\"data:image/jpeg;base64,".utf8)
            appendBase64(image, to: &page, &numbers)
            page += Array("\"><figcaption>The harbour</figcaption></figure>".utf8)
        }
        page += Array("<!--".utf8)
        appendBase64(max(0, size - page.count - 40), to: &page, &numbers)
        page += Array("--></article></main></body></html>\n".utf8)
        return page
    }

    /// Paragraphs of four sentences under a headline.
    static func plainText(bytes size: Int) -> [UInt8] {
        var numbers = Congruence()
        var text = Array("Harbour works begin in spring\n\n".utf8)
        text.reserveCapacity(size + 1000)
        while text.count < size {
            appendSentences(4, to: &text, &numbers)
            text += Array("\n\n".utf8)
        }
        return text
    }

    private static func appendBase64(_ count: Int, to bytes: inout [UInt8], _ numbers: inout Congruence) {
        for _ in 0..<count { bytes.append(digits[numbers.next(below: digits.count)]) }
    }

    private static func appendSentences(_ count: Int, to bytes: inout [UInt8], _ numbers: inout Congruence) {
        for _ in 0..<count {
            bytes += Array("On day \(numbers.next(below: 10_000))".utf8)
            for _ in 0..<(8 + numbers.next(below: 12)) {
                bytes += Array(" \(words[numbers.next(below: words.count)])".utf8)
            }
            bytes += Array(". ".utf8)
        }
        bytes.removeLast()
    }
}

/// Numbers that look random and are the same each time: Knuth's linear congruence of MMIX.
struct Congruence {
    private var state: UInt64 = 1

    /// The next number, at least 0 and below `bound`, which is more than 0.
    mutating func next(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}
