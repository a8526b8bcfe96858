import Glibc

/// A file, or a folder with all in it, copied to another file system or removed. Iterative; links are not followed,
/// and nothing but files and folders is copied.
struct FolderTree {
    private let parent: Folder
    private let name: RawPath

    /// What lies at a name in a folder.
    init(_ parent: Folder, _ name: RawPath) {
        self.parent = parent
        self.name = name
    }

    /// Every entry from the top down, relative to the parent folder.
    private func entries() throws(SystemError) -> [(path: RawPath, kind: FolderEntry.Kind)] {
        var entries: [(path: RawPath, kind: FolderEntry.Kind)] = []
        var pending = [name]
        while let path = pending.popLast() {
            let kind = try parent.entry(path).kind
            entries.append((path, kind))
            guard kind == .folder else { continue }
            for child in try parent.folder(path).names() { pending.append(path.appending(child)) }
        }
        return entries
    }

    /// Copies it durably; the copy must not be there yet, and is there only when it is whole: it is made under a temporary
    /// name.
    func copy(to target: Folder, as goal: RawPath) throws(SystemError) {
        let temporary = RawPath(Folder.temporaryPrefix + "copy-\(getpid())")
        if target.contains(temporary) { try FolderTree(target, temporary).remove() }
        for entry in try entries() {
            let path = RawPath(temporary.bytes + entry.path.bytes.dropFirst(name.bytes.count))
            switch entry.kind {
            case .folder: _ = try target.makingFolder(path, mode: 0o755)
            case .file:
                let folder = path.parent.bytes.isEmpty ? target : try target.folder(path.parent)
                try copyFile(entry.path, to: folder, as: RawPath(path.name))
            default: continue
            }
        }
        guard case .moved = try target.move(temporary, to: target, as: goal) else {
            throw SystemError("rename", on: target.display(goal), code: EEXIST)
        }
        try target.synchronize()
    }

    private func copyFile(_ path: RawPath, to folder: Folder, as name: RawPath) throws(SystemError) {
        let source = try parent.file(path)
        let copy = try folder.newFile(name, mode: 0o644)
        while true {
            let chunk = try source.contents(upTo: 1 << 20)
            if chunk.isEmpty { break }
            try copy.write(all: chunk)
        }
        // A move would keep its time, too; and by it a copy that a crash left is told from a file that is dropped again. Where a
        // file system keeps no times, that is no reason to leave the file in the Inbox.
        try? copy.setModified(as: source)
        try copy.synchronize()
        try folder.synchronize()
    }

    /// Removes it, from the bottom up.
    func remove() throws(SystemError) {
        for entry in try entries().reversed() {
            try parent.remove(entry.path, isFolder: entry.kind == .folder)
        }
    }
}
