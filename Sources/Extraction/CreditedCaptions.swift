import Markup

/// Captions outside `figcaption`: a paragraph and the picture's credit below it, in a small container of their own.
enum CreditedCaptions {
    /// Passages of such a container: a title, a caption, a credit.
    private static let most = 3

    /// Drops the kept paragraphs above credits. On unseen sites of the development pages 34 of 37 passages above such credits are no
    /// text on news pages; on others 31 of 34, headings of lists apart. Linear in the passages.
    static func drop(from verdicts: inout [BodyReader.Verdict], _ list: PassageList) {
        for index in list.passages.indices.dropFirst() where verdicts[index - 1] == .kept {
            guard verdicts[index] != .kept, isCredit(list.bytes(list.passages[index])),
                (list.passages[index - 1].element.headingLevel ?? 1) == 1, isLastOfSmall(index, list)
            else { continue }
            verdicts[index - 1] = .dropped(rule: "caption")
        }
    }

    private static func isCredit(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count <= 160 else { return false }
        return CreditLine.rule(for: line) != nil
            || BoilerplateLines.standard.rule(for: line, comparable: ComparableText.bytes(line)) == "credit"
    }

    /// Whether a passage closes a container that holds the passage before it and little else.
    private static func isLastOfSmall(_ index: Int, _ list: PassageList) -> Bool {
        let container = list.frames[list.passages[index].frame].parent
        guard container >= 0, list.frames[list.passages[index - 1].frame].parent == container else { return false }
        func isInside(_ other: Int) -> Bool {
            guard list.passages.indices.contains(other) else { return false }
            var frame = list.passages[other].frame
            // A container of paragraphs has its passages one or two frames below it.
            for _ in 0..<3 where frame >= 0 {
                if frame == container { return true }
                frame = list.frames[frame].parent
            }
            return false
        }
        return !isInside(index + 1) && !isInside(index - most)
    }
}
