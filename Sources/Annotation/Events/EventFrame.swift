import Language
import Records

/// Who acts and who is acted upon, by the words around one trigger: subject and object of a verb, the other way round in
/// the passive; of a noun its possessor, and what "of", "on", "by" and "with" add.
struct EventFrame {
    /// The words of a frame stand within so many tokens of the trigger.
    private static let reach = 10
    private static let auxiliaryReach = 3
    /// A noun's own words stand within so many tokens before it.
    private static let phraseReach = 6
    /// A subject is looked for so far before its verb.
    private static let subjectReach = 24

    let finder: EventFinder
    let trigger: Range<Int>
    let sentence: Range<Int>
    let form: EventTriggers.Form

    private var text: TokenizedText { finder.text }
    private var cast: Cast { finder.cast }

    /// Puts actors and targets into a draft.
    func fill(_ draft: inout EventFinder.Draft) {
        let isNoun = form == .noun || form == .either && isNominal
        let isPassive = !isNoun && self.isPassive
        if isNoun {
            draft.actors = possessor().map { [$0] } ?? []
            if draft.actors.isEmpty { draft.actors = agents() }
            draft.targets = objects(behindPreposition: true)
            if draft.actors.isEmpty, isObject { draft.actors = subject().map { [$0] } ?? [] }
        } else if isPassive {
            draft.targets = subject().map { [$0] } ?? []
            draft.actors = agents()
        } else if !isAttributive {
            draft.actors = subject().map { [$0] } ?? []
            draft.targets = objects(behindPreposition: false)
        }
        draft.targets.removeAll { draft.actors.contains($0) }
    }

    /// Whether the word before the trigger makes a noun of it.
    private var isNominal: Bool {
        let before = trigger.lowerBound - 1
        guard before >= sentence.lowerBound else { return false }
        if text.kinds[before] == .possessive || EventWords.determiners.contains(text.hashes[before]) { return true }
        return cast.member(at: before).map { cast.members[$0].type == .group } ?? false
    }

    /// "Avoid flooded roads", "two arrested men": a participle before its noun has no subject.
    private var isAttributive: Bool {
        let (before, next) = (trigger.lowerBound - 1, trigger.upperBound)
        guard trigger.count == 1, before >= sentence.lowerBound, next < sentence.upperBound,
            text.bytes[text.ends[trigger.lowerBound] - 1] == UInt8(ascii: "d"),
            !text.flags[next].contains(.capital), CountFinder.isPlural(next, in: text)
        else { return false }
        return text.kinds[before] == .number || EventWords.determiners.contains(text.hashes[before])
            || EventWords.doubts.contains(text.hashes[before]) || EventWords.towards.contains(text.hashes[before])
            || text.kinds[before] == .comma && next + 1 < sentence.upperBound && text.kinds[next + 1] == .comma
    }

    /// Whether the noun is what a verb makes, holds or joins ("made his first visit"): no preposition opens its phrase.
    private var isObject: Bool {
        guard !isFollowedBy(EventWords.between) else { return false }
        var token = trigger.lowerBound - 1
        while token >= max(sentence.lowerBound, trigger.lowerBound - Self.phraseReach) {
            guard text.kinds[token] == .word else { return false }
            if EventWords.light.contains(text.hashes[token]) { return true }
            if EventWords.towards.contains(text.hashes[token]) || EventWords.clauses.contains(text.hashes[token]) {
                return false
            }
            token -= 1
        }
        return false
    }

    private var isPassive: Bool {
        var token = trigger.lowerBound - 1
        while token >= max(sentence.lowerBound, trigger.lowerBound - Self.auxiliaryReach) {
            if EventWords.being.contains(text.hashes[token]) { return !text.isGerund(trigger.lowerBound) }
            if EventWords.having.contains(text.hashes[token]) { return false }
            if text.kinds[token] != .word { break }
            token -= 1
        }
        return isFollowedBy(EventWords.by)
    }

    private func isFollowedBy(_ word: UInt64) -> Bool {
        trigger.upperBound < sentence.upperBound && text.hashes[trigger.upperBound] == word
    }

    /// The member meant at a token, by name, noun or pronoun, when it may act and qualifies nothing ("Iran-backed rebels").
    private func actor(at token: Int) -> Int? {
        guard let member = cast.member(at: token) ?? cast.memberOfReference[token], mayAct(member),
            !opensCompound(token)
        else { return nil }
        return member
    }

    private func opensCompound(_ token: Int) -> Bool {
        guard let mention = cast.mention(at: token) else { return false }
        let next = cast.mentions[mention].tokens.upperBound
        return next + 1 < sentence.upperBound && text.kinds[next] == .hyphen && text.kinds[next + 1] == .word
            && !text.isCapitalised(next + 1)
    }

    private func mayAct(_ member: Int) -> Bool {
        switch cast.members[member].type {
        case .person, .organization, .group: true
        case .place: cast.members[member].entry.map { Gazetteer.shared.entries[$0].placeKind == "country" } ?? false
        default: false
        }
    }

    /// "Rutte's visit", "his visit", "a Russian attack".
    private func possessor() -> Int? {
        var token = trigger.lowerBound - 1
        while token >= max(sentence.lowerBound, trigger.lowerBound - 5) {
            if text.kinds[token] == .possessive, token > sentence.lowerBound { return actor(at: token - 1) }
            if let member = actor(at: token), cast.members[member].type == .group || cast.mention(at: token) == nil {
                return member
            }
            guard text.kinds[token] == .word || text.kinds[token] == .hyphen,
                cast.mention(at: token) == nil
            else { return nil }
            token -= 1
        }
        return nil
    }

    /// Those behind "by" or "between … and …".
    private func agents() -> [Int] {
        let limit = min(sentence.upperBound, trigger.upperBound + Self.reach)
        var token = trigger.upperBound
        while token < limit {
            if text.hashes[token] == EventWords.by { return listed(from: token + 1, limit: limit, most: 2) }
            if text.hashes[token] == EventWords.between { return listed(from: token + 1, limit: limit, most: 3) }
            if EventWords.clauses.contains(text.hashes[token]) || text.kinds[token] == .terminator { return [] }
            token += 1
        }
        return []
    }

    /// Members named one after another, joined by commas and "and".
    private func listed(from first: Int, limit: Int, most: Int) -> [Int] {
        var found: [Int] = []
        var token = first
        while token < limit, found.count < most {
            if let member = actor(at: token) {
                if !found.contains(member) { found.append(member) }
            } else if EventWords.clauses.contains(text.hashes[token]) || EventWords.towards.contains(text.hashes[token])
            {
                break
            }
            token += 1
        }
        return found
    }

    /// The subject: the nearest name, noun or pronoun before the verb that stands where subjects stand, past appositions.
    /// Behind "that" or "which" the verb belongs to something else, and nobody named may be its subject; nor where a pronoun
    /// that stands for nobody known ("whoever wins") is nearer.
    private func subject() -> Int? {
        let before = trigger.lowerBound - 1
        if before >= sentence.lowerBound, EventWords.relatives.contains(text.hashes[before]) { return nil }
        var token = trigger.lowerBound - 1
        let floor = max(sentence.lowerBound, trigger.lowerBound - Self.subjectReach)
        while token >= floor {
            defer { token -= 1 }
            guard let member = actor(at: token) else {
                if isSomebodyUnknown(token) { return nil }
                continue
            }
            let tokens = cast.mention(at: token).map { cast.mentions[$0].tokens } ?? token..<(token + 1)
            guard tokens.upperBound == token + 1 || cast.mention(at: token) == nil else { continue }
            if finder.grammar.place(of: tokens, cast) == .subject { return member }
        }
        return nil
    }

    /// Whether a token is a pronoun in the subject's place that is linked to nobody.
    private func isSomebodyUnknown(_ token: Int) -> Bool {
        guard cast.memberOfReference[token] == nil else { return false }
        return EventWords.subjects.contains(text.hashes[token])
            || EventWords.somebody.contains(text.hashes[token])
                && finder.grammar.place(at: token, floor: sentence.lowerBound) == .subject
    }

    /// Whom the verb acts upon: the first behind it, past a preposition. Of a noun the preposition stands right behind it:
    /// "his visit came after the attack on Kharkiv" was no visit to Kharkiv.
    private func objects(behindPreposition: Bool) -> [Int] {
        let limit = min(sentence.upperBound, trigger.upperBound + Self.reach)
        var token = trigger.upperBound
        if behindPreposition, !isFollowedByPreposition { return [] }
        var isOpen = !behindPreposition || EventWords.towards.contains(text.hashes[trigger.upperBound - 1])
        while token < limit {
            if text.hashes[token] == EventWords.by || text.hashes[token] == EventWords.between { return [] }
            if EventWords.clauses.contains(text.hashes[token]) || text.kinds[token] == .terminator { return [] }
            if EventWords.towards.contains(text.hashes[token]) { isOpen = true }
            if isOpen, let member = target(at: token), !isSetting(token, member, behindPreposition) { return [member] }
            token += 1
        }
        return []
    }

    private var isFollowedByPreposition: Bool {
        EventWords.towards.contains(text.hashes[trigger.upperBound - 1])
            || trigger.upperBound < sentence.upperBound && EventWords.towards.contains(text.hashes[trigger.upperBound])
    }

    /// Whether a place is where a noun's event was, and not what it concerned: "talks in Oslo".
    private func isSetting(_ token: Int, _ member: Int, _ isNoun: Bool) -> Bool {
        guard isNoun, cast.members[member].type == .place else { return false }
        var before = (cast.mention(at: token).map { cast.mentions[$0].tokens.lowerBound } ?? token) - 1
        if before > trigger.upperBound, text.hashes[before] == NameFinder.the { before -= 1 }
        return before >= trigger.upperBound && EventWords.within.contains(text.hashes[before])
    }

    /// Towns and buildings are attacked and visited, but do not act.
    private func target(at token: Int) -> Int? {
        guard let member = cast.member(at: token) ?? cast.memberOfReference[token] else { return nil }
        switch cast.members[member].type {
        case .person, .organization, .group, .place: return member
        default: return nil
        }
    }
}
