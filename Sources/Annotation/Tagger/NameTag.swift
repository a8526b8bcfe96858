import Records

/// The tags of a token: outside of names; the begin, inside, end or only token of a person, an organisation or a place; the
/// first or a later token of another name.
package enum NameTag {
    /// How many there are.
    package static let count = 15
    /// Outside of names.
    package static let outside = 0
    /// The first token of a name that is neither person, organisation nor place.
    package static let otherFirst = 13
    /// A later token of such a name.
    package static let otherInside = 14

    /// Stands for a tag that nobody knows, in training.
    package static let open = UInt8.max

    /// The kinds of names with four tags each, in the order of their tags from 1 on.
    package static let kinds: [Entity.Kind] = [.person, .organization, .place]

    /// The place of a token within its name.
    package enum Place: Int { case first, inside, last, only }

    /// The tag of a token of a person's, organisation's or place's name.
    package static func tag(_ kind: Int, _ place: Place) -> Int { 1 + 4 * kind + place.rawValue }

    /// Whether one tag may follow another; `nil` is the edge of a sentence.
    package static func mayFollow(_ next: Int?, _ tag: Int?) -> Bool {
        let isOpen = tag.map { (1...12).contains($0) && ($0 - 1) % 4 < 2 } ?? false
        guard let next else { return !isOpen }
        let goesOn = (1...12).contains(next) && (1...2).contains((next - 1) % 4)
        if isOpen, let tag { return goesOn && (next - 1) / 4 == (tag - 1) / 4 }
        if next == otherInside { return tag == otherFirst || tag == otherInside }
        return !goesOn
    }

    /// The tags of the tokens of a sentence with some names; tokens outside of names have none.
    package static func tags(count: Int, names: [(tokens: Range<Int>, kind: Int?)]) -> [UInt8] {
        var tags = [UInt8](repeating: UInt8(outside), count: count)
        for name in names where !name.tokens.isEmpty {
            for token in name.tokens {
                let isFirst = token == name.tokens.lowerBound
                let isLast = token == name.tokens.upperBound - 1
                guard let kind = name.kind else {
                    tags[token] = UInt8(isFirst ? otherFirst : otherInside)
                    continue
                }
                let place: Place = isFirst ? (isLast ? .only : .first) : (isLast ? .last : .inside)
                tags[token] = UInt8(tag(kind, place))
            }
        }
        return tags
    }

    /// The names that a sequence of tags tells; kind is an index into `kinds`, nil for other names. Linear.
    static func names(in tags: [UInt8]) -> [(tokens: Range<Int>, kind: Int?)] {
        var names: [(tokens: Range<Int>, kind: Int?)] = []
        var token = 0
        while token < tags.count {
            let tag = Int(tags[token])
            var end = token + 1
            if tag == outside {
                token = end
                continue
            }
            if tag >= otherFirst {
                while end < tags.count, Int(tags[end]) == otherInside { end += 1 }
                names.append((token..<end, nil))
            } else {
                let kind = (tag - 1) / 4
                while end < tags.count, mayFollow(Int(tags[end]), Int(tags[end - 1])),
                    (1...12).contains(Int(tags[end])),
                    (1...2).contains((Int(tags[end]) - 1) % 4)
                {
                    end += 1
                }
                names.append((token..<end, kind))
            }
            token = end
        }
        return names
    }
}
