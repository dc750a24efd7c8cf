import Foundation
import NewsModel
import Newsroom
import Settings
import SimulatedWorld
import Synchronization
import TestSupport

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
        _ catalogue: [SimulatedSource], extra: String = "", deadline: Duration = .seconds(20),
        _ body: (Stage) async throws -> Void
    ) async throws {
        let world = try await SimulatedWorld.start(catalogue, now: night, latencyScale: 0)
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
        return try SettingsReader.read(text: text, name: "test.yml", directory: folder.path, environment: [:])
    }

    /// Runs a night; `change` may ask for something unusual.
    @discardableResult
    func run(_ now: Date = Stage.night, _ change: (inout RunRequest) -> Void = { _ in }) async throws -> RunReport {
        var request = RunRequest(settings: try settings(), now: now)
        change(&request)
        return try await Newsroom(request: request, jitter: { 0 }).run()
    }

    /// Runs a night by a clock that is turned by hand: to the waits before retries at once, and to the deadline when
    /// nobody is left but those whom only the clock ends, so that no slow machine makes another one late. `change` may
    /// set what the configuration does not.
    func runByHand(
        _ now: Date = Stage.night, _ change: (inout Settings) -> Void = { _ in }
    ) async throws -> RunReport {
        let clock = ManualClock()
        let told = Counter()
        var settings = try settings()
        change(&settings)
        let request = RunRequest(settings: settings, now: now)
        let answering = world.sources.count { !$0.endsByTime }
        let hand = Task {
            while !Task.isCancelled {
                let isOver = told.value == answering
                if let next = clock.earliest, isOver || next < request.settings.fetch.timeout {
                    clock.advance(by: next - clock.now.offset)
                }
                await Task.yield()
            }
        }
        defer { hand.cancel() }
        return try await Newsroom(request: request, clock: clock, jitter: { 0 }).run { _ in told.add() }
    }

    /// Every file of the site, by its path.
    func site() throws -> [String: Data] {
        let root = folder.url.appending(path: "public")
        guard let paths = FileManager.default.enumerator(atPath: root.path) else { return [:] }
        var files: [String: Data] = [:]
        for case let path as String in paths {
            let file = root.appending(path: path)
            if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
                files[path] = try Data(contentsOf: file)
            }
        }
        return files
    }

    func page(_ path: String) throws -> String { try folder.read("public/\(path)") }
}

/// A number that several tasks count up.
final class Counter: Sendable {
    private let count = Mutex(0)

    var value: Int { count.withLock { $0 } }
    func add() { count.withLock { $0 += 1 } }
}

extension SimulatedSource {
    /// A sound feed.
    static func paper(_ id: String, _ section: Section = .world) -> SimulatedSource {
        SimulatedSource(id: id, section: section, content: .reported())
    }
}
