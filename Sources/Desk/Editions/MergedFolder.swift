import Glibc

/// The folder that editions over several Outboxes are written into. It has a link to each of them, `outboxes/1` and so on in
/// the order in which they were named, so that an edition's own links lead to records and originals.
public struct MergedFolder: Sendable {
    private static let name = "outboxes"
    private let outbox: Outbox

    /// A merged folder; it must be there.
    public init(_ outbox: Outbox) { self.outbox = outbox }

    /// What stands before the paths of an Outbox's files, by its place among them.
    static func prefix(_ number: Int) -> String { "\(name)/\(number + 1)/" }

    /// Makes the links. One that leads elsewhere already is left, and an error: the editions that are there mean it.
    public func link(to outboxes: [Outbox]) throws(DeskError) {
        let folder = try onSystem { () throws(SystemError) in try outbox.makingFolder(Self.name) }
        for (number, other) in outboxes.enumerated() {
            let name = RawPath("\(number + 1)")
            let target = try onSystem { () throws(SystemError) in try other.root.resolvedPath() }
            let isSame: Bool = try onSystem { () throws(SystemError) in
                if try folder.link(name, to: target) { return true }
                return try folder.folderBehindLink(name).identity() == other.root.identity()
            }
            guard isSame else {
                throw .damaged(
                    path: folder.display(name), what: "leads to another outbox; name them in the same order as before")
            }
        }
    }
}
