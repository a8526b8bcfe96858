import Digest
import Dispatch
import Foundation

extension Daemon {
    /// How long making one edition may take; ten thousand articles take seconds.
    private static let editionSeconds = 600.0
    /// How many missed days are caught up with at most.
    private static let mostMissedDays = 31

    /// Finds the days that were filed but whose edition does not show all of it: a crash, or a machine that was off
    /// when the day ended. Days without any article get their empty edition, too, so that a gap is no riddle.
    func findUnmadeEditions() {
        dispatchPrecondition(condition: .onQueue(queue))
        do throws(DeskError) {
            let days = try onSystem { () throws(SystemError) in try outbox.names(in: "digests") }
            let made = days.compactMap { CalendarDay($0) }.sorted()
            let since = currentDay.advanced(by: -Self.mostMissedDays)
            var candidates: Set<CalendarDay> = [currentDay]
            for shelf in Outbox.Shelf.allCases where shelf != .originals {
                let filed = try onSystem { () throws(SystemError) in try outbox.days(on: shelf, since: since) }
                candidates.formUnion(filed)
            }
            if let first = made.last, first < currentDay {
                var day = max(first, since)
                while day < currentDay {
                    candidates.insert(day)
                    day = day.advanced(by: 1)
                }
            }
            for day in candidates where day <= currentDay {
                let counts = try ledger.counts(on: day)
                let isDue = day < currentDay ? true : !counts.isEmpty
                let shown = made.contains(day) ? try ledger.editionState(of: day) : nil
                if isDue, shown != editionState(counts, of: day) { openDays.insert(day) }
            }
        } catch { log(.warning, "the editions cannot be looked over", ["why": "\(error)"]) }
    }

    /// What an edition shows, in short: it is made anew when this changes. Another version writes it anew, too.
    private func editionState(_ counts: Ledger.Counts, of day: CalendarDay) -> String {
        let phase = day < currentDay ? "closed" : "open"
        return "\(phase) \(counts.articles) \(counts.duplicates) \(counts.rejected) \(Version.number)"
    }

    /// Makes the next edition that is due, once the inbox has been idle for a while; in a single pass and at the end
    /// at once.
    func considerEdition() {
        guard !isMakingEdition, outboxFault == nil, let day = openDays.min() else { return }
        let isBusy = !inWork.isEmpty || (ready.count > 0 && !isStopping)
        guard !isBusy else { return }
        let idleFor = WallClock.monotonicSeconds - lastActivity
        let isInTime = isStopping || options.once || day < currentDay || idleFor >= settings.idleSeconds
        guard isInTime else {
            alarms?.idleIn(settings.idleSeconds - idleFor + 0.01)
            return
        }
        makeEdition(of: day)
    }

    /// Makes an edition in a process of its own: whatever a record may do to it, the daemon goes on.
    func makeEdition(of day: CalendarDay) {
        dispatchPrecondition(condition: .onQueue(queue))
        openDays.remove(day)
        isMakingEdition = true
        let words = [
            "dateline", "digest", "--date", day.description, "--outbox", settings.outbox, "--state", settings.state,
        ]
        let environment = editionEnvironment
        press.async { [self] in
            let started = WallClock.monotonicSeconds
            let code = (try? ChildProcess(words: words, environment: environment))?.wait(within: Self.editionSeconds)
            let seconds = WallClock.monotonicSeconds - started
            queue.async { [self] in editionMade(of: day, code: code, seconds: seconds) }
        }
    }

    /// The settings that shape an edition's files, handed down as they are in force here.
    private var editionEnvironment: [String] {
        var environment = [
            "SWIFT_BACKTRACE=enable=no", "LC_ALL=C.UTF-8", DaemonTie.environment,
            "DATELINE_FULL_STORIES=\(settings.fullStories)",
            "DATELINE_TIME_ZONE=\(settings.timeZone)", "DATELINE_DAY_ENDS_AT_HOUR=\(settings.dayEndsAtHour)",
            "DATELINE_FILE_MODE=\(String(settings.fileMode, radix: 8))",
            "DATELINE_DIRECTORY_MODE=\(String(settings.directoryMode, radix: 8))",
        ]
        if let group = settings.group { environment.append("DATELINE_GROUP=\(group)") }
        if let zone = ProcessInfo.processInfo.environment["TZ"] { environment.append("TZ=\(zone)") }
        return environment
    }

    private func editionMade(of day: CalendarDay, code: Int32?, seconds: Double) {
        dispatchPrecondition(condition: .onQueue(queue))
        isMakingEdition = false
        let milliseconds = "\(Int(seconds * 1000))"
        if code == 0 {
            log(.info, "edition made", ["day": day.description, "ms": milliseconds])
            noteEdition(of: day)
        } else {
            let why = code.map { "exit code \($0)" } ?? "it crashed or took too long"
            log(.error, "edition cannot be made", ["day": day.description, "why": why])
            result.editionsFailed += 1
            // In a single pass and at the end there is no later; otherwise the next article or scan tries again.
            if !options.once, !isStopping {
                editionsToRetry.insert(day)
                lastActivity = WallClock.monotonicSeconds
            }
        }
        advance()
    }

    private func noteEdition(of day: CalendarDay) {
        do throws(DeskError) {
            let counts = try ledger.counts(on: day)
            try ledger.setEditionState(editionState(counts, of: day), of: day)
        } catch { log(.warning, "an edition cannot be noted in the ledger", ["why": "\(error)"]) }
    }

    /// Closes the day's edition when its hour has come; also after the machine slept through it or the clock was set.
    func dayMayHaveEnded() {
        dispatchPrecondition(condition: .onQueue(queue))
        let today = clock.today
        if today > currentDay {
            log(.info, "day ended", ["day": currentDay.description])
            currentDay = today
            findUnmadeEditions()
            sweep()
        } else {
            // A clock set back files under the earlier day again; its edition is made again in due course.
            currentDay = today
        }
        alarms?.dayAgain()
        advance()
    }

    /// Deletes what the configuration wants kept no longer.
    func sweep() {
        let retention = Retention(outbox: outbox, settings: settings)
        let (today, log) = (currentDay, log)
        press.async {
            do throws(DeskError) {
                let removed = try retention.sweep(today: today)
                if removed > 0 { log(.info, "old inputs deleted", ["files": "\(removed)"]) }
            } catch { log(.warning, "old inputs cannot be deleted", ["why": "\(error)"]) }
        }
    }
}
