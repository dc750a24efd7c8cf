import Fetching
import Foundation
import GRDB
import NewsModel
import Settings
import SimulatedWorld
import TestSupport
import Testing
import WorldFaults

@testable import Newsroom

/// A night that was recorded is made again without a network: the same site and the same state, byte for byte.
@Suite(.enabled(if: FileLimit.allow(4096))) struct RecordedNightTests {
    /// The demo's whole week in the long form.
    private let nights = LongForm.isAsked ? 7 : 3

    @Test(.timeLimit(.minutes(10))) func nightsOfTheDemo() async throws {
        try await Stage.with(.demo, deadline: .seconds(3600)) { stage in
            let again = try stage.beside()
            for day in 0..<nights {
                stage.world.turn(to: Stage.day(day))
                let record = stage.folder.path("night-\(day).warc.gz")
                let report = try await stage.runByHand(
                    Stage.day(day), asking: { $0.record = RecordRequest(path: record, configuration: "", id: 7) })
                #expect(report.notes == [], "\(report.notes)")
                try await stage.expectSame(as: again, replaying: record)
            }
            #expect(try stage.site().count > 8 * nights)
        }
    }

    @Test(.timeLimit(.minutes(2))) func aReplayThatIsBrokenOffPublishesNothing() async throws {
        try await Stage.with([.paper("one"), .paper("two", .science)]) { stage in
            let record = stage.folder.path("night.warc.gz")
            try await stage.run { $0.record = RecordRequest(path: record, configuration: "", id: 7) }
            let again = try stage.beside()
            let settings = try again.settings()
            let request = RunRequest(settings: settings, now: .distantPast).replaying(
                try RecordSet([record]))
            let replay = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await Newsroom(request: request, jitter: { 0 }).run()
            }
            await #expect(throws: RunFailure.self) { try await replay.value }
            #expect(throws: (any Error).self) { try again.page("index.html") }
        }
    }

    @Test(.timeLimit(.minutes(2))) func nobodyIsToldOfANightThatWasRecordedAsAWhole() async throws {
        try await Stage.with([.paper("one")]) { stage in
            for shard in [nil, RecordDescription.Shard(number: 1, count: 1)] {
                let record = stage.folder.path(shard == nil ? "night.warc.gz" : "shard.warc.gz")
                var request = RunRequest(settings: try stage.settings(), now: Stage.night)
                request.record = RecordRequest(path: record, configuration: "", id: 7, shard: shard)
                _ = try await ShardFetching(request: request, jitter: { 0 }).run()
                let records = try RecordSet([record])
                #expect(request.replaying(records).tellsOthers == (shard != nil))
            }
        }
    }

    @Test(.timeLimit(.minutes(10))) func theFaultCatalogue() async throws {
        let sound = [SimulatedSource.paper("sound-one"), .paper("sound-two", .science)]
        try await Stage.with(sound + .faulty(.catalogue), deadline: .seconds(3600)) { stage in
            let again = try stage.beside()
            for night in [Stage.night, Stage.day(1)] {
                stage.world.turn(to: night)
                let record = stage.folder.path("\(night.timeIntervalSince1970).warc.gz")
                _ = try await stage.runByHand(night) { settings in
                    settings.fetch.maxBodyBytes = [ServerFault].largestBody
                    let authority = stage.world.authority.flatMap { try? stage.folder.write($0, to: "authority.pem") }
                    settings.network.certificateAuthorityFile = authority
                } asking: {
                    $0.record = RecordRequest(path: record, configuration: "", id: 7)
                }
                try await stage.expectSame(as: again, replaying: record) {
                    $0.settings.fetch.maxBodyBytes = [ServerFault].largestBody
                }
            }
        }
    }
}

extension Stage {
    /// The same configuration in another folder, where nothing was run yet.
    func beside() throws -> Stage {
        Stage(world: world, folder: try TemporaryDirectory(), extra: extra, deadline: deadline)
    }

    /// Replays a record in the other folder, and compares what came of it.
    func expectSame(
        as other: Stage, replaying record: String..., change: (inout RunRequest) -> Void = { _ in },
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        var request = RunRequest(settings: try other.settings(), now: .distantPast)
        change(&request)
        request = request.replaying(try RecordSet(record))
        let report = try await Newsroom(request: request, jitter: { 0 }).run()
        #expect(report.notes == [], sourceLocation: sourceLocation)
        let (mine, theirs) = (try site(), try other.site())
        #expect(Set(mine.keys) == Set(theirs.keys), sourceLocation: sourceLocation)
        let differing = mine.keys.filter { mine[$0] != theirs[$0] }.sorted()
        #expect(differing == [], sourceLocation: sourceLocation)
        if let first = differing.first, let one = mine[first], let two = theirs[first] {
            Issue.record("\(difference(one, two))", sourceLocation: sourceLocation)
        }
        #expect(try state() == other.state(), sourceLocation: sourceLocation)
    }

    private func difference(_ one: Data, _ two: Data) -> String {
        let lines = [one, two].map { String(decoding: $0, as: UTF8.self).split(separator: "\n") }
        let pair = zip(lines[0], lines[1]).first { $0.0 != $0.1 }
        return "\(pair?.0.prefix(600) ?? "-")\n\(pair?.1.prefix(600) ?? "-")"
    }

    /// Every row of every table of the state.
    func state() throws -> [String] {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: folder.path("state/state.sqlite"), configuration: configuration)
        return try queue.read { db in
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            return try tables.flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"").map { "\(table) \($0)" }.sorted()
            }
        }
    }
}
