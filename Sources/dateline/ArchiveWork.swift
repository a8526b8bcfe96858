import ArgumentParser
import Desk
import Foundation

/// `extract --warc`: the pages of WARC archives, one archive after the other.
struct ArchiveWork {
    let task: StreamTask
    let settings: Settings
    let jobs: Int

    /// Answers every page of the archives on standard output; begins after the record of an id where one is given.
    /// Throws at the end where an archive could not be read to its own.
    func perform(_ paths: [String], after: String?) throws {
        var waiting = paths[...]
        var place: Int?
        if let after {
            let (name, start) = try Self.place(after)
            guard let first = paths.firstIndex(where: { ArchiveInput.name(of: $0) == name }) else {
                throw ValidationError("--after names an archive that is not given: \(name)")
            }
            waiting = paths[first...]
            place = start
        }
        let progress = Progress(unit: "MB")
        let sizes = waiting.map { (try? FileManager.default.attributesOfItem(atPath: $0)[.size] as? Int) ?? 0 }
        let total = sizes.reduce(0, +) >> 20
        var done = 0
        var isWhole = true
        var archive: ArchiveInput?
        let work = BulkWork(task, settings: settings, jobs: jobs, log: Log(minimum: .error))
        work.run(
            next: {
                while true {
                    if archive == nil {
                        guard let path = waiting.popFirst() else { return nil }
                        do { archive = try ArchiveInput(path: path, after: place, settings: settings) } catch {
                            isWhole = false
                            Self.complain(path, "\(error)")
                        }
                        place = nil
                        continue
                    }
                    let path = paths[waiting.startIndex - 1]
                    switch archive?.next() {
                    case .item(let item, let start):
                        if !Output.isTerminal { progress.update(done: (done + start) >> 20, total: total) }
                        return item
                    case .skipped(let reason, let start):
                        Self.complain(path, "record at byte \(start) skipped: \(reason)")
                    case .broken(let reason):
                        isWhole = false
                        Self.complain(path, reason)
                    case nil:
                        done += archive?.size ?? 0
                        archive = nil
                    }
                }
            },
            emit: { Output.standard($1 + [0x0A]) })
        progress.end()
        if !isWhole { throw ExitCode.rejected }
    }

    /// Archive and first byte of a record, by the id of its answer.
    static func place(_ id: String) throws -> (name: String, start: Int) {
        guard let colon = id.lastIndex(of: ":"), let start = Int(id[id.index(after: colon)...]), start >= 0 else {
            throw ValidationError("--after takes the id of an answer, 'name.warc.gz:12345'")
        }
        return (String(id[..<colon]), start)
    }

    private static func complain(_ path: String, _ text: String) {
        Output.standardError("dateline: \(LogValue.escaped(path)): \(LogValue.escaped(text))\n")
    }
}
