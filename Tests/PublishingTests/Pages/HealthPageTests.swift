import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Publishing

@Suite struct HealthPageTests {
    private func view(_ sources: [SourceHealth], language: String = "en") throws -> HealthView {
        let publication = Samples.publication(site: SitePolicy(language: language), health: Samples.health(sources))
        return SiteContext(publication, templates: try TemplateSet(directory: nil, language: language)).healthView()
    }

    private func row(_ source: SourceHealth, language: String = "en") throws -> HealthRowView {
        try #require(try view([source], language: language).rows.first)
    }

    @Test func putsTheWorstFirst() throws {
        let page = try view([
            Samples.source("fine", [.fresh]), Samples.source("skipped", [.skipped]), Samples.source("late", [.late]),
            Samples.source("twice", [.httpError, .httpError]),
            Samples.source("thrice", [.late, .late, .late]),
        ])
        #expect(page.rows.map(\.source?.name) == ["Thrice", "Twice", "Late"])
        #expect(page.rows.map(\.state.shape) == ["▲", "◐", "◐"])
        #expect(page.rows.map(\.stateAnchor) == ["trouble", "failed", nil])
        #expect(page.folds.map(\.state.shape) == ["○", "●"])
        #expect(page.folds.map { $0.sources.map(\.name) } == [["Skipped"], ["Fine"]])
        #expect(page.counts.map(\.line) == ["1 needs you", "2 failed", "1 was not asked", "1 is fine"])
        #expect(page.counts.map(\.anchor) == ["trouble", "failed", "skipped", "fine"])
    }

    @Test(arguments: [(3, "A, B and C"), (4, "A, B, C and 1 more")])
    func namesSoManyThatFailed(count: Int, names: String) throws {
        let sources = (0..<count).map { Samples.source(SourceID(rawValue: ["a", "b", "c", "d"][$0]), [.late]) }
        let summary = try view(sources).summary.map(\.text).joined()
        #expect(summary == "0 of \(count) sources answered; \(names) did not.")
    }

    @Test func countsNightsInARowFromTheSecondOn() throws {
        #expect(try row(Samples.source("a", [.fresh, .late])).since == nil)
        #expect(try row(Samples.source("a", [.late, .late])).since == "for 2 nights in a row")
    }

    @Test(arguments: [
        (404, "404 Not Found", "answered with 404", "Not Found"), (503, "503", "answered with 503", nil),
        (500, "5000 of them", "answered with 500", "5000 of them"),
        (429, "too often", "answered with 429", "too often"),
        (200, "the key is wrong", "answered with an error", "the key is wrong"),
        (nil, nil, "answered with an error", nil),
    ])
    func saysWhatAServerAnsweredWith(status: Int?, detail: String?, outcome: String, shown: String?) throws {
        var source = Samples.source("a", [.httpError], detail)
        source.report.status = status
        let row = try row(source)
        #expect(row.outcome == outcome && row.detail == shown)
    }

    @Test(arguments: ["de", "fr", "es", "ar"]) func saysItInEveryLanguage(language: String) throws {
        var source = Samples.source("a", [.httpError], "404 Not Found")
        source.report.status = 404
        #expect(try row(source, language: language).outcome.contains("404"))
    }

    @Test func saysNoTimeOfASourceThatWasNotAsked() throws {
        var source = Samples.source("a", [.refused])
        source.report.attempts = 0
        source.lastSuccess = nil
        let row = try row(source)
        #expect(row.time == nil && row.lastSuccessAt == nil && row.lastSuccess == "never")
        #expect(try self.row(Samples.source("a", [.late])).time == "100\u{A0}ms")
    }

    /// In a language that the advice is not in, it says nothing to who reads the page.
    @Test func saysOnceWhereASourceHasMoved() throws {
        var source = Samples.source("a", [.late])
        source.moved = "https://new.example/"
        #expect(try row(source).moved.map(\.isName) == [false, true])
        source.report.advice = "change its address to https://new.example/"
        #expect(try row(source).moved.isEmpty)
        #expect(try row(source, language: "de").moved.contains { $0.text == "https://new.example/" })
    }

    /// The values of an attribute of all cells.
    private func numbers(_ name: String, _ history: HistoryView) -> [Int] {
        history.nights.text.components(separatedBy: " \(name)=\"").dropFirst().compactMap {
            Int($0.prefix { $0 != "\"" })
        }
    }

    @Test func drawsEachNightAtItsPlace() throws {
        let rows = try view([
            Samples.source("long", [.fresh, .skipped, .late, .httpError]), Samples.source("short", [.late]),
        ]).rows
        let long = try #require(rows.first?.history)
        #expect(long.width == 24 && long.label == "1 of the last 4 nights answered")
        #expect(numbers("x", long) == [0, 6, 12, 18])
        #expect(numbers("height", long) == [18, 2, 11, 6] && numbers("y", long) == [0, 16, 7, 12])
        #expect(
            long.nights.text.hasPrefix(
                "<rect class=\"fine\" x=\"0\" y=\"0\" width=\"4\" height=\"18\"><title>20 Nov: answered</title></rect>")
        )
        let short = try #require(rows.last?.history)
        #expect(short.width == 24 && numbers("x", short) == [18])
    }

    @Test func drawsNoMoreNightsThanAHistoryHas() throws {
        let history = try #require(try row(Samples.source("a", Array(repeating: .late, count: 31))).history)
        #expect(numbers("x", history).count == 30 && history.width == 180)
        var unknown = Samples.source("a", [.late])
        unknown.history = []
        #expect(try row(unknown).history?.width == 6)
    }
}
