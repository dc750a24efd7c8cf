import Fetching
import Foundation
import NewsModel
import NewsStore
import Settings
import TestSupport
import Testing

@testable import Newsroom

/// What an edition leaves out, and what was damaged, comes back from what site and state remember.
@Suite struct RestoredSiteTests {
    private static let caps = "edition: {stories: 2}\n"
    private static let words = ["ferry", "comet", "choir", "orchard", "bridge", "harvest", "glacier", "lantern"]
    private static let first = EditionDate(Stage.night, in: .gmt)

    private let room: Pressroom
    private let settings: Settings

    init() throws {
        room = try Pressroom()
        settings = try room.settings(Self.caps)
    }

    /// What the sources say on a day: more than an edition holds.
    private static func feeds(_ day: Int) -> [String: Feed] {
        var feed = Pressroom.feed("one", words.map { "\($0.capitalized) number \(day + 3)" })
        for index in feed.items.indices {
            feed.items[index].id = "\(day)-\(index)"
            feed.items[index].link = "https://one.example/\(day)/\(index)"
            feed.items[index].published = Stage.day(day).addingTimeInterval(-600 * Double(index + 1))
        }
        return ["one": feed, "two": Feed(items: [])]
    }

    private func run(_ day: Int, _ change: (inout RunRequest) -> Void = { _ in }) throws -> RunReport {
        try room.run(settings, at: Stage.day(day), Self.feeds(day), change)
    }

    private func move(_ path: String, to place: String) throws {
        try FileManager.default.moveItem(atPath: room.folder.path(path), toPath: room.folder.path(place))
    }

    @Test func thePageOfWhatWasLeftOutIsMadeAgainByteForByte() async throws {
        _ = try run(0)
        try move("public", to: "copy")
        try FileManager.default.removeItem(atPath: settings.state)
        let place = Restoring.Place.folder(room.folder.path("copy"))
        _ = try await Restoring(settings: settings, from: place, now: Stage.day(1)).restore()
        _ = try run(1)
        for name in ["left-out.html", "edition.json", "index.html"] {
            let page = try room.folder.read("public/2026/11/23/\(name)")
            #expect(name != "left-out.html" || page.contains("Lantern number 3"))
            // The page of the edition leads to the next one by now.
            if name != "index.html" { #expect(try page == room.folder.read("copy/2026/11/23/\(name)"), "\(name)") }
        }
    }

    @Test func anOldEditionThatIsMadeAnewTakesWhatItLeftOutItself() throws {
        let nights = try (0...2).map { try run($0).edition }
        let wider = try room.settings("edition: {stories: 5}\n")
        let anew = try room.run(wider, at: Stage.day(2).addingTimeInterval(600)) {
            ($0.date, $0.fetches, $0.isFresh) = (Self.first, false, true)
        }.edition
        let titles = anew.clusters.map(\.lead.title)
        #expect(titles.count == 5 && titles.allSatisfy { $0.hasSuffix("3") })
        #expect(Set(titles).isSuperset(of: nights[0].clusters.map(\.lead.title)))
        #expect(anew.generated == nights[0].generated)
        // What is new in the feeds since then says so.
        #expect(try room.folder.read("public/2026/11/23/atom.xml").contains("<updated>2026-11-25T05:10:00Z</updated>"))
    }

    @Test(arguments: ["edition.json", "atom.xml", "left-out.html", "index.html"], [true, false])
    func whatIsDamagedInAnOldEditionIsMadeAgain(file: String, isMissing: Bool) throws {
        for day in 0...2 { _ = try run(day) }
        let path = "public/2026/11/23/\(file)"
        let before = try room.folder.read(path)
        if isMissing {
            try FileManager.default.removeItem(atPath: room.folder.path(path))
        } else {
            try room.folder.write(String(before.dropLast(9)), to: path)
        }
        _ = try run(3)
        #expect(try room.folder.read(path) == before)
    }
}
