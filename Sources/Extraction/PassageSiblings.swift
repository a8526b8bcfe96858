import Markup

/// Passages made by one template in one container: what encloses a paragraph tells more than a box beside it.
enum PassageSiblings {
    /// Bytes from which a passage is a sentence rather than a label.
    private static let shortest = 60
    /// Log-odds from which a passage was nearly kept.
    private static let nearly: Float = -1

    /// Keeps paragraphs that were judged boilerplate though siblings made by the same template in the same container were
    /// kept: full sentences without links. Between two kept siblings, at most three passages off, any such paragraph is
    /// kept; with kept siblings on one side only, one of two sentences that was nearly kept. A teaser in mid-article pulls down the
    /// paragraph behind it; its siblings show that the article goes on. Linear.
    static func keep(
        _ list: PassageList, _ features: PassageFeatures, _ odds: [Float], _ verdicts: inout [BodyReader.Verdict]
    ) {
        let judged = verdicts
        for index in verdicts.indices where judged[index] != .kept && isSentence(list, features, index) {
            let sides = [-1, 1].filter { step in
                (1...3).contains { distance in
                    let other = index + step * distance
                    return judged.indices.contains(other) && judged[other] == .kept && isSibling(list, index, other)
                        && isSentence(list, features, other)
                }
            }
            let isParagraph = features.measure(index).stops >= 2 && odds[index] > nearly
            if sides.count == 2 || (sides.count == 1 && isParagraph) { verdicts[index] = .kept }
        }
    }

    /// Log-odds from which a heading between kept passages stays where all three have one container, and elsewhere. On unseen
    /// sites of the development pages 24 of 24 of the former are text, 38 of 51 of the latter.
    private static let nearlyHeading: (together: Float, apart: Float) = (-2, -0.5)

    /// Keeps headings that were judged boilerplate between two kept passages: what heads a kept section and closes another is
    /// the text's. Linear.
    static func keepHeadings(_ list: PassageList, _ odds: [Float], _ verdicts: inout [BodyReader.Verdict]) {
        let judged = verdicts
        for index in verdicts.indices.dropFirst().dropLast()
        where judged[index] != .kept && odds[index] > nearlyHeading.together {
            let passage = list.passages[index]
            guard let level = passage.element.headingLevel, level > 1, judged[index - 1] == .kept,
                judged[index + 1] == .kept
            else { continue }
            let container = list.frames[passage.frame].parent
            let isShared = [index - 1, index + 1].allSatisfy {
                list.frames[list.passages[$0].frame].parent == container
            }
            if isShared || odds[index] > nearlyHeading.apart { verdicts[index] = .kept }
        }
    }

    /// Keeps all items of a list of which at least a third were kept: nearly every list is all text or none (75 of 85 lists that
    /// were kept in part on unseen sites of the development pages; kept whole, of their words 1,010 are wrong in place of
    /// 1,480). Linear.
    static func keepItems(_ list: PassageList, _ verdicts: inout [BodyReader.Verdict]) {
        var items: [Int: [Int]] = [:]
        for (index, passage) in list.passages.enumerated() where passage.element == .li {
            items[list.frames[passage.frame].parent, default: []].append(index)
        }
        for own in items.values {
            let kept = own.count { verdicts[$0] == .kept }
            guard kept < own.count, kept * 3 >= own.count else { continue }
            for index in own { verdicts[index] = .kept }
        }
    }

    private static func isSentence(_ list: PassageList, _ features: PassageFeatures, _ index: Int) -> Bool {
        let passage = list.passages[index]
        return passage.element == .p && passage.text.count >= shortest && passage.linkBytes == 0
            && features.measure(index).endsSentence
    }

    private static func isSibling(_ list: PassageList, _ one: Int, _ other: Int) -> Bool {
        let first = list.frames[list.passages[one].frame]
        let second = list.frames[list.passages[other].frame]
        return first.parent == second.parent && first.signature == second.signature
    }
}
