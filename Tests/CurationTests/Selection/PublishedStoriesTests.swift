import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Curation

@Suite struct PublishedStoriesTests {
    private let title = "Dam above Lorren gives way"

    private func yesterday(_ stories: [Story]) -> Edition {
        var edition = Curator.edition(for: .made(stories))
        edition.date = edition.date.adding(days: -1)
        return edition
    }

    private func told(_ sources: [SourceID], age: Double) -> [Story] {
        sources.map { .made(title, source: $0, age: age) }
    }

    @Test func whatStoodInTheEditionStaysBeyondTheCaps() {
        let policy = EditionPolicy(stories: 2)
        let first = ["Mill reopens", "Owl nests in signal"].map { Story.made($0, source: "post", age: 40) }
        let pinned = Curator.edition(for: .made(first, edition: policy))
        let fresh = Story.made(title, age: 0)
        let again = Curator.edition(for: .made([fresh], edition: policy, pinned: pinned))
        #expect(Set(again.titles) == ["Mill reopens", "Owl nests in signal"])
        #expect(again.leftOut(title)?.reason == .stories)
        let roomier = Curator.edition(for: .made([fresh], edition: EditionPolicy(stories: 3), pinned: pinned))
        #expect(roomier.titles.first == title)
        #expect(roomier.clusters.count == 3)
    }

    @Test func mutedWordTakesAwayEvenWhatIsPinned() {
        let pinned = Curator.edition(for: .made([.made(title)]))
        let again = Curator.edition(for: .made([], ranking: RankingPolicy(mute: ["dam"]), pinned: pinned))
        #expect(again.clusters.isEmpty)
    }

    @Test func onlyWordsDoNotTakeAwayWhatIsPinned() {
        let pinned = Curator.edition(for: .made([.made(title)]))
        let sources = [SourceTraits(id: "courier", only: ["ferry"])]
        #expect(Curator.edition(for: .made([], sources: sources, pinned: pinned)).titles == [title])
    }

    @Test func leadStaysWhenTheEditionIsBuiltAgain() {
        let pinned = Curator.edition(for: .made([.made(title, source: "post", age: 3)]))
        let earlier = Story.made(title, source: "courier", age: 9, summary: String(repeating: "Dam. ", count: 40))
        let again = Curator.edition(for: .made([earlier], pinned: pinned))
        #expect(again.clusters.map(\.lead.source) == ["post"])
        #expect(again.clusters.map { $0.also.map(\.source) } == [["courier"]])
    }

    @Test func editionBuiltAgainFromTheSameIsTheSame() {
        let stories = told(["courier", "post"], age: 2) + [.made("Mill reopens", age: 4)]
        let edition = Curator.edition(for: .made(stories))
        let again = Curator.edition(for: .made(stories, pinned: edition))
        #expect(again.titles == edition.titles)
        #expect(again.clusters.map(\.score) == edition.clusters.map(\.score))
    }

    @Test func storyToldYesterdayIsNotToldAgain() {
        let before = told(["courier", "post"], age: 20)
        let late = told(["ledger"], age: 2)
        let edition = Curator.edition(for: .made(before + late, earlier: [yesterday(before)]))
        #expect(edition.clusters.isEmpty)
        #expect(Set(edition.leftOut.map(\.reason)) == [.told])
        #expect(edition.leftOut.map(\.detail) == Array(repeating: edition.date.adding(days: -1).description, count: 3))
    }

    @Test(arguments: [(["ledger"], false), (["ledger", "herald"], true)] as [([SourceID], Bool)])
    func storyThatDoubledReturnsAsAnUpdate(joined: [SourceID], returns: Bool) throws {
        let before = told(["courier", "post"], age: 20)
        let request = CurationRequest.made(told(joined, age: 2), earlier: [yesterday(before)])
        let edition = Curator.edition(for: request)
        #expect(edition.clusters.map(\.updates) == (returns ? [edition.date.adding(days: -1)] : []))
        #expect(edition.clusters.allSatisfy { cluster in cluster.stories.allSatisfy { joined.contains($0.source) } })
    }

    @Test func updateStaysAnUpdateWhenTheEditionIsBuiltAgain() {
        let before = yesterday(told(["courier"], age: 20))
        let fresh = told(["ledger", "herald"], age: 2)
        let first = Curator.edition(for: .made(fresh, earlier: [before]))
        let again = Curator.edition(for: .made(fresh, pinned: first, earlier: [before]))
        #expect(again.clusters.map(\.updates) == [before.date])
    }

    @Test func unrelatedNewsIsToldAfterYesterday() {
        let before = yesterday(told(["courier"], age: 20))
        #expect(Curator.edition(for: .made([.made("Mill reopens")], earlier: [before])).titles == ["Mill reopens"])
    }

    // MARK: Papers that join one by one

    private func late(_ sources: [SourceID], age: Double) -> [Edition.LeftOut] {
        let yesterday = EditionDate(evening, in: .gmt).adding(days: -1)
        return told(sources, age: age).map { .init(story: $0, reason: .told, detail: yesterday.description) }
    }

    @Test func papersThatJoinOneByOneAddUpToAnUpdate() {
        let before = yesterday(told(["courier", "post"], age: 50))
        var request = CurationRequest.made(told(["herald"], age: 2), earlier: [before])
        #expect(Curator.edition(for: request).clusters.isEmpty)
        request.latecomers = late(["ledger"], age: 20)
        let edition = Curator.edition(for: request)
        #expect(edition.clusters.map { Set($0.stories.map(\.source)) } == [["ledger", "herald"]])
        #expect(edition.clusters.map(\.updates) == [before.date])
    }

    @Test func whatJoinedTooLateIsNotToldByItself() {
        let before = yesterday(told(["courier", "post"], age: 50))
        var request = CurationRequest.made([.made("Mill reopens")], earlier: [before])
        request.latecomers = late(["ledger", "herald"], age: 20)
        #expect(Curator.edition(for: request).titles == ["Mill reopens"])
        request.earlier = []
        #expect(Curator.edition(for: request).titles == ["Mill reopens"])
    }

    @Test func whatJoinsALatecomerAloneWasToldAsWell() {
        var request = CurationRequest.made(told(["herald"], age: 2))
        request.latecomers = late(["ledger"], age: 20)
        let edition = Curator.edition(for: request)
        #expect(edition.clusters.isEmpty)
        #expect(edition.leftOut.map(\.reason) == [.told])
        #expect(edition.leftOut.map(\.story.source) == ["herald"])
    }

    @Test func aMutedLatecomerDoesNotCount() {
        let before = yesterday(told(["courier", "post"], age: 50))
        var muted = late(["ledger"], age: 20)
        muted[0].story.categories = ["horoscope"]
        var request = CurationRequest.made(
            told(["herald"], age: 2), ranking: RankingPolicy(mute: ["horoscope"]), earlier: [before])
        request.latecomers = muted
        #expect(Curator.edition(for: request).clusters.isEmpty)
    }
}
