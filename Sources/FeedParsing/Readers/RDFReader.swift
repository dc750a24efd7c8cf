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
