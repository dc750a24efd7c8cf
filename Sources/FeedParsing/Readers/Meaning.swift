/// What an element is to the reader, where it stands.
enum Meaning {
    /// Nothing: it is passed over with all that is in it.
    case ignored
    /// Its children are looked at.
    case enter(Place)
    /// Its text is wanted, or its attributes.
    case field(Field)
}

/// Where in a feed the reader is.
enum Place: UInt8 {
    /// In the root element, or in `channel`: all that is said there is about the feed.
    case feed
    case entry
    /// In a person of Atom: `name`, `uri`, `email`.
    case person
    /// In Atom's `source`: what the feed says of itself that an entry was taken from.
    case source
    /// In a group of `media`, whose members say the same as outside of it.
    case group
    /// In a file of `media`, whose title is its own.
    case mediaFile
    case skipHours, skipDays
}

/// What a text is for. Where several elements say the same, the one that is made for it wins over one of a module,
/// and that one over a stopgap; see ``Rank``.
enum Field: UInt8 {
    // These hold markup, and stand first: see `holdsMarkup`.
    case title, moduleTitle, spareTitle
    case summary, moduleSummary, spareSummary
    case content, spareContent
    case published, modulePublished, updated, moduleUpdated
    case link, atomLink, originalLink, comments
    case id, guid
    case author, spareAuthor, personName, personEmail, personURI
    case category, keywords
    case enclosure, picture, mediaFile
    case publisher, language, commentCount
    case timeToLive, skippedHour, skippedDay, updatePeriod, updateFrequency

    /// Whether elements in its text are part of it.
    var holdsMarkup: Bool { rawValue <= Field.spareContent.rawValue }

    /// How its text is read, but for Atom's, which says so itself.
    var style: TextStyle {
        switch self {
        case .title, .moduleTitle, .spareTitle: .guess
        default: holdsMarkup ? .html : .literal
        }
    }
}

/// How good a source of a value is; a better one replaces it, an equal one does not.
enum Rank: UInt8, Comparable {
    case none, spare, module, proper, certain

    static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
}

/// What the text of an element holds.
enum TextStyle {
    /// Text, nothing else.
    case literal
    /// HTML, escaped or in CDATA.
    case html
    /// HTML or text: nobody says.
    case guess
    /// Elements of XHTML, as they stand in the document.
    case inline
    /// Base64 of text or HTML (Atom 0.3).
    case base64(isHTML: Bool)
}
