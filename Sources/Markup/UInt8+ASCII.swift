/// Tests of single bytes, ASCII only.
extension UInt8 {
    /// Space, tab, newline, form feed or return: HTML's white space.
    @inlinable public var isASCIISpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D && self != 0x0B) }

    /// A to Z, a to z.
    @inlinable public var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

    /// 0 to 9.
    @inlinable public var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }

    /// A letter or a digit.
    @inlinable public var isASCIILetterOrDigit: Bool { isASCIILetter || isASCIIDigit }

    /// The byte with A to Z made small.
    @inlinable public var lowercasedASCII: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }

    /// What may follow a tag's name.
    var closesTagName: Bool { isASCIISpace || self == UInt8(ascii: ">") || self == UInt8(ascii: "/") }
}
