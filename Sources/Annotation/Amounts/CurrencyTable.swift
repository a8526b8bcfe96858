import Language

/// The forms by which currencies are named, and what each of them means.
struct CurrencyTable: Sendable {
    /// How a form stands at its number.
    enum Class: String, CaseIterable {
        /// "€", before the number or behind it.
        case sign
        /// "HK" of "HK$".
        case prefix
        /// "USD", in capitals, before the number or behind it.
        case code
        /// "Rs", "kr": letters in exactly this case, before the number or behind it.
        case mark
        /// "euros", behind the number.
        case word
        /// "Franken", behind the number, in other languages than English.
        case foreign

        /// Its place among the classes.
        var place: Int {
            switch self {
            case .sign: 0
            case .prefix: 1
            case .code: 2
            case .mark: 3
            case .word: 4
            case .foreign: 5
            }
        }
    }

    /// What a form means.
    struct Currency: Sendable {
        /// Empty where the countries that a text names decide alone.
        var code: String
        var factor: Double
        /// As it may be written, where case tells.
        var forms: [[UInt8]]
        /// Whether the form says something else with a small number: "12 marks".
        var isForLarge: Bool
        /// The form that countries share, or nil.
        var family: String?
    }

    static let shared = CurrencyTable()

    /// For each class its forms, in the order of the classes.
    private let tables: [Forms]

    /// The forms of one class. An object, because a look at most tokens would copy a value's five arrays.
    private final class Forms: Sendable {
        let lexicon: Lexicon
        let entries: [Currency]

        init(_ rows: [(String, Currency)]) {
            lexicon = Lexicon(words: rows.map(\.0))
            entries = rows.map(\.1)
        }
    }
    private let countries: (lexicon: Lexicon, entries: [[String]])

    private init() {
        var lists: [Class: [(String, Currency)]] = [:]
        var places: [Class: [String: Int]] = [:]
        for fields in Tables.list("currencies").entries where fields.count > 5 {
            guard let type = Class(rawValue: fields[3]) else { continue }
            let currency = Currency(
                code: fields[1] == "-" ? "" : fields[1], factor: Double(fields[2]) ?? 1, forms: [Array(fields[0].utf8)],
                isForLarge: fields[4] == "large", family: fields[5] == "-" ? nil : fields[5])
            // "KSh" and "Ksh" have one hash.
            let folded = fields[0].lowercased()
            if let place = places[type]?[folded] {
                lists[type]?[place].1.forms += currency.forms
                continue
            }
            places[type, default: [:]][folded] = lists[type]?.count ?? 0
            lists[type, default: []].append((fields[0], currency))
        }
        tables = Class.allCases.map { Forms(lists[$0] ?? []) }
        let rows = Tables.list("currency-countries").entries.filter { $0.count > 2 }
        var first: [String: Int] = [:]
        var merged: [[String]] = []
        for row in rows {
            if let index = first[row[0]] {
                merged[index] += row.dropFirst()
            } else {
                first[row[0]] = merged.count
                merged.append(row)
            }
        }
        countries = (Lexicon(words: merged.map { $0[0] }), merged)
    }

    /// The longest form of a class that begins at a token.
    func match(_ type: Class, in text: TokenizedText, at token: Int, limit: Int) -> (length: Int, currency: Currency)? {
        let forms = tables[type.place]
        guard let match = forms.lexicon.longestMatch(in: text, at: token, limit: limit) else { return nil }
        let currency = forms.entries[match.value]
        guard type == .code || type == .mark else { return (match.length, currency) }
        let written = text.bytes[text.byteRange(token..<(token + match.length))]
        return currency.forms.contains { written.elementsEqual($0) } ? (match.length, currency) : nil
    }

    /// The form of a class that a range of bytes is.
    func currency(_ type: Class, in bytes: [UInt8], _ range: Range<Int>) -> Currency? {
        let forms = tables[type.place]
        guard let index = forms.lexicon.value(of: WordHash.of(bytes, range)) else { return nil }
        let currency = forms.entries[index]
        return currency.forms.contains { bytes[range].elementsEqual($0) } ? currency : nil
    }

    /// The families of currencies of which a text names countries, each with the currency of the country it names most
    /// often; of equals the one named first. Linear in the text.
    func families(in text: TokenizedText) -> [String: String] {
        var tally: [String: [(code: String, count: Int)]] = [:]
        for token in 0..<text.count where text.isCapitalised(token) {
            guard let index = countries.lexicon.value(of: text.hashes[token]) else { continue }
            let fields = countries.entries[index]
            for at in stride(from: 1, to: fields.count - 1, by: 2) {
                var counts = tally[fields[at], default: []]
                if let known = counts.firstIndex(where: { $0.code == fields[at + 1] }) {
                    counts[known].count += 1
                } else {
                    counts.append((fields[at + 1], 1))
                }
                tally[fields[at]] = counts
            }
        }
        return tally.mapValues { counts in
            counts.reduce(("", 0)) { best, next in next.count > best.1 ? (next.code, next.count) : best }.0
        }
    }
}
