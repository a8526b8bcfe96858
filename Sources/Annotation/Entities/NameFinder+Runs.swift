import Language
import Records

extension NameFinder {
    /// The longest name of the GMB news texts has 10 tokens; with titles before it this is ample. Keeps the pass linear.
    private static let longestRun = 24

    /// The token after the last of the run of name words that begins at `start`.
    func endOfRun(from start: Int, limit: Int) -> Int {
        let limit = min(limit, start + Self.longestRun)
        var end = start
        if let known = gazetteer.match(in: text, at: start, limit: limit) { end = start + known.length - 1 }
        end += 1
        while end < limit, let next = extended(start, end, limit) { end = next }
        return end
    }

    /// Where the run goes on after `end`, when it does.
    private func extended(_ start: Int, _ end: Int, _ limit: Int) -> Int? {
        switch text.kinds[end] {
        case .word: return extendedByWord(start, end, limit)
        case .hyphen:
            guard end + 1 < limit, text.kinds[end + 1] == .word else { return nil }
            if text.flags[end + 1].contains(.capital) { return end + 2 }
            let isParticle = reading.clues[end + 1].contains(.particle)
            guard isParticle, end + 3 < limit, text.kinds[end + 2] == .hyphen, text.isCapitalised(end + 3) else {
                return nil
            }
            return end + 4
        case .symbol:
            guard text.hashes[end] == Self.ampersand, end + 1 < limit, text.isCapitalised(end + 1) else { return nil }
            return end + 2
        default: return nil
        }
    }

    private func extendedByWord(_ start: Int, _ end: Int, _ limit: Int) -> Int? {
        guard text.flags[end].contains(.spaced) else { return nil }
        let clue = reading.clues[end]
        if text.flags[end].contains(.capital) {
            if clue.contains(.calendar) { return reading.clues[end - 1].contains(.given) ? end + 1 : nil }
            return clue.contains(.function) && !text.flags[end].contains(.allCaps) ? nil : end + 1
        }
        if clue.contains(.particle) {
            var next = end + 1
            while next < limit, reading.clues[next].contains(.particle), next < end + 3 { next += 1 }
            if next < limit, text.kinds[next] == .hyphen { next += 1 }
            let joins = next < limit && text.isCapitalised(next) && !reading.clues[next].contains(.calendar)
            return joins && !reading.clues[end - 1].contains(.function) ? next + 1 : nil
        }
        return extendedByConnector(start, end, limit)
    }

    /// "Ministry of Defence", "Centre for the Study of …", "Organization for Security and Cooperation".
    private func extendedByConnector(_ start: Int, _ end: Int, _ limit: Int) -> Int? {
        let hash = text.hashes[end]
        let isOf = hash == Self.of || hash == Self.for
        guard isOf || hash == Self.and else { return nil }
        var next = end + 1
        if isOf, next < limit, text.hashes[next] == Self.the { next += 1 }
        guard next < limit, text.isCapitalised(next), reading.clues[next].isDisjoint(with: [.calendar, .function])
        else { return nil }
        let before = reading.clues[end - 1]
        if isOf {
            return before.contains(.organizationHead) ? next + 1 : nil
        }
        // "and" stays inside after "of" or "for" when common words stand on both sides, or when a head follows.
        let inside = (start..<end).contains { text.hashes[$0] == Self.of || text.hashes[$0] == Self.for }
        guard before.contains(.common), reading.clues[next].contains(.common) else { return nil }
        if inside { return next + 1 }
        let beyond = next + 1
        return beyond < limit && reading.clues[beyond].contains(.organizationHead) && text.isCapitalised(beyond)
            ? beyond + 1 : nil
    }
}
