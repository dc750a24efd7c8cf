import Fetching
import Foundation
import NewsModel
import NewsStore
import Parallelism
import Settings
import SimulatedWorld
import TestCertificates
import TestSupport

@testable import Newsroom

/// A world, a folder for its site and state, and runs over them.
struct Stage {
    let world: SimulatedWorld
    let folder: TemporaryDirectory
    let extra: String
    let deadline: Duration

    /// Five in the morning of a day in November.
    static let night = Date(timeIntervalSince1970: 1_795_410_000)

    static func day(_ number: Int) -> Date { night.addingTimeInterval(Double(number) * 86_400) }

    /// Opens a world and hands over the stage; the world is stopped afterwards, whatever happens.
    static func with(
        _ catalogue: [SimulatedSource], extra: String = "", deadline: Duration = .seconds(60),
        _ body: (Stage) async throws -> Void
    ) async throws {
        let world = try await SimulatedWorld.start(
            catalogue, now: night, latencyScale: 0, issuer: CertificateOffice())
        let result: Result<Void, any Error>
        do {
            result = .success(
                try await body(
                    Stage(world: world, folder: try TemporaryDirectory(), extra: extra, deadline: deadline)))
        } catch {
            result = .failure(error)
        }
        try await world.stop()
        try result.get()
    }

    func settings() throws -> Settings {
        let text = world.configuration(state: "state/state.sqlite", deadline: deadline, timeout: deadline, extra: extra)
        return try SettingsReader.read(
            text: text, name: "test.yml", directory: folder.path, environment: [:],
            providers: Providers.definitions)
    }

    /// Runs a night; `change` may ask for something unusual.
    @discardableResult
    func run(_ now: Date = Stage.night, _ change: (inout RunRequest) -> Void = { _ in }) async throws -> RunReport {
        var request = RunRequest(settings: try settings(), now: now)
        change(&request)
        return try await Newsroom(request: request, jitter: { 0 }).run()
    }

    /// Runs a night by a clock that is turned by hand, so that no slow machine makes a source late: not before all have
    /// ended in which time has no part, then to the waits before retries, and to the deadline when nobody is left but
    /// those whom only the clock ends. `change` may set what the configuration does not, and `asking` ask for something
    /// unusual.
    func runByHand(
        _ now: Date = Stage.night, _ change: (inout Settings) -> Void = { _ in },
        asking: (inout RunRequest) -> Void = { _ in }
    ) async throws -> RunReport {
        let clock = ManualClock()
        let told = Told()
        var settings = try settings()
        change(&settings)
        var request = RunRequest(settings: settings, now: now)
        asking(&request)
        let deadline = request.settings.fetch.timeout
        let quick = Set(world.sources.filter { !$0.takesTime }.map(\.id))
        let answering = Set(world.sources.filter { !$0.endsByTime }.map(\.id))
        let hand = Task {
            while !Task.isCancelled {
                if told.holds(quick), let next = clock.earliest,
                    next < deadline || told.holds(answering)
                {
                    clock.advance(by: next - clock.now.offset)
                }
                await Task.yield()
            }
        }
        defer { hand.cancel() }
        return try await Newsroom(request: request, clock: clock, jitter: { 0 }).run { told.add($0.source.rawValue) }
    }

    /// Every file of the site, by its path.
    func site() throws -> [String: Data] { try folder.files(below: "public") }

    func page(_ path: String) throws -> String { try folder.read("public/\(path)") }
}

/// The sources that have ended.
final class Told: Sendable {
    private let ids = Guarded<Set<String>>([])

    func add(_ id: String) { ids.withLock { _ = $0.insert(id) } }
    func holds(_ all: Set<String>) -> Bool { ids.withLock { all.isSubset(of: $0) } }
}

extension SimulatedSource {
    /// A sound feed.
    static func paper(_ id: String, _ section: Section = .world) -> SimulatedSource {
        SimulatedSource(id: id, section: section, content: .reported())
    }
}

extension NewsStore {
    /// A run over feeds that are given instead of fetched, in the order of the configuration unless another is given.
    @discardableResult
    func run(
        _ request: RunRequest, order: ([Source]) -> [Source] = { $0 }, pictures: [String: [UInt8]] = [:],
        _ visit: (Source) -> (visit: SourceVisit, feed: Feed?)
    ) throws -> RunReport {
        let settings = request.settings
        let redactor = Redactor(secrets: settings.secrets)
        let transaction = try beginRun(of: request.editionDate, now: request.now, today: request.today)
        let memories = try transaction.memories(of: settings.sources.map(\.id))
        let owner = try SiteOwnership(request: request).owner(by: transaction)
        var run = EditionRun(
            request: request, transaction: transaction, memories: memories,
            preparation: try ItemPreparation(request, in: transaction, redactor: redactor),
            publishing: try SitePublishing(request).owned(by: owner), redactor: redactor)
        for source in order(settings.sources) {
            let (visit, feed) = visit(source)
            try run.record(
                SourceResult(
                    source, visit: visit, feed: feed.map(FeedPreparation.interrupted), memory: memories[source.id],
                    request: request, redactor: redactor))
        }
        var draft = try run.draft(elapsed: .seconds(1))
        draft.add(
            draft.missingPictures.compactMap { address in
                pictures[address].flatMap { FetchedPicture(address: address, bytes: $0) }
            })
        let report = try run.finish(draft)
        try run.commit()
        return report
    }
}

extension RunReport.Publication {
    var isPublished: Bool {
        switch self {
        case .published: true
        case .guarded, .quiet, .dryRun: false
        }
    }
}
