import Fetching
import Foundation
import NewsModel
import NewsStore
import Settings
import TestSupport
import Testing

@testable import Newsroom

/// Nights whose sources give back what they were asked with, in every place and spelling.
@Suite struct NoSecretLeavesTests {
    private static let pathToken = "pathTok3nAb9Xy7Qw2Er5"
    private static let password = "hunter2hunter2hunter2"
    private static let header = "zQ7-echo/Sec+ret_5591=uVw"
    private static let hubKey = "hubKeyT0ken881273"
    private static let redirected = "redirS1gn4tureKq83Zx"
    private static let secrets = [pathToken, password, header, hubKey, redirected]

    fileprivate static let configuration = """
        url: https://site.example/
        state: state/state.sqlite
        pages: {content: full, images: true}
        curation: {clustering: "off"}
        edition: {per-source: 50, per-publisher: 100}
        notify: [{websub: "https://hub.example/?key=\(hubKey)"}]
        sources:
          - {id: echo, feed: "https://me:\(password)@echo.example/\(pathToken)/feed.xml", headers: {X-Key: "\(header)"}}
          - {id: moved, feed: "https://moved.example/feed.xml?lang=en"}
          - {id: hidden, feed: "https://hidden.example/only-for-me/feed.xml", private: true}
        """

    @Test func nothingPublishedHoldsASecretOrHalfOfOne() throws {
        let stage = try Stand()
        let echo = Feed(
            title: "Echo \(Self.header)", link: "https://echo.example/\(Self.pathToken)/", items: Self.echoes,
            address: "https://me:\(Self.password)@echo.example/\(Self.pathToken)/feed.xml")
        let moved = Feed(
            title: "Moved", link: "https://moved.example/?sig=\(Self.redirected)",
            items: [
                FeedItem(title: "Trams run again on all lines of the old town"),
                FeedItem(
                    title: "Bakers \(Self.redirected) of the valley",
                    link: "https://moved.example/?s=\(Self.redirected)"),
            ], address: "https://moved.example/other?sig=\(Self.redirected)")
        try stage.night(
            [echo, moved, Feed(title: "Hidden")], movedTo: "https://moved.example/other?sig=\(Self.redirected)")
        let site = try stage.site()
        #expect(site["2026/11/23/edition.json"]?.contains("Trams run again") == true)
        for (path, text) in site {
            for secret in Self.secrets {
                for part in [secret, String(secret.prefix(secret.count / 2)), String(secret.suffix(secret.count / 2))] {
                    #expect(!text.lowercased().contains(part.lowercased()), "\(path) holds \(part)")
                }
                let encoded = Data(secret.utf8).base64EncodedString().prefix(secret.utf8.count / 3 * 4)
                #expect(!text.contains(encoded), "\(path) holds \(encoded)")
            }
            #expect(!text.contains("hidden.example"), "\(path) tells of a private source")
            #expect(!text.contains("href=\"\""), "\(path) has a link to nowhere")
        }
        let list = try #require(site["opml.xml"])
        #expect(list.contains("moved.example/feed.xml?lang=en"))
        #expect(!list.contains("echo.example"))
        #expect(site["health.json"]?.contains("\"url\": \"echo.example\"") == true)
        #expect(site["health.json"]?.contains("\"movedTo\": \"moved.example\"") == true)
        #expect(site["atom.xml"]?.contains("hub.example") == false)
    }

    /// What stood in the middle of a chain of redirects, or behind its `#`, is as secret as where it ended.
    @Test func everyAddressOfAChainOfRedirectsIsSecret() throws {
        let tokens = ["m1ddleTok3nAb9Xy7Qw", "fr4gmentTok3nXy7Qw2E", "u5erTok3n4b9Xy7Qw2Er"]
        let redirects: Set = [
            "https://moved.example/\(tokens[0])/", "https://me:\(tokens[2])@moved.example/final#\(tokens[1])",
        ]
        let items = tokens.enumerated().map { place, token in
            FeedItem(title: "Number \(place) says \(token)", link: "https://moved.example/\(place)")
        }
        let stage = try Stand()
        try stage.night([Feed(), Feed(title: "Moved \(tokens[0])", items: items, redirects: redirects), Feed()])
        let site = try stage.site()
        #expect(site["2026/11/23/edition.json"]?.contains("Number 2 says •••") == true)
        for (path, text) in site {
            for token in tokens { #expect(!text.contains(token), "\(path) holds \(token)") }
        }
    }

    @Test func aReportHoldsNothingOfItsRedirects() {
        let report = SourceReport(source: "a", outcome: .unreachable, detail: "no answer from wordTok3nAb9Xy7Qw2Er")
        let visit = SourceVisit(report: report, redirects: ["https://b.example/wordTok3nAb9Xy7Qw2Er"])
        let source = Source(id: "a", provider: .feed(url: "https://a.example/"))
        let redactor = Redactor(secrets: LearnedSecrets.all(of: visit, nil, source))
        #expect(report.redacted(by: redactor).detail == "no answer from •••")
    }

    private static var echoes: [FeedItem] {
        let key = header
        let spellings = [
            key, key.uppercased(), Data(key.utf8).base64EncodedString(), Data(("x" + key).utf8).base64EncodedString(),
            key.map(String.init).joined(separator: "\u{200B}"), key.replacing("/", with: #"\/"#),
            String(key.prefix(13)),
            key.utf8.map { "%" + String($0, radix: 16) }.joined(), pathToken, password,
        ]
        let titled = spellings.enumerated().map { number, spelling in
            FeedItem(
                title: "Number \(number) says \(spelling)", link: "https://echo.example/\(number)",
                summary: Markup(.html, "<p>It is \(spelling.map { "<b>\($0)</b>" }.joined()).</p>"))
        }
        let base = "https://echo.example/\(pathToken)/feed.xml"
        return titled + [
            FeedItem(
                title: "Ferries", link: "https://echo.example/\(pathToken)/a.html", authors: [key], categories: [key]),
            FeedItem(
                title: "Orchards", link: "https://me:\(password)@echo.example/b",
                content: Markup(
                    .html, "<p>More <a href=\"c.html\">here</a> <img src=\"d.png\"></p>", base: base),
                image: "https://echo.example/\(pathToken)/e.png", discussion: "https://me:\(password)@echo.example/f"),
            FeedItem(id: key, summary: Markup(.html, String(repeating: "word ", count: 14) + key)),
            FeedItem(title: "Lanterns"),
        ]
    }

    /// What an earlier version put into the state or onto the site goes with the next run.
    @Test func whatWasPublishedBeforeASecretWasKnownIsMadeAnew() throws {
        let stage = try Stand()
        let feed = Feed(
            title: "Moved", items: [FeedItem(title: "It says swordfish-0815", link: "https://moved.example/1")])
        try stage.night([Feed(), feed, Feed()])
        #expect(try stage.site()["2026/11/23/index.html"]?.contains("swordfish-0815") == true)
        let knowing = Self.configuration + "\n  - {feed: \"https://other.example/feed.xml?key=swordfish-0815\"}\n"
        try stage.night([Feed(), Feed(), Feed()], after: 86_400, configuration: knowing)
        for (path, text) in try stage.site() { #expect(!text.contains("swordfish-0815"), "\(path) holds it") }
    }

    /// Whoever redirects chooses what becomes a secret.
    @Test func aRedirectErasesNoWordOfOthers() throws {
        let stage = try Stand()
        let story = FeedItem(
            title: "The president published a stylesheet", link: "https://echo.example/0123456789abcdef/election",
            summary: Markup(.html, "<p>It was published by the president, atom.xml says.</p>"))
        let address =
            "https://moved.example/feed?token=president&key=published&sig=stylesheet&auth=0123456789abcdef"
            + "&session=atom.xmlaB3dE5gH&t=swordfish-0815"
        let moved = Feed(
            title: "Moved", items: [FeedItem(title: "It says swordfish-0815", link: "https://moved.example/1")],
            address: address)
        try stage.night([Feed(title: "Echo", items: [story]), moved, Feed()], movedTo: address)
        let site = try stage.site()
        let edition = try #require(site["2026/11/23/edition.json"])
        #expect(edition.contains("The president published a stylesheet"))
        #expect(edition.contains("0123456789abcdef"))
        #expect(try JSONSerialization.jsonObject(with: Data(edition.utf8)) is [String: Any])
        let atom = try #require(site["atom.xml"])
        #expect(atom.contains("<published>") && atom.contains("published by the president, atom.xml says"))
        for (path, text) in site { #expect(!text.contains("swordfish-0815"), "\(path) holds it") }
    }

    @Test func theStateIsForItsOwnerAlone() throws {
        let stage = try Stand()
        try stage.night([Feed(), Feed(), Feed()])
        #expect(try stage.mode("state") == 0o700)
        #expect(try stage.mode("state/state.sqlite") == 0o600)
        let state = stage.folder.path("state/state.sqlite")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: state)
        try stage.night([Feed(), Feed(), Feed()], after: 3600)
        #expect(try stage.mode("state/state.sqlite") == 0o600)
        #expect(try stage.mode("public") & 0o055 == 0o055)
    }

    @Test func whereALinkIsOnlyTheSourcesOwnAddressThereIsNone() {
        let preparation = ItemPreparation(now: Stage.night, policy: EditionPolicy())
        let source = Source(id: "a", provider: .feed(url: "https://a.example/feed?x=1"))
        for link in [nil, "https://a.example/feed", "https://a.example/feed?x=1", "https://a.example/?token=ab12"] {
            let stories = preparation.items(of: Feed(link: link, items: [FeedItem(title: "A")]), from: source)
            #expect(stories.map(\.link) == [""], "\(link ?? "-")")
        }
    }
}

/// A folder with a state and a site, and nights whose feeds are given.
private struct Stand {
    let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
    }

    func night(
        _ feeds: [Feed], movedTo: String? = nil, after seconds: TimeInterval = 0,
        configuration: String = NoSecretLeavesTests.configuration
    ) throws {
        let settings = try SettingsReader.read(
            text: configuration, name: "broadsheet.yml", directory: folder.path, environment: [:],
            providers: Providers.definitions)
        let request = RunRequest(settings: settings, now: Stage.night.addingTimeInterval(seconds))
        let store = try NewsStore(path: settings.state)
        defer { try? store.close() }
        let given = Dictionary(uniqueKeysWithValues: zip(settings.sources.map(\.id), feeds))
        try store.run(request) { source in
            let feed = given[source.id] ?? Feed()
            let report = SourceReport(
                source: source.id, outcome: feed.items.isEmpty ? .empty : .fresh, items: feed.items.count)
            let visit = SourceVisit(
                report: report, permanentRedirect: source.id == "moved" ? movedTo : nil, title: feed.title)
            return (visit, feed)
        }
    }

    /// Every file of the site as text, by its path.
    func site() throws -> [String: String] {
        var files: [String: String] = [:]
        let paths = FileManager.default.enumerator(atPath: folder.path("public"))
        for case let path as String in paths ?? .init() {
            let data = FileManager.default.contents(atPath: folder.path("public/\(path)"))
            files[path] = data.map { String(decoding: $0, as: UTF8.self) }
        }
        return files
    }

    func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(path))
        return try #require(attributes[.posixPermissions] as? Int)
    }
}
