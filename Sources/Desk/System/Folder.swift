import CLinux
import Glibc

/// A folder held open by its descriptor. Every path is relative to it, and no link in it is ever followed, neither at its
/// end nor on the way: whoever may write there could put one in a folder's place between two looks.
public struct Folder: Sendable {
    /// The folder's own descriptor.
    let descriptor: Descriptor
    /// How the user knows it, for messages.
    public let path: String

    /// Opens a folder by its path.
    public init(at path: String) throws(SystemError) {
        let number = try check("open", on: path) { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        descriptor = Descriptor(number)
        self.path = path
    }

    private init(descriptor: Descriptor, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    /// A folder inside this one; a link is refused.
    public func folder(_ relative: RawPath) throws(SystemError) -> Folder {
        var current = descriptor
        for part in relative.components {
            current = Descriptor(
                try check("openat", on: display(relative)) {
                    RawPath(part).withCString {
                        openat(current.number, $0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
                    }
                })
        }
        return Folder(descriptor: current, path: path + "/" + relative.text)
    }

    /// The folder that the last part of a path lies in, held open, and that part.
    private func holder(of relative: RawPath) throws(SystemError) -> (folder: Descriptor, name: RawPath) {
        let parent = relative.parent
        if parent.bytes.isEmpty { return (descriptor, relative) }
        return (try folder(parent).descriptor, RawPath(relative.name))
    }

    /// A folder inside this one, made durable with every folder above it that is missing.
    public func makingFolder(_ relative: RawPath, mode: mode_t) throws(SystemError) -> Folder {
        do { return try folder(relative) } catch { if error.code != ENOENT { throw error } }
        var current = self
        for component in relative.components { current = try current.makingPart(RawPath(component), mode: mode) }
        return current
    }

    /// One level of it. What is there already is made durable, too: whoever made it may have been killed before he could.
    /// What is made but cannot be made durable is no more, so that the next try makes it again.
    private func makingPart(_ part: RawPath, mode: mode_t) throws(SystemError) -> Folder {
        var isNew = true
        do {
            try check("mkdir", on: display(part)) { part.withCString { mkdirat(descriptor.number, $0, mode) } }
        } catch {
            if error.code != EEXIST { throw error }
            isNew = false
        }
        do {
            let made = try folder(part)
            if isNew { try check("chmod", on: made.path) { fchmod(made.descriptor.number, mode) } }
            try synchronize()
            return made
        } catch {
            if isNew { try? remove(part, isFolder: true) }
            throw error
        }
    }

    /// What `lstat` says of an entry.
    public func entry(_ relative: RawPath) throws(SystemError) -> FolderEntry {
        var status = stat()
        let (folder, name) = try holder(of: relative)
        try check("lstat", on: display(relative)) {
            name.withCString { fstatat(folder.number, $0, &status, AT_SYMLINK_NOFOLLOW) }
        }
        return FolderEntry(status)
    }

    /// Whether the folder is still the one at its path; somebody may have moved it away, or put another there.
    var isInPlace: Bool {
        guard let own = try? entry(RawPath(".")), let its = try? Folder(at: path).entry(RawPath(".")) else {
            return false
        }
        return own.device == its.device && own.inode == its.inode
    }

    /// Whether an entry is there.
    public func contains(_ relative: RawPath) -> Bool { (try? entry(relative)) != nil }

    /// Opens a file for reading; never follows a link, never waits for a writer.
    func file(_ relative: RawPath) throws(SystemError) -> Descriptor {
        let (folder, name) = try holder(of: relative)
        return Descriptor(
            try check("openat", on: display(relative)) {
                name.withCString {
                    openat(folder.number, $0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
                }
            })
    }

    /// The bytes of a file, at most `limit`.
    public func contents(of relative: RawPath, upTo limit: Int = 1 << 30) throws(SystemError) -> [UInt8] {
        try file(relative).contents(upTo: limit)
    }

    /// Makes a file that must not be there yet.
    func newFile(_ relative: RawPath, mode: mode_t) throws(SystemError) -> Descriptor {
        let (folder, name) = try holder(of: relative)
        return Descriptor(
            try check("create", on: display(relative)) {
                name.withCString {
                    openat(folder.number, $0, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
                }
            })
    }

    /// The names in this folder, in byte order, without `.` and `..`. Linear in their number, plus the sort.
    public func names() throws(SystemError) -> [[UInt8]] {
        let copy = try check("openat", on: path) {
            openat(descriptor.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        }
        guard let stream = fdopendir(copy) else {
            let code = errno
            close(copy)
            throw SystemError("fdopendir", on: path, code: code)
        }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                if errno != 0 { throw SystemError("readdir", on: path) }
                break
            }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: UInt8.self, capacity: 256) {
                    Array(
                        UnsafeBufferPointer(
                            start: $0, count: strlen(UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))))
                }
            }
            if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// What came of moving an entry.
    enum Move {
        case moved
        /// The name is taken already.
        case nameTaken
        /// The other folder lies on another file system.
        case otherFileSystem
    }

    /// Moves an entry of this folder into it or another, never over an existing entry.
    func move(_ from: RawPath, to target: Folder, as name: RawPath) throws(SystemError) -> Move {
        let result = from.withCString { source in
            name.withCString { dateline_rename_exclusive(descriptor.number, source, target.descriptor.number, $0) }
        }
        if result == -EINVAL || result == -ENOSYS {
            // A file system without exclusive renames (NFS); nobody but this program writes in the target folders.
            if target.contains(name) { return .nameTaken }
            try check("rename", on: display(from)) {
                from.withCString { source in
                    name.withCString { renameat(descriptor.number, source, target.descriptor.number, $0) }
                }
            }
            return .moved
        }
        switch -result {
        case 0: return .moved
        case EEXIST: return .nameTaken
        case EXDEV: return .otherFileSystem
        default: throw SystemError("rename", on: display(from), code: -result)
        }
    }

    /// Makes a symbolic link, durably; false where the name is taken.
    func link(_ name: RawPath, to target: String) throws(SystemError) -> Bool {
        let made = name.withCString { symlinkat(target, descriptor.number, $0) }
        if made != 0 {
            if errno == EEXIST { return false }
            throw SystemError("symlink", on: display(name))
        }
        try synchronize()
        return true
    }

    /// The folder that a link in this one leads to.
    func folderBehindLink(_ name: RawPath) throws(SystemError) -> Folder {
        let number = try check("openat", on: display(name)) {
            name.withCString { openat(descriptor.number, $0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        }
        return Folder(descriptor: Descriptor(number), path: path + "/" + name.text)
    }

    /// Which folder this is, whatever its path: its device and inode.
    func identity() throws(SystemError) -> [UInt64] {
        let entry = try entry(RawPath("."))
        return [entry.device, entry.inode]
    }

    /// The folder's path from the root, without links.
    func resolvedPath() throws(SystemError) -> String {
        guard let resolved = realpath(path, nil) else { throw SystemError("realpath", on: path) }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Renames within this folder, over an existing entry where there is one.
    func replace(_ target: RawPath, with source: RawPath) throws(SystemError) {
        try check("rename", on: display(target)) {
            source.withCString { from in
                target.withCString { renameat(descriptor.number, from, descriptor.number, $0) }
            }
        }
    }

    /// Removes a file; one that is gone already is no error.
    public func remove(_ relative: RawPath, isFolder: Bool = false) throws(SystemError) {
        do {
            let (folder, name) = try holder(of: relative)
            try check("unlink", on: display(relative)) {
                name.withCString { unlinkat(folder.number, $0, isFolder ? AT_REMOVEDIR : 0) }
            }
        } catch  where error.isMissing {}
    }

    /// Makes the folder's entries durable.
    func synchronize() throws(SystemError) {
        try check("fsync", on: path) { fsync(descriptor.number) }
    }

    /// How messages call an entry of this folder.
    func display(_ relative: RawPath) -> String { LogValue.escaped(path + "/" + relative.text) }
}
