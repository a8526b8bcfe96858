extension LinkedURL: JSONWritable {
    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("url", url)
            $0.member("from", from)
        }
    }
}

extension Site: JSONWritable {
    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("name", name)
            $0.member("domain", domain)
        }
    }
}

extension Byline: JSONWritable {
    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("name", name)
            $0.member("role", role)
        }
    }
}

extension ArticleImage: JSONWritable {
    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("url", url)
            $0.member("caption", caption)
            $0.member("credit", credit)
        }
    }
}

extension DatedEvidence: JSONWritable {
    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("value", value)
            $0.member("from", from.rawValue)
            $0.member("confidence", confidence)
        }
    }
}

extension Dateline: JSONWritable {
    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("range", range)
            $0.member("text", text)
            $0.member("place", place)
            $0.member("agency", agency)
            $0.member("date", date)
        }
    }
}

extension Block: JSONWritable {
    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("kind", kind.rawValue)
            $0.member("range", range)
        }
    }
}

extension RemovedPassage: JSONWritable {
    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("text", text)
            $0.member("rule", rule)
            $0.member("where", location)
        }
    }
}

extension Notice: JSONWritable {
    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("code", code)
            $0.member("message", message)
            $0.member("range", range)
        }
    }
}
