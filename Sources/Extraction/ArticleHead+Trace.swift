extension ArticleHead {
    /// How site and section came by their values, on a page with a headline.
    func traces(headline: String?) -> [FieldTrace] {
        var site = siteName(headline: headline).trace
        if let domain = address?.domain {
            site.candidates.append(
                CandidateTrace(value: domain, from: "address", confidence: nil, verdict: "chosen"))
        }
        return [site, sectionName.trace]
    }
}
