/// One look over the whole Inbox. The scan is the truth about what waits; events only say where to look sooner.
public struct InboxScan: Sendable {
    /// A file, or something else that is no folder, in the Inbox.
    public struct Found: Hashable, Sendable {
        /// Where, relative to the Inbox.
        public let path: RawPath
        /// What the file system says of it.
        public let entry: FolderEntry

        /// An entry at a path.
        public init(path: RawPath, entry: FolderEntry) {
            self.path = path
            self.entry = entry
        }
    }

    /// Everything that could be an input, in path order.
    public private(set) var found: [Found] = []
    /// Every folder that was read, the Inbox itself as the empty path.
    public private(set) var folders: [RawPath] = []
    /// Entries that are no articles by their name.
    public private(set) var ignored: [RawPath] = []
    /// Folders that could not be read, with the reason.
    public private(set) var unreadable: [SystemError] = []

    /// Folders deeper than this are not read; file systems give up near 2,000 levels, archives of articles at ten.
    static let deepest = 64

    /// Looks over `inbox`, or over one folder in it. Linear in the entries; iterative. Folders beside a saved page that
    /// belong to it are not entered.
    public init(of inbox: Folder, from start: RawPath = RawPath([])) {
        var pending = [start]
        while let path = pending.popLast() {
            do throws(SystemError) {
                let folder = path.bytes.isEmpty ? inbox : try inbox.folder(path)
                let names = try folder.names()
                folders.append(path)
                for name in names { look(at: name, of: names, in: folder, path: path, pending: &pending) }
            } catch {
                if !error.isMissing { unreadable.append(error) }
            }
        }
        found.sort { $0.path < $1.path }
    }

    private mutating func look(
        at name: [UInt8], of siblings: [[UInt8]], in folder: Folder, path: RawPath, pending: inout [RawPath]
    ) {
        let child = path.appending(name)
        if IgnoredNames.contains(child) {
            ignored.append(child)
            return
        }
        // An entry that is gone again between the listing and the look is none.
        guard let entry = try? folder.entry(RawPath(name)) else { return }
        guard entry.kind == .folder else {
            found.append(Found(path: child, entry: entry))
            return
        }
        if Self.belongsToPage(folder: name, among: siblings) { return }
        if child.components.count <= Self.deepest { pending.append(child) } else { ignored.append(child) }
    }

    /// Whether a folder stands beside the saved page it belongs to. `siblings` are in byte order.
    private static func belongsToPage(folder: [UInt8], among siblings: [[UInt8]]) -> Bool {
        guard let stem = IgnoredNames.companionStem(of: folder) else { return false }
        var low = 0
        var high = siblings.count
        while low < high {
            let middle = (low + high) / 2
            if siblings[middle].lexicographicallyPrecedes(stem) { low = middle + 1 } else { high = middle }
        }
        while low < siblings.count, siblings[low].starts(with: stem) {
            if IgnoredNames.isPage(siblings[low], stem: stem) { return true }
            low += 1
        }
        return false
    }
}
