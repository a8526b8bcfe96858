import Language
import Records

extension Cast {
    /// The record's entities, in order of first mention.
    func entities(headline: String?, standfirst: String? = nil) -> [Entity] {
        let saliences = Salience(self, headline: headline, standfirst: standfirst).values
        let senses = PlaceResolver.senses(of: self)
        let evidence = EntityEvidence(self)
        return members.indices.map { index in
            let member = members[index]
            var entity = Entity(id: Self.id(index), type: member.type, name: "")
            addNames(of: member, to: &entity)
            addMentions(of: member, to: &entity)
            addPlace(of: member, senses[index], to: &entity)
            if let state = state(of: member) { entity.country = state }
            entity.age = member.age
            entity.roles = member.roles.map { role($0) }
            entity.salience = saliences[index]
            entity.confidence =
                reading.isEnglish
                ? EntityConfidence.shared.value(evidence.features(of: member)) : EntityConfidence.foreign(member.type)
            return entity
        }
    }

    /// The fullest form is the name, the others are aliases, in order of first use.
    private func addNames(of member: Member, to entity: inout Entity) {
        var forms: [String] = []
        // By their bytes: text to annotate is taken as it is, and hashing a string sorts its marks, of which a letter may
        // have a pile.
        var seen: Set<[UInt8]> = []
        for mention in member.mentions {
            let form = folded(reading.text.string(tokens: mentions[mention].tokens))
            if seen.insert(Array(form.utf8)).inserted { forms.append(form) }
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
        if !member.references.isEmpty {
            all += member.references.map { Mention(range: reading.range(tokens: $0.tokens), kind: $0.kind) }
            all.sort { $0.range < $1.range }
        }
        entity.mentions = all
    }

    /// A place has what its name means in this article, a people its country.
    private func addPlace(of member: Member, _ sense: PlaceSense?, to entity: inout Entity) {
        if member.type == .group { entity.country = member.entry.flatMap { Gazetteer.shared.entries[$0].country } }
        guard member.type == .place else { return }
        guard let sense, sense.country != .none else {
            // A country by its name in another language.
            if !reading.isEnglish, let entry = member.entry.map({ Gazetteer.shared.entries[$0] }),
                entry.placeKind == "country"
            {
                entity.country = entry.country
                entity.placeKind = entry.placeKind
            } else if let sense {
                addSense(sense, to: &entity)
            }
            return
        }
        addSense(sense, to: &entity)
    }

    private func addSense(_ sense: PlaceSense, to entity: inout Entity) {
        entity.country = sense.country.letters
        entity.placeKind = sense.kind
        entity.location = sense.location
        entity.geonamesId = sense.geonamesId
    }

    private func role(_ note: RoleNote) -> Role {
        var role = Role(
            title: note.wording ?? folded(reading.text.string(tokens: note.title)),
            range: reading.range(tokens: note.passage), former: note.isFormer ? true : nil)
        switch note.owner {
        case .member(let member): role.organization = Self.id(member)
        case .words(let words): role.organizationName = ownName(words)
        case nil: break
        }
        return role
    }

    /// The words that name an organisation without a name of its own ("local fishermen's union"); those that only point
    /// back to one, and point at nothing, name none.
    private func ownName(_ words: Range<Int>) -> String? {
        let isPointing =
            RoleFinder.articles.contains(reading.text.hashes[words.lowerBound])
            || RoleFinder.possessives.contains(reading.text.hashes[words.lowerBound])
        let named = isPointing ? words.dropFirst() : words
        return named.count > 1 ? folded(reading.text.string(tokens: named)) : nil
    }
}
