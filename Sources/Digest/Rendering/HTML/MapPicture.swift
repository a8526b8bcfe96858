import Records

/// Places set on the world map: dots whose area goes with the reports, the foremost with their names.
struct MapPicture {
    /// A dot.
    struct Dot {
        /// The place.
        let place: MapPlace
        /// Its middle.
        let x: Int
        let y: Int
        /// Its radius in tenths.
        let radius: Int
        /// Its name beside it, where there is room.
        let label: Label?
    }

    /// A name beside a dot.
    struct Label {
        let x: Int
        let y: Int
        /// `start` to the right of the dot, `end` to its left.
        let anchor: String
    }

    private struct Box {
        let left: Int
        let right: Int
        let top: Int
        let bottom: Int

        func meets(_ other: Box) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }
    }

    /// The radius of a place that one report names: at the map's smallest width three pixels across.
    private static let smallestRadius = 9.0
    private static let largestRadius = 26.0
    /// The names' size; at the map's smallest width eleven pixels.
    static let letterHeight = 34
    /// Mean width of a letter over its height, of the widest sans-serif faces that the style names.
    private static let letterWidth = 0.66
    private static let mostLabels = 7

    /// The dots, the largest first, so that small ones stand before them.
    let dots: [Dot]

    /// Sets places, the most named first. Quadratic in the few labels.
    init(_ places: [MapPlace]) {
        var taken: [Box] = []
        var labels = 0
        dots = places.compactMap { place in
            let point = GeoPoint(latitude: place.latitude, longitude: place.longitude)
            guard let (x, y) = WorldMap.position(of: point) else { return nil }
            let radius = min(Self.largestRadius, Self.smallestRadius * Double(place.reports).squareRoot())
            let label = labels < Self.mostLabels ? Self.label(place, x, y, Int(radius), &taken) : nil
            if label != nil { labels += 1 }
            return Dot(place: place, x: x, y: y, radius: Int((radius * 10).rounded()), label: label)
        }
    }

    /// Beside the dot, right or left, where no other name stands and the picture does not end.
    private static func label(_ place: MapPlace, _ x: Int, _ y: Int, _ radius: Int, _ taken: inout [Box]) -> Label? {
        let letters = place.name.line.text.unicodeScalars.count
        let width = Int(Double(letters * letterHeight) * letterWidth)
        let (top, bottom) = (y - letterHeight / 2, y + letterHeight / 2)
        let right = Box(left: x + radius + 6, right: x + radius + 6 + width, top: top, bottom: bottom)
        let left = Box(left: x - radius - 6 - width, right: x - radius - 6, top: top, bottom: bottom)
        for (box, anchor) in [(right, "start"), (left, "end")] {
            guard box.left >= 0, box.right <= WorldMap.width, box.top >= 0, box.bottom <= WorldMap.height,
                !taken.contains(where: { $0.meets(box) })
            else { continue }
            taken.append(box)
            return Label(x: anchor == "start" ? box.left : box.right, y: y + letterHeight / 3, anchor: anchor)
        }
        return nil
    }
}
