import Foundation
import NewsModel
import NewsStore
import Testing

/// What is news to a state that learned of the editions before from their site: the same as to one that made them.
@Suite struct RestoredWindowTests {
    private let desk: TestStore

    init() throws {
        desk = try TestStore()
    }

    /// What the site says after editions of the 10th and 11th, of which the second left out so many stories without a name:
    /// `paper` answered in both, `blog` in the first alone.
    private static func memory(
        lastEdition: Int = 11, namesSources: Bool = true, filtered: Int = 1
    ) -> PublishedMemory {
        var editions = [
            edition(10, [story("0a", "paper", 10), story("0b", "blog", 10)]), edition(11, [story("0c", "paper", 11)]),
        ]
        editions[1].omissions = filtered > 0 ? [Omission(reason: .filtered, count: filtered, named: [])] : []
        let traces = [trace("paper", [.fresh, .unchanged]), trace("blog", [.empty, .unreachable])]
        return PublishedMemory(
            editions: editions.filter { $0.date <= .day(11, lastEdition) }, sources: namesSources ? traces : [])
    }

    private static func edition(_ day: Int, _ stories: [Story]) -> Edition {
        .telling(stories, on: .day(11, day), at: .at(11, day, 3))
    }

    private static func story(_ id: String, _ source: SourceID, _ day: Int) -> Story {
        Story(
            id: StoryID(rawValue: String(repeating: id, count: 8)), source: source, key: "\(source).example/\(id)",
            link: nil, title: "Told \(id)", firstSeen: .at(11, day, 3))
    }

    private static func trace(_ source: SourceID, _ outcomes: [Outcome]) -> SourceTrace {
        let history = zip([10, 11], outcomes).map { day, outcome in
            SourceHealth.RunOutcome(
                date: .day(11, day), at: .at(11, day, 3), outcome: outcome, items: 1, elapsedMilliseconds: 1)
        }
        return SourceTrace(
            source: source, title: "", lastSuccess: nil, consecutiveFailures: 0, items: 1, history: history)
    }

    /// What the run of the 12th tells that comes first after the state was restored.
    private func told(
        after memory: PublishedMemory = memory(), _ answers: [SourceID: [PreparedItem]]
    ) throws -> [String] {
        try desk.store.adopt(memory)
        return try desk.run(.at(11, 12, 3), answers)
    }

    @Test(arguments: [true, false])
    func aSourceThatDidNotAnswerLastNightTellsWhatCameSinceItDid(namesSources: Bool) throws {
        let told = try told(
            after: Self.memory(namesSources: namesSources),
            [
                "blog": [.titled("Missed", .at(11, 10, 20)), .titled("Read before", .at(11, 10, 2))],
                "paper": [.titled("New", .at(11, 11, 20)), .titled("Left out", .at(11, 11, 2))],
            ])
        #expect(told == ["Missed", "New"])
    }

    /// What belonged to the last edition is known, and this did not: the source listed it after its date.
    @Test func whatIsListedLateIsToldWhereTheLastEditionNamesAllThatItLeftOut() throws {
        let items: [PreparedItem] = [
            .titled("Listed late", .at(11, 11, 2)), .titled("From before that edition", .at(11, 10, 2)),
        ]
        #expect(try told(after: Self.memory(filtered: 0), ["paper": items]) == ["Listed late"])
    }

    @Test func whatCameInANightWithoutAnEditionIsToldWithTheNext() throws {
        let told = try told(after: Self.memory(lastEdition: 10), ["paper": [.titled("Held back", .at(11, 10, 20))]])
        #expect(told == ["Held back"])
    }

    @Test func aSourceThatTheSiteDoesNotKnowDumpsNoBackCatalogue() throws {
        let told = try told(["new": [.titled("New", .at(11, 11, 20)), .titled("Old", .at(11, 10, 20))]])
        #expect(told == ["New"])
    }

    @Test func aSourceThatFailsOnceMoreTellsItStill() throws {
        try desk.store.adopt(Self.memory())
        try desk.run(.at(11, 12, 3))
        #expect(try desk.run(.at(11, 13, 3), ["blog": [.titled("Missed", .at(11, 10, 20))]]) == ["Missed"])
    }

    @Test func theReasonNamesTheLastAnswer() throws {
        _ = try told(["blog": [.titled("Read before", .at(11, 10, 2))]])
        let history = try desk.histories().first { $0.story.title == "Read before" }
        #expect(history?.absence == .backCatalogue(.day(11, 12), since: .at(11, 10, 3)))
    }
}
