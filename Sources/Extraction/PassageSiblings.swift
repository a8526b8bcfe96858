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
