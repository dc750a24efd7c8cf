import Foundation
import NewsModel
import Testing
import WebText

@testable import Fetching

/// What a record says of a visit is the visit.
@Suite struct VisitDocumentTests {
    private static func visit(_ cause: SharedCause?) -> SourceVisit {
        var report = SourceReport(
            source: "paper", outcome: .late, detail: "no answer yet", advice: "wait", status: 503, attempts: 3,
            bytes: 1234, items: 7, warnings: ["one", "two"])
        report.times.queue = .milliseconds(3)
        report.times.connect = .microseconds(1_500)
        report.times.firstByte = .nanoseconds(12_345)
        report.times.total = .seconds(9)
        var visit = SourceVisit(
            report: report,
            validators: Validators(etag: "\"a\"", lastModified: "today", url: "https://paper.example/rss"),
            bodyHash: "abc",
            pause: Pause(
                until: Date(timeIntervalSinceReferenceDate: 817_000_000.123), reason: "later",
                url: "https://paper.example/rss", kind: .asked, host: "paper.example"),
            hints: FeedHints(), permanentRedirect: "https://new.example/", title: "Paper",
            site: "https://paper.example/", redirects: ["https://a.example/", "https://b.example/"],
            clock: ClockReading(host: "paper.example", ahead: -0.25))
        visit.hints?.timeToLive = .seconds(60)
        visit.hints?.skipHours = [1, 23]
        visit.hints?.skipDays = [7]
        visit.hints?.isExpired = true
        visit.hasFalseValidators = true
        visit.hadTurn = true
        visit.sharedCause = cause
        return visit
    }

    @Test(arguments: [
        SharedCause.noTurn(host: "paper.example"), .rateLimit(host: "paper.example"), .noNetwork(host: "paper.example"),
        nil,
    ])
    func everythingComesBack(cause: SharedCause?) throws {
        let visit = Self.visit(cause)
        let bytes = VisitDocument.bytes(of: visit, readsFeed: true) { $0 }
        let read = try #require(VisitDocument.visit(try JSONValue(parsing: bytes)) { $0 })
        #expect(read.visit == visit)
        #expect(read.readsFeed)
    }

    @Test func ofAVisitThatSaysLittleLittleComesBack() throws {
        let visit = SourceVisit(report: SourceReport(source: "paper", outcome: .skipped))
        let bytes = VisitDocument.bytes(of: visit, readsFeed: false) { $0 }
        let read = try #require(VisitDocument.visit(try JSONValue(parsing: bytes)) { $0 })
        #expect(read.visit == visit && !read.readsFeed)
    }

    @Test func whatIsNoVisitIsNone() throws {
        #expect(VisitDocument.visit(try JSONValue(parsing: Array("{\"source\":\"a\"}".utf8)), { $0 }) == nil)
    }
}
