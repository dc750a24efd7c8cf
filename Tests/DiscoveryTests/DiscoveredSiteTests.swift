import Discovery
import Foundation
import NewsModel
import Testing
import WebText

/// Pages as sites of many kinds have them, each in a file: its address, the feeds that are there, the one to be found.
@Suite struct DiscoveredSiteTests {
    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    private static let names: [String] =
        (try? FileManager.default.contentsOfDirectory(atPath: fixtures.path))?.filter { $0.hasSuffix(".site") }.sorted()
        ?? []

    /// A site, read from its file.
    private struct Site: Sendable {
        var page = ""
        var expected = ""
        var feeds: Set<String> = []
        var emptyFeeds: Set<String> = []
        var moved: [String: String] = [:]
        var markup: String

        init(_ name: String) throws {
            let text = try String(contentsOf: fixtures.appending(path: name), encoding: .utf8)
            let end = try #require(text.firstRange(of: "\n\n"))
            markup = String(text[end.upperBound...])
            for line in text[..<end.lowerBound].split(separator: "\n") {
                let parts = line.split(separator: " ").map(String.init)
                switch parts[0] {
                case "page:": page = parts[1]
                case "expected:": expected = parts[1]
                case "feed:": feeds.insert(parts[1])
                case "empty:": emptyFeeds.insert(parts[1])
                case "moved:": moved[parts[1]] = parts[2]
                default: Issue.record("\(name): \(line)")
                }
            }
        }

        func document(at address: String) throws(DiscoveryFailure) -> FetchedDocument {
            let url = moved[address] ?? address
            let isPage = url == moved[page] ?? page
            if feeds.contains(url) { return Self.document(FeedDiscoveryTests.feed, url, "application/xml") }
            if emptyFeeds.contains(url) {
                return Self.document("<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title></feed>", url, nil)
            }
            guard isPage else { throw DiscoveryFailure(reason: "404 Not Found") }
            return Self.document(markup, url, "text/html; charset=utf-8")
        }

        private static func document(_ text: String, _ url: String, _ type: String?) -> FetchedDocument {
            FetchedDocument(bytes: Array(text.utf8), url: url, contentType: type)
        }
    }

    @Test func thereAreManySites() {
        #expect(Self.names.count >= 40)
    }

    @Test(arguments: names) func theRightFeedIsFound(name: String) async throws {
        let site = try Site(name)
        let discovery = FeedDiscovery { address throws(DiscoveryFailure) in try site.document(at: address) }
        let found = try await discovery.feed(of: try #require(WebAddress(site.page)))
        #expect(found.address == site.expected)
    }
}
