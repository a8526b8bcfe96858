import Markup

/// The publication's name where nothing but the page's title tells it: "Headline - The Post", "The Post: Headline".
struct SiteTitle {
    private let head: ArticleHead

    /// Words of a publication's name; a part of a title that has more is a headline's.
    private static let longest = 5
    /// Passages at a page's head and foot in which a publication names itself.
    private static let reach = 30
    /// Bytes of the lines in which it does.
    private static let longestLine = 160

    /// A reader of one page's title.
    init(_ head: ArticleHead) { self.head = head }

    /// What stands beside the headline in the page's title, first or last, if the host agrees or the page's head or foot shows
    /// it; nil for any other title. Linear in the title and in the lines looked at.
    func name(beside headline: String?) -> String? {
        guard let headline, let title = head.meta.title.map({ References.decoded($0).folded.composed }) else {
            return nil
        }
        let key = HeadlineReader.key(headline)
        guard !key.isEmpty, HeadlineReader.key(title).utf8.count > key.utf8.count else { return nil }
        let parts = SiteSuffix.outer(of: title)
        for (name, rest) in parts where HeadlineReader.key(rest).contains(key) && isName(name) {
            if isOwn(name) { return name }
        }
        return nil
    }

    private func isName(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return (1...Self.longest).contains(words.count) && (3...40).contains(text.count)
            && words.contains { $0.first?.isUppercase == true || $0.first?.isCased == false || $0.contains(".") }
    }

    private func isOwn(_ name: String) -> Bool {
        let words = name.comparable
        let squeezed = words.filter { $0 != " " }
        let labels = head.address?.siteNames.map { HeadlineReader.key($0) } ?? []
        let initials = String(words.split(separator: " ").compactMap(\.first))
        if labels.contains(where: { agrees($0, squeezed) || ($0.count >= 3 && $0 == initials) }) { return true }
        return isShown(words)
    }

    /// Whether a label of a host says a name: the one begins or ends with the other.
    private func agrees(_ label: String, _ name: String) -> Bool {
        let (short, long) = label.count < name.count ? (label, name) : (name, label)
        return short.count >= 3 && (long.hasPrefix(short) || long.hasSuffix(short))
    }

    /// Whether a line at the page's head or foot is a name, opens with it, or gives it as the owner's of the rights; an edition may
    /// have a word more.
    private func isShown(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        let paper = words.count > 2 ? words.dropLast().joined(separator: " ") : name
        return margins.contains { passage in
            let line = head.list.string(passage)
            let said = line.comparable
            if said == name || said.hasPrefix(name + " ") { return true }
            return Self.tellsOwner(line) && (said.contains(name) || said.contains(paper))
        }
    }

    /// The short lines at the page's head and foot.
    private var margins: [Passage] {
        let passages = head.list.passages
        return (Array(passages.prefix(Self.reach)) + Array(passages.dropFirst(Self.reach).suffix(Self.reach)))
            .filter { $0.text.count <= Self.longestLine && $0.element.headingLevel == nil }
    }

    /// By bytes: of the lines of a page nearly none does.
    private static func tellsOwner(_ line: String) -> Bool {
        line.holds("©") || line.holds("(c) ") || line.holds("(C) ") || line.holds("opyright") || line.holds("版权")
            || line.holds("版權") || line.holds("저작권")
    }

    /// Who owns the rights in the page by its foot, where the page has no address, or a host that agrees: "Copyright 1999-2009
    /// Öresund Weekly. Best viewed …".
    var owner: String? {
        for passage in margins.reversed() {
            for line in head.list.string(passage).split(separator: "\n") where Self.tellsOwner(String(line)) {
                guard let name = Self.owner(in: String(line)), isName(name) else { continue }
                let key = HeadlineReader.key(name)
                if head.address == nil
                    || (head.address?.siteNames ?? []).contains(where: { agrees(HeadlineReader.key($0), key) })
                {
                    return name
                }
            }
        }
        return nil
    }

    /// The name in a line of rights: what follows the marks and the years, up to a mark.
    static func owner(in line: String) -> String? {
        guard let mark = ["©", "opyright", "(c) ", "(C) "].compactMap({ line.range(of: $0)?.upperBound }).max() else {
            return nil
        }
        let rest = line[mark...].drop { !$0.isLetter }
        let name = rest.prefix { !".,|–—-•·;:©(/".contains($0) && !$0.isNumber }
        let words = String(name).folded.split(separator: " ")
        let end =
            words.firstIndex { ["all", "alle", "all’", "tous", "todos", "tutti"].contains($0.lowercased()) }
            ?? words.count
        let kept = words[..<end]
        return kept.isEmpty || kept.contains(where: { $0.first?.isLowercase == true })
            ? nil : kept.joined(separator: " ")
    }
}
