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

    /// Removes temporary files that a crash left in this folder. Returns how many.
    @discardableResult
    func clearTemporaryFiles() throws(SystemError) -> Int {
        var cleared = 0
        for name in try names() where name.starts(with: Self.temporaryPrefix.utf8) {
            try remove(RawPath(name))
            cleared += 1
        }
        return cleared
    }
}
