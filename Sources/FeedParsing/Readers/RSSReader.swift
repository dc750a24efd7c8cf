import WebText

/// RSS 0.91, 0.92 and 2.0, and all that calls itself RSS (RSS 2.0.11 of the RSS Advisory Board).
enum RSSReader {
    static func meaning(of name: Element.Name, in place: Place) -> Meaning {
        switch place {
        case .feed: feedMeaning(of: name)
        case .entry: entryMeaning(of: name)
        case .skipHours: name == .hour ? .field(.skippedHour) : .ignored
        case .skipDays: name == .day ? .field(.skippedDay) : .ignored
        case .group, .mediaFile, .person, .source: .ignored
        }
    }

    /// The version of the format that a root element names.
    static func format(version: String?) -> String {
        switch version?.trimmed ?? "" {
        case "0.90": "rss0.90"
        case "0.91": "rss0.91"
        case "0.92", "0.93", "0.94": "rss0.92"
        case "1.0": "rss1.0"
        default: "rss2.0"
        }
    }

    private static func feedMeaning(of name: Element.Name) -> Meaning {
        switch name {
        case .channel: .enter(.feed)
        // Some feeds have their items outside of the channel, as RDF has.
        case .item, .entry: .enter(.entry)
        case .title: .field(.title)
        case .link: .field(.link)
        case .description: .field(.summary)
        case .subtitle, .tagline: .field(.moduleSummary)
        case .language: .field(.language)
        case .lastbuilddate, .updated, .modified: .field(.updated)
        case .pubdate, .date: .field(.moduleUpdated)
        case .ttl: .field(.timeToLive)
        case .skiphours: .enter(.skipHours)
        case .skipdays: .enter(.skipDays)
        // `image` and `textInput` have titles and links of their own.
        default: .ignored
        }
    }

    private static func entryMeaning(of name: Element.Name) -> Meaning {
        switch name {
        case .title: .field(.title)
        case .link: .field(.link)
        case .description: .field(.summary)
        case .summary: .field(.moduleSummary)
        case .content, .encoded: .field(.content)
        case .body, .fullitem: .field(.spareContent)
        case .guid: .field(.guid)
        case .id: .field(.id)
        case .pubdate, .published, .issued: .field(.published)
        case .date, .created: .field(.modulePublished)
        case .updated, .modified: .field(.updated)
        case .author, .creator: .field(.author)
        case .category: .field(.category)
        case .keywords: .field(.keywords)
        case .enclosure: .field(.enclosure)
        case .comments: .field(.comments)
        case .source: .field(.publisher)
        case .language: .field(.language)
        default: .ignored
        }
    }
}

/// RSS 0.90 and 1.0: RDF, in which the items stand beside the channel.
enum RDFReader {
    static func meaning(of name: Element.Name, in place: Place) -> Meaning {
        switch (place, name) {
        // The list of the items' addresses, in the channel.
        case (.feed, .items): .ignored
        default: RSSReader.meaning(of: name, in: place)
        }
    }

    /// Which of the two it is, by the namespace of a channel or an item.
    static func format(namespace: Bytes?) -> String {
        namespace?.first("netscape", from: 0) != nil ? "rss0.90" : "rss1.0"
    }
}
