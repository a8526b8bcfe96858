import Foundation
import Mustache

/// The templates and the style sheet, loaded once.
enum Templates {
    /// The parsed templates by name.
    static let library: MustacheLibrary = {
        MustacheContentTypes.register(MarkupContentType(), named: "MARKUP")
        var library = MustacheLibrary()
        for name in names {
            var text = String(decoding: resource("Templates/\(name)", withExtension: "mustache"), as: UTF8.self)
            // A partial stands within a line; its file's last line break would be a space there.
            while text.last == "\n" { text.removeLast() }
            do {
                try library.register(text, named: name)
            } catch {
                preconditionFailure("template \(name).mustache does not parse (\(error)); install dateline again")
            }
        }
        return library
    }()

    /// The templates there are. Each begins with the CONTENT_TYPE pragma; a partial does not inherit it.
    static let names = ["edition", "index", "feed", "diary-day", "mark", "report", "source"]

    /// The style sheet that every page carries.
    static let style = String(decoding: resource("Templates/style", withExtension: "css"), as: UTF8.self)

    /// The style sheet's SHA-256 in base64, which the pages' Content-Security-Policy allows by name; a test keeps it
    /// true.
    static let styleHash = Line(
        String(decoding: resource("Templates/style.css", withExtension: "sha256"), as: UTF8.self)
    ).text

    /// A template filled in. A missing template is a broken installation and stops the program.
    static func page(_ name: String, _ values: [String: Any]) -> [UInt8] {
        guard let page = library.render(values, withTemplate: name) else {
            preconditionFailure("template \(name).mustache is missing; install dateline again")
        }
        return Array(page.utf8)
    }

    /// A resource of this module.
    static func resource(_ name: String, withExtension suffix: String) -> Data {
        guard let url = Bundle.module.url(forResource: name, withExtension: suffix),
            let data = try? Data(contentsOf: url)
        else {
            preconditionFailure(
                "resource \(name).\(suffix) is missing from \(Bundle.module.bundlePath); install dateline again")
        }
        return data
    }
}
