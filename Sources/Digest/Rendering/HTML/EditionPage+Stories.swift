extension EditionPage {
    /// A story told in full.
    func story(_ story: EditionStory) -> Values {
        guard let full = story.full else { return [:] }
        return [
            "anchor": story.anchor, "headline": headline(of: story.lead), "status": edition.status(of: story),
            "statusClass": story.thread.status.rawValue, "sourcing": edition.sourcing(of: story),
            "sentences": full.sentences.map(told),
            "hasChanges": !story.thread.changes.isEmpty || !full.newcomers.isEmpty,
            "newcomers": full.newcomers.map(told), "hasNewcomers": !full.newcomers.isEmpty,
            "changes": story.thread.changes.map { change -> Values in
                ["text": edition.sentence(of: change), "mark": mark(change.told.reference)]
            },
            "hasFacts": !(full.who.isEmpty && full.places.isEmpty && full.when == nil && full.figures.isEmpty),
            "hasWho": !full.who.isEmpty, "who": full.who.map(actor),
            "hasWhere": !full.places.isEmpty, "where": full.places.map(told),
            "when": full.when.map { [when($0)] } ?? [],
            "hasFigures": !full.figures.isEmpty, "figures": full.figures.map(figure),
            "quotes": full.quotes.map(quotation),
            "hasDisagreements": !full.disagreements.isEmpty, "disagreements": full.disagreements.map(disagreement),
            "sources": story.reports.map(report),
            "hasEarlier": !story.thread.earlier.isEmpty, "earlier": story.thread.earlier.map(earlier),
            "earlierCount": Numeral.counted(story.thread.earlier.count, "earlier report"),
        ]
    }

    private func actor(_ actor: FullStory.Actor) -> Values {
        [
            "name": told(actor.name),
            "role": actor.role.map { [["text": $0.line.text, "mark": mark($0.reference)]] as [Values] } ?? [],
        ]
    }

    private func when(_ when: FullStory.When) -> Values {
        var values = told(when.told)
        values["shown"] = when.span?.shown ?? when.told.line.text
        return values
    }

    private func figure(_ figure: Figure) -> Values {
        [
            "text": figure.told.line.text, "category": list(figure.category?.text),
            "mark": mark(figure.told.reference),
        ]
    }

    /// A quotation.
    func quotation(_ quotation: Quotation) -> Values {
        let article = quotation.told.reference.article
        let range = quotation.told.reference.range
        return [
            "anchor": "q\(edition.articles[article].anchor.dropFirst())-\(range.start)-\(range.end)",
            "text": quotation.told.line.text, "isMarked": quotation.isMarked, "isNew": quotation.isNew,
            "speaker": quotation.speaker.text,
            "role": list(quotation.role?.text), "mark": mark(quotation.told.reference),
            "lang": list(foreignLanguage(of: article)), "siteName": edition.articles[article].site.text,
            "story": edition.stories[concordance.story[article]].anchor,
        ]
    }

    private func disagreement(_ disagreement: Disagreement) -> Values {
        [
            "what": disagreement.what.text,
            "claims": disagreement.claims.map { claim -> Values in
                [
                    "value": Numeral.shown(claim.value),
                    "by": claim.told.map { told -> Values in
                        [
                            "text": told.line.text, "site": edition.articles[told.reference.article].site.text,
                            "mark": mark(told.reference),
                        ]
                    },
                ]
            },
        ]
    }

    private func report(_ report: EditionStory.Report) -> Values {
        var values = source(report.article)
        values["copies"] = report.copies.map(source)
        values["hasCopies"] = !report.copies.isEmpty
        values["copyCount"] =
            report.copies.count == 1 ? "and 1 near-identical" : "and \(report.copies.count) near-identical"
        return values
    }

    /// An article in its story's list of sources.
    private func source(_ number: Int) -> Values {
        let article = edition.articles[number]
        return [
            "anchor": article.anchor, "number": String(concordance.number[number]), "site": article.site.text,
            "headline": headline(of: number), "href": article.record.fromEdition,
            "time": list(article.published?.shown(on: edition.day)), "original": list(article.original?.fromEdition),
            "url": list(article.url?.encoded),
            "revises": article.revises.map { [revision($0)] } ?? [],
        ]
    }

    /// The version before, and what became of its sentences.
    private func revision(_ revision: Revision) -> Values {
        var values = earlier(revision.before)
        values["kind"] = revision.isCorrection ? "Corrects" : "Revises"
        values["hasDifferences"] = !revision.differences.isEmpty
        values["differences"] = revision.differences.map { difference -> Values in
            [
                "before": list(difference.before?.text),
                "now": difference.now.map { [told($0)] } ?? [],
            ]
        }
        return values
    }

    private func earlier(_ article: EarlierArticle) -> Values {
        [
            "href": article.record.fromEdition, "headline": article.headline.text, "day": article.day.shortDate,
            "date": article.day.description, "site": list(article.site.isEmpty ? nil : article.site.text),
        ]
    }
}
