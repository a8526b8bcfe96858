/// A value with one JSON form: its members in the order of the contract, absent values left out, lists always written.
public protocol JSONWritable {
    /// Appends the value to `json`.
    func write(to json: inout JSONWriter)
}

extension JSONWritable {
    /// The value as JSON, in the layout asked for, without a final newline.
    public func json(_ layout: JSONWriter.Layout = .compact) -> [UInt8] {
        var writer = JSONWriter(layout: layout)
        write(to: &writer)
        return writer.bytes
    }
}

extension JSONWriter {
    /// A member that is left out when the value is nil.
    public mutating func member(_ key: StaticString, _ value: String?) {
        if let value { member(key) { $0.string(value) } }
    }

    /// A member that is left out when the value is nil.
    public mutating func member(_ key: StaticString, _ value: Int?) {
        if let value { member(key) { $0.integer(value) } }
    }

    /// A member that is left out when the value is nil.
    public mutating func member(_ key: StaticString, _ value: Double?) {
        if let value { member(key) { $0.number(value) } }
    }

    /// A member that is left out when the value is nil.
    public mutating func member(_ key: StaticString, _ value: Bool?) {
        if let value { member(key) { $0.boolean(value) } }
    }

    /// A member that is left out when the value is nil.
    public mutating func member(_ key: StaticString, _ value: TextRange?) {
        if let value { member(key) { $0.range(value) } }
    }

    /// A member that is left out when the value is nil.
    public mutating func member(_ key: StaticString, _ value: (some JSONWritable)?) {
        if let value { member(key) { value.write(to: &$0) } }
    }

    /// A list of strings; written when empty, too.
    public mutating func member(_ key: StaticString, _ values: [String]) {
        member(key) { json in json.array(values) { $0.string($1) } }
    }

    /// A list of whole numbers; written when empty, too.
    public mutating func member(_ key: StaticString, _ values: [Int]) {
        member(key) { $0.numbers(values) }
    }

    /// A list of passages; written when empty, too.
    public mutating func member(_ key: StaticString, _ values: [TextRange]) {
        member(key) { json in json.array(values) { $0.range($1) } }
    }

    /// A list of values; written when empty, too.
    public mutating func member(_ key: StaticString, _ values: [some JSONWritable]) {
        member(key) { json in json.array(values) { $1.write(to: &$0) } }
    }
}
