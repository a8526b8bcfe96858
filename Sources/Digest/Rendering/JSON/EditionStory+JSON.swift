import Records

extension EditionStory: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("anchor", anchor)
            $0.member("lead", lead)
            $0.member("sources", sources)
            $0.member("reports", reports)
            $0.member("thread", thread)
            $0.member("full", full)
        }
    }
}

extension EditionStory.Report: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("article", article)
            $0.member("copies", copies)
        }
    }
}

extension StoryThread: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("status", status.rawValue)
            $0.member("days", days.map(\.description))
            $0.member("earlier", earlier)
            $0.member("changes", changes)
        }
    }
}

extension StoryThread.Change: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("what", what.text)
            $0.member("before", before)
            $0.member("beforeDay", beforeDay.description)
            $0.member("now", now)
            $0.member("told", told)
        }
    }
}

extension FullStory: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("sentences", sentences)
            $0.member("who", who)
            $0.member("where", places)
            $0.member("when", when)
            $0.member("figures", figures)
            $0.member("quotes", quotes)
            $0.member("disagreements", disagreements)
            $0.member("newcomers", newcomers)
        }
    }
}

extension FullStory.Actor: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("name", name)
            $0.member("role", role)
        }
    }
}

extension FullStory.When: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("told", told)
            $0.member("first", span?.first.description)
            $0.member("last", span?.last.description)
        }
    }
}

extension Figure: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object {
            told.writeMembers(to: &$0)
            $0.member("category", category?.text)
            $0.member("sentence", sentence)
        }
    }
}

extension Quotation: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object {
            told.writeMembers(to: &$0)
            $0.member("speaker", speaker.text)
            $0.member("role", role?.text)
            $0.member("marked", isMarked)
            if isNew { $0.member("new", true) }
        }
    }
}

extension Disagreement: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("what", what.text)
            $0.member("claims", claims)
        }
    }
}

extension Disagreement.Claim: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object {
            $0.member("value", value)
            $0.member("told", told)
        }
    }
}
