/// The stretches of a text between quotation marks, closed or left open at a line's end; what tells direct from mixed
/// and indirect speech.
enum QuotationMarks {
    /// The stretches in text order, marks included.
    static func regions(in text: Codepoints) -> [Range<Int>] {
        var regions: [Range<Int>] = []
        var start = 0
        for index in 0...text.count where index == text.count || text.scalars[index] == "\n" {
            if start < index { regions += stretches(of: text, line: start..<index) }
            start = index + 1
        }
        return regions
    }

    private static func stretches(of text: Codepoints, line: Range<Int>) -> [Range<Int>] {
        var regions: [Range<Int>] = []
        var open: Int?
        var index = line.lowerBound
        func isDouble(_ mark: Unicode.Scalar) -> Bool {
            text.scalars[index] == mark && index + 1 < line.upperBound && text.scalars[index + 1] == mark
        }
        func close(_ end: Int) {
            if let start = open { regions.append(start..<end) }
            open = nil
        }
        while index < line.upperBound {
            if isDouble("`") {
                if open == nil { open = index }
                index += 2
                continue
            }
            if isDouble("'"), open != nil {
                close(index + 2)
                index += 2
                continue
            }
            switch text.scalars[index] {
            case "“":
                close(index)
                open = index
            case "”": close(index + 1)
            case "\"":
                if open == nil { open = index } else { close(index + 1) }
            default: break
            }
            index += 1
        }
        close(line.upperBound)
        return regions
    }
}
