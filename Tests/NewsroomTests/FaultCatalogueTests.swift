import Foundation
import NewsModel
import Settings
import SimulatedWorld
import TestSupport
import Testing
import WorldFaults

@testable import Newsroom

/// Whole runs over every fault that the simulated world knows.
@Suite(.enabled(if: FileLimit.allow(4096))) struct FaultCatalogueTests {
    private static let sound = [SimulatedSource.paper("sound-one"), .paper("sound-two", .science)]

    @Test(.timeLimit(.minutes(10)))
    func everyFaultOfTheCatalogueEndsAsItShouldAndSpoilsNothing() async throws {
        try await Stage.with(Self.sound + .faulty(.catalogue), extra: Self.roomForAll, deadline: .seconds(3600)) {
            stage in
            for night in [Stage.night, Stage.day(1)] {
                stage.world.turn(to: night)
                let report = try await stage.runByHand(night) { settings in
                    settings.fetch.maxBodyBytes = [ServerFault].largestBody
                    settings.network.certificateAuthorityFile = try? stage.authorityFile()
                }
                stage.judge(report)
                if night == Stage.night { stage.judgeThatAllShow(report) }
            }
            for source in stage.world.sources {
                let sent = stage.world.bytesSent(by: source.id)
                #expect(sent < Self.mostBytes, "\(source.id) was let send \(sent) bytes")
            }
        }
    }

    @Test func noSpellingOfAPrivateAddressIsAsked() async throws {
        try await Stage.with(.faulty(.addresses)) { stage in
            let report = try await stage.runByHand { $0.network.allowsPrivate = false }
            stage.judge(report)
            for source in stage.world.sources {
                #expect(stage.world.requests(to: source.id).isEmpty, "\(source.id) was asked")
            }
        }
    }

    /// Nothing is joined or left out, so that each source that was read shows.
    private static let roomForAll = """
        curation: {clustering: off}
        edition: {stories: 100000, per-source: 1, per-publisher: 100000, per-section: 100000}
        """

    /// The limit of a body, each attempt at it on both nights, and what lies in the buffers of sockets.
    private static let mostBytes = 6 * [ServerFault].largestBody + (32 << 20)
}

extension Stage {
    fileprivate func authorityFile() throws -> String? {
        try world.authority.map { try folder.write($0, to: "authority.pem") }
    }

    /// Compares each outcome with the one that the world expects, and what was published with who may publish.
    fileprivate func judge(_ report: RunReport) {
        let health = Dictionary(
            uniqueKeysWithValues: report.health.sources.map { ($0.report.source.rawValue, $0.report) })
        for source in world.sources {
            let told = health[source.id]
            let words = "\(told?.detail ?? "-") · \(told?.advice ?? "-")"
            #expect(told?.outcome.rawValue == source.expectedOutcome.rawValue, "\(source.id): \(words)")
            #expect(
                words.lowercased().contains(source.expectedWords.lowercased()) || source.expectedWords.isEmpty,
                "\(source.id): \(words)")
            #expect(told?.outcome.isFailure != true || told?.advice != nil, "\(source.id) gives no advice: \(words)")
            #expect(told?.outcome.isFailure != true || told?.detail != nil, "\(source.id) gives no detail")
        }
        let published = Set(report.edition.clusters.flatMap(\.stories).map(\.source.rawValue))
        let answering = Set(world.sources.filter { [.fresh, .unchanged].contains($0.expectedOutcome) }.map(\.id))
        #expect(published.subtracting(answering).isEmpty, "something was published from bad sources")
    }

    /// Every source that was read shows.
    fileprivate func judgeThatAllShow(_ report: RunReport) {
        let published = Set(report.edition.clusters.flatMap(\.stories).map(\.source.rawValue))
        let fresh = Set(world.sources.filter { $0.expectedOutcome == .fresh }.map(\.id))
        #expect(fresh.subtracting(published).isEmpty, "nothing was published from sound sources")
    }
}
