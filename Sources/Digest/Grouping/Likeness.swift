/// How alike two reports are in what they are about.
struct Likeness: Sendable {
    /// The cosine of their names, 0 to 1.
    var names = 0.0
    /// What of it comes from others than places and peoples.
    var actors = 0.0
    /// The cosine of their rarer words, 0 to 1.
    var terms = 0.0

    /// What two reports must share to be of one event.
    struct Threshold: Sendable {
        /// Least likeness of names.
        let names: Double
        /// Least likeness of words.
        let terms: Double
        /// Least mean of both.
        let mean: Double
        /// Least likeness of words where the two share places only: much happens in Frankfurt on one day.
        let termsOfPlaces: Double
        /// Least likeness of words where one of the two names nothing.
        let termsAlone: Double
    }

    /// One event in the same edition. Names and words are both asked for, so that two earthquakes (same words) and two
    /// stories of one president (same name) stay apart. Measured: see docs/digest.md, "Thresholds".
    static let sameEvent = Threshold(names: 0.12, terms: 0.05, mean: 0.11, termsOfPlaces: 0.10, termsAlone: 0.30)

    /// One event on another day: it is told in other words by then, so slightly less is asked. Chosen, not measured.
    static let sameThread = Threshold(names: 0.12, terms: 0.05, mean: 0.10, termsOfPlaces: 0.10, termsAlone: 0.30)

    /// The mean where both kinds of evidence pass, otherwise nil. `hasNames`: both reports name something.
    func score(over threshold: Threshold, hasNames: Bool) -> Double? {
        guard hasNames else { return terms >= threshold.termsAlone ? terms : nil }
        return names >= threshold.names && terms >= (actors > 0 ? threshold.terms : threshold.termsOfPlaces)
            && mean >= threshold.mean ? mean : nil
    }

    /// Both kinds of evidence, weakened alike.
    func weakened(by factor: Double) -> Likeness {
        Likeness(names: names * factor, actors: actors * factor, terms: terms * factor)
    }

    /// The mean of both kinds of evidence.
    var mean: Double { (names + terms) / 2 }

    /// The sums of both kinds of evidence.
    static func + (one: Likeness, other: Likeness) -> Likeness {
        Likeness(
            names: one.names + other.names, actors: one.actors + other.actors, terms: one.terms + other.terms)
    }
}
