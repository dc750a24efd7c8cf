import Foundation
import TestSupport
import Testing

/// `broadsheet health`, and what a run says of failures over the nights.
@Suite struct HealthCommandTests {
    private static let nobody = """
        fetch: {retries: 0}
        network: {allow-private: true}
        sources:
          - {id: paper, feed: "http://127.0.0.1:9/rss.xml"}
        """

    private func folder(_ configuration: String = nobody) throws -> TemporaryDirectory {
        let folder = try TemporaryDirectory()
        try folder.write(configuration, to: "broadsheet.yml")
        return folder
    }

    private func night(_ day: Int, _ policy: String = "dead:3", in folder: TemporaryDirectory) async throws
        -> Program.Ending
    {
        let date = "2026-11-" + (day < 10 ? "0\(day)" : "\(day)")
        return try await Program.run(
            "run", "--now", date + "T05:00:00Z", "--fail-on", policy, "--force", in: folder)
    }

    @Test func aDeadSourceIsToldOnTheThirdNightAndAWeekLater() async throws {
        let folder = try folder()
        var told: [Int] = []
        for day in 1...11 {
            let ending = try await night(day, in: folder)
            if ending.code == 3 {
                told.append(day)
                #expect(ending.complaint.contains("paper"))
            } else {
                #expect(ending.complaint.isEmpty, "\(ending.complaint)")
            }
        }
        #expect(told == [3, 10])
    }

    @Test func healthEndsWith3WhereASourceNeedsSomeone() async throws {
        let folder = try folder()
        for (day, code) in [(1, 0), (2, 0), (3, 3)] as [(Int, Int32)] {
            _ = try await night(day, "none", in: folder)
            let ending = try await Program.run("health", in: folder)
            #expect(ending.code == code)
            #expect(ending.complaint.isEmpty)
            #expect(ending.output.contains("paper") && ending.output.contains("connection refused"))
        }
        let ending = try await Program.run("health", "--json", in: folder)
        let report = try #require(try JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any])
        let source = try #require((report["sources"] as? [[String: Any]])?.first)
        #expect(source["escalation"] as? String == "attention")
        #expect(source["failingSince"] as? String == "2026-11-01")
        #expect((source["history"] as? [Any])?.count == 3)
    }

    @Test func sinceShowsWhatFailedInThatTime() async throws {
        let folder = try folder()
        for day in [1, 9] { _ = try await night(day, "none", in: folder) }
        #expect(try await Program.run("health", "--since", "7d", in: folder).output.contains("1 of 1"))
        #expect(try await Program.run("health", "--since", "30d", in: folder).output.contains("2 of 2"))
    }

    @Test func withoutAReportItEndsWith1AndMakesNothing() async throws {
        let folder = try folder()
        let ending = try await Program.run("health", in: folder)
        #expect(ending.code == 1)
        #expect(ending.complaint.contains("no health report yet"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["broadsheet.yml"])
    }

    @Test func anOldReportIsSaidWhereItMatters() async throws {
        let folder = try folder()
        _ = try await night(1, "none", in: folder)
        #expect(try await Program.run("health", "--max-age", "100000d", in: folder).code == 2)
        #expect(try await Program.run("health", "--max-age", "36000d", in: folder).code == 0)
        let ending = try await Program.run("health", "--max-age", "1h", in: folder)
        // The night lies in another year than any clock that runs this.
        #expect(ending.code == 3)
        #expect(ending.complaint.contains("--max-age"))
    }

    @Test(arguments: [["--since", "week"], ["--since", "0d"], ["--max-age", "-1h"], ["--colour"], ["now"]])
    func wrongUsageEndsWith2(arguments: [String]) async throws {
        let folder = try folder()
        let ending = try await Program.run(["health"] + arguments, by: nil, in: folder)
        #expect(ending.code == 2)
        #expect(!ending.complaint.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["broadsheet.yml"])
    }
}
