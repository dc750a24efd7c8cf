import Fetching
import Foundation
import NewsModel
import NewsStore
import Settings
import TestSupport
import Testing
import TransportTestSupport

@testable import Newsroom

/// `images: copy` over nights: what is fetched, kept, shared and let go.
@Suite struct CopiedPictureNightTests {
    private static let settings = "pages: {images: copy}\n"

    /// Feeds whose stories have a picture each, by the names of the pictures.
    private func feeds(_ names: [String], on day: Int = 0) -> [String: Feed] {
        var feed = Pressroom.feed("one", names.map { "Day \(day) brings news of \($0)" })
        for index in feed.items.indices {
            feed.items[index].id = "\(day)-\(index)"
            feed.items[index].link = "https://one.example/\(day)/\(index)"
            feed.items[index].published = Stage.day(day).addingTimeInterval(-600 * Double(index + 1))
            feed.items[index].image = "https://cdn.example/\(names[index])"
        }
        return ["one": feed, "two": Feed(items: [])]
    }

    private static let all = ["ferry", "comet", "choir", "orchard"]
    private static let pictures = Dictionary(
        uniqueKeysWithValues: all.map { ("https://cdn.example/\($0)", SamplePicture.png(400, 300, text: $0)) })

    private func pictures(_ room: Pressroom) throws -> [String] {
        try room.site().keys.filter { $0.hasPrefix("picture/") }.sorted()
    }

    @Test func aNightShowsWhatCouldBeHadAndAsksForTheRestAgain() throws {
        let room = try Pressroom()
        let settings = try room.settings(Self.settings)
        var some = Self.pictures
        some["https://cdn.example/ferry"] = nil
        try room.run(settings, feeds(["ferry", "comet"]), pictures: some)
        #expect(try pictures(room).count == 1)
        #expect(!(try room.folder.read("public/index.html")).contains("cdn.example"))
        try room.run(settings, feeds(["ferry", "comet"]), pictures: Self.pictures)
        #expect(try pictures(room).count == 2)
        let before = try room.site()
        // What is there need not be had again.
        try room.run(settings, feeds(["ferry", "comet"]))
        let after = try room.site()
        #expect(try pictures(room).count == 2)
        for path in after.keys where path.hasSuffix(".png") || path.hasSuffix("23/index.html") {
            #expect(after[path] == before[path], "\(path)")
        }
    }

    @Test func editionsShareCopiesAndTakeTheirOwnAlong() throws {
        let room = try Pressroom()
        let settings = try room.settings(Self.settings + "keep: {editions: 1d}\n")
        try room.run(settings, feeds(["ferry", "comet"]), pictures: Self.pictures)
        let first = Set(try pictures(room))
        var second = feeds(["comet", "choir"], on: 1)
        second["one"]?.items[0].image = "https://elsewhere.example/comet"
        var more = Self.pictures
        more["https://elsewhere.example/comet"] = more["https://cdn.example/comet"]
        try room.run(settings, at: Stage.day(1), second, pictures: more)
        #expect(try pictures(room).count == 3, "the same bytes are one file")
        try room.run(settings, at: Stage.day(2), feeds(["orchard"], on: 2), pictures: more)
        let last = Set(try pictures(room))
        #expect(last.count == 3 && last.intersection(first).count == 1)
    }

    @Test func whatIsNoLongerWantedGoes() throws {
        let room = try Pressroom()
        try room.run(try room.settings(Self.settings), feeds(["ferry"]), pictures: Self.pictures)
        #expect(try pictures(room).count == 1)
        try room.run(try room.settings("pages: {images: true}\n"), feeds(["ferry"]))
        #expect(try pictures(room).isEmpty)
        #expect(try room.folder.read("public/index.html").contains("https://cdn.example/ferry"))
    }

    @Test func aStateThatWasLostTakesThePicturesOfTheSiteOver() async throws {
        let room = try Pressroom()
        let settings = try room.settings(Self.settings)
        try room.run(settings, feeds(["ferry", "comet"]), pictures: Self.pictures)
        let before = try room.site()
        #expect(before.keys.count { $0.hasPrefix("picture/") } == 2)
        try FileManager.default.removeItem(atPath: settings.state)
        #expect(try await Restoring(settings: settings, from: nil, now: Stage.night).restore().restored.count == 1)
        var request = RunRequest(settings: settings, now: Stage.night, fetches: false)
        request.repeatsHealth = true
        _ = try await Newsroom(request: request, jitter: { 0 }).run()
        let after = try room.site()
        for path in before.keys where path.hasPrefix("picture/") || path.hasPrefix("2026/") {
            #expect(after[path] == before[path], "\(path)")
        }
    }

    // MARK: Over a network

    private static func answer(_ type: String, _ body: [UInt8]) -> [LoopbackServer.Step] {
        let head =
            "HTTP/1.1 200 OK\r\ncontent-type: \(type)\r\ncontent-length: \(body.count)\r\nconnection: close\r\n\r\n"
        return [.send(Array(head.utf8) + body), .closeAtEnd]
    }

    private static func server() -> LoopbackServer {
        let date = "Mon, 23 Nov 2026 03:00:00 GMT"
        return LoopbackServer { request in
            let path = request.split(separator: " ").dropFirst().first.map(String.init) ?? ""
            if path == "/rss" {
                let port =
                    request.split(separator: "\r\n").first { $0.lowercased().hasPrefix("host:") }?
                    .split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? ""
                let items = ["ferry", "lost", "svg"].map { name in
                    "<item><title>News of the \(name)</title><link>https://one.example/\(name)</link><guid>\(name)</guid>"
                        + "<pubDate>\(date)</pubDate><enclosure url='http://127.0.0.1:\(port)/\(name)' type='image/png'/></item>"
                }
                return answer(
                    "application/rss+xml",
                    Array("<rss version='2.0'><channel><title>One</title>\(items.joined())</channel></rss>".utf8))
            }
            if path == "/ferry" { return answer("image/png", SamplePicture.png(400, 300, text: "ferry")) }
            if path == "/svg" { return answer("image/svg+xml", Array("<svg onload='alert(1)'/>".utf8)) }
            return [.say("HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"), .closeAtEnd]
        }
    }

    @Test(.timeLimit(.minutes(2))) func aRecordedNightHasItsPictures() async throws {
        try await Self.server().serve { server in
            let folders = [try TemporaryDirectory(), try TemporaryDirectory()]
            let text =
                Self.settings + "network: {allow-private: true}\nfetch: {retries: 0}\ndeadline: 60s\n"
                + "sources:\n  - {id: one, feed: \(server.url)rss}\n"
            let settings = try folders.map {
                try SettingsReader.read(
                    text: text, name: "test.yml", directory: $0.path, environment: [:], providers: Providers.definitions
                )
            }
            let record = folders[0].path("night.warc.gz")
            var request = RunRequest(settings: settings[0], now: Stage.night)
            request.record = RecordRequest(path: record, configuration: "", id: 7)
            let report = try await Newsroom(request: request, jitter: { 0 }).run()
            #expect(report.notes == [])
            let site = try folders[0].files(below: "public")
            #expect(site.keys.count { $0.hasPrefix("picture/") } == 1)
            #expect(!String(decoding: site["index.html"] ?? Data(), as: UTF8.self).contains("\(server.port)/svg"))
            let asked = server.requests.count

            let records = try RecordSet([record])
            let again = RunRequest(settings: settings[1], now: .distantPast).replaying(records)
            #expect(try await Newsroom(request: again, jitter: { 0 }).run().notes == [])
            #expect(try folders[1].files(below: "public") == site)
            #expect(server.requests.count == asked, "a replay asks nobody")
        }
    }
}
