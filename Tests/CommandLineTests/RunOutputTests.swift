import Foundation
import NewsModel
import TestSupport
import Testing

@testable import broadsheet

/// What a run says: to a terminal, to a log, to a job of continuous integration.
@Suite struct RunOutputTests {
    private static let nobody = """
        fetch: {retries: 0}
        network: {allow-private: true}
        sources:
          - feed: "http://127.0.0.1:9/rss.xml"
            id: paper
        """

    private func folder() throws -> TemporaryDirectory {
        let folder = try TemporaryDirectory()
        try folder.write(Self.nobody, to: "broadsheet.yml")
        return folder
    }

    @Test func eventsAreAnObjectALine() async throws {
        let ending = try await Program.run("run", "--events", "--fail-on", "any", in: folder())
        #expect(ending.code == 3)
        let events = try ending.output.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        #expect(events.map { $0["event"] as? String } == ["begin", "source", "end"])
        #expect(events.last?["exit"] as? Int == 3)
    }

    @Test func aRunThatFailsSaysSoInItsLastEvent() async throws {
        let folder = try folder()
        try folder.write("a letter", to: "public")
        let ending = try await Program.run("run", "--events", in: folder)
        #expect(ending.code == 1)
        let line = try #require(ending.output.split(separator: "\n").last)
        let event = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(event["publication"] as? String == "failed" && event["exit"] as? Int == 1)
    }

    @Test func aJobGetsASummaryAndAWarningWithItsLine() async throws {
        let folder = try folder()
        try folder.write("", to: "summary.md")
        let environment = ["CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": folder.path("summary.md")]
        for day in 1...3 {
            let ending = try await Program.run(
                "run", "--now", "2026-11-0\(day)T05:00:00Z", "--fail-on", "none", "--force", in: folder,
                environment: environment)
            let warning = "::warning file=broadsheet.yml,line=4,title=paper needs someone::paper has failed on 3 nights"
            #expect(ending.complaint.contains(warning) == (day == 3), "\(ending.complaint)")
        }
        let summary = try folder.read("summary.md")
        #expect(summary.components(separatedBy: "## Broadsheet, 2026-11-0").count == 4)
        #expect(summary.contains("### 1 source failed"))
    }

    @Test func whatCouldEndAWarningIsEscaped() {
        let report = SourceReport(source: "a", outcome: .late, detail: "50% done\r\nand, so: on")
        let source = SourceHealth(
            report: report, title: "A", url: "", provider: "feed", section: "News", consecutiveFailures: 3)
        #expect(
            CIWorkflow.warning(about: source, file: "a,b:c.yml", line: 7, LocalClock(in: .gmt))
                == "::warning file=a%2Cb%3Ac.yml,line=7,title=a needs someone::"
                + "a has failed on 3 nights in a row: 50%25 done%0D%0Aand, so: on")
    }

    @Test func colourIsForTerminalsThatWantIt() {
        let terminal = { (environment: [String: String], isWatched: Bool) in
            Terminal(isWatched: isWatched, windowWidth: 100, environment: environment)
        }
        #expect(terminal(["TERM": "xterm"], true).hasColour)
        #expect(!terminal(["TERM": "xterm"], false).hasColour)
        #expect(!terminal(["TERM": "dumb"], true).hasColour)
        #expect(!terminal(["NO_COLOR": "1"], true).hasColour)
        #expect(terminal(["NO_COLOR": ""], true).hasColour)
        #expect(terminal([:], true).width == 100)
        #expect(terminal(["COLUMNS": "60"], true).width == 60)
        #expect(terminal(["COLUMNS": "60"], false).width == Terminal.unlimited)
    }

    @Test(arguments: [40, 60, 80, 200]) func aTableIsNoWiderThanItsTerminal(width: Int) {
        let table = FittedTable(
            heading: ["source", "state", "what happened"],
            rows: [
                .init(cells: ["a-source-of-a-long-name", "▲ late", String(repeating: "words ", count: 30)]),
                .init(cells: ["新聞新聞新聞", "● fresh", "日本語日本語日本語日本語日本語日本語日本語日本語"]),
            ])
        for line in table.lines(width: width) {
            let text = line.rendered(inColour: false) { $0 }
            #expect(DisplayWidth.columns(of: text) <= width, "\(text)")
        }
    }

    /// What happened says more than the end of a long name.
    @Test func aLongNameLeavesRoomForWhatHappened() {
        let name = String(repeating: "long-", count: 10)
        let reason = "404 Not Found → check the address: it has nothing there"
        let table = FittedTable(
            heading: ["source", "state", "what happened"], rows: [.init(cells: [name, "▲ error", reason])])
        let text = table.lines(width: 80)[1].rendered(inColour: false) { $0 }
        #expect(text.contains(reason.prefix(39)) && text.contains(name.prefix(23)))
    }

    @Test func aColourIsAroundTextThatWasMadeSafe() {
        let line = StyledText("a\u{1B}[31mb", .bad)
        #expect(line.rendered(inColour: true, TerminalText.safe) == "\u{1B}[31ma\\u001b[31mb\u{1B}[0m")
        #expect(line.rendered(inColour: false, TerminalText.safe) == "a\\u001b[31mb")
    }

    @Test func theBarSaysWhoIsUnderWay() {
        var progress = BatchProgress(waiting: ["a", "b", "c", "d", "e"])
        progress.add(SourceReport(source: "b", outcome: .fresh))
        progress.add(SourceReport(source: "c", outcome: .late))
        let line = progress.line(elapsed: .seconds(3), deadline: .seconds(30), width: 200)
        #expect(line.hasPrefix("█░░"))
        #expect(line.hasSuffix("3.0 s of 30 s  1 of 5 answered, 1 failed, 3 left: a, d, e"))
        #expect(
            progress.line(elapsed: .seconds(3), deadline: .seconds(30), width: 80) == line, "it has room in 80 columns")
        #expect(DisplayWidth.columns(of: progress.line(elapsed: .zero, deadline: .seconds(30), width: 40)) <= 40)
    }
}
