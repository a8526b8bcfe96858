import Records

/// The JSON Schema of the configuration file, made from the list of settings.
public enum SettingsSchema {
    /// The schema (draft 2020-12).
    public static var json: [UInt8] {
        var writer = JSONWriter(layout: .pretty)
        writer.object { json in
            json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
            json.member("$id", "dateline/config/1")
            json.member("title", "dateline's configuration file (YAML)")
            json.member("type", "object")
            json.member("additionalProperties", false)
            json.member("properties") { json in
                json.object { json in
                    for setting in Setting.all { json.member(named: setting.key) { write(setting, to: &$0) } }
                }
            }
        }
        return writer.bytes
    }

    private static func write(_ setting: Setting, to json: inout JSONWriter) {
        json.object { json in
            json.member("description", setting.help)
            switch setting.kind {
            case .text, .path: json.member("type", "string")
            case .count(let bounds):
                json.member("type", "integer")
                json.member("minimum", bounds.lowerBound)
                json.member("maximum", bounds.upperBound)
            case .seconds(let bounds):
                json.member("type", "number")
                json.member("minimum", bounds.lowerBound)
                json.member("maximum", bounds.upperBound)
            case .mode:
                json.member("type", ["string", "integer"])
                json.member("pattern", "^[0-7]{3,4}$")
            case .word(let words):
                json.member("type", "string")
                json.member("enum", words)
            }
            switch setting.kind {
            case .count: json.member("default", Int(setting.fallback))
            case .seconds: json.member("default", Double(setting.fallback))
            default: json.member("default", setting.fallback)
            }
        }
    }
}
