import Records

/// Tells a reader that the publisher has corrected the article.
enum CorrectionNotice {
    /// A notice for each correction among the removed passages.
    static func notices(for removed: [RemovedPassage]) -> [Notice] {
        removed.filter { $0.rule == "correction" }.map {
            Notice(code: "correction", message: "the publisher notes: \($0.text)")
        }
    }
}
