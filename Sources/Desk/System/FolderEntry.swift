import Glibc

/// What `lstat` tells of a directory entry.
public struct FolderEntry: Hashable, Sendable {
    /// What an entry is.
    public enum Kind: String, Sendable {
        case file, folder
        case symlink = "a symbolic link"
        case fifo = "a named pipe"
        case socket = "a socket"
        case device = "a device"
    }

    /// What it is; a link is a link, not what it points to.
    public let kind: Kind
    /// The device and inode: who it is, whatever its name.
    public let device: UInt64
    /// The inode on that device.
    public let inode: UInt64
    /// Its size in bytes.
    public let size: Int
    /// The modification time in nanoseconds since 1970.
    public let modifiedNanoseconds: Int
    /// How many names it has.
    public let links: Int

    init(_ status: stat) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: kind = .file
        case S_IFDIR: kind = .folder
        case S_IFLNK: kind = .symlink
        case S_IFIFO: kind = .fifo
        case S_IFSOCK: kind = .socket
        default: kind = .device
        }
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int(status.st_size)
        modifiedNanoseconds = Int(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int(status.st_mtim.tv_nsec)
        links = Int(status.st_nlink)
    }

    /// Whether two looks saw the same entry with the same content, as far as the file system tells.
    public func isUnchanged(since other: FolderEntry) -> Bool {
        kind == other.kind && device == other.device && inode == other.inode && size == other.size
            && modifiedNanoseconds == other.modifiedNanoseconds
    }
}
