import Synchronization

/// A fixed number of places that several threads fill, each its own.
final class Slots<Value: Sendable>: Sendable {
    private let places: Mutex<[Value?]>

    /// Empty places.
    init(count: Int) { places = Mutex(Array(repeating: nil, count: count)) }

    /// Fills a place.
    func set(_ value: Value, at index: Int) { places.withLock { $0[index] = value } }

    /// The filled places' values, in order.
    var values: [Value] { places.withLock { $0.compactMap(\.self) } }
}
