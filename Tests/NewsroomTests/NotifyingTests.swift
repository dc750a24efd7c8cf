import Crypto
import Fetching
import Foundation
import NewsModel
import Settings
import TestSupport
import Testing

@testable import Newsroom

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
                            link: "https://paper.example/a", title: "Ferry returns", firstSeen: Stage.night), score: 1)
                ])
        ])

    @Test func aHubIsToldOfTheFeedsThatChangedAndOfNoOthers() throws {
        let ping = WebSubPing(
            hub: "https://hub.example/", site: "https://news.example/a/",
            changed: ["index.html", "section/world/atom.xml", "2026/11/23/atom.xml", "feed.json", "atom.xml"])
        let message = try #require(ping.message)
        #expect(
            String(decoding: message.body, as: UTF8.self)
                == "hub.mode=publish&hub.url=https%3A%2F%2Fnews.example%2Fa%2Fatom.xml"
                + "&hub.url=https%3A%2F%2Fnews.example%2Fa%2Ffeed.json"
                + "&hub.url=https%3A%2F%2Fnews.example%2Fa%2Fsection%2Fworld%2Fatom.xml")
        #expect(
            WebSubPing(hub: "https://hub.example/", site: "https://n.example/", changed: ["index.html"]).message == nil)
    }

    @Test func aWebhookIsSignedOverItsIdItsTimeAndItsBody() throws {
        let key = Data("0123456789abcdefghijklmn".utf8)
        let webhook = Webhook(
            url: "https://hook.example/", secret: Secret("whsec_" + key.base64EncodedString()),
            site: "https://news.example/", now: Stage.night)
        let message = webhook.message(about: Self.edition)
        let id = try #require(message.headers["webhook-id"])
        let time = try #require(message.headers["webhook-timestamp"])
        let signed = Data("\(id).\(time).".utf8) + Data(message.body)
        let code = HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: key))
        #expect(message.headers["webhook-signature"] == "v1,\(Data(code).base64EncodedString())")
        let body = String(decoding: message.body, as: UTF8.self)
        #expect(body.contains("\"headline\":\"Ferry returns\""))
        #expect(body.contains("https://news.example/2026/11/23/"))
        #expect(!body.contains("whsec"))
    }

    @Test func withoutASecretAWebhookIsNotSigned() {
        let message = Webhook(url: "https://hook.example/", secret: nil, site: nil, now: Stage.night)
            .message(about: Self.edition)
        #expect(message.headers["webhook-signature"] == nil)
    }

    @Test func whoCannotBeReachedIsNamedAndTheEditionStands() async throws {
        let extra = "notify:\n  - webhook: {url: \"http://127.0.0.1:9/hook\"}\n  - websub: https://hub.example/"
        try await Stage.with([.paper("one")], extra: extra) { stage in
            let report = try await stage.run()
            #expect(report.publication.isPublished)
            #expect(report.notes.contains { $0.contains("http://127.0.0.1:9/hook was not told") })
            #expect(report.notes.contains { $0.contains("url:") })
        }
    }
}
