import Foundation

/// Makes what every sound server says on one night.
struct SiteBuilder {
    private let night: SimulatedNight
    private let sources: [SimulatedSource]
    private let press: SimulatedPress

    init(_ sources: [SimulatedSource], night: SimulatedNight) {
        self.night = night
        self.sources = sources
        press = SimulatedPress(sources, night: night)
    }

    /// By the id of the source.
    func sites() -> [String: any Site] {
        Dictionary(uniqueKeysWithValues: sources.map { ($0.id, site(of: $0)) })
    }

    private func site(of source: SimulatedSource) -> any Site {
        let articles = press.articles(of: source)
        if case .document(let text, let contentType) = source.content {
            return FeedSite(source: source, contentType: contentType, body: Array(text.utf8), changed: nil)
        }
        switch source.kind {
        case .feed(let form):
            return feed(source, form, articles)
        case .hackerNews:
            return HackerNewsSite(Forum(source: source, night: night, linkingTo: linkable))
        case .guardian:
            return GuardianSite(section: source.section.rawValue, articles: articles)
        case .newsAPI:
            return NewsAPISite(articles.map(published))
        case .lobsters:
            return LobstersSite(Forum(source: source, night: night, linkingTo: linkable))
        case .json:
            return ForumSite(source: source, articles: articles)
        }
    }

    private func feed(_ source: SimulatedSource, _ form: SimulatedSource.FeedForm, _ articles: [Article]) -> FeedSite {
        // A form without dates shows recent entries only: old ones would look like news.
        let isUndated = form == .rss091 || form == .rss092
        let oldest = night.now.addingTimeInterval(-Writer.undatedSeconds)
        let shown = isUndated ? articles.filter { $0.lastChange > oldest } : articles
        let changed = UTCTime(shown.map(\.lastChange).filter { $0 <= night.now }.max() ?? night.now)
        let document = FeedDocument(
            title: source.title, home: source.pageAddress(""),
            description: "\(source.section.rawValue) from \(source.title)",
            hasFullText: !source.quirks.isDisjoint(with: [.fullText, .advertising]), updated: changed, articles: shown)
        let (contentType, text) = document.written(as: form)
        let body = BodyEdit.pad(to: source.quirks.contains(.large) ? Self.largeBytes(source) : 0)
        return FeedSite(
            source: source, contentType: contentType, body: body.apply(Array(text.utf8)), changed: changed)
    }

    /// As large as feeds with whole articles are.
    private static func largeBytes(_ source: SimulatedSource) -> Int {
        20_000 + Int(SeedHash.of(source.id) % 180_000)
    }

    /// What the forum's members read.
    private var linkable: [Article] {
        sources.filter { [.technology, .science].contains($0.section) && $0.behaviour == .sound }
            .filter { if case .feed = $0.kind { true } else { false } }
            .flatMap { press.articles(of: $0).filter { !$0.categories.contains("Columns") }.prefix(4) }
    }

    /// The API gathers from several publishers, each with a host of its own.
    private func published(_ article: Article) -> NewsAPISite.Published {
        let names = ["Brenmouth Commercial", "The Corvane Trader", "Lindmere Money Letter", "Quillmouth Lantern"]
        let name = names[Int(SeedHash.of(article.id) % UInt64(names.count))]
        var article = article
        let path = article.link.split(separator: "/", maxSplits: 2).last ?? ""
        article.link = "https://\(Slug.of(name)).example/\(path)"
        return NewsAPISite.Published(article: article, publisher: name)
    }
}
