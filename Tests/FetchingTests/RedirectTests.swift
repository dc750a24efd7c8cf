import Foundation
import HTTPTransport
import NewsModel
import TestSupport
import Testing

@testable import Fetching

@Suite(.timeLimit(.minutes(1))) struct RedirectTests {
    private static let start = "https://old.example/rss"

    private static func to(_ url: String, _ status: Int = 302, _ more: [String: String] = [:]) -> [ScriptedNetwork
        .Reply]
    {
        [.answer(status, headers: more.merging(["Location": url]) { $1 })]
    }

    @Test func aRedirectIsFollowedAndARelativeOneResolved() async throws {
        let bench = Bench([
            Self.start: Self.to("/feeds/new"), "https://old.example/feeds/new": [.answer(200, body: Sample.feed)],
        ])
        #expect(await bench.gather(.feed(url: Self.start))?.report.outcome == .fresh)
    }

    @Test(arguments: [
        (299, false), (300, true), (301, true), (302, true), (303, true), (304, false), (305, false), (306, false),
        (307, true), (308, true), (309, false),
    ])
    func onlyARedirectIsFollowed(status: Int, isFollowed: Bool) async {
        let bench = Bench([
            Self.start: Self.to("https://new.example/rss", status),
            "https://new.example/rss": [.answer(200, body: Sample.feed)],
        ])
        _ = await bench.gather(.feed(url: Self.start))
        #expect(bench.network.requests.map(\.url) == [Self.start] + (isFollowed ? ["https://new.example/rss"] : []))
    }

    @Test(arguments: [(300, false), (301, true), (302, false), (303, false), (307, false), (308, true)])
    func onlySomeArePermanent(status: Int, isPermanent: Bool) async throws {
        let bench = Bench([
            Self.start: Self.to("https://new.example/rss", status),
            "https://new.example/rss": [.answer(200, body: Sample.feed)],
        ])
        let gathered = try #require(await bench.gather(.feed(url: Self.start)))
        #expect((gathered.visit.permanentRedirect != nil) == isPermanent)
    }

    @Test func ofPermanentOnesTheLastIsAdvised() async throws {
        let bench = Bench([
            Self.start: Self.to("https://b.example/", 301), "https://b.example/": Self.to("https://c.example/", 308),
            "https://c.example/": Self.to("https://d.example/", 302),
            "https://d.example/": [.answer(200, body: Sample.feed)],
        ])
        let gathered = try #require(await bench.gather(.feed(url: Self.start)))
        #expect(gathered.visit.permanentRedirect == "https://c.example/")
    }

    @Test(arguments: [101, 206]) func aSuccessThatNobodyAskedForIsMalformed(status: Int) async {
        let bench = Bench([Self.start: [.answer(status, body: Sample.feed)]])
        #expect(await bench.gather(.feed(url: Self.start))?.report.outcome == .malformed)
    }

    @Test(arguments: [0, 1]) func aDeclaredLengthIsRefusedPastTheBoundAlone(excess: Int) async {
        let count = Sample.feed.utf8.count
        var bench = Bench([
            Self.start: [.answer(200, headers: ["Content-Length": "\(count + excess)"], body: Sample.feed)]
        ])
        bench.policy.maxBodyBytes = count
        #expect(await bench.gather(.feed(url: Self.start))?.report.outcome == (excess == 0 ? .fresh : .refused))
    }

    @Test func anEmptyLocationIsNoRedirect() async {
        let bench = Bench([Self.start: Self.to(" ")])
        #expect(await bench.gather(.feed(url: Self.start))?.report.status == 302)
        #expect(bench.network.requests.count == 1)
    }

    @Test func aPermanentOneIsAdvisedOn() async throws {
        let bench = Bench([
            Self.start: Self.to("https://new.example/rss", 301),
            "https://new.example/rss": [.answer(200, body: Sample.feed)],
        ])
        let gathered = try #require(await bench.gather(.feed(url: Self.start)))
        #expect(gathered.visit.permanentRedirect == "https://new.example/rss")
        #expect(gathered.report.advice?.contains("https://new.example/rss") == true)
    }

    @Test func whatFollowsATemporaryOneIsNotPermanent() async throws {
        let bench = Bench([
            Self.start: Self.to("https://b.example/", 302), "https://b.example/": Self.to("https://c.example/", 301),
            "https://c.example/": [.answer(200, body: Sample.feed)],
        ])
        #expect(await bench.gather(.feed(url: Self.start))?.visit.permanentRedirect == nil)
    }

    /// What a server puts into them is as secret as what it answers.
    @Test(arguments: [
        Provider.feed(url: start), NewsAPISource.definition.provider(["base": start], key: Secret("k")),
        GuardianSource.definition.provider(["base": start], key: Secret("k")),
        JSONSource.definition.provider(["url": start, "fields.title": "t"]),
        HackerNewsSource.definition.provider(["base": start, "limit": "3"]),
    ])
    func ofEveryProviderAllAddressesOfAChainAreKnown(provider: Provider) async throws {
        let source = Source(id: "a", provider: provider)
        let first = Bench([:])
        _ = await first.gather(source)
        let asked = try #require(first.network.requests.first?.url)
        let bench = Bench([
            asked: Self.to("https://b.example/mid/?x=1#part", 301), "https://b.example/mid/?x=1": Self.to("/end"),
            "https://b.example/end": [.answer(404)],
        ])
        let gathered = try #require(await bench.gather(source))
        #expect(gathered.visit.redirects == ["https://b.example/mid/?x=1#part", "https://b.example/end"])
    }

    @Test func aFeedKnowsItsChain() async throws {
        let bench = Bench([
            Self.start: Self.to("https://b.example/"), "https://b.example/": Self.to("https://c.example/"),
            "https://c.example/": [.answer(200, body: Sample.feed)],
        ])
        let feed = try #require(await bench.gather(.feed(url: Self.start))?.feed)
        #expect(feed.redirects == ["https://b.example/", "https://c.example/"])
    }

    @Test func fiveHopsAreFollowedAndSixAreNot() async {
        var replies = ["https://h5.example/": [ScriptedNetwork.Reply.answer(200, body: Sample.feed)]]
        for number in 0..<5 { replies["https://h\(number).example/"] = Self.to("https://h\(number + 1).example/") }
        #expect(await Bench(replies).gather(.feed(url: "https://h0.example/"))?.report.outcome == .fresh)
        replies[Self.start] = Self.to("https://h0.example/")
        #expect(await Bench(replies).gather(.feed(url: Self.start))?.report.outcome == .refused)
    }

    @Test func aLoopEndsAtOnce() async throws {
        let bench = Bench([Self.start: Self.to("https://b.example/"), "https://b.example/": Self.to(Self.start)])
        let report = try #require(await bench.gather(.feed(url: Self.start))?.report)
        #expect(report.outcome == .refused)
        #expect(report.detail?.contains("loop") == true)
        #expect(bench.network.requests.count == 2)
    }

    @Test(arguments: ["http://old.example/rss", "http://127.0.0.1/", "file:///etc/passwd", "http://[::1]/"])
    func itNeverLeadsToAPlaceThatMayNotBeAsked(target: String) async {
        let bench = Bench([Self.start: Self.to(target)])
        #expect(await bench.gather(.feed(url: Self.start))?.report.outcome == .refused)
        #expect(bench.network.requests.count == 1)
    }

    @Test func credentialsStayWithTheirOrigin() async throws {
        let bench = Bench([
            Self.start: Self.to("https://else.example/rss"),
            "https://else.example/rss": [.answer(200, body: Sample.feed)],
        ])
        var source = Source.feed(url: Self.start)
        source.headers = [Source.Header(name: "Authorization", value: Secret("Bearer abc"))]
        _ = await bench.gather(source)
        #expect(bench.network.requests.map { $0.value("authorization") } == ["Bearer abc", nil])
    }

    @Test(arguments: [("https://old.example/new", true), ("/new", true), ("https://else.example/new", false)])
    func theUserOfAnAddressIsNamedWithinItsOriginAlone(target: String, isNamed: Bool) async throws {
        let start = "https://reader:word@old.example/rss"
        let ends = ["https://old.example/new", "https://reader:word@old.example/new", "https://else.example/new"]
        var replies = [start: Self.to(target)]
        for end in ends { replies[end] = [.answer(200, body: Sample.feed)] }
        let bench = Bench(replies)
        #expect(await bench.gather(.feed(url: start))?.report.outcome == .fresh)
        let last = try #require(bench.network.requests.last)
        let isSent = last.value("authorization") == "Basic cmVhZGVyOndvcmQ=" || last.url.contains("reader:word@")
        #expect(isSent == isNamed)
    }

    @Test func validatorsGoToTheAddressThatGaveThemAlone() async throws {
        let (first, second) = ("https://b.example/rss", "https://c.example/rss")
        let bench = Bench([
            Self.start: [Self.to(first)[0], Self.to(first)[0], Self.to(second)[0]],
            first: [.answer(200, headers: ["ETag": "\"1\""], body: Sample.feed), .answer(304)],
            second: [.answer(200, body: Sample.feed)],
        ])
        let fresh = try #require(await bench.gather(.feed(url: Self.start)))
        let memory = SourceMemory(validators: fresh.visit.validators)
        #expect(await bench.gather(.feed(url: Self.start), memory: memory)?.report.outcome == .unchanged)
        #expect(await bench.gather(.feed(url: Self.start), memory: memory)?.report.outcome == .fresh)
        #expect(bench.network.requests.map { $0.value("if-none-match") } == [nil, nil, nil, "\"1\"", nil, nil])
    }

    @Test func a304FromWhereNothingWasAskedOfIsNoAnswer() async {
        let bench = Bench([Self.start: [.answer(304)]])
        let memory = SourceMemory(validators: Validators(etag: "x", url: "https://b.example/rss"))
        #expect(await bench.gather(.feed(url: Self.start), memory: memory)?.report.outcome == .httpError)
    }

    @Test func aCookieLivesForTheChainAndForItsHostAlone() async throws {
        let bench = Bench([
            Self.start: [
                .answer(302, headers: ["Location": Self.start, "Set-Cookie": "seen=1; Path=/"]),
                .answer(200, body: Sample.feed),
            ]
        ])
        #expect(await bench.gather(.feed(url: Self.start))?.report.outcome == .fresh)
        #expect(bench.network.requests.map { $0.value("cookie") } == [nil, "seen=1"])
        _ = await bench.gather(.feed(url: Self.start))
        #expect(bench.network.requests.last?.value("cookie") == nil)
    }

    @Test(arguments: [
        ("seen=1; Domain=paper.example", "seen=1"), ("seen=1; domain=.PAPER.example; Path=/", "seen=1"),
        ("seen=1", nil), ("seen=1; Domain=example", nil), ("seen=1; Domain=other.example", nil),
        ("seen=1; Domain=paper.example; Max-Age=0", nil),
        ("seen=1; Domain=paper.example; Expires=Thu, 01 Jan 1970 00:00:00 GMT", nil),
        ("seen=1; Domain=paper.example; Expires=Fri, 31 Dec 2027 00:00:00 GMT", "seen=1"),
        ("seen=1; Domain=paper.example; Max-Age=9; Expires=Thu, 01 Jan 1970 00:00:00 GMT", "seen=1"),
    ])
    func aCookieOfADomainGoesToItsHosts(field: String, sent: String?) async throws {
        let (start, next) = ("https://www.paper.example/rss", "https://feeds.paper.example/rss")
        let bench = Bench([
            start: [.answer(302, headers: ["Location": next, "Set-Cookie": field])],
            next: [.answer(200, body: Sample.feed)],
        ])
        #expect(await bench.gather(.feed(url: start))?.report.outcome == .fresh)
        #expect(bench.network.requests.last?.value("cookie") == sent)
    }
}
