import Records

/// Keeps publications in the order their inputs were taken in, however the workers finish, so that which of two equal
/// articles is the record and which the duplicate does not depend on the number of workers.
struct PublicationOrder {
    /// What became of an input.
    enum Finding: Sendable {
        case record(Intake.Taken, ArticleRecord)
        case known(Intake.Taken, Ledger.Row)
        case rejected(InboxScan.Found, Rejection, sha256: String, attempts: Int)
        /// Nothing to publish: it changed, or could not be read.
        case nothing(RawPath)
    }

    private var next = 0
    private var issued = 0
    private var finished: [Int: Finding] = [:]

    /// A ticket for an input that is taken in now.
    mutating func issue() -> Int {
        defer { issued += 1 }
        return issued
    }

    /// Notes what became of a ticket. Returns everything whose turn has come, in order.
    mutating func finish(_ ticket: Int, _ finding: Finding) -> [Finding] {
        finished[ticket] = finding
        var due: [Finding] = []
        while let finding = finished.removeValue(forKey: next) {
            due.append(finding)
            next += 1
        }
        return due
    }
}
