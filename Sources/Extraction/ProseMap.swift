import Markup

/// Where a page's prose lies: how much of it each element holds, and the innermost element that holds most.
struct ProseMap {
    /// Characters of prose on the page.
    let total: Float
    /// The innermost element with at least 55% of the prose; found by walking down from the root.
    let main: Int
    private let held: [Float]
    private let end: Int
    /// Characters of prose before each passage.
    private let before: [Float]

    /// Maps a page. Linear in its nodes.
    init(_ tree: ElementTree, _ list: PassageList, _ measures: [PassageMeasure]) {
        var held = [Float](repeating: 0, count: tree.nodes.count)
        var before: [Float] = []
        before.reserveCapacity(list.passages.count)
        var sum: Float = 0
        for (index, passage) in list.passages.enumerated() {
            before.append(sum)
            let amount = Self.prose(passage, measures[index])
            held[passage.node] += amount
            sum += amount
        }
        for node in tree.nodes.indices.reversed() where tree.nodes[node].parent >= 0 && held[node] > 0 {
            held[Int(tree.nodes[node].parent)] += held[node]
        }
        total = sum
        self.held = held
        self.before = before
        var main = 0
        var node = 1
        // Children begin where their elder sibling ends; going down never goes back, so this is one pass at most.
        while sum > 0, node < tree.nodes.count, node < Int(tree.nodes[main].end) {
            if held[node] >= 0.55 * sum {
                main = node
                node += 1
            } else {
                node = max(node + 1, Int(tree.nodes[node].end))
            }
        }
        self.main = main
        end = tree.nodes.isEmpty ? 0 : Int(tree.nodes[main].end)
    }

    /// A passage's characters if it reads as prose: 60 of them, a stop, less than half in links.
    static func prose(_ passage: Passage, _ measure: PassageMeasure) -> Float {
        let hasText = measure.characters >= 60 && measure.stops >= 1 && passage.linkBytes * 2 < passage.text.count
        let isApart: Passage.Surroundings = [.hidden, .navigation, .footer, .form, .dialog]
        return hasText && passage.surroundings.isDisjoint(with: isApart) ? measure.characters : 0
    }

    /// The share of the page's prose that an element holds.
    func share(_ node: Int) -> Float { total > 0 ? held[node] / total : 0 }

    /// Whether a passage lies in the main element.
    func contains(_ passage: Passage) -> Bool { passage.node >= main && passage.node < end }

    /// The share of the prose that stands before a passage.
    func position(of index: Int) -> Float { total > 0 ? before[index] / total : 0 }
}
