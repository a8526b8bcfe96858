import Digest
import Glibc
import Pipeline

/// Moves inputs out of the Inbox into the Outbox, with what belongs to them. Nothing is ever written over, and what
/// another process put in an input's place meanwhile is put back.
struct FilingCabinet {
    let inbox: Folder
    let outbox: Outbox

    /// Moves an input to a shelf. Returns its path in the Outbox, or nil where it is not the entry that was read any
    /// more. What belongs to a saved page goes first, so that a crash in between leaves the page, and with it the work,
    /// in the Inbox.
    func file(
        _ found: InboxScan.Found, on shelf: Outbox.Shelf, day: CalendarDay, sha256: String
    ) throws(SystemError) -> String? {
        let target = try outbox.makingFolder(Outbox.path(shelf, day))
        let parent = try folder(of: found)
        guard isUnchanged(found) else { return nil }
        try moveCompanions(of: found, in: parent, to: target, sha256: sha256)
        let base = OutboxName.input(found.path.name, sha256: sha256)
        for attempt in 1... {
            let name = base + (attempt == 1 ? "" : "~\(attempt)")
            switch try move(found, in: parent, to: target, as: RawPath(name), shelf: shelf, sha256: sha256) {
            case .moved:
                try target.synchronize()
                try parent.synchronize()
                return Outbox.path(shelf, day) + "/" + name
            case .changed: return nil
            case .nameTaken: continue
            }
        }
        return nil
    }

    /// Removes an input whose record is safe and whose original nobody wants; false where it changed meanwhile.
    func discard(_ found: InboxScan.Found) throws(SystemError) -> Bool {
        guard isUnchanged(found) else { return false }
        let parent = try folder(of: found)
        for name in IgnoredNames.companions(ofPage: found.path.name) where parent.contains(RawPath(name)) {
            try FolderTree(parent, RawPath(name)).remove()
        }
        try parent.remove(RawPath(found.path.name))
        try parent.synchronize()
        return true
    }

    /// Whether an input is still the entry that was read.
    func isUnchanged(_ found: InboxScan.Found) -> Bool {
        (try? inbox.entry(found.path).isUnchanged(since: found.entry)) ?? false
    }

    private enum Outcome {
        case moved, changed, nameTaken
    }

    private func folder(of found: InboxScan.Found) throws(SystemError) -> Folder {
        found.path.parent.bytes.isEmpty ? inbox : try inbox.folder(found.path.parent)
    }

    private func moveCompanions(
        of found: InboxScan.Found, in parent: Folder, to target: Folder, sha256: String
    ) throws(SystemError) {
        guard found.entry.kind == .file else { return }
        var hasMoved = false
        for name in IgnoredNames.companions(ofPage: found.path.name) {
            let source = RawPath(name)
            guard let entry = try? parent.entry(source), entry.kind == .folder else { continue }
            hasMoved = true
            let goal = RawPath(OutboxName.input(name, sha256: sha256))
            switch try parent.move(source, to: target, as: goal) {
            case .moved: break
            case .otherFileSystem:
                if !target.contains(goal) { try FolderTree(parent, source).copy(to: target, as: goal) }
                try FolderTree(parent, source).remove()
            case .nameTaken:
                // The same page came before, with the same folder; the first one stays.
                try FolderTree(parent, source).remove()
            }
        }
        // Not before this is safe may the page go, or a power cut could leave its folder behind without it.
        if hasMoved {
            try target.synchronize()
            try parent.synchronize()
        }
    }

    private func move(
        _ found: InboxScan.Found, in parent: Folder, to target: Folder, as name: RawPath, shelf: Outbox.Shelf,
        sha256: String
    ) throws(SystemError) -> Outcome {
        let source = RawPath(found.path.name)
        switch try parent.move(source, to: target, as: name) {
        case .moved: return try putBackUnlessSame(found, source, parent, target, name) ? .moved : .changed
        case .nameTaken: return try removeLeftover(found, in: parent, target, name, shelf, sha256)
        case .otherFileSystem:
            if target.contains(name) { return try removeLeftover(found, in: parent, target, name, shelf, sha256) }
            return try copy(found, source, from: parent, to: target, as: name) ? .moved : .changed
        }
    }

    /// Whether what lies at a name is the copy of an input on another file system, which a crash kept from being removed: the
    /// same bytes of the same time. A file that is dropped again has a time of its own.
    func isLeftover(
        _ name: RawPath, in folder: Folder, of found: InboxScan.Found, sha256: String
    ) throws(SystemError) -> Bool {
        let entry = try folder.entry(name)
        guard entry.kind == .file, found.entry.kind == .file, entry.device != found.entry.device,
            entry.size == found.entry.size, entry.modifiedNanoseconds == found.entry.modifiedNanoseconds
        else { return false }
        return ContentHash.sha256(try folder.contents(of: name)) == sha256
    }

    /// An original that is there already, with the same bytes, was left by a crash between copying and removing.
    private func removeLeftover(
        _ found: InboxScan.Found, in parent: Folder, _ target: Folder, _ name: RawPath, _ shelf: Outbox.Shelf,
        _ sha256: String
    ) throws(SystemError) -> Outcome {
        let isLeftover: Bool
        if shelf == .originals {
            isLeftover = ContentHash.sha256(try target.contents(of: name)) == sha256
        } else {
            isLeftover = try self.isLeftover(name, in: target, of: found, sha256: sha256)
        }
        guard isLeftover else { return .nameTaken }
        guard isUnchanged(found) else { return .changed }
        // The crash may have come before the copy's entry was flushed.
        try target.synchronize()
        try parent.remove(RawPath(found.path.name))
        return .moved
    }

    /// Between the last look and the rename somebody may have put another file there; that one has not been read.
    private func putBackUnlessSame(
        _ found: InboxScan.Found, _ source: RawPath, _ parent: Folder, _ target: Folder, _ name: RawPath
    ) throws(SystemError) -> Bool {
        let moved = try target.entry(name)
        if moved.device == found.entry.device, moved.inode == found.entry.inode { return true }
        for attempt in 1... {
            let back = RawPath(source.bytes + (attempt == 1 ? [] : Array("~\(attempt)".utf8)))
            if case .moved = try target.move(name, to: parent, as: back) { break }
        }
        return false
    }

    private func copy(
        _ found: InboxScan.Found, _ source: RawPath, from parent: Folder, to target: Folder, as name: RawPath
    ) throws(SystemError) -> Bool {
        if found.entry.kind == .file { try FolderTree(parent, source).copy(to: target, as: name) }
        guard isUnchanged(found) else {
            try target.remove(name)
            return false
        }
        // Links, pipes and devices have no content to keep; their error file says what they were.
        try parent.remove(source)
        return true
    }
}
