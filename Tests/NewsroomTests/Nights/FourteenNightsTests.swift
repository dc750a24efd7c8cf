import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Newsroom

/// Fourteen nights of a press whose stories develop, with all that goes wrong: each story stands in the edition where it
/// belongs, and in no other.
@Suite struct FourteenNightsTests {
    private static let early: [SourceID] = [
        "courier", "post", "ledger", "herald", "gazette", "mirror", "notes", "bulletin", "stamp",
    ]
    private static let later = early + ["annals"]
    private static let final = later.filter { $0 != "mirror" }

    private static let runs: [Chronicle.Run] = [
        .init(night: 1, papers: early), .init(night: 2, papers: early), .init(night: 3, papers: early),
        .init(night: 4, failing: ["post"], papers: early),
        .init(night: 5, papers: early), .init(night: 5, hour: 14, papers: early),
        .init(night: 6, papers: later),
        .init(night: 7, hour: 2.5, papers: later), .init(night: 7, hour: 3.5, papers: later),
        .init(night: 8, hour: 13, papers: later),
        .init(night: 10, papers: later),
        .init(night: 11, clockOff: -26, papers: later),
        .init(night: 12, papers: later),
        // Only the mirror answers, which is too little to publish.
        .init(night: 13, hour: 4, failing: Set(final), papers: later),
        .init(night: 13, papers: final),
        .init(night: 13, hour: 6, rebuilt: 12, papers: final),
        .init(night: 14, papers: final),
    ]

    private static func expected(_ night: Int) -> [String] {
        Article.all.filter { $0.told == night }.map(\.name).sorted()
    }

    @Test(arguments: [FourteenDays.spring, .autumn])
    func eachStoryStandsInTheEditionWhereItBelongsAndInNoOther(days: FourteenDays) throws {
        let chronicle = try Chronicle(ScriptedPress(days: days, articles: Article.all))
        for run in Self.runs { try chronicle.run(run) }
        let editions = try chronicle.editions()
        #expect(editions.keys.sorted() == [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 13, 14])
        for (night, edition) in editions.sorted(by: { $0.key < $1.key }) {
            #expect(edition.names == Self.expected(night), "night \(night)")
        }
        try expectOneUpdate(editions, days)
        for date in editions.values.map(\.date) {
            #expect(FileManager.default.fileExists(atPath: chronicle.folder.path("public/\(date.path)/index.html")))
        }
    }

    /// A guest that tries all that a source can try, from the second night on, moves none of the papers' stories.
    @Test(arguments: [false, true]) func aHostileSourceChangesNothingOfTheOthers(isListedFirst: Bool) throws {
        let extra = "edition: {per-source: 20}\nranking: {mute: [\(HostileGuest.mutedWord)]}"
        let press = ScriptedPress(days: .spring, articles: Article.all)
        let (alone, together) = (try Chronicle(press), try Chronicle(press))
        for run in Self.runs {
            var run = run
            run.extra = extra
            try alone.run(run)
            if run.night > 1 {
                run.papers = isListedFirst ? [HostileGuest.id] + run.papers : run.papers + [HostileGuest.id]
                if !run.failing.isEmpty { run.failing.insert(HostileGuest.id) }
            }
            try together.run(run)
        }
        let (without, with) = (try alone.editions(), try together.editions())
        #expect(without.keys.sorted() == with.keys.sorted())
        for (night, edition) in without {
            let beside = try #require(with[night])
            #expect(beside.clustersOfPapers == edition.clustersOfPapers, "night \(night)")
            #expect(beside.clusters.filter { $0.lead.source == HostileGuest.id }.count <= 20)
            let told = Set(edition.clusters.flatMap(\.stories).map(\.link))
            for lead in beside.clusters.map(\.lead) where lead.source == HostileGuest.id {
                #expect(!told.contains(lead.link), "\(lead.title)")
            }
        }
    }

    /// The dam is told by two, then once more when two others have joined, with a link to where it was.
    private func expectOneUpdate(_ editions: [Int: Edition], _ days: FourteenDays) throws {
        let updates = editions.values.flatMap(\.clusters).filter { $0.updates != nil }
        #expect(updates.map { $0.names.sorted() } == [["dam-3", "dam-4"]])
        #expect(updates.map(\.updates) == [days.date(2)])
        let first = try #require(editions[2]?.clusters.first { $0.names.contains("dam-1") })
        #expect(first.names.sorted() == ["dam-1", "dam-2"])
        #expect(editions[10]?.clusters.filter { $0.lead.title == "Morning briefing" }.map(\.also) == [[], [], []])
    }
}

extension Edition {
    /// What the papers tell, as leads with what is below them.
    fileprivate var clustersOfPapers: Set<[String]> {
        Set(
            clusters.map { cluster in
                cluster.stories.filter { $0.source != HostileGuest.id }.map(\.title)
            }.filter { !$0.isEmpty })
    }
}
