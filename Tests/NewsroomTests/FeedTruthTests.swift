import Foundation
import NewsModel
import NewsStore
import Publishing
import Settings
import TestSupport
import Testing

@testable import Newsroom

/// What a feed reader sees over the runs of a date.
@Suite struct FeedTruthTests {
    private static let feeds = ["atom.xml", "digest.xml", "feed.json", "2026/11/23/atom.xml", "section/news/atom.xml"]
    private static let noon = Stage.night.addingTimeInterval(7 * 3600)

    private let room: Pressroom
    private let settings: Settings

    init() throws {
        room = try Pressroom()
        settings = try room.settings()
    }

    private static var rewritten: [String: Feed] {
        var feeds = Pressroom.feeds
        feeds["one"]?.items[0].title = "Ferry returns to the harbour at last"
        return feeds
    }

    /// The instants at which the entries of a feed were updated, by their titles, and that of the feed.
    private func updated() throws -> (feed: Substring, entries: [Substring: Substring]) {
        let text = try room.folder.read("public/atom.xml")
        let parts = text.components(separatedBy: "<entry>")
        let value = { (name: String, part: String) in
            part.components(separatedBy: "<\(name)>").dropFirst().first?.prefix { $0 != "<" } ?? ""
        }
        return (
            value("updated", parts[0]),
            Dictionary(uniqueKeysWithValues: parts.dropFirst().map { (value("title", $0), value("updated", $0)) })
        )
    }

    /// What a source said when it broke stands there on later nights too, and after a state that was lost.
    @Test func aChangeOfHealthIsToldInTheSameWordsOnLaterNights() throws {
        try room.run(settings)
        #expect(try !room.folder.read("public/health.xml").contains("<entry>"))
        let some = Pressroom.feeds.filter { $0.key == "one" }
        try room.run(settings, at: Stage.day(1), some)
        let told = try room.folder.read("public/health.xml")
        #expect(told.components(separatedBy: "<entry>").count == 2)
        try room.run(settings, at: Stage.day(1).addingTimeInterval(3600), some)
        #expect(try room.folder.read("public/health.xml") == told)
        try room.run(settings, at: Stage.day(2), some)
        #expect(try room.folder.read("public/health.xml") == told)
        try room.run(settings, at: Stage.day(3), some) { $0.fetches = false }
        #expect(try room.folder.read("public/health.xml") == told)
    }

    @Test func aRerunThatChangesNothingKeepsEveryByte() throws {
        try room.run(settings)
        let before = try room.site()
        try room.run(settings, at: Self.noon)
        let after = try room.site()
        for feed in Self.feeds { #expect(after[feed] == before[feed] && after[feed] != nil, "\(feed)") }
    }

    @Test func anEntryThatChangesIsUpdatedAtThatInstantAndNoOther() throws {
        try room.run(settings)
        let before = try updated()
        try room.run(settings, at: Self.noon, Self.rewritten)
        let after = try updated()
        #expect(after.feed == "2026-11-23T12:00:00Z" && before.feed == "2026-11-23T05:00:00Z")
        #expect(after.entries["Ferry returns to the harbour at last"] == "2026-11-23T12:00:00Z")
        #expect(after.entries.count == 4 && after.entries.values.count { $0 == before.feed } == 3)
        let site = try room.site()
        try room.run(settings, at: Self.noon.addingTimeInterval(3600), Self.rewritten)
        #expect(try Self.feeds.allSatisfy { try room.site()[$0] == site[$0] })
    }

    @Test func aStateThatIsRestoredFromTheSiteKeepsIt() async throws {
        try room.run(settings)
        try room.run(settings, at: Self.noon, Self.rewritten)
        let before = try room.site()
        try FileManager.default.removeItem(atPath: settings.state)
        _ = try await Restoring(settings: settings, from: nil, now: Self.noon).restore()
        try room.run(settings, at: Self.noon.addingTimeInterval(3600), Self.rewritten)
        let after = try room.site()
        for feed in Self.feeds { #expect(after[feed] == before[feed], "\(feed)") }
    }

    @Test func anEditionMadeAnewKeepsWhatSaysTheSame() throws {
        try room.run(settings)
        let before = try updated()
        try room.run(settings, at: Self.noon) { $0.isFresh = true }
        #expect(try updated().entries == before.entries)
    }
}
