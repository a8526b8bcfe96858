extension ArticleRecord {
    /// What breaks the contract beyond the schema's reach, one sentence each and at most a hundred; a record to publish
    /// has none. Every range is a passage of the text, each `text` beside a range is that passage, blocks, sentences and
    /// summary stand in order without overlap, and every id and index refers to something that is there. Linear in the
    /// record. The sentences name places and figures, never words of the article, so that they may be logged.
    public func faults() -> [String] {
        var inspection = RecordInspection(self)
        inspection.inspectArticle()
        inspection.inspectAnnotations()
        return inspection.faults
    }
}
