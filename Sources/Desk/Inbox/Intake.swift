import CLinux
import Glibc
import Pipeline
import Records

/// Takes one file of the Inbox in hand: opens it without following links, reads it whole, and makes sure that it did
/// not change under the reader.
struct Intake: Sendable {
    /// A file in hand.
    struct Taken: Sendable {
        let found: InboxScan.Found
        let document: Document
        let sha256: String
    }

    /// What came of it.
    enum Result: Sendable {
        case taken(Taken)
        /// It will never be an article; the hash names it among the rejected.
        case refused(InboxScan.Found, Rejection, sha256: String)
        /// It changed or went away meanwhile: look again.
        case changed(RawPath)
        /// It cannot be read just now; nothing is wrong with it.
        case fault(RawPath, SystemError)
    }

    let inbox: Folder
    let maximumBytes: Int

    /// Takes an entry in hand. Linear in its size, which is limited.
    func take(_ found: InboxScan.Found) -> Result {
        guard found.entry.kind == .file else {
            return refuse(found, "not-a-file", "it is \(found.entry.kind.rawValue), which is never opened; drop a copy")
        }
        do {
            let file = try inbox.file(found.path)
            let before = FolderEntry(try file.status())
            // Only what has settled is read; what was written to since, or put in its place, has to settle anew.
            guard before.isUnchanged(since: found.entry) else { return .changed(found.path) }
            if before.size > maximumBytes { return tooLarge(found, before.size) }
            let bytes = try file.contents(upTo: maximumBytes)
            let after = FolderEntry(try file.status())
            guard after.isUnchanged(since: before), bytes.count == after.size || bytes.count > maximumBytes else {
                return .changed(found.path)
            }
            let now = InboxScan.Found(path: found.path, entry: after)
            if bytes.count > maximumBytes { return tooLarge(now, bytes.count) }
            return .taken(Taken(found: now, document: document(bytes, now), sha256: ContentHash.sha256(bytes)))
        } catch {
            // ELOOP: a link was put in the file's place.
            return error.isMissing || error.code == ELOOP ? .changed(found.path) : .fault(found.path, error)
        }
    }

    /// What another process is doing with a file.
    func writer(of path: RawPath) -> Settling.Writer {
        guard let file = try? inbox.file(path) else { return .unknown }
        switch dateline_has_writer(file.number) {
        case 0: return .absent
        case 1: return .present
        default: return .unknown
        }
    }

    private func document(_ bytes: [UInt8], _ found: InboxScan.Found) -> Document {
        Document(
            bytes: bytes, name: String(decoding: found.path.name, as: UTF8.self),
            collection: found.path.parent.components.map { String(decoding: $0, as: UTF8.self) },
            modified: WallClock.iso(nanoseconds: found.entry.modifiedNanoseconds))
    }

    private func tooLarge(_ found: InboxScan.Found, _ size: Int) -> Result {
        refuse(
            found, "too-large",
            "it has \(size) bytes, the limit is \(maximumBytes); raise maximumMegabytes or drop a smaller file")
    }

    /// What is refused unread is named by the hash of its path.
    private func refuse(_ found: InboxScan.Found, _ code: String, _ message: String) -> Result {
        .refused(
            found, Rejection(stage: "intake", code: code, message: message),
            sha256: ContentHash.sha256(found.path.bytes))
    }
}
