import Digest
import Records

/// Puts rejected inputs back into the Inbox.
public struct Retry {
    private let folders: DeskFolders
    private let ledger: Ledger

    /// A retry over a configuration's folders.
    public init(settings: Settings) throws(DeskError) {
        folders = try DeskFolders(settings)
        ledger = try Ledger(state: folders.state.path)
    }

    /// What came of one rejected input.
    public enum Outcome: Sendable, Equatable {
        /// It lies in the Inbox again, under this path.
        case back(path: String)
        /// It is not there any more; only its error file was.
        case gone(name: String)
        /// Something of its name lies in the Inbox.
        case inTheWay(path: String)
    }

    /// Puts back those of the given names, or all where none is given. A name is the input's own or the one it has in
    /// `rejected/`. Names that match nothing come back as `unknown`.
    public func run(names: [String]) throws(DeskError) -> (outcomes: [Outcome], unknown: [String]) {
        var outcomes: [Outcome] = []
        var unmatched = Set(names)
        for rejected in try ledger.rejections() {
            let bytes = try? folders.outbox.root.contents(of: RawPath(rejected.path), upTo: 1 << 20)
            guard let sidecar = bytes.flatMap({ RejectionFile.read($0) }) else { continue }
            let known = [sidecar.file, sidecar.input, rejected.path]
            guard names.isEmpty || known.contains(where: names.contains) else { continue }
            unmatched.subtract(known)
            outcomes.append(try putBack(sidecar, errorFile: rejected.path))
        }
        return (outcomes, unmatched.sorted())
    }

    private func putBack(_ sidecar: RejectionFile, errorFile: String) throws(DeskError) -> Outcome {
        guard let path = OutboxName.decoded(sidecar.path) else {
            throw .damaged(path: errorFile, what: "the input's path in it is not one")
        }
        let outcome: Outcome = try onSystem { () throws(SystemError) in
            let shelf = try folders.outbox.root.folder(RawPath(errorFile).parent)
            let input = RawPath(sidecar.input)
            guard shelf.contains(input) else { return .gone(name: sidecar.file) }
            let target = try folders.inbox.makingFolder(
                path.parent.bytes.isEmpty ? RawPath(".") : path.parent, mode: 0o755)
            switch try shelf.move(input, to: target, as: RawPath(path.name)) {
            case .moved: break
            case .nameTaken: return .inTheWay(path: path.text)
            case .otherFileSystem:
                try FolderTree(shelf, input).copy(to: target, as: RawPath(path.name))
                try shelf.remove(input)
            }
            try target.synchronize()
            return .back(path: path.text)
        }
        if case .inTheWay = outcome { return outcome }
        try onSystem { () throws(SystemError) in
            try folders.outbox.root.remove(RawPath(errorFile))
            try folders.outbox.root.folder(RawPath(errorFile).parent).synchronize()
        }
        try ledger.removeRejection(path: errorFile)
        return outcome
    }
}
