import Language
import Records

extension Cast {
    /// The record's entities, in order of first mention.
    func entities(headline: String?) -> [Entity] {
        let headlineWords = Set(TokenizedText(headline ?? "").hashes)
        let senses = PlaceResolver.senses(of: self)
        let most = members.map { $0.mentions.count + $0.pronouns.count }.max() ?? 1
        return members.indices.map { index in
            let member = members[index]
            var entity = Entity(id: Self.id(index), type: member.type, name: "")
            addNames(of: member, to: &entity)
            addMentions(of: member, to: &entity)
            addPlace(of: member, senses[index], to: &entity)
            entity.age = member.age
            entity.roles = member.roles.map { role($0) }
            entity.salience = salience(of: member, most: most, headlineWords: headlineWords)
            return entity
        }
    }

    /// The fullest form is the name, the others are aliases, in order of first use.
    private func addNames(of member: Member, to entity: inout Entity) {
        var forms: [String] = []
        var seen: Set<String> = []
        for mention in member.mentions {
            let form = folded(reading.text.string(tokens: mentions[mention].tokens))
            if seen.insert(form).inserted { forms.append(form) }
        }
        var fullest = 0
        for (index, form) in forms.enumerated() where form.utf8.count > forms[fullest].utf8.count { fullest = index }
        entity.name = forms.isEmpty ? "" : forms[fullest]
        entity.aliases = forms.enumerated().filter { $0.offset != fullest }.map(\.element)
    }

    /// White space inside a name, such as a wrapped line's end, becomes one blank.
    private func folded(_ name: String) -> String {
        // Nearly every name is plain words with one blank between them; characters are looked at only where it is not.
        var afterBlank = false
        let isPlain = name.utf8.allSatisfy { byte in
            let isBlank = byte == UInt8(ascii: " ")
            defer { afterBlank = isBlank }
            return isBlank ? !afterBlank : byte > 0x20 && byte < 0x7F
        }
        if isPlain { return name }
        return name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func addMentions(of member: Member, to entity: inout Entity) {
        var all = member.mentions.map {
            Mention(range: reading.range(tokens: mentions[$0].tokens), kind: .name)
        }
        if !member.pronouns.isEmpty {
            all += member.pronouns.map { Mention(range: reading.range(tokens: $0..<($0 + 1)), kind: .pronoun) }
            all.sort { $0.range < $1.range }
        }
        entity.mentions = all
    }

    /// A place has what its name means in this article, a people its country.
    private func addPlace(of member: Member, _ sense: PlaceSense?, to entity: inout Entity) {
        if member.type == .group { entity.country = member.entry.flatMap { Gazetteer.shared.entries[$0].country } }
        guard member.type == .place, let sense else { return }
        entity.country = sense.country.letters
        entity.placeKind = sense.kind
        entity.location = sense.location
        entity.geonamesId = sense.geonamesId
    }

    private func role(_ note: RoleNote) -> Role {
        Role(
            title: folded(reading.text.string(tokens: note.title)), organization: note.organization.map(Self.id),
            range: reading.range(tokens: note.passage), former: note.isFormer ? true : nil)
    }

    /// Half for how often, three tenths for how early, two tenths for the headline: a plain scale without a fitted
    /// constant; only the order it gives is meant to be read.
    private func salience(of member: Member, most: Int, headlineWords: Set<UInt64>) -> Double {
        guard let first = member.mentions.first else { return 0 }
        let often = Double(member.mentions.count + member.pronouns.count) / Double(max(most, 1))
        let sentence = Int(reading.text.sentenceOfToken[mentions[first].tokens.lowerBound])
        let early = 1 - Double(sentence) / Double(max(reading.text.sentences.count, 1))
        let head = member.mentions.contains {
            headlineWords.contains(reading.text.hashes[mentions[$0].tokens.upperBound - 1])
        }
        let value = 0.5 * often + 0.3 * early + (head ? 0.2 : 0)
        return (value * 100).rounded() / 100
    }
}
