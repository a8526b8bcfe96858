import Foundation
import Pipeline
import Records

/// What a stream is asked to do with its lines.
public enum StreamTask: String, Sendable, CaseIterable {
    /// Records of documents.
    case extract
    /// Records of documents, without annotations.
    case article
    /// Records of clean texts.
    case annotate
}

/// The id of a line, given back as it came: a string, a number, or null where the line had none.
public enum StreamID: Sendable, Equatable, Codable, JSONWritable {
    case text(String)
    case integer(Int)
    case number(Double)
    case null

    /// Reads any scalar.
    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let integer = try? value.decode(Int.self) {
            self = .integer(integer)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else {
            self = .null
        }
    }

    /// Writes it as it came.
    public func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .text(let text): try value.encode(text)
        case .integer(let integer): try value.encode(integer)
        case .number(let number): try value.encode(number)
        case .null: try value.encodeNil()
        }
    }

    /// Writes it as it came.
    public func write(to json: inout JSONWriter) {
        switch self {
        case .text(let text): json.string(text)
        case .integer(let integer): json.integer(integer)
        case .number(let number): json.number(number)
        case .null: json.null()
        }
    }

    /// How a record's source names a document that has no file name.
    var name: String {
        switch self {
        case .text(let text): text
        case .integer(let integer): String(integer)
        case .number(let number): number.description
        case .null: ""
        }
    }
}

/// One line of a stream, as it is asked.
public struct StreamRequest: Codable, Sendable {
    /// Given back with the answer.
    public var id: StreamID?
    /// The document's bytes in Base64.
    public var contentBase64: String?
    /// The document's text.
    public var content: String?
    /// The document's file, read by the stream's own process.
    public var path: String?
    /// The media type somebody declared.
    public var mediaType: String?
    /// The file's name.
    public var name: String?
    /// The subfolders it lay in.
    public var collection: [String]?
    /// The URL somebody gave.
    public var url: String?
    /// The file's modification time; the last fallback for `published`.
    public var modified: String?
    /// A clean text, for annotation.
    public var text: String?
    /// The day a clean text was published.
    public var published: String?
    /// A clean text's headline.
    public var headline: String?
    /// A clean text's standfirst.
    public var standfirst: String?
    /// A clean text's language.
    public var language: String?

    /// The document's bytes, where they were decoded with the line.
    private var bytes: [UInt8]?

    private enum CodingKeys: String, CodingKey {
        case id, contentBase64, content, path, mediaType, name, collection, url, modified
        case text, published, headline, standfirst, language
    }

    /// A request of a line of JSON, or nil where it is none.
    public init?(line: [UInt8]) {
        let member = ContentMember(line)
        let json = member?.rest ?? line
        guard let request = try? JSONDecoder().decode(StreamRequest.self, from: Data(json)) else { return nil }
        self = request
        bytes = member?.bytes
    }

    /// The document of an extraction request.
    func document() throws(Rejection) -> Document {
        let bytes: [UInt8]
        if let known = self.bytes {
            bytes = known
        } else if let contentBase64 {
            guard let data = Data(base64Encoded: contentBase64, options: .ignoreUnknownCharacters) else {
                throw Rejection(stage: "stream", code: "bad-base64", message: "contentBase64 is not Base64")
            }
            bytes = Array(data)
        } else if let content {
            bytes = Array(content.utf8)
        } else {
            throw Rejection(
                stage: "stream", code: "no-content", message: "the line has none of contentBase64, content and path")
        }
        return Document(
            bytes: bytes, name: name ?? id?.name ?? "", collection: collection ?? [], mediaType: mediaType, url: url,
            modified: modified)
    }

    /// The text of an annotation request.
    func cleanText() throws(Rejection) -> CleanText {
        guard let text = text ?? content else {
            throw Rejection(stage: "stream", code: "no-content", message: "the line has no text")
        }
        return CleanText(
            text: text, published: published, headline: headline, standfirst: standfirst, language: language)
    }

    /// The request of one document, as a line without its newline.
    static func line(for document: Document, id: StreamID? = nil) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("id", id ?? .text(document.name))
            json.member("name", document.name)
            json.member("collection", document.collection)
            json.member("mediaType", document.mediaType)
            json.member("url", document.url)
            json.member("modified", document.modified)
            json.member("contentBase64", Data(document.bytes).base64EncodedString())
        }
        return json.bytes
    }
}
