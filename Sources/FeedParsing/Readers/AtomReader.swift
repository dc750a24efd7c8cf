import WebText

/// Atom 1.0 (RFC 4287) and 0.3.
enum AtomReader {
    static func meaning(of name: Element.Name, in place: Place) -> Meaning {
        switch place {
        case .feed: feedMeaning(of: name)
        case .entry: entryMeaning(of: name)
        case .person: personMeaning(of: name)
        case .source: sourceMeaning(of: name)
        case .group, .mediaFile, .skipHours, .skipDays: .ignored
        }
    }

    /// The version that a root element is of, by its namespace and its attribute.
    static func format(namespace: Bytes?, version: Bytes?) -> String {
        let isOld = namespace?.first("purl.org", from: 0) != nil
        return isOld || version?.isWord("0.3") == true ? "atom0.3" : "atom1.0"
    }

    /// How a text construct (RFC 4287 §3.1), or Atom 0.3's content, is to be read; `nil` for what is no text at all.
    static func style(type: Bytes?, mode: Bytes?) -> TextStyle? {
        let kind = type.map(kind) ?? .text
        if let mode {
            if mode.isWord("base64") { return .base64(isHTML: kind == .html) }
            // Atom 0.3: the markup stands escaped, whatever its kind.
            if mode.isWord("escaped") { return kind == .html || kind == .markup ? .html : .literal }
            if mode.isWord("xml"), kind == .html { return .inline }
        }
        switch kind {
        case .text: return .literal
        case .html: return .html
        case .markup: return .inline
        // RFC 4287 §4.1.3.3: any other media type is Base64, of a picture perhaps.
        case .other: return nil
        }
    }

    private enum Kind { case text, html, markup, other }

    private static func kind(of type: Bytes) -> Kind {
        let type = type.part(0..<(type.index(of: ASCII.semicolon, from: 0) ?? type.count)).trimmed
        if type.isWord("html") || type.isWord("text/html") { return .html }
        if type.isWord("xhtml") || type.ends(withWord: "/xml") || type.ends(withWord: "+xml") { return .markup }
        let isMedia = type.index(of: ASCII.slash, from: 0) != nil
        return isMedia && !type.starts(withWord: "text/", at: 0) ? .other : .text
    }

    private static func feedMeaning(of name: Element.Name) -> Meaning {
        switch name {
        case .entry, .item: .enter(.entry)
        case .channel: .enter(.feed)
        case .title: .field(.title)
        case .link: .field(.atomLink)
        case .subtitle, .tagline: .field(.summary)
        case .description: .field(.moduleSummary)
        case .info: .field(.spareSummary)
        case .updated, .modified: .field(.updated)
        case .published, .issued, .pubdate: .field(.moduleUpdated)
        case .author: .enter(.person)
        case .language: .field(.language)
        default: .ignored
        }
    }

    private static func entryMeaning(of name: Element.Name) -> Meaning {
        switch name {
        case .title: .field(.title)
        case .link: .field(.atomLink)
        case .id, .guid: .field(.id)
        case .summary: .field(.summary)
        case .description: .field(.moduleSummary)
        case .content: .field(.content)
        case .published, .issued, .pubdate: .field(.published)
        case .created: .field(.modulePublished)
        case .updated, .modified: .field(.updated)
        case .author: .enter(.person)
        case .category: .field(.category)
        case .source: .enter(.source)
        case .enclosure: .field(.enclosure)
        case .comments: .field(.comments)
        default: .ignored
        }
    }

    private static func sourceMeaning(of name: Element.Name) -> Meaning {
        switch name {
        case .title: .field(.publisher)
        case .author: .enter(.person)
        default: .ignored
        }
    }

    private static func personMeaning(of name: Element.Name) -> Meaning {
        switch name {
        case .name: .field(.personName)
        case .email: .field(.personEmail)
        case .uri, .url, .homepage: .field(.personURI)
        default: .ignored
        }
    }
}
