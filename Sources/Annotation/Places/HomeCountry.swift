import Foundation
import Records

/// The country a publication is at home in, by its domain.
enum HomeCountry {
    /// Codes of countries that anybody registers for their look ("dev.io", "channel.tv").
    private static let forSale: Set<String> = [
        "ac", "ag", "ai", "am", "as", "cc", "cd", "cf", "ci", "co", "cx", "dj", "eu", "fm", "ga", "gg", "gl", "gq",
        "gs", "im",
        "io", "is", "la", "ly", "me", "ml", "ms", "mu", "nu", "pn", "pw", "sc", "sh", "so", "st", "su", "tc", "tk",
        "to", "tv", "vc", "vg", "vu", "ws",
    ]

    /// The country of the site's domain, or of the URL's; none for domains without a country.
    static func code(of article: Article) -> CountryCode {
        guard let host = article.site?.domain ?? article.url.flatMap({ URL(string: $0)?.host }),
            let last = host.lowercased().split(separator: ".").last, last.utf8.count == 2
        else { return .none }
        let domain = String(last)

        if forSale.contains(domain) { return .none }
        return CountryCode(domain == "uk" ? "GB" : domain.uppercased())
    }
}
