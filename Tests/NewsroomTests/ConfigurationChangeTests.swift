import Foundation
import NewsModel
import Settings
import TestSupport
import Testing

@testable import Newsroom

/// A rerun says when a changed configuration has no effect.
@Suite struct ConfigurationChangeTests {
    private let room: Pressroom

    init() throws {
        room = try Pressroom()
    }

    private static let sentence =
        "The configuration has changed since the edition of 2026-11-23 was made; what it tells "
        + "stays as it is: `broadsheet run --fresh` makes it anew."

    private static let section =
        "sources:\n  - {id: one, feed: https://one.example/rss, section: World}\n"
        + "  - {id: two, feed: https://two.example/rss}\n"
    private static let oneLess = "sources:\n  - {id: one, feed: https://one.example/rss}\n"

    @Test(arguments: [
        ("edition: {stories: 3}", Pressroom.sources), ("ranking: {half-life: 3h}", Pressroom.sources),
        ("sections: [World, News]", Pressroom.sources), ("curation: {clustering: strict}", Pressroom.sources),
        ("", section), ("", oneLess),
    ])
    func anotherCurationIsToldUntilTheEditionIsMadeAnew(lines: String, sources: String) throws {
        let made = try room.settings()
        let changed = try room.settings(lines, sources: sources)
        #expect(try room.run(made).notes.isEmpty)
        #expect(try room.run(changed).notes == [Self.sentence])
        #expect(try room.run(changed).notes == [Self.sentence])
        #expect(try room.run(made).notes.isEmpty)
        #expect(try room.run(changed) { $0.isFresh = true }.notes.isEmpty)
        #expect(try room.run(changed).notes.isEmpty)
        #expect(try room.run(made).notes == [Self.sentence])
    }

    @Test(arguments: ["ranking: {mute: [horoscope]}", "edition: {min-stories: 2}", "pages: {theme: compact}"])
    func whatCountsOnEveryRunIsNotTold(lines: String) throws {
        try room.run(try room.settings())
        #expect(try room.run(try room.settings(lines)).notes.isEmpty)
    }

    @Test func theEditionOfAnotherDateIsMadeAnewByAnotherVerb() throws {
        try room.run(try room.settings())
        let later = Stage.day(2)
        let report = try room.run(try room.settings("edition: {stories: 3}"), at: later) {
            $0.date = EditionDate(Stage.night, in: .gmt)
        }
        #expect(report.notes.count == 1 && report.notes[0].contains("`broadsheet edition rebuild 2026-11-23 --fresh`"))
    }
}
