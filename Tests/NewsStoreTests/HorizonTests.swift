import Foundation
import NewsModel
import NewsStore
import Testing

/// What lies before the first edition in which a new source can stand: known by name, and nothing more.
@Suite struct HorizonTests {
    private let desk: TestStore

    init() throws {
        desk = try TestStore()
    }

    private func horizon(_ now: Date, _ policy: EditionPolicy = EditionPolicy()) throws -> Date? {
        try desk.store.beginRun(of: EditionDate(now, in: .gmt), now: now).horizon(policy)
    }

    @Test func onTheFirstNightItLiesAsFarBackAsTheFirstEditionMayReach() throws {
        #expect(try horizon(.at(11, 23, 3)) == .at(11, 16, 3))
        #expect(try horizon(.at(11, 23, 3), EditionPolicy(firstWindow: .seconds(3600))) == .at(11, 23, 2))
    }

    @Test func laterItIsTheEditionBefore() throws {
        try desk.run(.at(11, 22, 3))
        #expect(try horizon(.at(11, 23, 3)) == .at(11, 22, 3))
        #expect(try horizon(.at(11, 22, 9)) == .at(11, 15, 9))
        #expect(try horizon(.at(11, 29, 3)) == .at(11, 26, 3))
    }

    @Test func aWindowOfTheUsersOwnHasNone() throws {
        #expect(try horizon(.at(11, 23, 3), EditionPolicy(window: .last(.seconds(3600)))) == nil)
    }

    @Test func whatLiesBeforeItIsKnownByNameAlone() throws {
        let items = [20.0, 21, 22].map { hour in
            PreparedItem.titled("At \(Int(hour))", .at(11, 22, Int(hour)), summary: "A long report.")
        }
        let now = Date.at(11, 23, 3)
        let told = try desk.night(now) { night in
            let new = try night.record(DistinctItems(items, from: "paper", horizon: .at(11, 22, 21)), from: "paper")
            #expect(new.map(\.index) == [0, 1, 2])
            try night.record(SourceVisit(report: SourceReport(source: "paper", outcome: .fresh)))
            return try night.candidates(EditionPolicy(window: .last(.seconds(86_400)))).sorted { $0.key < $1.key }
        }
        #expect(told.map { $0.summary?.source } == [nil, "A long report.", "A long report."])
        // Nothing about it has changed, so nothing is written, and it is not new.
        #expect(
            try desk.night(now.days(1)) { try $0.record(DistinctItems(items, from: "paper"), from: "paper") }.isEmpty)
    }
}
