extension PlaceResolver {
    /// What a place gets for what speaks for it, on the scale of the logarithm of its people: 1.1 is three times as many.
    /// The weights were set by judgement on texts of our own, so that what the text says outright outweighs any city, and
    /// the countries around it outweigh all but the largest.
    enum Weight {
        // What the text says.

        /// It lies in what the text puts it into: "Paris, Texas".
        static let container = 15.0
        /// Its country's people stand before it: "the Lebanese city of Tripoli".
        static let people = 12.0
        /// The text puts another place into it: "Seattle, Washington" is the state.
        static let outer = 9.0
        /// It is of the kind that the words beside it give: "Kherson region".
        static let hint = 6.0

        // What is around it.

        /// Its country is named.
        static let namedCountry = 2.0
        /// No other country is named; less by their share.
        static let wholeCountry = 3.5
        /// Another place of its first-level region is named.
        static let region = 3.0
        /// Within 150 kilometres of another place, a drive; half within 500.
        static let near = 1.5
        /// The article appeared under its country's domain.
        static let home = 1.5

        // What it is.

        /// The capital of its country.
        static let capital = 2.0
        /// A country.
        static let country = 3.0
        /// A state of the United States.
        static let state = 2.5
        /// Listed by hand.
        static let known = 3.0
        /// By a name that is not its usual one.
        static let otherName = -3.0
        /// Gives way to the city, or the country, that it shares the name with.
        static let namesake = -5.0

        // How many people are how many, as logarithms.

        /// Of a city (60,000) that is meant rather than the region of its name.
        static let largeCity = 11.0
        /// Below 100,000 a country that is named says half as much: each has many such towns.
        static let town = 11.5
        /// Of a city (500,000) that is not taken for another place because the text seems to put it elsewhere.
        static let eminent = 13.1
        /// Of places whose people nobody counts, such as seas: about a million.
        static let uncounted = 14.0
        /// And of a district or county: about twenty thousand.
        static let smallRegion = 10.0
        /// A place of so many (20,000) may be meant in a text that names no country; below that the name is likelier to be
        /// of a place in no list.
        static let least = 9.9
        /// And of so many (150,000) in a text that names other countries.
        static let leastElsewhere = 11.9
        /// The same of a region: five million, since many are called "Southern District" and the like.
        static let leastRegionElsewhere = 15.5

        // How sure is sure.

        /// How far the best must be ahead of the next: 3.3 times the people.
        static let margin = 1.2
        /// The same among regions, of whose people only those in cities are counted.
        static let marginOfRegions = 2.5
        /// How far it must be ahead to speak for others.
        static let certain = 2.5
        /// What reaches this by itself, and has no rival, is not asked about.
        static let undoubted = leastRegionElsewhere + certain
    }
}
