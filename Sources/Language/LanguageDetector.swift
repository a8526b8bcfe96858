import CLanguageDetector

/// The language of a text, by CLD2.
public enum LanguageDetector {
    /// The BCP 47 code of the text's main language, or nil where the detector is not sure. It reads the first 4 kB.
    public static func language(of text: String) -> String? {
        var text = text
        return text.withUTF8 { bytes -> String? in
            guard let start = bytes.baseAddress, !bytes.isEmpty else { return nil }
            return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16) { code -> String? in
                guard let code = code.baseAddress else { return nil }
                var percent: Int32 = 0
                let reliable = start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                    dateline_detect_language($0, bytes.count, code, &percent)
                }
                return reliable ? current(String(cString: code)) : nil
            }
        }
    }

    /// CLD2 still gives Hebrew, Indonesian and Javanese the codes that BCP 47 withdrew.
    private static func current(_ code: String) -> String {
        switch code {
        case "iw": "he"
        case "in": "id"
        case "jw": "jv"
        default: code
        }
    }
}
