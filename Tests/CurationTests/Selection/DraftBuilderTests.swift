import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Curation

@Suite struct DraftBuilderTests {
    private let title = "Dam above Lorren gives way"

    private func yesterday(_ stories: [Story]) -> Edition {
        var edition = Curator.edition(for: .made(stories))
        edition.date = edition.date.adding(days: -1)
        return edition
    }

    // MARK: Muted words

    /// The cluster goes where more than half of its publishers are muted.
    @Test(arguments: [(1, 1, true), (2, 1, false), (2, 2, true), (3, 2, false), (1, 2, true)])
    func moreThanHalfOfThePublishersTakeTheClusterAway(muted: Int, others: Int, stays: Bool) {
        let stories =
            (0..<muted).map { Story.made(title, source: SourceID(rawValue: "m\($0)"), summary: "A tragedy.") }
            + (0..<others).map { Story.made(title, source: SourceID(rawValue: "o\($0)")) }
        let edition = Curator.edition(for: .made(stories, ranking: RankingPolicy(mute: ["tragedy"])))
        #expect(edition.clusters.flatMap(\.stories).count == (stays ? others : 0))
        #expect(edition.leftOut.count == (stays ? muted : muted + others))
        #expect(edition.leftOut.allSatisfy { $0.reason == .muted && $0.detail == "tragedy" })
    }

    @Test func whatGoesWithTheMutedNamesTheFirstOfThem() throws {
        let stories = ["a", "b"].map { Story.made(title, source: $0, age: 3, summary: "A tragedy.") }
        let other = Story.made(title, source: "c")
        let edition = Curator.edition(for: .made(stories + [other], ranking: RankingPolicy(mute: ["tragedy"])))
        let causes = Dictionary(uniqueKeysWithValues: edition.leftOut.map { ($0.story.source, $0.cause) })
        #expect(causes == ["a": "a", "b": "b", "c": "a"])
    }

    // MARK: Repetition

    @Test(arguments: [(3, 0), (4, 1), (6, 3)])
    func threeStoriesOfASourceAreShownInACluster(count: Int, leftOut: Int) {
        let stories = (0..<count).map { number in
            var story = Story.made(
                title, source: "post", age: Double(number), link: "https://post.example/dam-\(number)/x")
            story.id = StoryID(rawValue: "post/\(number)")
            return story
        }
        let edition = Curator.edition(for: .made(stories))
        #expect(edition.clusters.map(\.stories.count) == [count - leftOut])
        #expect(edition.leftOut.map(\.reason) == Array(repeating: .repeated, count: leftOut))
        #expect(edition.leftOut.allSatisfy { $0.detail == "3" && $0.cause == "post" })
        let clusters = edition.clusters
        #expect(
            clusters[0].explanation.bonds.allSatisfy { bond in
                [bond.one, bond.other].allSatisfy { id in clusters[0].stories.contains { $0.id == id } }
            })
        let pinned = Curator.edition(for: .made(stories, pinned: edition))
        #expect(pinned.clusters.map(\.stories.count) == [count - leftOut])
    }

    // MARK: Published before

    @Test func theWitnessIsTheSourceItselfOrElseTheFirst() throws {
        let before = yesterday(["courier", "post"].map { Story.made(title, source: $0, age: 12) })
        var again = Story.made(title, source: "post", age: 3, link: "https://post.example/dam-again/2")
        again.id = "post/again"
        let other = Story.made(title, source: "ledger", age: 2)
        let edition = Curator.edition(for: .made([again, other], earlier: [before]))
        let causes = Dictionary(uniqueKeysWithValues: edition.leftOut.map { ($0.story.source, $0.cause) })
        #expect(causes["post"] == "post")
        #expect(causes["ledger"] == "courier")
        #expect(edition.leftOut.allSatisfy { $0.reason == .told && $0.detail == before.date.description })
        #expect(edition.leftOut.allSatisfy { $0.score > 0 })
    }

    @Test func anUpdateSaysHowItHasGrown() throws {
        let before = yesterday([Story.made(title, source: "courier", age: 30)])
        let stories = ["post", "ledger"].map { Story.made(title, source: $0, age: 2) }
        let cluster = try #require(Curator.edition(for: .made(stories, earlier: [before])).clusters.first)
        #expect(
            cluster.explanation.notes.last == "told on \(before.date) by 1 and grown since: 2 more tell it now")
        #expect(cluster.updates == before.date)
    }

    @Test func aPublishedStoryIsLeftOutByItsIdWithoutAScore() {
        let story = Story.made(title, source: "courier", age: 30)
        let before = yesterday([story])
        let edition = Curator.edition(for: .made([story], earlier: [before]))
        #expect(edition.clusters.isEmpty)
        #expect(edition.leftOut.map(\.score) == [0])
        #expect(edition.leftOut.map(\.detail) == [before.date.description])
    }

    @Test(arguments: [(-1, true), (0, false), (1, false)])
    func onlyEditionsOfEarlierDatesCount(days: Int, isLeftOut: Bool) {
        let story = Story.made(title, source: "courier", age: 30)
        var before = Curator.edition(for: .made([story]))
        before.date = before.date.adding(days: days)
        let edition = Curator.edition(for: .made([story], earlier: [before]))
        #expect(edition.clusters.isEmpty == isLeftOut)
    }

    @Test func theLastDateOnWhichItWasPublishedIsNamed() {
        let story = Story.made(title, source: "courier", age: 60)
        let older = Curator.edition(for: .made([story]))
        let editions = [-1, -3, -2].map { days in
            var edition = older
            edition.date = older.date.adding(days: days)
            return edition
        }
        let edition = Curator.edition(for: .made([story], earlier: editions))
        #expect(edition.leftOut.map(\.detail) == [older.date.adding(days: -1).description])
    }

    // MARK: Order of what is left out

    @Test func whatIsLeftOutStandsByScoreAndThenByAddress() {
        let stories = ["c", "a", "b"].map { Story.made("Owl \($0) nests in signal", source: SourceID(rawValue: $0)) }
        let muted = Curator.edition(for: .made(stories, ranking: RankingPolicy(mute: ["owl"], clustering: .off)))
        #expect(muted.leftOut.map(\.story.source) == ["a", "b", "c"])
        let capped = Curator.edition(
            for: .made(
                stories + [.made("Kayak found", source: "d", age: 9)], edition: EditionPolicy(stories: 0),
                ranking: RankingPolicy(clustering: .off)))
        #expect(capped.leftOut.map(\.story.source) == ["a", "b", "c", "d"])
    }

    @Test func theEditionNamesItsSources() {
        var pinned = Edition(date: EditionDate(evening, in: .gmt), generated: evening)
        pinned.sourceTitles = ["old": "The Old", "post": "Post of old"]
        (pinned.sourcesAsked, pinned.sourcesAnswered) = (7, 5)
        let edition = Curator.edition(
            for: .made([], sources: [SourceTraits(id: "post", title: "The Post")], pinned: pinned))
        #expect(edition.sourceTitles == ["old": "The Old", "post": "The Post"])
        #expect(edition.sourcesAsked == 7)
        #expect(edition.sourcesAnswered == 5)
        #expect(edition.generated == evening)
    }

    @Test func aStoryIsTakenOnceHoweverOftenItComes() {
        let story = Story.made(title)
        #expect(Curator.edition(for: .made([story, story])).clusters.map(\.stories.count) == [1])
    }
}

@Suite struct GrowthTests {
    private func document(_ source: SourceID, weight: Double = 1, host: String? = nil) -> Document {
        Document(
            .made("Dam gives way", source: source, link: host.map { "https://\($0)/dam-gives-way" }),
            traits: SourceTraits(id: source, weight: weight))
    }

    private func hasGrown(_ published: [Document], _ joined: [Document], coverage: [Document] = []) -> Bool {
        PublishedStories.hasGrown(from: published, coverage: Set(coverage.map(\.story.id)), by: joined)
    }

    @Test(arguments: [(2.0, true), (1.99, false), (3, true)])
    func whatJoinedWeighsTwoAtLeast(weight: Double, grows: Bool) {
        #expect(hasGrown([document("post")], [document("courier", weight: weight)]) == grows)
    }

    @Test(arguments: [(3.0, true), (2.99, false)])
    func whatJoinedWeighsAsMuchAsWhatWasThere(weight: Double, grows: Bool) {
        let published = [document("post", weight: 2), document("ledger")]
        #expect(hasGrown(published, [document("courier", weight: weight)]) == grows)
    }

    @Test func knownPublishersAndSourcesAreNoGrowth() {
        let published = [document("post")]
        #expect(!hasGrown(published, [document("post", weight: 9)]))
        #expect(!hasGrown(published, [document("courier", weight: 9, host: "post.example")]))
        #expect(!hasGrown(published, [document("post", weight: 9, host: "other.example")]))
    }

    @Test func coverageMakesAStoryNoLarger() {
        let published = [document("post"), document("ledger", weight: 5)]
        #expect(!hasGrown(published, [document("courier", weight: 2)]))
        #expect(hasGrown(published, [document("courier", weight: 2)], coverage: [published[1]]))
    }

    @Test func whereNothingIsKnownNothingGrows() {
        #expect(!hasGrown([], [document("courier", weight: 9)]))
    }
}
