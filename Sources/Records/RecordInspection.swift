/// The walk over one record that `ArticleRecord.faults()` makes: the text is indexed once, then each part is held
/// against it and against the parts it refers to. Messages name places and figures, never words of the article.
struct RecordInspection {
    /// Where an inspection stops listing: nobody reads more, and a hostile record must not cost memory.
    static let limit = 100

    let record: ArticleRecord
    let index: PassageIndex
    /// The ids of the record's entities.
    let entityIDs: Set<String>
    private(set) var faults: [String] = []

    init(_ record: ArticleRecord) {
        self.record = record
        index = PassageIndex(record.article.text)
        entityIDs = Set(record.annotations.entities.map(\.id))
    }

    /// Notes a fault at a place; beyond the limit only the first is marked as cut.
    mutating func note(_ place: @autoclosure () -> String, _ fault: String) {
        if faults.count < Self.limit {
            faults.append("\(place()): \(fault)")
        } else if faults.count == Self.limit {
            faults.append("and more")
        }
    }

    /// A range that has to be a passage of the text. Returns whether it is.
    @discardableResult
    mutating func passage(_ range: TextRange, _ place: @autoclosure () -> String) -> Bool {
        if index.holds(range) { return true }
        note(place(), "[\(range.start), \(range.end)] is no passage of the text's \(index.count) code points")
        return false
    }

    /// A range with its text, which has to be exactly that passage.
    mutating func passage(_ range: TextRange, _ text: String, _ place: @autoclosure () -> String) {
        guard passage(range, place()), let slice = index.passage(range) else { return }
        if !slice.elementsEqual(text.utf8) {
            note(place(), "the text beside [\(range.start), \(range.end)] is not that passage")
        }
    }

    /// Ranges that have to be passages, in order, none reaching into the next.
    mutating func sequence(_ ranges: some Sequence<TextRange>, _ list: String) {
        var reached = 0
        for (position, range) in ranges.enumerated() where passage(range, "\(list)[\(position)]") {
            if range.start < reached { note("\(list)[\(position)]", "starts before the one before it ends") }
            reached = max(reached, range.end)
        }
    }

    /// Items that have to stand in the text's order.
    mutating func ordered(_ starts: some Sequence<Int>, _ list: String) {
        var last = Int.min
        for (position, start) in starts.enumerated() {
            if start < last { note("\(list)[\(position)]", "stands before the one before it") }
            last = start
        }
    }

    /// An id that has to be one of the record's entities.
    mutating func entity(_ id: String?, _ place: @autoclosure () -> String) {
        if let id, !entityIDs.contains(id) { note(place(), "refers to an entity that is not there") }
    }

    /// An index that has to be one of a list's.
    mutating func reference(_ position: Int?, into list: String, of count: Int, _ place: @autoclosure () -> String) {
        if let position, !(0..<count).contains(position) {
            note(place(), "\(position) is no index into the \(count) \(list)")
        }
    }

    /// A number from 0 to 1.
    mutating func share(_ value: Double?, _ place: @autoclosure () -> String) {
        if let value, !(0...1).contains(value) { note(place(), "\(value) is not between 0 and 1") }
    }

    /// A number JSON can hold.
    mutating func finite(_ value: Double, _ place: @autoclosure () -> String) {
        if !value.isFinite { note(place(), "\(value) is no number of JSON") }
    }
}
