import Foundation
import NewsModel
import NewsStore
import TestSupport
import Testing

@testable import Newsroom

@Suite struct PreparedFeedTests {
    private static let source = Source(id: "paper", provider: .feed(url: "https://paper.example/rss"))
    private static let feed = Feed(
        link: "https://paper.example/",
        items: [2.0, 20, 30, 50].map { hours in
            FeedItem(
                id: "\(hours)", title: "\(hours) hours old", link: "https://paper.example/\(Int(hours))",
                published: Stage.night.addingTimeInterval(-hours * 3600))
        })

    private static let preparation = ItemPreparation(
        now: Stage.night, policy: EditionPolicy(), horizon: Stage.night.addingTimeInterval(-86_400))

    private static func indices(_ memory: SourceMemory) -> [Int]? {
        guard case .done(let prepared) = preparation.prepare(feed, of: source, memory) else { return nil }
        return prepared.terms.keys.sorted()
    }

    @Test func ofANewSourceWhatCanStandInAnEditionIsReadForClustering() {
        #expect(Self.indices(SourceMemory()) == [0, 1])
    }

    @Test func ofAFirstNightOnlyWhatItsFirstReachHoldsIsReadAhead() {
        let preparation = ItemPreparation(
            now: Stage.night, policy: EditionPolicy(), horizon: Stage.night.addingTimeInterval(-7 * 86_400),
            reaches: [.seconds(86_400), .seconds(7 * 86_400)])
        guard case .done(let prepared) = preparation.prepare(Self.feed, of: Self.source, SourceMemory()) else {
            Issue.record("nothing interrupted it")
            return
        }
        #expect(prepared.terms.keys.sorted() == [0, 1])
    }

    @Test func ofAKnownSourceWhatMayBeNewIs() {
        let answered = Stage.night.addingTimeInterval(-8 * 3600)
        let memory = SourceMemory(firstAnswered: answered, lastSuccess: answered)
        #expect(Self.indices(memory) == [0, 1, 2])
    }

    @Test func aFeedThatIsWorkedOnAfterTheBatchGivesTheSameToTheStore() async throws {
        let interrupted = await Task {
            while !Task.isCancelled { await Task.yield() }
            return Self.preparation.prepare(Self.feed, of: Self.source, SourceMemory())
        }.cancelled
        guard case .interrupted = interrupted else {
            Issue.record("a batch that is over was held up")
            return
        }
        let folder = try TemporaryDirectory()
        let store = try NewsStore(path: folder.path("state.sqlite"))
        let date = EditionDate(Stage.night, in: .gmt)
        let run = try store.beginRun(of: date, now: Stage.night)
        let prepared = Self.preparation.complete(interrupted, of: Self.source, nil)
        #expect(prepared.terms.isEmpty)
        try #expect(run.record(prepared.items, from: "paper").count == 4)
        try run.record(SourceVisit(report: SourceReport(source: "paper", outcome: .fresh)))
        let told = try run.candidates(EditionPolicy())
        #expect(told.map(\.title) == ["2.0 hours old", "20.0 hours old"])
    }
}

extension Task where Failure == Never {
    /// What it gives when it is cancelled.
    fileprivate var cancelled: Success {
        get async {
            cancel()
            return await value
        }
    }
}
