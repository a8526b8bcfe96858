import Markup

/// Containers that a page repeats side by side: cards of teasers, comments, products, or the blocks of a body.
struct PassageCards {
    /// Numbers of one passage.
    static let width = 5

    /// What the frames made by one template in one container hold together.
    private struct Group {
        var frames: Float = 0
        var passages: Float = 0
        var characters: Float = 0
        var links: Float = 0
        var prose: Float = 0
    }

    /// A template in a container.
    private struct Key: Hashable {
        var parent: Int
        var signature: UInt64
    }

    /// Containers from which a row of them is a repetition.
    private static let fewest: Float = 3

    private let groups: [Group]
    /// By frame, the group of the innermost repeated container around it; -1 for none.
    private let group: [Int]
    private let prose: Float

    /// Finds the repeated containers; `held` is what each frame holds, with all frames inside. Linear.
    init(_ frames: [Frame], held: [PassageContext.Content], prose: Float) {
        var numbers: [Key: Int] = [:]
        var groups: [Group] = []
        var group = [Int](repeating: -1, count: frames.count)
        // A frame of one passage is a line, not a container.
        for (index, frame) in frames.enumerated() where held[index].count >= 2 {
            let key = Key(parent: frame.parent, signature: frame.signature)
            let number = numbers[key] ?? groups.count
            if number == groups.count {
                numbers[key] = number
                groups.append(Group())
            }
            group[index] = number
            groups[number].frames += 1
            groups[number].passages += held[index].count
            groups[number].characters += held[index].characters
            groups[number].links += held[index].links
            groups[number].prose += held[index].prose
        }
        for (index, frame) in frames.enumerated() where group[index] < 0 || groups[group[index]].frames < Self.fewest {
            group[index] = frame.parent >= 0 ? group[frame.parent] : -1
        }
        self.groups = groups
        self.group = group
        self.prose = prose
    }

    /// Appends how many containers there are, how much one holds, how much of it is links, and what share of the page's prose
    /// all hold; for a passage outside of any -1 each.
    func append(frame: Int, to row: inout [Float]) {
        guard group[frame] >= 0 else {
            row.append(contentsOf: repeatElement(-1, count: Self.width))
            return
        }
        let group = groups[group[frame]]
        row.append(min(50, group.frames))
        row.append(group.passages / group.frames)
        row.append(group.characters / group.frames)
        row.append(group.links / max(1, group.characters))
        row.append(group.prose / prose)
    }
}
