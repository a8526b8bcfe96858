import Language
import Records

/// Everybody and everything an article names, decided for the document as a whole: which mentions are of one thing, and
/// what it is.
struct Cast: Sendable {
    /// One entity before it is written out.
    struct Member: Sendable {
        var type: Entity.Kind
        /// Indexes into `mentions`, in text order.
        var mentions: [Int] = []
        var entry: Int?
        var placeKind: String?
        var roles: [RoleNote] = []
        var age: Int?
        /// Whether the person is he or she, where anything tells.
        var gender: Gender?
        /// Where nouns and pronouns stand for it, in text order.
        var references: [Reference] = []
    }

    /// A noun phrase or a pronoun that stands for a member.
    struct Reference: Sendable, Equatable {
        var tokens: Range<Int>
        var kind: Mention.Kind
    }

    let reading: Reading
    /// The names, in text order; those that turned out to be none are gone.
    let mentions: [NameMention]
    /// The member of each mention.
    let memberOfMention: [Int]
    var members: [Member]
    /// The mention each token stands in, or -1.
    let mentionOfToken: [Int32]
    /// The member that a noun or pronoun stands for, by its last token.
    var memberOfReference: [Int: Int] = [:]

    /// The cast of a text by the names found in it. Linear in its tokens.
    init(_ reading: Reading, _ found: [NameMention]) {
        self.reading = reading
        (mentions, memberOfMention, members) = CastDecider.decided(reading, found)
        var mentionOfToken = [Int32](repeating: -1, count: reading.text.count)
        for (index, mention) in mentions.enumerated() {
            for token in mention.tokens { mentionOfToken[token] = Int32(clamping: index) }
        }
        self.mentionOfToken = mentionOfToken
        findRoles()
        findReferences()
        settleOwners()
    }

    /// The mention a token stands in.
    func mention(at token: Int) -> Int? {
        guard mentionOfToken.indices.contains(token), mentionOfToken[token] >= 0 else { return nil }
        return Int(mentionOfToken[token])
    }

    /// The member named at a token.
    func member(at token: Int) -> Int? { mention(at: token).map { memberOfMention[$0] } }

    /// The place that the dateline names.
    var datelineMember: Int? {
        guard let dateline = reading.dateline, let first = mentions.first,
            dateline.contains(reading.range(tokens: first.tokens)), members[memberOfMention[0]].type == .place
        else { return nil }
        return memberOfMention[0]
    }

    /// The id of a member in the record.
    static func id(_ member: Int) -> String { "e\(member + 1)" }

    /// The mentions that begin inside a range of tokens, as indexes in text order. Logarithmic, then linear in them.
    func mentions(in tokens: Range<Int>) -> Range<Int> {
        func first(atOrAfter token: Int) -> Int {
            var low = 0
            var high = mentions.count
            while low < high {
                let middle = (low + high) / 2
                if mentions[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return first(atOrAfter: tokens.lowerBound)..<first(atOrAfter: tokens.upperBound)
    }
}
