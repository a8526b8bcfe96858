import Records

/// The Robinson projection (1974), which atlases and newspapers use for maps of the world: a table every five degrees,
/// read in between along straight lines, so that every machine draws the same.
enum Robinson {
    /// Lengths of the parallels from the equator to the pole, every five degrees, the equator's being 1.
    private static let lengths = [
        1, 0.9986, 0.9954, 0.99, 0.9822, 0.973, 0.96, 0.9427, 0.9216, 0.8962, 0.8679, 0.835, 0.7986, 0.7597, 0.7186,
        0.6732, 0.6213, 0.5722, 0.5322,
    ]
    /// Distances of the parallels from the equator, the pole's being 1.
    private static let distances = [
        0, 0.062, 0.124, 0.186, 0.248, 0.31, 0.372, 0.434, 0.4958, 0.5571, 0.6176, 0.6769, 0.7346, 0.7903, 0.8435,
        0.8936, 0.9394, 0.9761, 1,
    ]
    /// The pole's distance over half the equator's length: 1.3523 / (0.8487 π).
    private static let poleDistance = 0.507_182

    /// East (−1 to 1) and south (in the same unit) of the map's middle. Nil for what is no point of the globe.
    static func projected(_ point: GeoPoint) -> (x: Double, y: Double)? {
        guard (-90...90).contains(point.latitude), (-180...180).contains(point.longitude) else { return nil }
        let step = abs(point.latitude) / 5
        let lower = min(Int(step), lengths.count - 2)
        let share = step - Double(lower)
        let length = lengths[lower] + share * (lengths[lower + 1] - lengths[lower])
        let distance = distances[lower] + share * (distances[lower + 1] - distances[lower])
        return (
            x: length * point.longitude / 180, y: (point.latitude < 0 ? distance : -distance) * poleDistance
        )
    }
}
