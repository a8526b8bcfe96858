extension ArticleRecord: JSONWritable {
    /// The whole record, in the contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("schema", Self.schemaName)
            json.member("generator", generator)
            json.member("id", id)
            json.member("source", source)
            writeMetadata(to: &json)
            writeText(to: &json)
            writeAnnotations(to: &json)
            json.member("notices", article.notices)
        }
    }

    private func writeMetadata(to json: inout JSONWriter) {
        json.member("url", article.url)
        json.member("urls", article.urls)
        json.member("site", article.site)
        json.member("headline", article.headline)
        json.member("standfirst", article.standfirst)
        json.member("bylines", article.bylines)
        json.member("section", article.section)
        json.member("keywords", article.keywords)
        json.member("images", article.images)
        json.member("language", article.language)
        json.member("published", article.published)
        json.member("modified", article.modified)
    }

    private func writeText(to json: inout JSONWriter) {
        var dateline = article.dateline
        dateline?.place = annotations.datelinePlace
        json.member("dateline", dateline)
        json.member("text", article.text)
        json.member("blocks", article.blocks)
        json.member("sentences", annotations.sentences)
        json.member("removed", article.removed)
    }

    private func writeAnnotations(to json: inout JSONWriter) {
        json.member("summary", annotations.summary)
        json.member("entities", annotations.entities)
        json.member("quotes", annotations.quotes)
        json.member("times", annotations.times)
        json.member("amounts", annotations.amounts)
        json.member("counts", annotations.counts)
        json.member("events", annotations.events)
        json.member("story", annotations.story)
        json.member("conflicts", annotations.conflicts)
    }
}

extension Generator: JSONWritable {
    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("name", name)
            $0.member("version", version)
        }
    }
}

extension Source: JSONWritable {
    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("file", file)
            $0.member("collection", collection)
            $0.member("sha256", sha256)
            $0.member("bytes", bytes)
            $0.member("mediaType", mediaType)
            $0.member("encoding", encoding)
        }
    }
}

extension Rejection: JSONWritable {
    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("stage", stage)
            $0.member("code", code)
            $0.member("message", message)
        }
    }
}

extension ArticleRecord: Decodable {
    private enum Key: String, CodingKey {
        case schema, generator, id, source, url, urls, site, headline, standfirst, bylines, section, keywords, images
        case language, published, modified, dateline, text, blocks, sentences, removed, summary, entities, quotes
        case times, amounts, counts, events, story, conflicts, notices
    }

    /// Reads a record; fails on any other schema than this version's.
    public init(from decoder: any Decoder) throws {
        let record = try decoder.container(keyedBy: Key.self)
        let schema = try record.decode(String.self, forKey: .schema)
        guard schema == Self.schemaName else {
            throw DecodingError.dataCorruptedError(
                forKey: .schema, in: record, debugDescription: "expected \(Self.schemaName)")
        }
        self.init(
            generator: try record.decode(Generator.self, forKey: .generator),
            id: try record.decode(String.self, forKey: .id),
            source: try record.decode(Source.self, forKey: .source),
            article: try Self.article(in: record), annotations: try Self.annotations(in: record))
    }

    private static func article(in record: KeyedDecodingContainer<Key>) throws -> Article {
        var article = Article()
        article.url = try record.decodeIfPresent(String.self, forKey: .url)
        article.urls = try record.decode([LinkedURL].self, forKey: .urls)
        article.site = try record.decodeIfPresent(Site.self, forKey: .site)
        article.headline = try record.decodeIfPresent(String.self, forKey: .headline)
        article.standfirst = try record.decodeIfPresent(String.self, forKey: .standfirst)
        article.bylines = try record.decode([Byline].self, forKey: .bylines)
        article.section = try record.decodeIfPresent(String.self, forKey: .section)
        article.keywords = try record.decode([String].self, forKey: .keywords)
        article.images = try record.decode([ArticleImage].self, forKey: .images)
        article.language = try record.decodeIfPresent(String.self, forKey: .language)
        article.published = try record.decodeIfPresent(DatedEvidence.self, forKey: .published)
        article.modified = try record.decodeIfPresent(DatedEvidence.self, forKey: .modified)
        article.dateline = try record.decodeIfPresent(Dateline.self, forKey: .dateline)
        article.text = try record.decode(String.self, forKey: .text)
        article.blocks = try record.decode([Block].self, forKey: .blocks)
        article.removed = try record.decode([RemovedPassage].self, forKey: .removed)
        article.notices = try record.decode([Notice].self, forKey: .notices)
        return article
    }

    private static func annotations(in record: KeyedDecodingContainer<Key>) throws -> Annotations {
        var annotations = Annotations()
        annotations.sentences = try record.decode([TextRange].self, forKey: .sentences)
        annotations.summary = try record.decode([TextRange].self, forKey: .summary)
        annotations.entities = try record.decode([Entity].self, forKey: .entities)
        annotations.quotes = try record.decode([Quote].self, forKey: .quotes)
        annotations.times = try record.decode([TimeExpression].self, forKey: .times)
        annotations.amounts = try record.decode([Amount].self, forKey: .amounts)
        annotations.counts = try record.decode([Count].self, forKey: .counts)
        annotations.events = try record.decode([Event].self, forKey: .events)
        annotations.story = try record.decodeIfPresent(Story.self, forKey: .story)
        annotations.conflicts = try record.decode([Conflict].self, forKey: .conflicts)
        annotations.datelinePlace = try record.decodeIfPresent(Dateline.self, forKey: .dateline)?.place
        return annotations
    }
}
