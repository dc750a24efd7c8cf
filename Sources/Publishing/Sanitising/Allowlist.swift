import WebText

/// What becomes of each element and attribute of a source's markup. Nothing passes that is not named here.
enum Allowlist {
    /// How an element of a source is treated.
    enum Treatment: Sendable {
        /// It becomes this one.
        case become(AllowedElement)
        /// It goes, its content stays, set apart from what stands around it.
        case box
        /// It goes, its content stays.
        case unwrap
        /// A link to what it shows stands in its place, and its content is looked at.
        case media
        /// The best of the pictures that it names stands in its place.
        case picture
        /// A formula, which is kept as one.
        case formula
        /// It goes with everything in it: its content is no text, or text for machines.
        case drop

        var isDrop: Bool {
            switch self {
            case .drop: true
            case .become, .box, .unwrap, .media, .picture, .formula: false
            }
        }
    }

    static func treatment(of name: String) -> Treatment { treatments[name] ?? .unwrap }

    /// Whether it says anything of a name.
    static func treats(_ name: String) -> Bool { treatments[name] != nil }

    private static let treatments: [String: Treatment] = {
        var all = Dictionary(uniqueKeysWithValues: AllowedElement.allCases.map { ($0.rawValue, Treatment.become($0)) })
        all.merge(renamed.mapValues(Treatment.become)) { $1 }
        for name in dropped { all[name] = .drop }
        for name in boxes { all[name] = .box }
        return all.merging(special) { $1 }
    }()

    /// Headings of a story stand below its headline, which is an `h3`.
    private static let renamed: [String: AllowedElement] = [
        "h1": .heading4, "h2": .heading4, "h3": .heading4,
        "amp-img": .image, "image": .image, "strike": .s, "tt": .code, "acronym": .abbr, "listing": .pre, "menu": .ul,
        "dir": .ul,
    ]

    /// `rt` and `rp` are kept in a `ruby` alone, which sees to them.
    private static let special: [String: Treatment] = [
        "picture": .picture, "math": .formula, "mml:math": .formula, "m:math": .formula, "iframe": .media,
        "video": .media, "audio": .media, "object": .media, "embed": .media, "amp-iframe": .media, "amp-video": .media,
        "amp-audio": .media, "amp-youtube": .media, "lite-youtube": .media, "amp-vimeo": .media, "lite-vimeo": .media,
        "amp-twitter": .media, "amp-instagram": .media, "rt": .unwrap, "rp": .drop,
    ]

    private static let boxes: Set<String> = [
        "address", "article", "aside", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset",
        "footer", "header", "hgroup", "html", "legend", "main", "marquee", "nav", "section", "summary",
    ]

    /// `applet` is not among these, which careless feeds leave open: what stands in it is sanitised like everything else.
    /// A `dialog` is among them only while it is closed, see ``HTMLNode``. What a `noscript` holds of use, ``ScriptFallback`` has taken out before.
    private static let dropped: Set<String> = [
        "annotation-xml", "area", "base", "basefont", "button", "canvas", "datalist", "dialog",
        "fencedframe", "frame", "frameset", "head", "input", "isindex", "link", "map", "meta",
        "noembed", "noframes", "noscript", "optgroup", "option", "param", "plaintext", "portal", "script", "select",
        "source", "style", "svg", "template", "textarea", "title", "track", "xml",
    ]

    /// The attributes that are looked at, whatever becomes of them: what is kept, what tells a tracking pixel, and where
    /// pictures and films are.
    static let readAttributes: Set<String> = PictureSources.attributes.union([
        "accent", "alt", "aria-hidden", "class", "close", "colspan", "data", "data-shortcode", "data-tweetid",
        "data-videoid", "dir", "display", "form", "height", "hidden", "href", "lang", "linethickness", "mathvariant",
        "name", "open", "reversed", "rowspan", "separators", "start", "stretchy", "style", "title", "type", "value",
        "videoid",
        "width",
    ])

    /// The length of the longest name of an attribute, in bytes.
    static let longestAttribute = 32

    /// The attributes that an element keeps, with values checked one by one; links are checked elsewhere.
    static func attributes(of tag: AllowedElement, from given: [String: String]) -> [Fragment.Attribute] {
        var kept: [Fragment.Attribute] = []
        if let language = given["lang"].flatMap(LanguageTag.known) {
            kept.append(.init(name: "lang", value: language))
        }
        if let direction = given["dir"]?.lowercased(), ["ltr", "rtl", "auto"].contains(direction), tag != .lineBreak {
            kept.append(.init(name: "dir", value: direction))
        }
        if tag == .abbr || tag == .dfn, let title = given["title"], !PlainText.line(title).isEmpty {
            kept.append(.init(name: "title", value: PlainText.line(title)))
        }
        return kept + numbers(of: tag, from: given)
    }

    /// What says how a list is numbered.
    private static func numbers(of tag: AllowedElement, from given: [String: String]) -> [Fragment.Attribute] {
        guard let name = tag == .ol ? "start" : tag == .li ? "value" : nil else { return [] }
        var kept: [Fragment.Attribute] = []
        if tag == .ol, given["reversed"] != nil { kept.append(.init(name: "reversed", value: "reversed")) }
        if let number = given[name].flatMap({ Int($0) }), listNumbers.contains(number) {
            kept.append(.init(name: name, value: String(number)))
        }
        return kept
    }

    private static let listNumbers = -100_000...100_000
}
