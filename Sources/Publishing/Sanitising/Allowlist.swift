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
        /// It goes with everything in it: its content is no text, or text for machines.
        case drop
    }

    static func treatment(of name: String) -> Treatment {
        if let tag = renamed[name] ?? AllowedElement(rawValue: name) { return .become(tag) }
        if dropped.contains(name) { return .drop }
        return boxes.contains(name) ? .box : .unwrap
    }

    /// Headings of a story stand below its headline, which is an `h3`.
    private static let renamed: [String: AllowedElement] = [
        "h1": .heading4, "h2": .heading4, "h3": .heading4,
        "strike": .s, "tt": .code, "acronym": .abbr, "listing": .pre, "menu": .ul, "dir": .ul,
    ]

    private static let boxes: Set<String> = [
        "address", "article", "aside", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
        "figure", "footer", "header", "hgroup", "html", "legend", "main", "nav", "section", "summary",
    ]

    /// Elements that libxml2 does not know to be empty (`embed`, `source`, `wbr`, …) are not among these: it puts into
    /// them what follows them, and that is text. So it is with `iframe`, `object` and `applet`, which careless feeds
    /// leave open: what stands in them is sanitised like everything else.
    private static let dropped: Set<String> = [
        "annotation-xml", "area", "audio", "base", "basefont", "button", "canvas", "datalist", "dialog",
        "fencedframe", "frame", "frameset", "head", "input", "isindex", "link", "map", "marquee", "math",
        "meta", "meter", "noembed", "noframes", "noscript", "optgroup", "option", "output", "param",
        "plaintext", "portal", "progress", "rp", "script", "select", "slot", "style", "svg", "template", "textarea",
        "title", "video", "xml", "xmp",
    ]

    /// The attributes that are looked at, whatever becomes of them: what is kept, and what tells a tracking pixel.
    static let readAttributes: Set<String> = [
        "alt", "dir", "height", "hidden", "href", "lang", "src", "start", "style", "title", "width",
    ]

    /// The length of the longest of their names, in bytes.
    static let longestAttribute = 6

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
        if tag == .ol, let start = given["start"].flatMap({ Int($0) }), (0...100_000).contains(start) {
            kept.append(.init(name: "start", value: String(start)))
        }
        return kept
    }
}
