import Foundation
import Markup

/// An http address, taken apart and put together again in one normal form.
struct WebAddress: Equatable {
    /// The host, small letters.
    var host: String
    /// What follows the host: path and query, without fragment and tracking parameters.
    var rest: String
    private var scheme: String

    /// Query parameters that say where a reader came from, not what is read.
    private static let tracking: Set<String> = [
        "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "cmpid", "ocid", "ncid", "ref",
        "ref_src", "smid", "sr_share", "taid", "cmp", "icid", "ito", "at_medium", "at_campaign", "xtor", "spm",
    ]

    /// Reads an address; nil for anything but http and https.
    init?(_ text: String) {
        let text = text.folded
        guard text.utf8.count <= 4096 else { return nil }
        let rest: Substring
        let opening = text.prefix(8).lowercased()
        if opening.hasPrefix("https://") {
            scheme = "https"
            rest = text.dropFirst(8)
        } else if opening.hasPrefix("http://") {
            scheme = "http"
            rest = text.dropFirst(7)
        } else if text.hasPrefix("//") {
            scheme = "https"
            rest = text.dropFirst(2)
        } else {
            return nil
        }
        let authority = Self.opening(of: rest, before: "/?#")
        let name = authority.split(separator: "@").last ?? ""
        var host = name.lowercased()
        for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.count) }
        guard host.contains("."), !host.contains(" "), !host.hasPrefix(".") else { return nil }
        self.host = host
        self.rest = Self.normalised(rest[authority.endIndex...])
    }

    /// What stands before the first of some ASCII characters.
    private static func opening(of text: Substring, before marks: StaticString) -> Substring {
        let marks = UnsafeBufferPointer(start: marks.utf8Start, count: marks.utf8CodeUnitCount)
        return text[..<(text.utf8.firstIndex { marks.contains($0) } ?? text.endIndex)]
    }

    private static func normalised(_ rest: Substring) -> String {
        let withoutFragment = opening(of: rest, before: "#")
        let path = opening(of: withoutFragment, before: "?")
        let query = withoutFragment[path.endIndex...].dropFirst()
        let kept = query.split(separator: "&").filter { pair in
            let name = pair.prefix { $0 != "=" }.lowercased()
            return !tracking.contains(name) && !name.hasPrefix("utm_")
        }
        let front = path.isEmpty ? "/" : String(path)
        return kept.isEmpty ? front : front + "?" + kept.joined(separator: "&")
    }

    /// The whole address.
    var text: String { "\(scheme)://\(host)\(rest)" }

    /// The host without `www.`.
    var domain: String { host.hasPrefix("www.") ? String(host.dropFirst(4)) : host }

    /// The words a host's name may stand for: `bbc.co.uk` gives `bbc`.
    var siteNames: [String] {
        let labels = domain.split(separator: ".").map(String.init)
        guard labels.count > 1 else { return labels }
        return [domain] + labels.dropLast().filter { $0.count > 2 }
    }

    /// Whether it is the front page.
    var isFront: Bool { rest == "/" }

    /// The words of the path's longest part, comparable; none where it has fewer than three. Numbers are the system's.
    var slug: [String] {
        let path = rest.prefix { $0 != "?" }
        let slugs = path.split(separator: "/").map { part -> [String] in
            var text = String(part)
            if text.utf8.contains(UInt8(ascii: "%")) { text = part.removingPercentEncoding ?? text }
            if text.utf8.contains(UInt8(ascii: "_")) { text = text.replacing("_", with: "-") }
            let bare = text.split(separator: ".").first.map(String.init) ?? text
            return bare.comparable.split(separator: " ").map(String.init).filter {
                $0.utf8.count <= 2 || !$0.allSatisfy(\.isNumber)
            }
        }
        let longest = slugs.reduce([]) { $1.count > $0.count ? $1 : $0 }
        return longest.count >= 3 ? longest : []
    }

    /// The folders of the path, words parted: "patient education" of `/children/patient-education/sleep`.
    var folders: [String] {
        rest.prefix { $0 != "?" }.split(separator: "/").dropLast().prefix(6)
            .filter { $0.utf8.count >= 3 && !$0.contains(where: \.isNumber) }
            .map { String($0).replacing("-", with: " ").replacing("_", with: " ") }
    }

    /// The day in a path such as `/2024/10/03/` or `/2024-10-03-ferry`.
    var day: String? {
        let parts = rest.prefix { $0 != "?" }.split(separator: "/").map(String.init)
        for index in parts.indices {
            if index + 2 < parts.count, parts[index].count == 4, let year = Int(parts[index]),
                let month = Self.month(parts[index + 1]), parts[index + 2].count <= 2,
                let date = Int(parts[index + 2]), let day = DateReader.day(year, month, date)
            {
                return day
            }
            if let day = Self.day(inSlug: parts[index]) { return day }
        }
        return nil
    }

    /// A month in a path, by its number or its name: `/2023/october/03/`.
    private static func month(_ part: String) -> Int? {
        part.count <= 2 ? Int(part) : DateReader.month(part.comparable)
    }

    private static func day(inSlug slug: String) -> String? {
        let words = slug.split { $0 == "-" || $0 == "_" || $0 == "." }.map(String.init)
        for index in words.indices {
            if words[index].count == 8, words[index].hasPrefix("20"), let value = Int(words[index]) {
                if let day = DateReader.day(value / 10000, value / 100 % 100, value % 100) { return day }
            }
            guard index + 2 < words.count, words[index].count == 4, words[index].hasPrefix("20"),
                let year = Int(words[index]), words[index + 1].count == 2, let month = Int(words[index + 1]),
                words[index + 2].count == 2, let date = Int(words[index + 2])
            else { continue }
            if let day = DateReader.day(year, month, date) { return day }
        }
        return nil
    }
}
