import Records

extension Edition: JSONWritable {
    /// The name of the digest's contract.
    public static let schemaName = "dateline/digest/1"

    /// The digest, members in the schema's order. Paths are relative to the Outbox and percent-encoded; `article`
    /// members are indexes into `articles`, ranges are code points of that article's text.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("schema", Self.schemaName)
            json.member("day", day.description)
            json.member("closed", isClosed)
            json.member("intake", intake)
            json.member("storyCount", stories.count)
            json.member("headlines", summary.headlines)
            json.member("articles", articles)
            json.member("stories", stories)
            json.member("diary", diary)
            json.member("prominence", prominence)
            json.member("map", map)
            json.member("quotes", quotes)
            json.member("notes", notes)
        }
    }
}

extension Intake: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("files", files)
            $0.member("articles", articles)
            $0.member("duplicates", duplicates)
            $0.member("rejected", rejected)
            $0.member("collections", collections)
            $0.member("sites", sites)
        }
    }
}

extension Intake.Share: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("name", name.text)
            $0.member("articles", articles)
            $0.member("duplicates", duplicates)
            $0.member("rejected", rejected)
        }
    }
}

extension EditionArticle: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("id", id.text)
            $0.member("anchor", anchor)
            $0.member("record", record.encoded)
            $0.member("original", original?.encoded)
            $0.member("url", url?.encoded)
            $0.member("site", site.text)
            $0.member("file", file.text)
            $0.member("language", language)
            $0.member("headline", headline)
            $0.member("published", published)
            $0.member("revises", revises)
        }
    }
}

extension Headline: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("text", line.text)
            $0.member("from", kind.rawValue)
            $0.member("range", range)
        }
    }
}

extension PublishedTime: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("day", day.description)
            $0.member("clock", clock)
            $0.member("zone", zone)
        }
    }
}

extension EarlierArticle: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("day", day.description)
            $0.member("record", record.encoded)
            $0.member("headline", headline.text)
            $0.member("site", site.text)
        }
    }
}

extension Told: JSONWritable {
    func write(to json: inout JSONWriter) { json.object { writeMembers(to: &$0) } }

    /// The members of a passage, for objects that hold more.
    func writeMembers(to json: inout JSONWriter) {
        json.member("text", line.text)
        json.member("article", reference.article)
        json.member("range", reference.range)
    }
}

extension DiaryEntry: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("anchor", anchor)
            $0.member("first", span.first.description)
            $0.member("last", span.last.description)
            $0.member("grain", span.grain.rawValue)
            $0.member("qualifier", qualifier?.text)
            $0.member("date", date)
            $0.member("sentence", sentence)
        }
    }
}

extension MapPlace: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("name", name)
            $0.member("lat", latitude)
            $0.member("lon", longitude)
            $0.member("reports", reports)
            $0.member("wholeCountry", isCountry)
        }
    }
}

extension ProminenceTables: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("people", people)
            $0.member("organizations", organizations)
            $0.member("places", places)
        }
    }
}

extension Prominence: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("name", name)
            $0.member("today", today)
            $0.member("before", before)
            $0.member("movement", movement.rawValue)
        }
    }
}

extension Revision: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("day", before.day.description)
            $0.member("record", before.record.encoded)
            $0.member("headline", before.headline.text)
            $0.member("site", before.site.text)
            $0.member("correction", isCorrection)
            $0.member("differences", differences)
        }
    }
}

extension Revision.Difference: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("before", before?.text)
            $0.member("now", now)
        }
    }
}
