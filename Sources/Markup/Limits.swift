/// What one input may cost. Each limit is well above the largest of some 1,600 saved news, shop and forum pages
/// (7 MB of bytes, 31,000 elements, 96 levels) and well below what would hurt a worker with 512 MB.
enum Limits {
    /// Bytes a gzip member may inflate to: four times the largest file the Inbox takes.
    static let inflatedBytes = 64 << 20
    /// Bytes of text or of sifted markup that are read; markup beyond it is cut, text beyond it is refused.
    static let readBytes = 16 << 20
    /// Levels of nesting that are kept; deeper tags are dropped, their text stays.
    static let depth = 512
    /// Nodes of a tree.
    static let nodes = 1_000_000
    /// Attributes of one element, after those nobody reads were dropped.
    static let attributes = 24
    /// Bytes of one attribute's value; `content` and `class` are the long ones.
    static let attributeBytes = 8192
    /// Bytes of all JSON-LD scripts together.
    static let scriptBytes = 4 << 20
}
