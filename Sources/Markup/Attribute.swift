import Language

/// The attributes that are kept; all others are dropped before parsing.
public enum AttributeName: UInt8, Sendable, CaseIterable {
    case `class`, id, href, src, content, name, property, itemprop, datetime, rel, type
    case lang, style, hidden, role, pubdate
    case dataTestID, dataComponent, dataType, dataSrc, dataName, dataModule, dataBlock

    /// The name in markup.
    var markup: String {
        switch self {
        case .dataTestID: "data-testid"
        case .dataComponent: "data-component"
        case .dataType: "data-type"
        case .dataSrc: "data-src"
        case .dataName: "data-name"
        case .dataModule: "data-module"
        case .dataBlock: "data-block"
        default: String(describing: self)
        }
    }

    /// `name="` for each attribute, by raw value: what the sieve writes.
    static let openings: [[UInt8]] = allCases.map { Array(" \($0.markup)=\"".utf8) }

    private static let byName = HashedTable(
        allCases.map { (key: Element.packed($0.markup.utf8), value: $0) }, none: .class)

    /// The attribute of a name, whatever its case; nil for those nobody reads.
    static func named(_ name: some Sequence<UInt8>) -> AttributeName? { byName[Element.packed(name)] }
}

/// One attribute of a node; its value lies in the tree's `values`.
public struct Attribute: Sendable {
    /// Which.
    public var name: AttributeName
    /// The value's first byte in `values`.
    public var start: Int32
    /// The byte after its last.
    public var end: Int32
}
