import Language
import Records

/// Who holds which office, by the words of its title.
struct RoleHolders {
    private static let most = 8

    private static let endings = TitleReader.hashes("general chief elect designate emeritus")

    private static let others = TitleReader.hashes("prime vice deputy lieutenant assistant associate")

    /// Those who held an office once.
    private(set) var former: Set<Int> = []
    private var byTitle: [UInt64: [Int]] = [:]
    private var byHead: [UInt64: [Int]] = [:]
    private let firstToken: [Int]

    /// The offices of a cast. Linear in its roles.
    init(_ cast: Cast) {
        let text = cast.reading.text
        firstToken = cast.members.map { member in
            member.mentions.first.map { cast.mentions[$0].tokens.lowerBound } ?? .max
        }
        for (index, member) in cast.members.enumerated() {
            for role in member.roles {
                let title = role.wording.map { TokenizedText($0).phraseHash } ?? text.phraseHash(role.title)
                let head = role.wording.map { TokenizedText($0).phraseHash } ?? text.hashes[role.title.upperBound - 1]
                Self.add(index, to: &byTitle[title, default: []])
                // A prime minister is not "the minister", nor a vice president "the president".
                let isOther =
                    role.wording == nil && role.title.count > 1
                    && Self.others.contains(text.hashes[role.title.upperBound - 2])
                if !isOther { Self.add(index, to: &byHead[head, default: []]) }
                if role.isFormer { former.insert(index) }
                // The secretary general is "the secretary" too, the editor-in-chief "the editor".
                if Self.endings.contains(head), role.wording == nil, role.title.count > 1 {
                    Self.add(index, to: &byHead[text.hashes[role.title.lowerBound], default: []])
                }
            }
        }
    }

    private static func add(_ member: Int, to members: inout [Int]) {
        if !members.contains(member), members.count < most { members.append(member) }
    }

    /// Those with exactly this title who were named before a token.
    func holders(ofTitle title: UInt64, before token: Int) -> [Int] {
        (byTitle[title] ?? []).filter { firstToken[$0] < token }
    }

    /// Those whose title ends with this word who were named before a token.
    func holders(ofHead word: UInt64, before token: Int) -> [Int] {
        (byHead[word] ?? []).filter { firstToken[$0] < token }
    }
}
