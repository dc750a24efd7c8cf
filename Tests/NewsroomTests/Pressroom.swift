import Fetching
import Foundation
import NewsModel
import NewsStore
import Settings
import TestSupport

@testable import Newsroom

/// A project whose sources say what a test gives them, without any fetching.
struct Pressroom {
    let folder: TemporaryDirectory

    static let sources =
        "sources:\n  - {id: one, feed: https://one.example/rss}\n  - {id: two, feed: https://two.example/rss}\n"

    /// In which order the sources end, of those that the configuration lists.
    let order: ([Source]) -> [Source]

    init(order: @escaping ([Source]) -> [Source] = { $0 }) throws {
        self.order = order
        folder = try TemporaryDirectory()
    }

    /// What a configuration says, with these lines before the sources.
    func settings(_ lines: String = "", sources: String = Self.sources) throws -> Settings {
        try SettingsReader.read(
            text: lines + "\n" + sources, name: "test.yml", directory: folder.path, environment: [:],
            providers: Providers.definitions)
    }

    /// Stories of a source, by their titles.
    static func feed(_ source: String, _ titles: [String]) -> Feed {
        Feed(
            link: "https://\(source).example/",
            items: titles.enumerated().map { index, title in
                FeedItem(
                    id: "\(source)-\(index)", title: title, link: "https://\(source).example/\(index)",
                    published: Stage.night.addingTimeInterval(-3600 * Double(index + 1)))
            })
    }

    static let feeds = [
        "one": feed("one", ["Ferry returns to the harbour", "Council votes on bridges"]),
        "two": feed("two", ["Comet seen over the desert", "Orchard opens early"]),
    ]

    /// A run; `change` may ask for something unusual.
    @discardableResult
    func run(
        _ settings: Settings, at now: Date = Stage.night, _ feeds: [String: Feed] = Self.feeds,
        pictures: [String: [UInt8]] = [:], _ change: (inout RunRequest) -> Void = { _ in }
    ) throws -> RunReport {
        var request = RunRequest(settings: settings, now: now)
        change(&request)
        let store = try NewsStore(path: settings.state)
        defer { try? store.close() }
        return try store.run(request, order: order, pictures: pictures) { source in
            let feed = feeds[source.id.rawValue]
            let report = SourceReport(
                source: source.id, outcome: feed == nil ? .late : .fresh, items: feed?.items.count ?? 0)
            return (SourceVisit(report: report), feed)
        }
    }

    /// Every file of the site, by its path.
    func site() throws -> [String: Data] { try folder.files(below: "public") }
}
