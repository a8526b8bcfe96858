import Language

/// The elements that matter to a reader of articles. The order is free; raw values never leave the process.
public enum Element: UInt8, Sendable, CaseIterable {
    case other, text
    case html, head, title, meta, link, base, body
    case a, abbr, address, amp, article, aside, audio, b, blockquote, br, button, canvas, caption, center, cite, code
    case dd, del, details, dialog, div, dl, dt, em, embed, fieldset, figcaption, figure, font, footer, form
    case h1, h2, h3, h4, h5, h6, header, hr, i, iframe, img, input, ins, kbd, label, legend, li, main, map, mark, menu
    case nav, object, ol, optgroup, option, output, p, param, picture, pre, q, s, samp, search, section, select, small
    case source, span, strike, strong, sub, summary, sup, table, tbody, td, textarea, tfoot, th, thead, time, tr, track
    case u, ul, `var`, video, wbr

    /// Whether it never has contents.
    public var isVoid: Bool {
        switch self {
        case .meta, .link, .base, .br, .embed, .hr, .img, .input, .param, .source, .track, .wbr: true
        default: false
        }
    }

    /// Whether it begins a new line of text.
    public var isBlock: Bool {
        switch self {
        case .html, .head, .body, .address, .article, .aside, .blockquote, .caption, .center, .dd, .details, .dialog,
            .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header,
            .hr, .legend, .li, .main, .menu, .nav, .ol, .p, .pre, .search, .section, .summary, .table, .tbody, .td,
            .tfoot, .th, .thead, .tr, .ul, .iframe, .video, .audio, .object, .select, .textarea, .option, .title:
            true
        default: false
        }
    }

    /// Whether its start ends an open paragraph (HTML standard, "closes a p element").
    var endsParagraph: Bool {
        switch self {
        case .address, .article, .aside, .blockquote, .center, .details, .dialog, .div, .dl, .fieldset, .figcaption,
            .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hr, .main, .menu, .nav, .ol, .p, .pre,
            .search, .section, .summary, .table, .ul, .dd, .dt, .li:
            true
        default: false
        }
    }

    /// Whether the parser ends it by itself when the next of its kind begins, so that it adds nothing to the depth.
    var endsByItself: Bool {
        switch self {
        case .p, .li, .td, .th, .tr, .dd, .dt, .option, .optgroup, .thead, .tbody, .tfoot: true
        default: false
        }
    }

    /// 1 to 6 for headings.
    public var headingLevel: Int? {
        switch self {
        case .h1: 1
        case .h2: 2
        case .h3: 3
        case .h4: 4
        case .h5: 5
        case .h6: 6
        default: nil
        }
    }
}

extension Element {
    private static let names = allCases.map { String(describing: $0) }

    /// Its name in markup.
    public var name: String { Self.names[Int(rawValue)] }

    /// Names packed into words, so that a look-up compares numbers.
    private static let byName = HashedTable(
        allCases.filter { $0 != .other && $0 != .text }.map { (key: packed($0.name.utf8), value: $0) }, none: .other)

    /// A name's bytes mixed into one word (FNV-1a); the 110 names here do not collide, which a test checks.
    static func packed(_ name: some Sequence<UInt8>) -> UInt64 {
        name.reduce(FNV1a.offset) { FNV1a.extended($0, $1.lowercasedASCII) }
    }

    /// The element of a name, whatever its case.
    static func named(_ name: some Sequence<UInt8>) -> Element { byName[packed(name)] ?? .other }
}
