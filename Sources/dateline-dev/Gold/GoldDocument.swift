/// One document of an annotation set.
struct GoldDocument: Decodable {
    var id: String
    var text: String
    /// The publication time, ISO 8601 or near it.
    var published: String?
    var headline: String?
    var standfirst: String?
    /// The annotated spans, for all tasks but the story.
    var annotations: [GoldAnnotation] = []
    /// The story's answers by question, the best first.
    var answers: [String: [String]] = [:]

    private enum Key: String, CodingKey {
        case id, text, gold
        case published = "dct"
        case headline = "title"
        case standfirst = "description"
    }

    init(from decoder: any Decoder) throws {
        let document = try decoder.container(keyedBy: Key.self)
        id = try document.decode(String.self, forKey: .id)
        text = try document.decode(String.self, forKey: .text)
        published = try document.decodeIfPresent(String.self, forKey: .published)
        headline = try document.decodeIfPresent(String.self, forKey: .headline)
        standfirst = try document.decodeIfPresent(String.self, forKey: .standfirst)
        if let spans = try? document.decode([GoldAnnotation].self, forKey: .gold) {
            annotations = spans
        } else {
            answers = try document.decode([String: [String]?].self, forKey: .gold).compactMapValues { $0 }
        }
    }
}

/// One annotated span; which fields it has depends on the task.
struct GoldAnnotation: Decodable {
    var span: Range<Int>
    var type: String?
    var kind: String?
    var value: String?
    var currency: String?
    var amount: Double?
    var modifier: String?
    var object: String?
    var content: [Range<Int>]
    var cue: [Range<Int>]
    var source: [Range<Int>]

    private enum Key: String, CodingKey {
        case span, type, kind, value, currency, amount, object, content, cue, source
        case modifier = "mod"
    }

    init(from decoder: any Decoder) throws {
        let item = try decoder.container(keyedBy: Key.self)
        span = Self.range(try item.decodeIfPresent([Int].self, forKey: .span) ?? [])
        type = try item.decodeIfPresent(String.self, forKey: .type)
        kind = try item.decodeIfPresent(String.self, forKey: .kind)
        value = try item.decodeIfPresent(String.self, forKey: .value)
        currency = try item.decodeIfPresent(String.self, forKey: .currency)
        amount = try item.decodeIfPresent(Double.self, forKey: .amount)
        modifier = try item.decodeIfPresent(String.self, forKey: .modifier)
        object = try item.decodeIfPresent(String.self, forKey: .object)
        content = (try item.decodeIfPresent([[Int]].self, forKey: .content) ?? []).map(Self.range)
        cue = (try item.decodeIfPresent([[Int]].self, forKey: .cue) ?? []).map(Self.range)
        source = (try item.decodeIfPresent([[Int]].self, forKey: .source) ?? []).map(Self.range)
    }

    private static func range(_ pair: [Int]) -> Range<Int> {
        guard pair.count == 2, pair[0] >= 0, pair[0] <= pair[1] else { return 0..<0 }
        return pair[0]..<pair[1]
    }
}
