/// Tells at a glance how much of a page is prose, without parsing it.
enum ProseMeasure {
    /// Bytes of a run between two tags that make it prose and no label or link.
    private static let shortestRun = 60

    /// The bytes of the page's longer runs of text, scripts and styles apart. Linear in the page.
    static func bytes(of page: [UInt8]) -> Int {
        var total = 0
        var run = 0
        var isInTag = false
        for byte in MarkupSieve(page).output {
            if byte == UInt8(ascii: "<") {
                if run >= shortestRun { total += run }
                run = 0
                isInTag = true
            } else if byte == UInt8(ascii: ">"), isInTag {
                isInTag = false
            } else if !isInTag, !byte.isASCIISpace {
                run += 1
            }
        }
        return run >= shortestRun ? total + run : total
    }

    /// Whether a page's head says what it is, as pages of publications do and frames of advertisements do not. Reads at
    /// most 256 kB.
    static func hasPageHead(_ page: [UInt8]) -> Bool {
        let opening = String(decoding: page.prefix(1 << 18), as: UTF8.self)
        return ["og:title", "og:url", "rel=\"canonical\"", "rel=canonical", "ld+json"].contains { opening.contains($0) }
    }
}
