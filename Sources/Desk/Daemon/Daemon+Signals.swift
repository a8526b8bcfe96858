import Dispatch
import Glibc

extension Daemon {
    /// Takes the signals over from their default handling: TERM and INT stop, HUP reads the configuration again, USR1
    /// makes the digest now, USR2 logs the status. Calls `then` on the queue once all of them are taken over, which another
    /// thread does: until then they keep their default handling. Were they ignored meanwhile, one that comes early would be lost
    /// for ever, and a kill at any instant loses nothing.
    func takeSignals(then: @escaping @Sendable () -> Void) {
        let taken = DispatchGroup()
        let actions: [(Int32, @Sendable () -> Void)] = [
            (SIGTERM, { [unowned self] in stop() }), (SIGINT, { [unowned self] in stop() }),
            (SIGHUP, { [unowned self] in reload() }), (SIGUSR1, { [unowned self] in makeEditionNow() }),
            (SIGUSR2, { [unowned self] in logStatus() }),
        ]
        for (number, action) in actions {
            taken.enter()
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler(handler: action)
            source.setRegistrationHandler { taken.leave() }
            source.activate()
            signals.append(source)
        }
        taken.notify(queue: queue, execute: then)
    }

    /// Finishes what is in work, then ends; a second time ends at once.
    private func stop() {
        dispatchPrecondition(condition: .onQueue(queue))
        if isStopping {
            log(.warning, "stopped at once; what was in work stays in the inbox")
            exit(0)
        }
        isStopping = true
        log(.info, "stopping", ["inWork": "\(inWork.count)"])
        manager.notify("STOPPING=1")
        advance()
    }

    private func reload() {
        dispatchPrecondition(condition: .onQueue(queue))
        manager.notify("RELOADING=1\nMONOTONIC_USEC=\(Int(WallClock.monotonicSeconds * 1_000_000))")
        do throws(SettingsError) {
            let new = try options.reload()
            let taken = settings.takingUp(new)
            if new != taken { log(.warning, "folders and workers change at the next start") }
            settings = taken
            log.minimum = taken.logLevel
            clock = WallClock(
                timeZone: taken.timeZone, dayEndsAtHour: taken.dayEndsAtHour, fixedDay: options.fixedDay)
            settling.settleSeconds = taken.settleSeconds
            if let fresh = try? Outbox(taken) { outbox = fresh }
            log(.info, "configuration read again")
        } catch { log(.error, "configuration not taken up; the old one stays", ["why": "\(error)"]) }
        alarms?.scanAgain()
        alarms?.dayAgain()
        manager.notify("READY=1")
        advance()
    }

    private func makeEditionNow() {
        dispatchPrecondition(condition: .onQueue(queue))
        log(.info, "edition asked for", ["day": currentDay.description])
        if isMakingEdition { openDays.insert(currentDay) } else { makeEdition(of: currentDay) }
    }

    private func logStatus() {
        dispatchPrecondition(condition: .onQueue(queue))
        log(
            .info, "status",
            [
                "settling": "\(settling.count)", "ready": "\(ready.count)", "inWork": "\(inWork.count)",
                "faults": "\(faults.count)", "paused": outboxFault?.reason ?? "no", "records": "\(result.records)",
                "duplicates": "\(result.duplicates)", "rejected": "\(result.rejected)", "mode": mode,
            ])
    }
}
