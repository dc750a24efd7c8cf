import Foundation
import SimulatedWorld
import TestSupport
import Testing
import TransportTestSupport

/// The program records a night, and makes it again wherever it is started.
@Suite(.timeLimit(.minutes(5))) struct RecordTests {
    private static let night = Date(timeIntervalSince1970: 1_795_410_000)

    private static let sources = ["one", "two", "three", "four"].map {
        SimulatedSource(id: $0, section: $0 == "two" ? .science : .world, content: .reported())
    }

    private func withWorld(_ body: (SimulatedWorld) async throws -> Void) async throws {
        let world = try await SimulatedWorld.start(Self.sources, now: Self.night, latencyScale: 0)
        let result: Result<Void, any Error>
        do { result = .success(try await body(world)) } catch { result = .failure(error) }
        try await world.stop()
        try result.get()
    }

    private func project(of world: SimulatedWorld) throws -> TemporaryDirectory {
        let folder = try TemporaryDirectory()
        try folder.write(
            world.configuration(timeZone: "Europe/London", deadline: .seconds(60), timeout: .seconds(60)),
            to: "broadsheet.yml")
        return folder
    }

    private func run(
        _ arguments: [String], in folder: TemporaryDirectory, _ environment: [String: String] = [:],
        by shell: String? = nil
    ) async throws -> Program.Ending {
        let ending = try await Program.run(arguments, by: shell, in: folder, environment: environment)
        #expect(ending.code == 0, "\(arguments): \(ending.complaint)")
        return ending
    }

    @Test func aNightIsMadeAgainByteForByteWhereverThatIs() async throws {
        try await withWorld { world in
            let folder = try project(of: world)
            _ = try await run(["run", "--now", "2026-11-23T05:00:00Z", "--record", "night.warc.gz"], in: folder)
            let site = try folder.files(below: "public")
            #expect(site.count > 20)
            let record = folder.path("night.warc.gz")
            let places: [([String: String], String?)] = [
                ([:], nil), (["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"], nil),
                (["LC_ALL": "ar_EG.UTF-8", "TZ": "America/Los_Angeles"], #"exec taskset -c 0 "$0" "$@""#),
            ]
            for (environment, shell) in places {
                let other = try project(of: world)
                let ending = try await run(["run", "--replay", record], in: other, environment, by: shell)
                #expect(ending.complaint.isEmpty)
                let again = try other.files(below: "public")
                #expect(Set(again.keys) == Set(site.keys))
                #expect(site.keys.filter { site[$0] != again[$0] }.sorted() == [])
            }
            #expect(Self.sources.map { world.requests(to: $0.id).count } == [1, 1, 1, 1])
        }
    }

    /// What the night read of a list, and what it said of it, is the replay's too, which has no copy of its own.
    @Test func aListOfFeedsIsThatOfTheNight() async throws {
        try await withWorld { world in
            // Nobody listens on the first port.
            func project() throws -> TemporaryDirectory {
                let folder = try self.project(of: world)
                let text = try folder.read("broadsheet.yml")
                try folder.write(text + "  - opml: http://127.0.0.1:1/list.opml\n", to: "broadsheet.yml")
                return folder
            }
            let folder = try project()
            _ = try await run(["run", "--now", "2026-11-22T05:00:00Z", "--fail-on", "none"], in: folder)
            let lists = try FileManager.default.subpathsOfDirectory(atPath: folder.path(".broadsheet"))
            let row = try #require(lists.first { $0.hasSuffix(".failed") })
            let addresses = try folder.read("broadsheet.yml").split(whereSeparator: { " \"'\n,}".contains($0) })
            let feed = try #require(addresses.first { $0.hasPrefix("http://") && !$0.hasSuffix(".opml") })
            try folder.write(
                "<opml version='2.0'><body><outline text='Extra' xmlUrl='\(feed)?extra'/></body></opml>",
                to: ".broadsheet/" + row.dropLast(7))
            try FileManager.default.removeItem(atPath: folder.path(".broadsheet/state.sqlite"))
            try FileManager.default.removeItem(atPath: folder.path("public"))
            _ = try await run(
                ["run", "--now", "2026-11-23T05:00:00Z", "--record", "night.warc.gz", "--fail-on", "none"], in: folder)
            let site = try folder.files(below: "public")
            let health = String(decoding: site["health.json"] ?? Data(), as: UTF8.self)
            #expect(health.contains("its last copy is used") && health.contains("Extra"))
            let other = try project()
            _ = try await run(["run", "--replay", folder.path("night.warc.gz"), "--fail-on", "none"], in: other)
            let again = try other.files(below: "public")
            #expect(Set(site.keys).union(again.keys).filter { site[$0] != again[$0] }.sorted() == [])
        }
    }

    /// Workers did not read lists at addresses, and the sources of those were in no shard.
    @Test func theSourcesOfAListAreSharedOutToo() async throws {
        let feed =
            "<rss version='2.0'><channel><title>Paper</title><item><title>Ferry returns</title>"
            + "<link>https://paper.example/1</link></item></channel></rss>"
        let server = LoopbackServer { request in
            let list = "<opml version='2.0'><body><outline xmlUrl='http://\(Self.host(in: request))/x'/></body></opml>"
            let body = request.hasPrefix("GET /list.opml ") ? list : feed
            return [.say("HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")]
        }
        try await server.serve { server in
            let (worker, merger) = (try TemporaryDirectory(), try TemporaryDirectory())
            let text =
                "network: {allow-private: true}\nfetch: {retries: 0}\nsources:\n  - {feed: '\(server.url)a', id: a}\n"
                + "  - {opml: '\(server.url)list.opml'}\n  - {opml: 'http://127.0.0.1:1/none.opml'}\n"
            for folder in [worker, merger] { try folder.write(text, to: "broadsheet.yml") }
            for shard in 1...2 {
                let ending = try await run(
                    [
                        "fetch", "--shard", "\(shard)/2", "--now", "2026-11-23T05:00:00Z", "--record",
                        merger.path("shards/\(shard).warc.gz"),
                    ], in: worker)
                #expect(ending.complaint.contains("The list http://127.0.0.1:1/none.opml can't be read ("))
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: worker.path) == ["broadsheet.yml"])
            _ = try await run(["run", "--replay", "shards", "--fail-on", "none"], in: merger)
            let health = try merger.read("public/health.json")
            let report = try JSONSerialization.jsonObject(with: Data(health.utf8)) as? [String: Any]
            let outcomes = (report?["sources"] as? [[String: Any]])?.map { $0["outcome"] as? String }
            #expect(outcomes == ["fresh", "fresh"] && health.contains("none.opml can't be read"), "\(health)")
        }
    }

    private static func host(in request: String) -> Substring {
        let line = request.split(separator: "\r\n").first { $0.lowercased().hasPrefix("host: ") }
        return line?.dropFirst(6) ?? ""
    }

    /// No edition depends on its record.
    @Test func anEditionIsMadeWhereItsRecordCannotBe() async throws {
        try await withWorld { world in
            let folder = try project(of: world)
            try folder.write("", to: "file")
            let ending = try await run(
                ["run", "--now", "2026-11-23T05:00:00Z", "--record", "file/night.warc.gz"], in: folder)
            #expect(ending.complaint.contains("night.warc.gz can't be written: "))
            #expect(ending.complaint.contains("The edition does not depend on it."))
            let other = try await Program.run("fetch", "--record", "file/night.warc.gz", in: folder)
            #expect(other.code == 1 && !other.complaint.contains("does not depend"))
        }
    }

    @Test func otherToolsReadARecord() async throws {
        try await withWorld { world in
            let folder = try project(of: world)
            _ = try await run(["fetch", "--shard", "1/2", "--record", "one.warc.gz"], in: folder)
            let list = try await run(["inspect", "warc", "one.warc.gz"], in: folder).output
            #expect(list.contains("shard 1/2") && list.contains("fresh") && list.contains("the batch took"))
            // Only where somebody installed it: PyPI's warcio.
            let check = #"python3 -c 'import warcio' 2>/dev/null || exit 0; exec warcio check "$0""#
            #expect(try await Program.succeeds("sh", "-c", check, folder.path("one.warc.gz")))
        }
    }

    @Test func whatDoesNotGoTogetherIsWrongUsage() async throws {
        let folder = try TemporaryDirectory()
        try folder.write("sources: [{feed: https://a.example/rss}]\n", to: "broadsheet.yml")
        for arguments in [
            ["run", "--record", "a", "--replay", "b"], ["run", "--no-fetch", "--record", "a"],
            ["fetch", "--record", "a", "--shard", "4/3"],
            ["fetch"],
        ] {
            #expect(try await Program.run(arguments, by: nil, in: folder).code == 2, "\(arguments)")
        }
        let missing = try await Program.run("run", "--replay", "none.warc.gz", in: folder)
        #expect(missing.code == 1 && missing.complaint.contains("none.warc.gz can't be read: there is no such file."))
        let other = try await Program.run("run", "--replay", "broadsheet.yml", in: folder)
        #expect(other.code == 1 && other.complaint.contains("it is no WARC file"))
        let replaced = try await Program.run("run", "--record", "broadsheet.yml", in: folder)
        #expect(replaced.code == 1 && replaced.complaint.contains("not replaced"))
        #expect(try !FileManager.default.contentsOfDirectory(atPath: folder.path).contains("public"))
    }

    @Test func aReportSaysWhatItHoldsBeforeItWrites() async throws {
        try await withWorld { world in
            let folder = try project(of: world)
            let text = try folder.read("broadsheet.yml")
            try folder.write(text + "# - {guardian: {key: 0b1c2d3e-4f5a, section: world}}\n", to: "broadsheet.yml")
            _ = try await run(["run", "--now", "2026-11-23T05:00:00Z", "--record", "night.warc.gz"], in: folder)
            let refused = try await Program.run("report-bug", "--record", "night.warc.gz", in: folder)
            #expect(
                refused.code == 1 && refused.complaint.contains("health.json: ") && refused.complaint.contains("--yes"))
            #expect(!FileManager.default.fileExists(atPath: folder.path("broadsheet-bug.warc.gz")))
            _ = try await run(["report-bug", "--record", "night.warc.gz", "--yes"], in: folder)
            let report = folder.path("broadsheet-bug.warc.gz")
            #expect(try await Program.succeeds("sh", "-c", "! zcat \"$0\" | grep -q 0b1c2d3e-4f5a", report))
            let other = try project(of: world)
            _ = try await run(["run", "--replay", folder.path("broadsheet-bug.warc.gz")], in: other)
            #expect(try other.files(below: "public") == folder.files(below: "public"))
        }
    }
}
