/// A feed before it takes a form.
struct FeedDocument: Sendable, Hashable {
    let title: String
    /// The page that the feed belongs to.
    let home: String
    let description: String
    /// Whether entries carry the whole article or only its summary.
    let hasFullText: Bool
    /// When the document last changed.
    let updated: CivilTime
    let articles: [Article]

    /// The document in one of the forms, with its media type.
    func written(as form: SimulatedSource.FeedForm) -> (contentType: String, text: String) {
        switch form {
        case .rss091: ("text/xml; charset=utf-8", RSSWriter(version: "0.91").document(self))
        case .rss092: ("text/xml; charset=utf-8", RSSWriter(version: "0.92").document(self))
        case .rss20: ("application/rss+xml; charset=utf-8", RSSWriter(version: "2.0").document(self))
        case .rss10: ("application/rdf+xml; charset=utf-8", RDFWriter.document(self))
        case .atom: ("application/atom+xml; charset=utf-8", AtomWriter.document(self))
        case .jsonFeed: ("application/feed+json; charset=utf-8", JSONFeedWriter.document(self))
        }
    }
}
