/// A ground to believe or to doubt a value: where a page gives it, or what it looks like. Each has a learned weight for
/// each field (`EvidenceWeights`).
enum Clue: UInt8, CaseIterable {
    // Markup for machines.
    case linked, linkedPerson, linkedOrganization, linkedName, linkedPage, linkedAlternative, linkedCreated
    case linkedModified, linkedElsewhere, openGraph, twitter, meta, metaOther, metaModified, card, microdata
    case microdataModified, relAuthor, title, address
    // What the page shows.
    case heading, otherHeading, headlinePassage, line, lineInBody, lineAtEnd, marked, markedInBody, markedAtEnd
    case any, authorLink, authorLinkInBody, authorLinkAtEnd, markedElsewhere, bareName, bareWords
    case bareNameAtEnd, note, timePublished, time, timeInBody
    case lineUpdated, linePublished, lineAside, timeUpdated
    // What a value looks like.
    case site, newsSite, shownSite, collective, agency, oneWord, small, sentence, odd, givenName, shown, crowd, other,
        cut, short,
        part
    // How a name compares with the page's others.
    case only, first, best, beaten, beatenByName, equalled, full, manifold, besideName
    case ambiguous, swapped, latest, earliest, nearest, news, newsGraph, newsHeading, agreed
    // How a headline stands to the address and the page.
    case slugBest, slugSame, slugWorse, slugNone, long, cutOff, linkedHeading, headerHeading
    // What else speaks for and against names and days.
    case told, toldShown, soleBare, soleBareDated, commonWord, commonWords, handle, inProse, dated, insideName,
        aroundName, besidePerson, afterChange
    // What the other names of the page say of one.
    case toldNobody, toldUnseen, otherRole, opensText
    // The page's head calls it no article.
    case noArticle

    /// The clue's name in the table of weights and for those who ask why: `json-ld` forms and all, hyphenated.
    var name: String { Self.names[Int(rawValue)] }

    private static let names: [String] = allCases.map { clue in
        String(describing: clue).reduce(into: "") { name, letter in
            name += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
        }
    }
}

/// A set of clues: one bit each, of 128.
struct ClueSet: OptionSet {
    let rawValue: UInt128

    init(rawValue: UInt128) { self.rawValue = rawValue }

    /// The set of some clues.
    init(_ clues: Clue...) { self.init(rawValue: clues.reduce(0) { $0 | 1 << UInt128($1.rawValue) }) }

    /// Whether a clue is in the set.
    func has(_ clue: Clue) -> Bool { rawValue & 1 << UInt128(clue.rawValue) != 0 }

    /// Its clues in the order of their kind.
    var clues: [Clue] { Clue.allCases.filter(has) }
}
