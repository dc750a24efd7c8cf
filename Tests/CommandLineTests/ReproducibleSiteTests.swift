import Foundation
import SimulatedWorld
import TestSupport
import Testing

/// The same answers, configuration and `--now` give the same bytes, wherever the program runs.
@Suite struct ReproducibleSiteTests {
    private static let night = Date(timeIntervalSince1970: 1_795_410_000)

    /// How long each source took is in these, and no run takes as long as another.
    private static let measured: Set<String> = ["health.html", "health.json"]

    private static let sources = ["one", "two", "three", "four", "five"].map {
        SimulatedSource(id: $0, section: $0 == "two" ? .science : .world, content: .reported())
    }

    private func site(
        _ world: SimulatedWorld, _ environment: [String: String] = [:], by shell: String? = nil
    ) async throws -> [String: Data] {
        let folder = try TemporaryDirectory()
        try folder.write(
            world.configuration(timeZone: "Europe/London", deadline: .seconds(60), timeout: .seconds(60)),
            to: "broadsheet.yml")
        let ending = try await Program.run(
            ["run", "--now", "2026-11-23T05:00:00Z"], by: shell, in: folder, environment: environment)
        #expect(ending.code == 0, "\(ending.complaint)")
        let root = folder.url.appending(path: "public")
        var files: [String: Data] = [:]
        for case let path as String in FileManager.default.enumerator(atPath: root.path) ?? .init() {
            let file = root.appending(path: path)
            guard !Self.measured.contains(path), !file.hasDirectoryPath,
                try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
            else { continue }
            files[path] = try Data(contentsOf: file)
        }
        return files
    }

    @Test func inAnotherTimeZoneLocaleAndOnOneCore() async throws {
        let world = try await SimulatedWorld.start(Self.sources, now: Self.night, latencyScale: 0)
        do {
            let plain = try await site(world)
            #expect(plain.count > 20)
            let others = [
                try await site(world, ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"]),
                try await site(world, ["TZ": "America/Los_Angeles", "LC_ALL": "ar_EG.UTF-8", "LANGUAGE": "ar"]),
                try await site(world, ["LC_ALL": "C"], by: #"exec taskset -c 0 "$0" "$@""#),
            ]
            for other in others {
                #expect(Set(other.keys) == Set(plain.keys))
                #expect(plain.keys.filter { plain[$0] != other[$0] }.sorted() == [])
            }
        } catch {
            try await world.stop()
            throw error
        }
        try await world.stop()
    }
}
