import Foundation
import NewsModel
import Testing

@testable import Newsroom

@Suite struct EditionComparisonTests {
    private static let monday = EditionDate(Stage.night, in: .gmt)
    private static let tuesday = monday.adding(days: 1)

    private static func story(_ name: String, source: SourceID = "paper", seen: Date = Stage.night) -> Story {
        let id = String(name.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) }, radix: 16)
        return Story(
            id: StoryID(rawValue: String(repeating: "0", count: max(0, 16 - id.count)) + id), source: source,
            key: "\(source).example/\(name)", link: nil, title: name, firstSeen: seen)
    }

    private static func cluster(
        _ story: Story, also: [Story] = [], score: Double = 1, freshness: Double = 1, updates: EditionDate? = nil
    ) -> Cluster {
        let factor = Explanation.Factor(name: "freshness", value: freshness, reason: "so many hours old")
        return Cluster(
            lead: story, also: also, score: score, explanation: Explanation(factors: [factor]), updates: updates)
    }

    private static func edition(
        _ date: EditionDate, _ clusters: [Cluster], leftOut: [Edition.LeftOut] = []
    ) -> Edition {
        Edition(
            date: date, generated: date.start(in: .gmt).addingTimeInterval(6 * 3600),
            sections: [.init(name: "World", clusters: clusters)], leftOut: leftOut)
    }

    private static func changes(_ before: Edition, _ after: Edition) -> [EditionComparison.StoryChange] {
        EditionComparison(from: before, to: after, histories: []).stories
    }

    @Test func ranksThatChangedAreToldWithTheFactorsThatDid() throws {
        let (ferry, bridge) = (Self.story("ferry"), Self.story("bridge"))
        let changes = Self.changes(
            Self.edition(Self.monday, [Self.cluster(ferry, freshness: 0.9), Self.cluster(bridge)]),
            Self.edition(Self.tuesday, [Self.cluster(bridge), Self.cluster(ferry, freshness: 0.45)]))
        #expect(changes.map(\.kind) == [.moved, .moved])
        let moved = try #require(changes.last)
        #expect(moved.before?.rank == 1 && moved.after?.rank == 2)
        #expect(moved.why == ["freshness 0.9 → 0.45 (so many hours old)"])
        #expect(changes.first?.why == [])
    }

    @Test func aStoryIsTheSameUnderAnotherLead() throws {
        let (ferry, other) = (Self.story("ferry"), Self.story("ferry-too", source: "post"))
        let changes = Self.changes(
            Self.edition(Self.monday, [Self.cluster(ferry)]),
            Self.edition(Self.tuesday, [Self.cluster(other, also: [ferry])]))
        let change = try #require(changes.first)
        #expect(changes.count == 1 && change.kind == .same)
        #expect(change.why == ["1 → 2 tellings", "another telling leads"])
    }

    @Test func whatIsNewSaysWhyItIs() {
        let late = Self.story("late", seen: Self.tuesday.start(in: .gmt))
        let (early, capped, back) = (Self.story("early"), Self.story("capped"), Self.story("back"))
        let changes = Self.changes(
            Self.edition(Self.monday, [], leftOut: [.init(story: capped, reason: .perSource, detail: "6")]),
            Self.edition(
                Self.tuesday,
                [
                    Self.cluster(late), Self.cluster(early), Self.cluster(capped),
                    Self.cluster(back, updates: Self.monday.adding(days: -3)),
                ]))
        #expect(changes.allSatisfy { $0.kind == .new })
        #expect(
            changes.map { $0.why.first ?? "" } == [
                "first seen since, in paper", "not chosen before; first seen in paper",
                "left out before: over the cap `per-source`",
                "it has grown since it was told on \(Self.monday.adding(days: -3))",
            ])
    }

    @Test func whatIsGoneSaysWhyItIs() {
        let (ferry, muted) = (Self.story("ferry"), Self.story("muted"))
        let before = Self.edition(Self.monday, [Self.cluster(ferry), Self.cluster(muted)])
        let after = Self.edition(Self.tuesday, [], leftOut: [.init(story: muted, reason: .muted, detail: "horoscope")])
        #expect(Self.changes(before, after).map(\.kind) == [.gone, .gone])
        #expect(
            Self.changes(before, after).map { $0.why.first ?? "" } == [
                "told on \(Self.monday) already", "“horoscope” is muted",
            ])
        #expect(Self.changes(after, before).map(\.kind) == [.new, .new])
    }

    @Test func onlySourcesThatEndedOtherwiseAreTold() {
        let night = { (date: EditionDate, outcome: Outcome) in
            SourceHealth.RunOutcome(date: date, at: Stage.night, outcome: outcome, items: 3, elapsedMilliseconds: 1)
        }
        let comparison = EditionComparison(
            from: Self.edition(Self.monday, []), to: Self.edition(Self.tuesday, []),
            histories: [
                ("same", [night(Self.monday, .fresh), night(Self.tuesday, .fresh)]),
                ("broke", [night(Self.monday, .fresh), night(Self.tuesday, .httpError)]),
                ("new", [night(Self.tuesday, .fresh)]), ("never", []),
            ])
        #expect(comparison.sources.map(\.id) == ["broke", "new"])
        #expect(comparison.sources.last?.before == nil)
    }
}
