import Fetching
import Foundation
import NewsModel
import Settings
import TestSupport
import Testing

@testable import Newsroom

/// What messages say.
@Suite struct NotifyingTests {
    private static let edition = Edition(
        date: EditionDate(Stage.night, in: .gmt), generated: Stage.night,
        sections: [
            .init(
                name: "World",
                clusters: [
                    Cluster(
                        lead: Story(
                            id: StoryID(rawValue: "0123456789abcdef"), source: "paper", key: "paper.example/a",
                            link: "https://paper.example/a", title: "Ferry \"returns\" <b>\nat once",
                            firstSeen: Stage.night), score: 1)
                ])
        ])

    /// A source that has failed on so many dates in a row, the last of them tonight.
    private static func failing(_ id: SourceID, nights: Int) -> SourceHealth {
        let today = EditionDate(Stage.night, in: .gmt)
        var source = SourceHealth(
            report: SourceReport(source: id, outcome: .httpError, detail: "404 Not Found", advice: "check the address"),
            title: "The Paper", url: "", provider: "feed", section: "World", consecutiveFailures: nights,
            history: (0..<nights).map {
                .init(
                    date: today.adding(days: $0 + 1 - nights), at: Stage.night, outcome: .httpError, items: 0,
                    elapsedMilliseconds: 1)
            })
        source.failuresBefore = nights - 1
        return source
    }

    private static func report(_ sources: [SourceHealth] = []) -> RunReport {
        let health = HealthReport(
            generated: Stage.night, edition: edition.date, deadline: .seconds(30), elapsed: .seconds(1), stories: 1,
            newStories: 1, sources: sources)
        var report = RunReport(
            health: health, edition: edition, publication: .published, notes: [],
            changed: ["atom.xml", "index.html"])
        report.news = .edition
        return report
    }

    private static func messages(
        _ notify: String, _ report: RunReport = report(), _ change: (inout RunRequest) -> Void = { _ in }
    ) throws -> MessageComposer.Messages {
        let settings = try Pressroom().settings("url: https://news.example/\nnotify:\n  - \(notify)")
        var request = RunRequest(settings: settings, now: Stage.night)
        change(&request)
        return MessageComposer(request: request, redactor: Redactor(secrets: settings.secrets)).messages(about: report)
    }

    private static func object(_ message: OutgoingMessage) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(message.body)) as? [String: Any])
    }

    @Test func aHubIsToldOfTheFeedsThatChangedAndOfNoOthers() throws {
        let ping = WebSubPing(
            site: "https://news.example/a/",
            changed: ["index.html", "section/world/atom.xml", "2026/11/23/atom.xml", "feed.json", "atom.xml"])
        let body = try #require(ping.body)
        #expect(
            String(decoding: body, as: UTF8.self)
                == "hub.mode=publish&hub.url=https%3A%2F%2Fnews.example%2Fa%2Fatom.xml"
                + "&hub.url=https%3A%2F%2Fnews.example%2Fa%2Ffeed.json"
                + "&hub.url=https%3A%2F%2Fnews.example%2Fa%2Fsection%2Fworld%2Fatom.xml")
        #expect(WebSubPing(site: "https://n.example/", changed: ["index.html"]).body == nil)
    }

    @Test func theStandardBodyTellsOfTheEdition() throws {
        let messages = try Self.messages("webhook: {url: 'https://hook.example/'}")
        let message = try #require(messages.all.first)
        #expect(message.headers["content-type"] == "application/json")
        let body = try Self.object(message)
        #expect(body["type"] as? String == "edition.published")
        let data = try #require(body["data"] as? [String: Any])
        #expect(data["headline"] as? String == "Ferry \"returns\" <b>\nat once")
        #expect(data["url"] as? String == "https://news.example/\(Self.edition.date.path)/")
        #expect(data["stories"] as? Int == 1)
    }

    @Test func aWebhookHearsOfWhatItAskedForAlone() throws {
        let report = Self.report([Self.failing("paper", nights: 3), Self.failing("post", nights: 2)])
        let url = "url: 'https://hook.example/'"
        #expect(try Self.messages("webhook: {\(url)}", report).all.map(\.event) == [.edition])
        #expect(try Self.messages("webhook: {\(url), on: broken}", report).all.map(\.event) == [.broken])
        #expect(
            try Self.messages("webhook: {\(url), on: [broken, edition, recovered]}", report).all.map(\.event)
                == [.edition, .broken])
    }

    @Test func whatBrokeIsToldOnTheThirdNightAlone() throws {
        let nights = try (1...20).filter { nights in
            let report = Self.report([Self.failing("paper", nights: nights)])
            return try !Self.messages("webhook: {url: 'https://hook.example/', on: broken}", report).all.isEmpty
        }
        #expect(nights == [3])
    }

    @Test func whatRecoveredIsTold() throws {
        var source = Self.failing("paper", nights: 5)
        source.failuresBefore = 5
        source.consecutiveFailures = 0
        source.report.outcome = .fresh
        let messages = try Self.messages(
            "webhook: {url: 'https://hook.example/', on: [broken, recovered]}", Self.report([source]))
        let body = try Self.object(try #require(messages.all.first))
        #expect(messages.all.map(\.event) == [.recovered])
        #expect(body["type"] as? String == "sources.recovered")
    }

    @Test func onANightThatPublishesNothingWhatBrokeIsToldAllTheSame() throws {
        var report = Self.report([Self.failing("paper", nights: 3)])
        report.publication = .guarded("too poor")
        let notify = "webhook: {url: 'https://hook.example/', on: [edition, broken]}"
        #expect(try Self.messages(notify, report).all.map(\.event) == [.broken])
        #expect(try Self.messages(notify, report) { $0.isDryRun = true }.all.isEmpty)
        #expect(try Self.messages(notify, report) { $0.isElsewhere = true }.all.isEmpty)
        #expect(try Self.messages(notify, report) { $0.fetches = false }.all.isEmpty)
    }

    @Test func slackIsSentOneTextInWhichNothingIsMarkup() throws {
        let messages = try Self.messages("webhook: {url: 'https://hook.example/', format: slack}")
        let body = try Self.object(try #require(messages.all.first))
        let text = try #require(body["text"] as? String)
        #expect(text.contains("Ferry \"returns\" &lt;b&gt;\nat once"))
        #expect(text.hasSuffix("\nhttps://news.example/\(Self.edition.date.path)/"))
    }

    @Test func discordMayMentionNobody() throws {
        let messages = try Self.messages("webhook: {url: 'https://hook.example/', format: discord}")
        let body = try Self.object(try #require(messages.all.first))
        #expect((body["content"] as? String)?.contains("Ferry \"returns\" \\<b\\>") == true)
        #expect((body["allowed_mentions"] as? [String: [String]]) == ["parse": []])
    }

    @Test func ntfyIsSentALineWithTitleAndLinkInFields() throws {
        let report = Self.report([Self.failing("paper", nights: 3)])
        let messages = try Self.messages("webhook: {url: 'https://hook.example/', format: ntfy, on: broken}", report)
        let message = try #require(messages.all.first)
        #expect(message.headers["title"] == "Broadsheet: source paper needs someone")
        #expect(message.headers["click"] == "https://news.example/health.html")
        #expect(
            String(decoding: message.body, as: UTF8.self)
                == "paper has failed on 3 nights in a row: 404 Not Found → check the address")
    }

    @Test func aFieldThatIsNoASCIIIsAnEncodedWord() {
        #expect(HeaderText.encoded("Die Zeitung") == "Die Zeitung")
        #expect(HeaderText.encoded("Süd\r\nWest") == "=?UTF-8?B?U8O8ZCBXZXN0?=")
    }

    @Test(arguments: [
        (#"{"a":"{{headline}}"}"#, "application/json", #"{"a":"Ferry \"returns\" <b>\nat once"}"#),
        ("{{event}} {{edition}}: {{stories}}", "text/plain; charset=utf-8", "edition 2026-11-23: 1"),
    ])
    func aTemplateOfOnesOwnIsFilledIn(template: String, type: String, body: String) throws {
        let folder = try TemporaryDirectory()
        try folder.write(template, to: "hook")
        let messages = try Self.messages("webhook: {url: 'https://hook.example/', template: '\(folder.path("hook"))'}")
        let message = try #require(messages.all.first)
        #expect(message.headers["content-type"] == type)
        #expect(
            String(decoding: message.body, as: UTF8.self).replacing(/\d{4}-\d\d-\d\d/, with: "2026-11-23") == body)
    }

    @Test(arguments: [
        (#"{"a":{{title}}}"#, "gives no JSON"), ("a\n{{#url}}a", "no Mustache template, by its line 2"),
        (#"{"a":"{{titel}}"}"#, "asks for `titel`, which there is not; there are event, title"),
    ])
    func aTemplateThatCannotBeUsedIsSaidBeforeTheNight(template: String, words: String) throws {
        let folder = try TemporaryDirectory()
        try folder.write(template, to: "hook")
        let settings = try Pressroom().settings(
            "notify: [{webhook: {url: 'https://hook.example/', template: '\(folder.path("hook"))'}}]")
        #expect(settings.notificationTemplateMistakes.count == 1)
        #expect(settings.notificationTemplateMistakes.first?.contains(words) == true)
    }
}
