import Markup

/// Character references in values that were escaped twice, as JSON-LD and `<meta>` often are.
enum References {
    /// A value with its references resolved, twice where resolving leaves some: `&amp;rsquo;`. Linear.
    static func decoded(_ value: String) -> String {
        var value = value
        for _ in 0..<2 where value.utf8.contains(UInt8(ascii: "&")) { value = LeftReferences.resolved(value) }
        return value
    }
}
