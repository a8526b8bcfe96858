import Language
import Records

/// The outline map of the world on which an edition marks its places, in the units of its own picture.
enum WorldMap {
    /// The picture's width and height. Its top and bottom are cut off where nobody lives, at 84° north and 57° south.
    static let width = 1000
    static let height = 424
    /// The equator's height in the picture.
    private static let equator = 240.0

    /// Where a point of the globe stands in the picture; nil where it is cut off.
    static func position(of point: GeoPoint) -> (x: Int, y: Int)? {
        guard let projected = Robinson.projected(point) else { return nil }
        let half = Double(width) / 2
        let x = Int((half + projected.x * half).rounded())
        let y = Int((equator + projected.y * half).rounded())
        return (0...width).contains(x) && (0...height).contains(y) ? (x, y) : nil
    }

    /// The coastlines as the data of one SVG path, in relative steps.
    static let coastlines: String = {
        var path = ""
        for entry in WordList(named: "coastlines", in: .module).words {
            let degrees = entry.split(separator: " ").compactMap { Double($0) }
            var last: (x: Int, y: Int)?
            for index in stride(from: 0, to: degrees.count - 1, by: 2) {
                let point = GeoPoint(latitude: degrees[index + 1] / 10, longitude: degrees[index] / 10)
                guard let projected = Robinson.projected(point) else { continue }
                let half = Double(width) / 2
                let x = Int((half + projected.x * half).rounded())
                let y = Int((equator + projected.y * half).rounded())
                guard let before = last else {
                    path += "M\(x) \(y)"
                    last = (x, y)
                    continue
                }
                guard (x, y) != before else { continue }
                path += "l\(x - before.x) \(y - before.y)"
                last = (x, y)
            }
            if last != nil { path += "z" }
        }
        return path
    }()
}
