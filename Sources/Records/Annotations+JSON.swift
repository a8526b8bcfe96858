extension Entity: JSONWritable {
    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("id", id)
            $0.member("type", type.rawValue)
            $0.member("name", name)
            $0.member("aliases", aliases)
            $0.member("mentions", mentions)
            $0.member("salience", salience)
            $0.member("confidence", confidence)
            $0.member("roles", roles)
            $0.member("age", age)
            $0.member("country", country)
            $0.member("placeKind", placeKind)
            $0.member("location", location)
            $0.member("geonamesId", geonamesId)
        }
    }
}

extension Mention: JSONWritable {
    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("range", range)
            $0.member("kind", kind.rawValue)
        }
    }
}

extension Role: JSONWritable {
    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("title", title)
            $0.member("organization", organization)
            $0.member("organizationName", organizationName)
            $0.member("range", range)
            $0.member("former", former)
        }
    }
}

extension GeoPoint: JSONWritable {
    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("lat", latitude)
            $0.member("lon", longitude)
        }
    }
}

extension Quote: JSONWritable {
    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("kind", kind.rawValue)
            $0.member("content", content)
            $0.member("text", text)
            $0.member("speaker", speaker)
            $0.member("cue", cue)
            $0.member("confidence", confidence)
        }
    }
}

extension Speaker: JSONWritable {
    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("entity", entity)
            $0.member("text", text)
            $0.member("range", range)
        }
    }
}

extension Cue: JSONWritable {
    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("text", text)
            $0.member("range", range)
            $0.member("lemma", lemma)
        }
    }
}

extension TimeExpression: JSONWritable {
    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("range", range)
            $0.member("text", text)
            $0.member("type", type.rawValue)
            $0.member("value", value)
            $0.member("modifier", modifier)
            $0.member("relativeTo", relativeTo?.rawValue)
        }
    }
}

extension Amount: JSONWritable {
    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("range", range)
            $0.member("text", text)
            $0.member("kind", kind.rawValue)
            $0.member("value", value)
            $0.member("currency", currency)
            $0.member("unit", unit)
            $0.member("modifier", modifier?.rawValue)
            $0.member("equivalentTo", equivalentTo)
        }
    }
}

extension Count: JSONWritable {
    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("range", range)
            $0.member("text", text)
            $0.member("value", value)
            $0.member("modifier", modifier?.rawValue)
            $0.member("object", object)
            $0.member("category", category)
        }
    }
}

extension Event: JSONWritable {
    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("category", category)
            $0.member("code", code)
            $0.member("trigger", trigger)
            $0.member("sentence", sentence)
            $0.member("actors", actors)
            $0.member("targets", targets)
            $0.member("place", place)
            $0.member("time", time)
            $0.member("counts", counts)
            $0.member("status", status.rawValue)
            $0.member("confidence", confidence)
        }
    }
}

extension Story: JSONWritable {
    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("who", who)
            $0.member("what", what)
            $0.member("when", when)
            $0.member("where", `where`)
            $0.member("why", why)
            $0.member("how", how)
        }
    }
}

extension Story.Answer: JSONWritable {
    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("of", of?.rawValue)
            $0.member("range", range)
            $0.member("text", text)
            $0.member("entity", entity)
            $0.member("time", time)
        }
    }
}

extension Conflict: JSONWritable {
    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("what", what)
            $0.member("items", items)
        }
    }
}

extension Conflict.Item: JSONWritable {
    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("range", range)
            $0.member("text", text)
            $0.member("value", value)
        }
    }
}
