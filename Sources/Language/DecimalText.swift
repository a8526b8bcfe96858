/// Numbers in word lists. What strings are read with takes most of the time that a long list of numbers needs.
public enum DecimalText {
    private static let powers: [Double] = (0...maximumPlaces).reduce(into: []) { powers, place in
        powers.append(place == 0 ? 1 : powers[place - 1] * 10)
    }
    /// Ten to these powers and whole numbers of so many digits are exact as a `Double`, so that a division rounds once
    /// (Clinger, How to read floating point numbers accurately, 1990).
    private static let maximumPlaces = 22
    private static let maximumDigits = 15

    /// The nearest `Float`, as `Float(String)` gives it; nil where the text is no number. Linear.
    public static func float(_ text: ArraySlice<UInt8>) -> Float? {
        guard let value = simple(text), value == 0 || value.magnitude > Double(Float.leastNormalMagnitude),
            // Halfway between two floats the first rounding may have hidden on which side the number lies.
            value.bitPattern & 0x1FFF_FFFF != 0x1000_0000
        else { return Float(String(decoding: text, as: UTF8.self)) }
        return Float(value)
    }

    /// A number without an exponent, or nil.
    private static func simple(_ text: ArraySlice<UInt8>) -> Double? {
        var digits = 0
        var places: Int?
        var whole: UInt64 = 0
        let isNegative = text.first == UInt8(ascii: "-")
        for byte in isNegative ? text.dropFirst() : text {
            if byte &- 0x30 < 10 {
                whole = whole &* 10 &+ UInt64(byte &- 0x30)
                digits += 1
                if let place = places { places = place + 1 }
            } else if byte == UInt8(ascii: "."), places == nil {
                places = 0
            } else {
                return nil
            }
            guard digits <= maximumDigits else { return nil }
        }
        guard digits > 0, places != 0 else { return nil }
        let value = Double(whole) / powers[places ?? 0]
        return isNegative ? -value : value
    }

    /// A whole number, as `Int32(String)` gives it; nil where the text is none. Linear.
    public static func integer(_ text: ArraySlice<UInt8>) -> Int32? {
        let isNegative = text.first == UInt8(ascii: "-")
        let digits = isNegative ? text.dropFirst() : text
        guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy({ $0 &- 0x30 < 10 }) else {
            return Int32(String(decoding: text, as: UTF8.self))
        }
        let value = digits.reduce(Int32(0)) { $0 * 10 + Int32($1 &- 0x30) }
        return isNegative ? -value : value
    }
}
