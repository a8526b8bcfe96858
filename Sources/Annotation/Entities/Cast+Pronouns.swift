import Language
import Records

extension Cast {
    static let personalPronouns = Set(
        ["he", "she", "him", "his", "her", "hers", "himself", "herself"].map(WordHash.of))

    /// Links "he" and "she" to a person where only one can be meant: nobody else was named in this paragraph so far, or,
    /// if nobody was, in the paragraph before.
    mutating func findPronouns() {
        guard reading.isEnglish else { return }
        var before: Set<Int> = []
        for paragraph in reading.text.paragraphs {
            var here: Set<Int> = []
            for token in paragraph.tokens {
                if let member = member(at: token) {
                    if members[member].type == .person { here.insert(member) }
                } else if Self.personalPronouns.contains(reading.text.hashes[token]) {
                    let candidates = here.isEmpty ? before : here
                    if candidates.count == 1, let only = candidates.first { members[only].pronouns.append(token) }
                }
            }
            if !here.isEmpty { before = here }
        }
    }
}
