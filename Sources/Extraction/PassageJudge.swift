/// Judges all passages of a page: each by its own numbers and by those of its neighbours and containers.
enum PassageJudge {
    /// For each passage the log-odds that it is article text. Linear in the page.
    ///
    /// What was tried and measured on pages of unseen sites (Fundus 4-gram F1 / WCXB word F1, with the words weighed and the
    /// rules, this being .970 / .958): a second forest over the first one's answers .963 / .957; without what surrounds a
    /// passage (`PassageContext`) .967 / .952 against .970 / .955, both without the pages of other kinds; other balances
    /// than even odds gain on one set what they lose on the other. Earlier, the best path with a price on each change between
    /// text and boilerplate lost six thousandths. The neighbours' numbers already carry what such passes add. 350 trees at half
    /// the rate gain .001 on Fundus and nothing on WCXB, at more than twice the size.
    static func odds(_ features: PassageFeatures, _ forest: DecisionForest) -> [Float] {
        // Rows are made for some passages at a time: a page may have half a million.
        stride(from: 0, to: features.count, by: blockRows).flatMap { start in
            forest.scores(features.rows(start..<min(start + blockRows, features.count)))
        }
    }

    /// Rows made at once: they fit the processor's second cache.
    private static let blockRows = 256
}
