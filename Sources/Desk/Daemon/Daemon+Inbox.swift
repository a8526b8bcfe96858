import Dispatch
import Glibc

extension Daemon {
    /// Starts watching, where the file system tells of changes at all; otherwise the Inbox is looked over more often.
    func openWatch() {
        watchSource?.cancel()
        watchSource = nil
        watch = nil
        guard !options.once else { return }
        guard InboxWatch.isReliable(on: inbox) else {
            log(.info, "the inbox's file system tells of no changes; looking instead", ["inbox": settings.inbox])
            return
        }
        do throws(SystemError) {
            let watch = try InboxWatch()
            let source = DispatchSource.makeReadSource(fileDescriptor: watch.descriptor.number, queue: queue)
            source.setEventHandler { [unowned self] in readEvents() }
            // The descriptor must outlive the source, which ends a moment after it is cancelled.
            let descriptor = watch.descriptor
            source.setCancelHandler { withExtendedLifetime(descriptor) {} }
            source.activate()
            self.watch = watch
            watchSource = source
        } catch {
            log(.warning, "the inbox cannot be watched; looking instead", ["why": "\(error)"])
        }
    }

    /// How many ignored names are remembered as said.
    private static let mostRemembered = 10_000

    /// How the daemon learns of new files.
    var mode: String { watch == nil ? "polling" : "inotify" }

    /// Seconds until the next look over the whole Inbox.
    var secondsToNextScan: Double {
        watch == nil || inboxFault != nil ? settings.settleSeconds : settings.scanSeconds
    }

    /// What takes files in hand.
    var intake: Intake { Intake(inbox: inbox, maximumBytes: settings.maximumBytes) }

    /// Looks over the whole Inbox. The watches come first, so that nothing falls between the two.
    func scan() {
        dispatchPrecondition(condition: .onQueue(queue))
        guard reopenInboxIfReplaced() else { return }
        let first = InboxScan(of: inbox)
        for folder in first.folders { addWatch(on: folder) }
        let scan = watch == nil ? first : InboxScan(of: inbox)
        for folder in scan.folders where !first.folders.contains(folder) { addWatch(on: folder) }
        let now = WallClock.monotonicSeconds
        for found in scan.found { consider(found) { $0.seen($1, at: now) } }
        let present = Set(scan.found.map(\.path))
        for path in settling.paths where !present.contains(path) { settling.forget(path) }
        for path in faults.keys where !present.contains(path) { faults[path] = nil }
        sayIgnored(scan.ignored)
        for error in scan.unreadable { log(.warning, "a folder of the inbox cannot be read", ["why": "\(error)"]) }
    }

    /// Somebody may have moved the Inbox away and put another in its place. False where there is none.
    private func reopenInboxIfReplaced() -> Bool {
        do throws(SystemError) {
            let current = try Folder(at: settings.inbox)
            let (old, new) = (try inbox.entry(RawPath(".")), try current.entry(RawPath(".")))
            if old.inode != new.inode || old.device != new.device {
                log(.warning, "the inbox is another folder now", ["inbox": settings.inbox])
                inbox = current
                lock = try lock.moved(to: current)
                openWatch()
            }
            inboxFault = nil
            return true
        } catch {
            let isNew = inboxFault == nil
            inboxFault = error.isMissing ? "the inbox is gone" : "the inbox cannot be opened: \(error)"
            if isNew {
                log(.error, "the inbox is gone; waiting for it", ["why": "\(error)"])
                alarms?.scanAgain()
            }
            return false
        }
    }

    private func addWatch(on path: RawPath) {
        guard let watch else { return }
        do throws(SystemError) { try watch.add(path, in: inbox) } catch {
            if !error.isMissing { log(.warning, "a folder cannot be watched", ["why": "\(error)"]) }
        }
    }

    private func readEvents() {
        dispatchPrecondition(condition: .onQueue(queue))
        guard let watch else { return }
        let now = WallClock.monotonicSeconds
        var isLost = false
        for event in watch.events() {
            switch event {
            case .created(let path): look(at: path) { $0.created($1, at: now) }
            case .completed(let path):
                look(at: path) { $0.completed($1, at: now) }
                forgetCompanions(of: path)
            case .folder(let path): lookIntoFolder(path, at: now)
            case .gone(let path):
                settling.forget(path)
                ready.remove(path)
                faults[path] = nil
            case .lost: isLost = true
            case .besideGone: if !inbox.isInPlace { isLost = true }
            }
        }
        // Once, however many folders went at a time.
        if isLost {
            log(.info, "looking over the whole inbox: events were lost, or a folder changed")
            settling.forgetEvents()
            scan()
        }
        advance()
    }

    private func look(at path: RawPath, _ note: (inout Settling, InboxScan.Found) -> Void) {
        if IgnoredNames.contains(path) { return sayIgnored([path]) }
        guard !belongsToPage(path), let entry = try? inbox.entry(path) else { return }
        faults[path] = nil
        if inWork.contains(path) { touchedMeanwhile.insert(path) }
        ready.remove(path)
        consider(InboxScan.Found(path: path, entry: entry), note)
    }

    private func consider(_ found: InboxScan.Found, _ note: (inout Settling, InboxScan.Found) -> Void) {
        if inWork.contains(found.path) || ready.contains(found.path) || faults[found.path] != nil { return }
        note(&settling, found)
    }

    private func lookIntoFolder(_ path: RawPath, at now: Double) {
        if IgnoredNames.contains(path) { return sayIgnored([path]) }
        guard !belongsToPage(path.appending(".")) else { return }
        addWatch(on: path)
        let scan = InboxScan(of: inbox, from: path)
        for folder in scan.folders { addWatch(on: folder) }
        for found in scan.found { consider(found) { $0.seen($1, at: now) } }
        sayIgnored(scan.ignored)
    }

    /// Whether an entry lies in a folder beside the saved page it belongs to.
    private func belongsToPage(_ path: RawPath) -> Bool {
        var folder = path.parent
        while !folder.bytes.isEmpty {
            if let stem = IgnoredNames.companionStem(of: folder.name),
                let siblings = try? inbox.folder(folder.parent.bytes.isEmpty ? RawPath(".") : folder.parent).names(),
                siblings.contains(where: { IgnoredNames.isPage($0, stem: stem) })
            {
                return true
            }
            folder = folder.parent
        }
        return false
    }

    /// A saved page has come: what lies in the folder beside it is no article of its own.
    private func forgetCompanions(of page: RawPath) {
        for name in IgnoredNames.companions(ofPage: page.name) {
            settling.forget(companion: page.parent.appending(name))
        }
    }

    private func sayIgnored(_ paths: [RawPath]) {
        // Synchronisers make new names for ever; what was said long ago may be said again.
        if saidIgnored.count > Self.mostRemembered { saidIgnored = [] }
        for path in paths where saidIgnored.insert(path).inserted {
            log(.info, "ignored", ["file": path.text])
        }
    }

    /// Moves what is complete to the queue, and sees to it that somebody looks again at what is not.
    func collectSettled() {
        let intake = intake
        for found in settling.ready(at: WallClock.monotonicSeconds, writer: { intake.writer(of: $0) }) {
            ready.add(found)
        }
        if settling.count > 0 { alarms?.settle.ringNoLater(than: min(0.5, settings.settleSeconds / 4)) }
    }

    /// Looks again at a path whose entry changed, or could not be handled before.
    func lookAgain(at path: RawPath) {
        guard faults[path] == nil, let entry = try? inbox.entry(path) else { return }
        settling.seen(InboxScan.Found(path: path, entry: entry), at: WallClock.monotonicSeconds)
    }
}
