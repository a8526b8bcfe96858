extension Manuscript {
    /// Date, intake, warning, collections and sites.
    mutating func addMasthead() {
        add(.title("The digest for \(edition.day.fullDate)"))
        add(
            .paragraph([
                .text([edition.intakeSentence, edition.coverageSentence].compactMap { $0 }.joined(separator: " "))
            ]))
        if let warning = edition.warning { add(.paragraph([.strong("Please note."), .text(warning)])) }
        guard edition.intake.files > 0 else { return }
        let collections = edition.intake.collections.map { share in
            let parts = [
                Numeral.counted(share.articles, "article"),
                share.duplicates > 0 ? Numeral.counted(share.duplicates, "duplicate") : nil,
                share.rejected > 0 ? "\(share.rejected) rejected" : nil,
            ]
            return
                "\(share.name.isEmpty ? "Inbox" : share.name.text) (\(parts.compactMap { $0 }.joined(separator: ", ")))"
        }
        add(.paragraph([.strong("Collections:"), .text(collections.joined(separator: "; "))]))
        guard !edition.intake.sites.isEmpty else { return }
        let sites = edition.intake.sites.map { "\($0.name.text) (\(Numeral.shown(Double($0.articles))))" }
        add(.paragraph([.strong("Sites:"), .text(sites.joined(separator: "; "))]))
    }

    /// The stories in full, then the one-liners.
    mutating func addStories() {
        let full = edition.stories.filter { $0.full != nil }
        let brief = edition.stories.filter { $0.full == nil }
        if edition.stories.isEmpty { add(.paragraph([.text("There is no story to tell today.")])) }
        if !full.isEmpty { add(.section("Stories")) }
        for story in full { add(story) }
        if !brief.isEmpty { add(.section("In brief")) }
        for story in brief { addBrief(story) }
    }

    private mutating func add(_ story: EditionStory) {
        guard let full = story.full else { return }
        add(.head([headline(of: story.lead)]))
        add(.paragraph([.emphasis("\(edition.status(of: story)) · \(edition.sourcing(of: story))")]))
        if edition.articles[story.lead].headline.kind == .sentence {
            add(.paragraph([.emphasis("The article has no headline; this is its first sentence.")]))
        }
        add(.paragraph(full.sentences.flatMap(told)))
        if !story.thread.changes.isEmpty {
            let changes = story.thread.changes.map {
                [.text(edition.sentence(of: $0)), mark($0.told.reference)] as [Span]
            }
            add(.paragraph([.strong("What changed:")] + joined(changes, by: ";")))
        }
        if !full.newcomers.isEmpty {
            add(.paragraph([.strong("New in it:")] + joined(full.newcomers.map(told), by: ";")))
        }
        addFacts(full)
        for quote in full.quotes { add(.quotation(words(of: quote), by: speaker(of: quote))) }
        for disagreement in full.disagreements { addDisagreement(disagreement) }
        for report in story.reports {
            add(source(report.article, isCopy: false))
            for copy in report.copies { add(source(copy, isCopy: true)) }
        }
        if !story.thread.earlier.isEmpty {
            add(.paragraph([.strong("Earlier:")]))
            for article in story.thread.earlier { add(.item(earlier(article))) }
        }
    }

    private mutating func addFacts(_ full: FullStory) {
        let who = full.who.map { actor in
            told(actor.name) + (actor.role.map { [.text("— \($0.line.text)"), mark($0.reference)] as [Span] } ?? [])
        }
        if !who.isEmpty { add(.item([.strong("Who:")] + joined(who, by: ";"))) }
        if !full.places.isEmpty { add(.item([.strong("Where:")] + joined(full.places.map(told), by: ";"))) }
        if let when = full.when {
            let shown = when.span?.shown ?? when.told.line.text
            add(.item([.strong("When:"), .text(shown), mark(when.told.reference)]))
        }
        let figures = full.figures.map { figure in
            [.text(words(of: figure)), mark(figure.told.reference)] as [Span]
        }
        if !figures.isEmpty { add(.item([.strong("Numbers:")] + joined(figures, by: ";"))) }
    }

    private mutating func addDisagreement(_ disagreement: Disagreement) {
        let claims = disagreement.claims.map { claim in
            [.strong(Numeral.shown(claim.value))]
                + joined(
                    claim.told.map { told in
                        [
                            .text("\(edition.articles[told.reference.article].site.text) (“\(told.line.text)”)"),
                            mark(told.reference),
                        ]
                    }, by: ",")
        }
        add(.item([.strong("Sources disagree, \(disagreement.what.text):")] + joined(claims, by: ";")))
    }

    private mutating func addBrief(_ story: EditionStory) {
        let lead = edition.articles[story.lead]
        var spans: [Span] = [headline(of: story.lead), .text("— \(byline(of: story.lead))")]
        if story.thread.status != .new { spans.append(.emphasis("(\(edition.status(of: story)))")) }
        let others = story.articles.filter { $0 != story.lead }
        add(.source(number: concordance.number[story.lead], spans, links: links(of: lead), isCopy: false))
        for article in others { add(source(article, isCopy: true)) }
    }

    private func source(_ article: Int, isCopy: Bool) -> Block {
        var spans: [Span] = [.text("\(byline(of: article)) —"), headline(of: article)]
        if let revision = edition.articles[article].revises { spans += told(revision) }
        return .source(
            number: concordance.number[article], spans, links: links(of: edition.articles[article]), isCopy: isCopy)
    }

    /// "(corrects the article of 2 Oct, “…”; was: …; now: …)".
    private func told(_ revision: Revision) -> [Span] {
        let kind = revision.isCorrection ? "corrects" : "revises"
        let before = revision.before
        var spans: [Span] = [.text("(\(kind) the article of \(before.day.shortDate), “\(before.headline)”")]
        for difference in revision.differences {
            spans.append(.sign(";"))
            if let before = difference.before {
                spans += [.emphasis(difference.now == nil ? "gone:" : "was:"), .text(before.text)]
            }
            if let now = difference.now {
                spans += [difference.before == nil ? .emphasis("new:") : .text("→ now:")] + told(now)
            }
        }
        return spans + [.sign(")")]
    }

    /// "The Courier, 14:05 UTC".
    private func byline(of article: Int) -> String {
        let article = edition.articles[article]
        return [article.site.text, article.published?.shown(on: edition.day)].compactMap { $0 }.joined(separator: ", ")
    }

    private func links(of article: EditionArticle) -> [Link] {
        [Link(label: "record", href: article.record.fromEdition)]
            + (article.original.map { [Link(label: "original", href: $0.fromEdition)] } ?? [])
    }

    private func earlier(_ article: EarlierArticle) -> [Span] {
        let site = article.site.isEmpty ? "" : " — \(article.site)"
        return [.text("\(article.day.shortDate): \(article.headline)\(site)")]
    }

    /// A quotation's words, in quotation marks where the whole of it stood in them.
    func words(of quote: Quotation) -> [Span] {
        [.text(quote.isMarked ? "“\(quote.told.line)”" : quote.told.line.text)]
    }

    /// Who said it, with role and pointer.
    func speaker(of quote: Quotation) -> [Span] {
        [
            .text(
                (quote.isNew ? "New: " : "")
                    + [quote.speaker.text, quote.role?.text].compactMap { $0 }.joined(separator: ", ")),
            mark(quote.told.reference),
        ]
    }

    /// A figure with its category.
    func words(of figure: Figure) -> String {
        [figure.told.line.text, figure.category?.text].compactMap { $0 }.joined(separator: " ")
    }
}
