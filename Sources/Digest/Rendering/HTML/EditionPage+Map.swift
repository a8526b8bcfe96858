extension EditionPage {
    /// What the map shows, under its head.
    var mapNote: String {
        "The larger a mark, the more reports name the place. A ring is a country as a whole."
    }

    /// What the map shows, for those who do not see it: its places by name.
    var mapLabel: String {
        let names = edition.map.map { "\($0.name.line) (\($0.reports))" }
        return "Map of the world with \(Numeral.counted(names.count, "place")): \(names.joined(separator: ", "))"
    }

    /// The dots, the largest first.
    var mapDots: [Values] {
        MapPicture(edition.map).dots.map { dot in
            let article = dot.place.name.reference.article
            return [
                "class": dot.place.isCountry ? "ring" : "dot", "x": String(dot.x), "y": String(dot.y),
                "radius": "\(dot.radius / 10).\(dot.radius % 10)",
                "title": "\(dot.place.name.line): \(Numeral.counted(dot.place.reports, "report"))",
                "story": edition.stories[concordance.story[article]].anchor,
            ]
        }
    }

    /// The names beside the foremost dots.
    var mapLabels: [Values] {
        MapPicture(edition.map).dots.compactMap { dot in
            dot.label.map { label in
                [
                    "x": String(label.x), "y": String(label.y), "anchor": label.anchor,
                    "size": String(MapPicture.letterHeight), "text": dot.place.name.line.text,
                ]
            }
        }
    }
}
