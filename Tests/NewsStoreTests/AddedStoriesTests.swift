import Foundation
import NewsModel
import NewsStore
import Testing

/// What is new tonight need not be read back: what is remembered of it has to be just what reading gives.
@Suite struct AddedStoriesTests {
    private static let now = Date.at(11, 23, 3)
    private static let policy = EditionPolicy(window: .last(.seconds(86_400 * 30)))

    /// The edition that tells all candidates of a night that had read the items at `places`, before and after their
    /// contents are added.
    private func edition(
        of answers: [[PreparedItem]], read places: Set<Int>
    ) throws -> (bare: [Story], whole: [Story]) {
        let desk = try TestStore()
        return try desk.night(Self.now) { night in
            for items in answers {
                try night.record(DistinctItems(items, from: "paper"), from: "paper") { places.contains($0) }
            }
            try night.record(SourceVisit(report: SourceReport(source: "paper", outcome: .fresh)))
            let stories = try night.candidates(Self.policy)
            var edition = Edition.telling(stories, on: night.date, at: night.now)
            try night.addContents(to: &edition)
            return (stories, edition.clusters.map(\.lead))
        }
    }

    private static let plain = PreparedItem.titled("Ferry returns", now.hours(-1), summary: "It is back.")

    private static func changed(_ change: (inout PreparedItem) -> Void) -> PreparedItem {
        var story = plain
        change(&story)
        return story
    }

    static let items: [PreparedItem] = [
        plain,
        changed { $0.item.content = Markup(.html, "<p>All of it.</p>", base: "https://paper.example/feed") },
        changed { $0.item.content = Markup(.text, "") },
        changed { ($0.item.summary, $0.item.content) = (nil, Markup(.html, "<p>All of it.</p>")) },
        changed { $0.item.summary = Markup(.text, "", base: "") },
        changed { $0.item.published = now.addingTimeInterval(-1.234_567_89) },
        changed { ($0.item.published, $0.item.updated) = (.distantFuture, Date(timeIntervalSince1970: 9e15)) },
        changed { ($0.item.published, $0.item.updated) = (nil, .distantPast) },
        changed { $0.item.authors = ["A. Writer", "Two\u{1F}names", ""] },
        changed { ($0.item.authors, $0.item.categories) = ([""], ["one\u{1F}word"]) },
        changed { $0.item.categories = ["World", "cut\0short", "never kept"] },
        changed { ($0.item.title, $0.key, $0.item.link) = ("cut\0short", "k\0ey", "https://paper.example/\0") },
        changed { $0.item.summary = Markup(.html, "<p>cut\0short</p>", base: "https://\0") },
        changed { ($0.item.points, $0.item.comments, $0.item.rank) = (0, -1, .max) },
        changed { ($0.item.image, $0.item.discussion, $0.item.publisher) = ("", "https://\0", "Ne\u{301}ws 🗞️") },
    ]

    @Test(arguments: items) func itIsWhatReadingGives(item: PreparedItem) throws {
        let read = try edition(of: [[item]], read: [])
        let remembered = try edition(of: [[item]], read: [0])
        #expect(read.bare == read.whole && read.whole.count == 1)
        #expect(remembered.whole == read.whole)
        #expect(remembered.bare.map(\.content) == [nil])
    }

    @Test func whatWasNotReadIsReadInItsPlace() throws {
        let items = ["A", "B", "C", "D"].map { title in
            var story = PreparedItem.titled(title, Self.now)
            story.item.content = Markup(.text, "All of \(title).")
            return story
        }
        let found = try edition(of: [items], read: [1, 3])
        #expect(found.bare.map { $0.content?.source } == ["All of A.", nil, "All of C.", nil])
        #expect(found.whole == (try edition(of: [items], read: []).whole))
        #expect(found.whole.map(\.title) == ["A", "B", "C", "D"])
    }

    @Test func whatChangedSinceIsReadAgain() throws {
        let later = Self.changed { $0.item.content = Markup(.text, "More is known now.") }
        let found = try edition(of: [[Self.plain], [later]], read: [0])
        #expect(found.bare.map { $0.content?.source } == ["More is known now."])
    }
}
