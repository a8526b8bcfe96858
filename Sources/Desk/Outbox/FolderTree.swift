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

    /// Copies it durably; the copy must not be there yet.
    func copy(to target: Folder, as goal: RawPath) throws(SystemError) {
        for entry in try entries() {
            let path = RawPath(goal.bytes + entry.path.bytes.dropFirst(name.bytes.count))
            switch entry.kind {
            case .folder: _ = try target.makingFolder(path, mode: 0o755)
            case .file:
                let folder = path.parent.bytes.isEmpty ? target : try target.folder(path.parent)
                try copyFile(entry.path, to: folder, as: RawPath(path.name))
            default: continue
            }
        }
    }

    private func copyFile(_ path: RawPath, to folder: Folder, as goal: RawPath) throws(SystemError) {
        let source = try parent.file(path)
        let temporary = RawPath(Folder.temporaryPrefix + "copy-\(getpid())")
        try folder.remove(temporary)
        let copy = try folder.newFile(temporary, mode: 0o644)
        while true {
            let chunk = try source.contents(upTo: 1 << 20)
            if chunk.isEmpty { break }
            try copy.write(all: chunk)
        }
        try copy.synchronize()
        guard case .moved = try folder.move(temporary, to: folder, as: goal) else {
            throw SystemError("rename", on: folder.display(goal), code: EEXIST)
        }
        try folder.synchronize()
    }

    /// Removes it, from the bottom up.
    func remove() throws(SystemError) {
        for entry in try entries().reversed() {
            try parent.remove(entry.path, isFolder: entry.kind == .folder)
        }
    }
}
