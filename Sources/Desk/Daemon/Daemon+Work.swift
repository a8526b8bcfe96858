import Digest
import Dispatch
import Glibc
import Records

extension Daemon {
    /// At most twice as many inputs are in work as there are workers: one is asked, one is read or published.
    private var mostInWork: Int { 2 * pool.count }

    /// Takes in the oldest complete files, as many as there is room for.
    func takeIn() {
        guard !isStopping, inboxFault == nil, !isPaused else { return }
        while inWork.count < mostInWork, let found = ready.next() {
            inWork.insert(found.path)
            let ticket = order.issue()
            let intake = intake
            readers.async { [self] in
                let taken = intake.take(found)
                queue.async { [self] in read(taken, ticket: ticket) }
            }
        }
    }

    /// Whether publishing waits for a fault to pass.
    private var isPaused: Bool { outboxFault.map { $0.until > WallClock.monotonicSeconds } ?? false }

    private func read(_ result: Intake.Result, ticket: Int) {
        dispatchPrecondition(condition: .onQueue(queue))
        switch result {
        case .taken(let taken):
            if let row = try? ledger.row(sha256: taken.sha256), outbox.root.contains(RawPath(row.path)) {
                finish(ticket, .known(taken, row))
            } else {
                awaitingSeat.append((ticket, taken))
            }
        case .refused(let found, let why, let sha256):
            finish(ticket, .rejected(found, why, sha256: sha256, attempts: 1))
        case .changed(let path): finish(ticket, .nothing(path))
        case .fault(let path, let error):
            note(fault: "\(error)", at: path)
            finish(ticket, .nothing(path))
        }
        advance()
    }

    /// Gives waiting documents to free workers, in the order they were taken in.
    func seatNext() {
        while !awaitingSeat.isEmpty, let seat = freeSeats.popLast() {
            let (ticket, taken) = awaitingSeat.removeFirst()
            pool.process(
                taken.document, sha256: taken.sha256, seat: seat, within: settings.deadlineSeconds
            ) { [self] verdict in
                queue.async { [self] in answered(verdict, taken, ticket: ticket, seat: seat) }
            }
        }
    }

    private func answered(_ verdict: WorkerPool.Verdict, _ taken: Intake.Taken, ticket: Int, seat: Int) {
        dispatchPrecondition(condition: .onQueue(queue))
        freeSeats.append(seat)
        switch verdict {
        case .record(let record): finish(ticket, .record(taken, record))
        case .rejected(let why, let attempts):
            finish(ticket, .rejected(taken.found, why, sha256: taken.sha256, attempts: attempts))
        case .unavailable:
            note(fault: "no worker can be started", at: taken.found.path)
            finish(ticket, .nothing(taken.found.path))
        }
        advance()
    }

    private func finish(_ ticket: Int, _ finding: PublicationOrder.Finding) {
        let publisher = Publisher(
            cabinet: FilingCabinet(inbox: inbox, outbox: outbox), outbox: outbox, ledger: ledger,
            keepsOriginals: settings.keepsOriginals)
        let day = clock.today
        for finding in order.finish(ticket, finding) {
            press.async { [self] in
                let started = WallClock.monotonicSeconds
                let outcome = Result { () throws(DeskError) in try publisher.publishInPlace(finding, day: day) }
                let seconds = WallClock.monotonicSeconds - started
                queue.async { [self] in published(finding, outcome, day: day, seconds: seconds) }
            }
        }
    }

    private func published(
        _ finding: PublicationOrder.Finding, _ outcome: Result<Publisher.Published, DeskError>, day: CalendarDay,
        seconds: Double
    ) {
        dispatchPrecondition(condition: .onQueue(queue))
        let path = finding.path
        inWork.remove(path)
        switch outcome {
        case .success(let published):
            if case .changed = published {
            } else {
                outboxFault = nil
                failures[path] = nil
                openDays.insert(day)
                lastActivity = WallClock.monotonicSeconds
            }
            account(for: published, path, seconds: seconds)
        case .failure(let error):
            // What was published before the fault still belongs into the day's edition.
            openDays.insert(day)
            pause(because: error, path)
        }
        if touchedMeanwhile.remove(path) != nil || outcome.isUnfinished { lookAgain(at: path) }
        let done = result.records + result.duplicates + result.rejected
        options.progress(done, done + inWork.count + ready.count + settling.count)
        advance()
    }

    private func account(for published: Publisher.Published, _ path: RawPath, seconds: Double) {
        let milliseconds = "\(Int(seconds * 1000))"
        switch published {
        case .record(let id, let target):
            result.records += 1
            log(.info, "published", ["file": path.text, "id": id, "record": target, "ms": milliseconds])
        case .duplicate(let id):
            result.duplicates += 1
            log(.info, "duplicate", ["file": path.text, "of": id, "ms": milliseconds])
        case .rejected(let target):
            result.rejected += 1
            log(.warning, "rejected", ["file": path.text, "reason": target, "ms": milliseconds])
        case .changed: break
        }
    }

    /// The Outbox or the ledger cannot be written: nothing is taken in until the pause is over.
    private func pause(because error: DeskError, _ path: RawPath) {
        let isNew = outboxFault == nil
        var fault = outboxFault ?? Backoff()
        // What was in work when the pause began fails, too; that makes the pause no longer.
        if !isPaused { fault.fail(error.description, at: WallClock.monotonicSeconds) }
        outboxFault = fault
        if isNew { log(.error, "publishing waits", ["why": error.description, "file": path.text]) }
        alarms?.resume.ringNoLater(than: fault.until - WallClock.monotonicSeconds)
        manager.notify("STATUS=waiting: \(LogValue.escaped(error.description))")
    }

    /// The pause is over: the folders may be others by now.
    func resume() {
        dispatchPrecondition(condition: .onQueue(queue))
        if outboxFault != nil { reopenOutbox() }
        let now = WallClock.monotonicSeconds
        for (path, fault) in faults where fault.until <= now {
            faults[path] = nil
            failures[path] = fault
            lookAgain(at: path)
        }
        if let next = faults.values.map(\.until).min() { alarms?.resume.ringNoLater(than: next - now) }
        if let fault = outboxFault, fault.until > now { alarms?.resume.ringNoLater(than: fault.until - now) }
        // The fault may have struck when everything was in its place: then nothing is left to be tried again.
        let isAllDone = inWork.isEmpty && ready.count == 0 && settling.count == 0
        if isAllDone, !isPaused { outboxFault = nil }
        advance()
    }

    /// Takes up the Outbox again, which may be another folder by now, with another ledger in it.
    private func reopenOutbox() {
        guard inWork.isEmpty, !outbox.root.isInPlace || !stateFolder.isInPlace else { return }
        do throws(DeskError) {
            let (fresh, state) = try DeskFolders.outboxAndState(settings)
            lock = try lock.moved(toState: state)
            ledger = try Self.openLedger(outbox: fresh, state: state, inbox: inbox, log: log)
            (outbox, stateFolder) = (fresh, state)
            log(.warning, "the outbox is another folder now", ["outbox": settings.outbox])
        } catch {
            if var fault = outboxFault {
                fault.fail(error.description, at: WallClock.monotonicSeconds)
                outboxFault = fault
            }
        }
    }

    private func note(fault reason: String, at path: RawPath) {
        var fault = failures.removeValue(forKey: path) ?? Backoff()
        let isNew = fault.reason != reason
        fault.fail(reason, at: WallClock.monotonicSeconds)
        faults[path] = fault
        if isNew { log(.warning, "a file cannot be read; trying again", ["file": path.text, "why": reason]) }
        alarms?.resume.ringNoLater(than: fault.until - WallClock.monotonicSeconds)
    }
}

extension PublicationOrder.Finding {
    /// The input's path.
    var path: RawPath {
        switch self {
        case .record(let taken, _), .known(let taken, _): taken.found.path
        case .rejected(let found, _, _, _): found.path
        case .nothing(let path): path
        }
    }
}

extension Result<Publisher.Published, DeskError> {
    /// Whether the input is still there to be looked at.
    fileprivate var isUnfinished: Bool {
        switch self {
        case .success(.changed), .failure: true
        case .success: false
        }
    }
}

extension Publisher {
    /// The same, unless the Outbox is no longer where it was: nobody would look for it there.
    func publishInPlace(_ finding: PublicationOrder.Finding, day: CalendarDay) throws(DeskError) -> Published {
        guard outbox.root.isInPlace else {
            throw .system(SystemError("open", on: outbox.root.path + ", which was moved or removed", code: ENOENT))
        }
        return try publish(finding, day: day)
    }

    /// Publishes what became of an input.
    func publish(_ finding: PublicationOrder.Finding, day: CalendarDay) throws(DeskError) -> Published {
        switch finding {
        case .record(let taken, let record): try publish(record, of: taken, day: day)
        case .known(let taken, let row): try publish(known: row, taken, day: day)
        case .rejected(let found, let why, let sha256, let attempts):
            try publishRejection(of: found, why, sha256: sha256, attempts: attempts, day: day)
        case .nothing: .changed
        }
    }
}
