import CLinux
import Glibc

/// The Inbox and its folders under inotify. It only hints: whoever reads its events looks at the entries themselves.
/// Confined to the desk's queue.
final class InboxWatch {
    /// What an event says.
    enum Event: Equatable {
        /// Made: perhaps still being written.
        case created(RawPath)
        /// Closed after writing, or moved in.
        case completed(RawPath)
        /// A folder appeared: watch and scan it.
        case folder(RawPath)
        /// Gone from here.
        case gone(RawPath)
        /// Events were lost, a watched folder itself was moved or removed, or the Inbox got other permissions: scan
        /// everything.
        case lost
        /// A folder beside the Inbox is gone, or the Inbox itself: look where it is. (A folder that is held open does not
        /// tell of its own removal; the one it lay in does.)
        case besideGone
    }

    /// The descriptor to wait on.
    let descriptor: Descriptor
    private var paths: [Int32: RawPath] = [:]
    private var parent: Int32?

    private static let mask = UInt32(
        IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF
            | IN_ONLYDIR | IN_EXCL_UNLINK | IN_DONT_FOLLOW)

    /// A watch on nothing yet.
    init() throws(SystemError) {
        descriptor = Descriptor(
            try check("inotify_init", on: "the inbox") { inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC)) })
    }

    /// The Inbox itself may get other permissions.
    private static let rootMask = mask | UInt32(IN_ATTRIB)

    /// Watches a folder; watching it again changes nothing. Add the watch first, then scan.
    func add(_ path: RawPath, in inbox: Folder) throws(SystemError) {
        // The folder is named through its own descriptor, so that nobody can put a link in its place meanwhile.
        let folder = path.bytes.isEmpty ? inbox : try inbox.folder(path)
        let watch = try check("inotify_add_watch", on: folder.path) {
            inotify_add_watch(
                descriptor.number, "/proc/self/fd/\(folder.descriptor.number)/.",
                path.bytes.isEmpty ? Self.rootMask : Self.mask)
        }
        paths[watch] = path
        if path.bytes.isEmpty { watchParent(of: inbox) }
    }

    /// Watches the folder the Inbox lies in; where that is not allowed, the next scan sees what happened.
    private func watchParent(of inbox: Folder) {
        let mask = UInt32(IN_DELETE | IN_MOVED_FROM | IN_ONLYDIR)
        let watch = inotify_add_watch(descriptor.number, "/proc/self/fd/\(inbox.descriptor.number)/..", mask)
        parent = watch >= 0 && paths[watch] == nil ? watch : nil
    }

    /// The events that have come since the last call.
    func events() -> [Event] {
        var events: [Event] = []
        let size = 1 << 16
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 8)
        defer { buffer.deallocate() }
        while true {
            let count = read(descriptor.number, buffer.baseAddress, size)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return events }
            var offset = 0
            while offset + MemoryLayout<inotify_event>.size <= count {
                let header = buffer.load(fromByteOffset: offset, as: inotify_event.self)
                let start = offset + MemoryLayout<inotify_event>.size
                let name = buffer[start..<min(count, start + Int(header.len))].prefix { $0 != 0 }
                if let event = event(header, name: Array(name)) { events.append(event) }
                offset = start + Int(header.len)
            }
        }
    }

    private func event(_ header: inotify_event, name: [UInt8]) -> Event? {
        func has(_ flag: some BinaryInteger) -> Bool { header.mask & UInt32(truncatingIfNeeded: flag) != 0 }
        if has(IN_Q_OVERFLOW) { return .lost }
        if header.wd == parent { return has(IN_ISDIR) ? .besideGone : nil }
        if has(IN_IGNORED) {
            paths[header.wd] = nil
            return nil
        }
        guard let folder = paths[header.wd] else { return nil }
        if has(IN_DELETE_SELF) || has(IN_MOVE_SELF) {
            inotify_rm_watch(descriptor.number, header.wd)
            paths[header.wd] = nil
            return .lost
        }
        // Of what lies in it, other permissions or times are no news.
        if has(IN_ATTRIB) { return name.isEmpty ? .lost : nil }
        let path = folder.appending(name)
        if has(IN_ISDIR) { return has(IN_CREATE) || has(IN_MOVED_TO) ? .folder(path) : .gone(path) }
        if has(IN_CLOSE_WRITE) || has(IN_MOVED_TO) { return .completed(path) }
        if has(IN_CREATE) { return .created(path) }
        return .gone(path)
    }

    /// Whether the file system under a folder tells of changes made elsewhere: network and user-space ones do not.
    /// The numbers are those of `statfs(2)`.
    static func isReliable(on folder: Folder) -> Bool {
        !silentFileSystems.contains(dateline_filesystem_type(folder.descriptor.number))
    }

    /// In this order: NFS, SMB, SMB2, CIFS, FUSE, 9P, Lustre, Ceph.
    private static let silentFileSystems: Set<Int64> = [
        0x6969, 0x517B, 0xFE53_4D42, 0xFF53_4D42, 0x6573_5546, 0x0102_1997, 0x0BD0_0BD0, 0x00C3_6400,
    ]
}
