import CLinux
import Digest
import Foundation
import Glibc
import Pipeline

/// Whether this machine can run dateline.
public struct Doctor {
    /// One finding.
    public struct Finding: Sendable, Equatable {
        /// How it stands.
        public enum State: String, Sendable {
            case good = "ok"
            case weak = "weak"
            case bad = "bad"
        }

        /// Good; weak: it runs on, with less; bad: it cannot run.
        public let state: State
        /// What was looked at.
        public let subject: String
        /// What was found, and what to do where it is not good.
        public let text: String
    }

    private let settings: Settings

    /// A doctor for a configuration.
    public init(settings: Settings) { self.settings = settings }

    /// Everything that was looked at.
    public func findings() -> [Finding] {
        [libraries, landlock, seccomp, clock, inotify, hardLinks, worker] + folders
    }

    private var libraries: Finding {
        let text = "libxml2 \(Pipeline.parserVersion), SQLite \(Ledger.libraryVersion)"
        return Finding(state: .good, subject: "libraries", text: text)
    }

    private var landlock: Finding {
        if let abi = Sandbox.available.landlock {
            return Finding(state: .good, subject: "landlock", text: "ABI \(abi): workers open no file")
        }
        let text = "the kernel has no Landlock (5.13 and later, lsm=landlock); workers run without that wall"
        return Finding(state: .weak, subject: "landlock", text: text)
    }

    private var seccomp: Finding {
        if Sandbox.available.seccomp {
            return Finding(state: .good, subject: "seccomp", text: "workers have a short list of system calls")
        }
        let text = "the kernel has no seccomp filters; workers run without that wall"
        return Finding(state: .weak, subject: "seccomp", text: text)
    }

    private var clock: Finding {
        let year = WallClock(timeZone: settings.timeZone).today.year
        // No copy of this program is older than 2024.
        if year >= 2024 { return Finding(state: .good, subject: "clock", text: WallClock.now) }
        return Finding(state: .bad, subject: "clock", text: "it shows the year \(year); set it, or editions go astray")
    }

    private var inotify: Finding {
        do throws(SystemError) {
            _ = try InboxWatch()
            return Finding(state: .good, subject: "inotify", text: "files are seen at once")
        } catch {
            let text = "\(error): files are found by looking; raise fs.inotify.max_user_instances"
            return Finding(state: .weak, subject: "inotify", text: text)
        }
    }

    /// Whoever may drop files could drop second names for files that the daemon may read and he may not.
    private var hardLinks: Finding {
        let setting = (try? Folder(at: "/proc/sys/fs").contents(of: RawPath("protected_hardlinks"), upTo: 16)) ?? []
        if setting.first == UInt8(ascii: "0") {
            let text = "anybody may link files he cannot read into the inbox; set fs.protected_hardlinks to 1"
            return Finding(state: .weak, subject: "links", text: text)
        }
        return Finding(state: .good, subject: "links", text: "nobody can link files of others into the inbox")
    }

    private var worker: Finding {
        do throws(SystemError) {
            let worker = try WorkerProcess(WorkerProcess.Launch(memoryBytes: settings.workerMemoryBytes))
            defer { worker.end() }
            let request = StreamRequest.line(for: Self.sample)
            guard let answer = try? worker.ask(request, within: settings.deadlineSeconds),
                case .record = StreamAnswer.read(answer)
            else { return Finding(state: .bad, subject: "worker", text: "it does not answer inside its walls") }
            return Finding(state: .good, subject: "worker", text: "it reads an article inside its walls")
        } catch { return Finding(state: .bad, subject: "worker", text: "\(error)") }
    }

    private static var sample: Document {
        let paragraph =
            "The harbour council of Eastmouth voted on Tuesday to repair the old lighthouse, which has stood "
            + "dark since the storm of 1987. The work will cost 40,000 pounds, the council said, and begin in May."
        return Document(bytes: Array((paragraph + "\n\n" + paragraph).utf8), name: "sample.txt")
    }

    private var folders: [Finding] {
        do throws(DeskError) {
            let folders = try DeskFolders(settings)
            var findings = [
                writable(folders.inbox, "inbox"), writable(folders.outbox.root, "outbox"),
                writable(folders.state, "state"),
            ]
            if !InboxWatch.isReliable(on: folders.inbox) {
                let text = "a network or user-space file system, which tells of no changes; looked over instead"
                findings.append(Finding(state: .weak, subject: "inbox", text: text))
            }
            findings.append(ledger(in: folders.state))
            return findings
        } catch { return [Finding(state: .bad, subject: "folders", text: "\(error)")] }
    }

    private func writable(_ folder: Folder, _ name: String) -> Finding {
        do throws(SystemError) {
            try folder.write([], to: RawPath(Folder.temporaryPrefix + "doctor"), mode: 0o600)
            try folder.remove(RawPath(Folder.temporaryPrefix + "doctor"))
            return Finding(state: .good, subject: name, text: "\(folder.path) can be written")
        } catch { return Finding(state: .bad, subject: name, text: "\(error)") }
    }

    private func ledger(in state: Folder) -> Finding {
        do throws(DeskError) {
            let faults = try Ledger(state: state.path).faults()
            if faults.isEmpty { return Finding(state: .good, subject: "ledger", text: "sound") }
            return Finding(state: .bad, subject: "ledger", text: "damaged; run `dateline rebuild`")
        } catch { return Finding(state: .bad, subject: "ledger", text: "\(error)") }
    }
}
