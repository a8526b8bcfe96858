import Glibc

extension Folder {
    /// What temporary files of this program start with; what a crash leaves of them is cleared at the next start.
    static let temporaryPrefix = ".dateline-tmp-"

    /// Writes a file so that a reader sees all of it or none, and so that it is there after a power cut: a temporary
    /// file in the same folder, flushed, renamed, the folder flushed. Replaces an existing file. What need not outlive
    /// the machine may go without the flushing.
    func write(
        _ bytes: [UInt8], to name: RawPath, mode: mode_t, group: gid_t? = nil, isDurable: Bool = true
    ) throws(SystemError) {
        let temporary = RawPath(Self.temporaryPrefix + String(getpid()) + "-" + String(name.hashValue, radix: 16))
        try remove(temporary)
        do {
            let file = try newFile(temporary, mode: 0o600)
            try file.write(all: bytes)
            try check("chmod", on: display(name)) { fchmod(file.number, mode) }
            if let group { try check("chown", on: display(name)) { fchown(file.number, uid_t.max, group) } }
            if isDurable { try file.synchronize() }
            try replace(name, with: temporary)
        } catch {
            try? remove(temporary)
            // The reader of the message knows the file, not the descriptor or the temporary name.
            throw SystemError(error.call, on: display(name), code: error.code)
        }
        if isDurable { try synchronize() }
    }

    /// Writes over a file's bytes where they lie, filled up with blanks, so that no room is needed; nothing where it would
    /// not fit. A reader may see it half.
    func overwrite(_ name: RawPath, with bytes: [UInt8]) throws(SystemError) {
        let file = Descriptor(
            try check("open", on: display(name)) {
                name.withCString { openat(descriptor.number, $0, O_WRONLY | O_NOFOLLOW | O_CLOEXEC) }
            })
        let status = try file.status()
        // st_blocks counts 512 bytes each, whatever the file system's blocks are (stat(2)).
        guard bytes.count <= max(Int(status.st_size), Int(status.st_blocks) * 512) else { return }
        let blanks = [UInt8](repeating: 0x20, count: max(0, Int(status.st_size) - bytes.count))
        try file.write(all: bytes + blanks)
    }

    /// Why nothing can be written here, as far as the file system tells: it is full, or read-only; nil where it can.
    var trouble: String? {
        var status = statvfs()
        guard fstatvfs(descriptor.number, &status) == 0 else { return nil }
        if status.f_flag & UInt(ST_RDONLY) != 0 { return "its file system is read-only" }
        return status.f_blocks > 0 && status.f_bavail == 0 ? "its file system is full" : nil
    }

    /// Removes temporary files, and folders, that a crash left in this folder. Returns how many.
    @discardableResult
    func clearTemporaryFiles() throws(SystemError) -> Int {
        var cleared = 0
        for name in try names() where name.starts(with: Self.temporaryPrefix.utf8) {
            try FolderTree(self, RawPath(name)).remove()
            cleared += 1
        }
        return cleared
    }
}
