import Fetching
import Foundation
import NewsModel
import Settings
import TestSupport
import Testing

@testable import Newsroom

/// Lists of feeds that can't be had.
@Suite(.timeLimit(.minutes(3))) struct ListRefreshTests {
    private static func settings(in folder: TemporaryDirectory) throws -> Settings {
        // Nobody listens on the first port.
        try SettingsReader.read(
            text:
                "network: {allow-private: true}\nfetch: {retries: 0}\nsources: [{opml: 'http://127.0.0.1:1/a.opml'}]\n",
            name: "test.yml", directory: folder.path, environment: [:], providers: Providers.definitions)
    }

    /// Every night would be a mail of cron's every night.
    @Test func aListThatIsMissingIsSaidOnceOnTheThirdDateAndEachWeek() async throws {
        let folder = try TemporaryDirectory()
        let settings = try Self.settings(in: folder)
        let first = try #require(EditionDate("2026-11-23"))
        var said: [Int] = []
        for night in 0..<4 {
            let notices = try await ListRefresh(settings: settings, now: Stage.night).run(on: first.adding(days: night))
            #expect(notices.count == 1 && notices[0].text.contains("none of its sources is asked"))
            if !notices[0].isKnown { said.append(night + 1) }
        }
        #expect(said == [1, 3])
        let row = (0..<9).map { "\(first.adding(days: $0))\n" }.joined()
        try row.write(toFile: try #require(settings.lists.first).file + ".failed", atomically: true, encoding: .utf8)
        let tenth = try await ListRefresh(settings: settings, now: Stage.night).run(on: first.adding(days: 9))
        #expect(tenth.map(\.isKnown) == [false])
        let again = try await ListRefresh(settings: settings, now: Stage.night).run(on: first.adding(days: 9))
        #expect(again.map(\.isKnown) == [true], "another run of a date says it no more")
    }

    @Test func askingOnceKeepsNothing() async throws {
        let folder = try TemporaryDirectory()
        let settings = try Self.settings(in: folder)
        let sentences = try await ListRefresh(settings: settings, now: Stage.night).probe()
        #expect(sentences.count == 1 && sentences[0].hasPrefix("The list http://127.0.0.1:1/a.opml can't be read ("))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
}
