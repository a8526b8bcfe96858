extension ArticleHead {
    /// How site and section came by their values.
    var traces: [FieldTrace] {
        var site = siteName.trace
        if let domain = address?.domain {
            site.candidates.append(
                CandidateTrace(value: domain, from: "address", confidence: nil, verdict: "chosen"))
        }
        return [site, sectionName.trace]
    }
}
