import Language
import Records

extension Cast {
    private static let ex = WordHash.of("ex")
    /// A dozen offices is more than any article gives; the bound keeps the search short.
    private static let mostRoles = 12

    /// Gives people the titles that stand around their names, their ages, and whether they are he or she.
    mutating func findRoles() {
        guard reading.isEnglish else { return }
        let finder = RoleFinder(self)
        let ages = AgeReader(text: reading.text)
        let genders = GenderReader(self)
        for index in mentions.indices where members[memberOfMention[index]].type == .person {
            let member = memberOfMention[index]
            for note in finder.notes(around: index) { add(note, to: member) }
            if members[member].age == nil { members[member].age = ages.age(around: mentions[index].tokens) }
            if members[member].gender == nil { members[member].gender = genders.told(around: mentions[index].tokens) }
        }
        for index in members.indices where members[index].type == .person && members[index].gender == nil {
            members[index].gender = genders.byTitleOrName(members[index])
        }
    }

    private mutating func add(_ note: RoleNote, to member: Int) {
        var note = note
        let text = reading.text
        // "ex-president" is a title of the list; what it says is that the president is a former one.
        if note.title.count > 2, text.hashes[note.title.lowerBound] == Self.ex,
            text.kinds[note.title.lowerBound + 1] == .hyphen
        {
            note.title = (note.title.lowerBound + 2)..<note.title.upperBound
            note.isFormer = true
        }
        let title = wording(note)
        for (index, known) in members[member].roles.enumerated() {
            let isSame = wording(known) == title || known.title.overlaps(note.title)
            let agrees = known.owner == nil || note.owner == nil || known.owner == note.owner
            guard isSame, agrees || known.title.overlaps(note.title) else { continue }
            if known.owner == nil, note.owner != nil {
                members[member].roles[index].owner = note.owner
                members[member].roles[index].passage = note.passage
            }
            if note.isFormer { members[member].roles[index].isFormer = true }
            return
        }
        if members[member].roles.count < Self.mostRoles { members[member].roles.append(note) }
    }

    /// The title's words in small letters.
    func wording(_ note: RoleNote) -> String {
        note.wording ?? reading.text.string(tokens: note.title).lowercased()
    }

    /// Gives the owners told by words ("the company's", "its") the members they stand for.
    mutating func settleOwners() {
        for member in members.indices {
            for index in members[member].roles.indices {
                guard case .words(let words)? = members[member].roles[index].owner else { continue }
                if let found = memberOfReference[words.upperBound - 1] {
                    members[member].roles[index].owner = .member(found)
                }
            }
        }
    }
}
