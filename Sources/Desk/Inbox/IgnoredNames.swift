/// Names in the Inbox that are no articles: what downloads, editors, file managers and synchronisers leave around.
public enum IgnoredNames {
    private static let suffixes = [".part", ".crdownload", ".download", ".tmp", "~"].map { Array($0.utf8) }
    private static let prefixes = [".", ".~lock", ".nfs", ".syncthing", "~$"].map { Array($0.utf8) }
    private static let names = ["Thumbs.db", "desktop.ini", "@eaDir"].map { Array($0.utf8) }
    private static let readme = Array("readme.md".utf8)
    /// The endings browsers give the folder beside a saved page, in the languages they are sold in.
    private static let companionEndings = [
        "_files", ".files", "_file", "-Dateien", "-filer", "_archivos", "_arquivos", "_bestanden", "_dosyalar",
        "_elemei", "_fichiers", "_ficheiros", "_pliki", "_soubory", "_tiedostot",
    ].map { Array($0.utf8) }
    private static let pageEndings = [".html", ".htm", ".xhtml", ".shtml", ".mhtml", ".mht", ".html.gz", ".htm.gz"]
        .map { Array($0.utf8) }

    /// Whether an entry is passed over. The README that belongs to the Inbox itself is, too; one in a collection is an
    /// article like any other.
    public static func contains(_ path: RawPath) -> Bool {
        let name = path.name
        return prefixes.contains { name.starts(with: $0) } || suffixes.contains { name.ends(with: $0) }
            || names.contains(name) || (path.components.count == 1 && lowercased(name) == readme)
    }

    /// For a folder as browsers make them beside a saved page (`Name_files`), the stem of the page (`Name`).
    static func companionStem(of folder: [UInt8]) -> [UInt8]? {
        for ending in companionEndings where folder.count > ending.count && folder.ends(with: ending) {
            return Array(folder.dropLast(ending.count))
        }
        return nil
    }

    /// The folders a path lies in that look like a saved page's companion.
    static func companionFolders(of path: RawPath) -> [RawPath] {
        var folders: [RawPath] = []
        var folder = path.parent
        while !folder.bytes.isEmpty {
            if companionStem(of: folder.name) != nil { folders.append(folder) }
            folder = folder.parent
        }
        return folders
    }

    /// Whether a path lies in a folder that looks like a saved page's companion, whose page may be on its way.
    static func mayBelongToPage(_ path: RawPath) -> Bool {
        path.parent.components.contains { companionStem(of: $0) != nil }
    }

    /// The folder names that would belong to a saved page of this name.
    static func companions(ofPage name: [UInt8]) -> [[UInt8]] {
        let lower = lowercased(name)
        guard let ending = pageEndings.first(where: { lower.ends(with: $0) && lower.count > $0.count }) else {
            return []
        }
        let stem = Array(name.dropLast(ending.count))
        return companionEndings.map { stem + $0 }
    }

    /// Whether a file is a saved page with a given stem.
    static func isPage(_ name: [UInt8], stem: [UInt8]) -> Bool {
        guard name.starts(with: stem) else { return false }
        return pageEndings.contains(lowercased(Array(name.dropFirst(stem.count))))
    }

    private static func lowercased(_ bytes: [UInt8]) -> [UInt8] {
        bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }
}

extension [UInt8] {
    /// Whether the last bytes are these.
    func ends(with suffix: [UInt8]) -> Bool {
        count >= suffix.count && self[(count - suffix.count)...].elementsEqual(suffix)
    }
}
