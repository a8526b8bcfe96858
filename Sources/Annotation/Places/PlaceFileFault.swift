/// Why the compiled list of places cannot be read: always a damaged installation, never an input.
enum PlaceFileFault: Error, Equatable, CustomStringConvertible {
    case missing(path: String)
    case notPlaces(path: String)
    case version(path: String, found: UInt32, expected: UInt32)
    case size(path: String, found: Int, expected: Int)
    case checksum(path: String)

    /// Stage, what, where, and what to do.
    var description: String {
        let what =
            switch self {
            case .missing(let path): "\(path) is missing"
            case .notPlaces(let path): "\(path) is no list of places"
            case .version(let path, let found, let expected): "\(path) has version \(found), not \(expected)"
            case .size(let path, let found, let expected): "\(path) has \(found) bytes, not \(expected)"
            case .checksum(let path): "\(path) is damaged"
            }
        return "annotation: \(what); install dateline again"
    }
}
