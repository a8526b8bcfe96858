/// What a token is, by its characters alone.
public enum TokenKind: UInt8, Sendable {
    /// Letters, with apostrophes, dots and digits inside: "Kyiv", "don't", "U.S.", "F16".
    case word
    /// Digits with their group and decimal marks: "1,234.5".
    case number
    /// The possessive ending, apostrophe and s, of the word before it.
    case possessive
    /// A quotation mark of any shape, doubled back-ticks and apostrophes included.
    case quote
    /// A full stop, exclamation mark, question mark or ellipsis, of any script.
    case terminator
    /// A comma, of any script.
    case comma
    /// A colon or semicolon.
    case colon
    /// A hyphen with something glued to both sides.
    case hyphen
    /// A dash, or hyphens that stand alone.
    case dash
    /// An opening bracket.
    case open
    /// A closing bracket.
    case close
    /// A currency sign.
    case currency
    /// A percent sign.
    case percent
    /// A web or mail address.
    case address
    /// Anything else.
    case symbol
}

/// How a token looks and stands: capitals, digits, and what surrounds it.
public struct TokenFlags: OptionSet, Sendable {
    /// The bits.
    public let rawValue: UInt16
    /// Flags from bits.
    @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Begins with a capital letter.
    @inlinable public static var capital: TokenFlags { TokenFlags(rawValue: 1) }
    /// Two or more letters, all of them capitals (dots apart): "NATO", "U.S.".
    @inlinable public static var allCaps: TokenFlags { TokenFlags(rawValue: 2) }
    /// Holds a lower-case letter.
    @inlinable public static var lower: TokenFlags { TokenFlags(rawValue: 4) }
    /// Holds a digit.
    @inlinable public static var digit: TokenFlags { TokenFlags(rawValue: 8) }
    /// One capital with its dot: "J.".
    @inlinable public static var initial: TokenFlags { TokenFlags(rawValue: 16) }
    /// Ends with a dot that belongs to it: "Gen.", "a.m.".
    @inlinable public static var abbreviation: TokenFlags { TokenFlags(rawValue: 32) }
    /// White space, or the text's start, stands before it.
    @inlinable public static var spaced: TokenFlags { TokenFlags(rawValue: 64) }
    /// First of its sentence.
    @inlinable public static var opensSentence: TokenFlags { TokenFlags(rawValue: 128) }
    /// First of its paragraph.
    @inlinable public static var opensParagraph: TokenFlags { TokenFlags(rawValue: 256) }
    /// An abbreviation that never ends a sentence: "Mr.".
    @inlinable public static var leansForward: TokenFlags { TokenFlags(rawValue: 512) }
    /// White space, or the text's end, stands after it.
    @inlinable public static var spaceAfter: TokenFlags { TokenFlags(rawValue: 1024) }
    /// Holds a letter outside ASCII.
    @inlinable public static var wide: TokenFlags { TokenFlags(rawValue: 2048) }
}
