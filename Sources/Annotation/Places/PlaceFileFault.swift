/// Why the compiled list of places cannot be read: always a damaged installation, never an input.
enum PlaceFileFault: Error, Equatable, CustomStringConvertible {
    /// It cannot be opened.
    case missing(path: String)
    /// It does not begin as the list does.
    case notPlaces(path: String)
    /// It has another layout than this program reads.
    case version(path: String, found: UInt32, expected: UInt32)
    /// It is longer or shorter than its header says.
    case size(path: String, found: Int, expected: Int)
    /// Its bytes are not those that were written.
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
