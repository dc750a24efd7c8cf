import Foundation
import HTTPTransport
import NewsModel
import TestSupport
import Testing

@testable import Fetching

@Suite(.timeLimit(.minutes(1))) struct FeedSourceTests {
    private static let url = "https://paper.example/rss"

    @Test func aFeedIsReadWithItsItemsAndValidators() async throws {
        let bench = Bench([
            Self.url: [
                .answer(
                    200, headers: ["ETag": "W/\"7\"", "Last-Modified": "Mon, 23 Nov 2026 10:00:00 GMT"],
                    body: Sample.feed)
            ]
        ])
        let gathered = try #require(await bench.gather(.feed(url: Self.url)))
        #expect(gathered.report.outcome == .fresh)
        #expect(gathered.report.items == 2)
        #expect(gathered.report.status == 200)
        #expect(gathered.report.bytes == Sample.feed.utf8.count)
        #expect(gathered.feed?.items.map(\.title) == ["Ferry returns", "Bridge closes"])
        let expected = Validators(etag: "W/\"7\"", lastModified: "Mon, 23 Nov 2026 10:00:00 GMT", url: Self.url)
        #expect(gathered.visit.validators == expected)
    }

    @Test func validatorsAreSentAsTheyCameAnd304MeansUnchanged() async throws {
        let bench = Bench([Self.url: [.answer(304)]])
        let memory = SourceMemory(
            validators: Validators(etag: "W/\"7\"", lastModified: "then", url: Self.url), lastItems: 9)
        let gathered = try #require(await bench.gather(.feed(url: Self.url), memory: memory))
        #expect(gathered.report.outcome == .unchanged)
        #expect(gathered.report.items == 9)
        let request = try #require(bench.network.requests.first)
        #expect(request.value("if-none-match") == "W/\"7\"")
        #expect(request.value("if-modified-since") == "then")
    }

    @Test func whatWasLearnedOfAListOfJSONIsNotSent() async throws {
        let bench = Bench([Self.url: [.answer(200, body: Sample.feed)]])
        let memory = SourceMemory(
            validators: Validators(etag: "x", lastModified: nil, url: Self.url), bodyHash: "0123-89ab")
        #expect(await bench.gather(.feed(url: Self.url), memory: memory)?.report.outcome == .fresh)
        #expect(try #require(bench.network.requests.first).value("if-none-match") == nil)
    }

    @Test func validatorsOfAnotherAddressAreNotSent() async throws {
        let bench = Bench([Self.url: [.answer(200, body: Sample.feed)]])
        let memory = SourceMemory(validators: Validators(etag: "x", lastModified: nil, url: "https://old.example/"))
        _ = await bench.gather(.feed(url: Self.url), memory: memory)
        #expect(try #require(bench.network.requests.first).value("if-none-match") == nil)
    }

    @Test func a304NeedNotRepeatWhatStillHolds() async throws {
        let bench = Bench([Self.url: [.answer(304, headers: ["ETag": "\"8\""])]])
        let memory = SourceMemory(validators: Validators(etag: "\"7\"", lastModified: "then", url: Self.url))
        let visit = await bench.gather(.feed(url: Self.url), memory: memory)?.visit
        #expect(visit?.validators == Validators(etag: "\"8\"", lastModified: "then", url: Self.url))
    }

    @Test(arguments: [(0, false), (1, true), (1024, true), (1025, false)])
    func aValidatorOfNoUseIsNotKept(length: Int, isKept: Bool) async throws {
        let etag = String(repeating: "a", count: length)
        let bench = Bench([Self.url: [.answer(200, headers: ["ETag": etag, "Last-Modified": ""], body: Sample.feed)]])
        let validators = try #require(await bench.gather(.feed(url: Self.url))).visit.validators
        #expect(validators == (isKept ? Validators(etag: etag, url: Self.url) : nil))
    }

    @Test func theSameBytesAsLastTimeMeanUnchanged() async throws {
        let bench = Bench([Self.url: [.answer(200, body: Sample.feed)]])
        let first = try #require(await bench.gather(.feed(url: Self.url)))
        let again = await bench.gather(.feed(url: Self.url), memory: SourceMemory(bodyHash: first.visit.bodyHash))
        #expect(again?.report.outcome == .unchanged)
    }

    @Test func a204IsEmpty() async {
        let bench = Bench([Self.url: [.answer(204)]])
        #expect(await bench.gather(.feed(url: Self.url))?.report.outcome == .empty)
    }

    @Test func a204IsEmptyWhateverItSaysOfABodyThatIsNotThere() async {
        let bench = Bench([Self.url: [.answer(204, headers: ["Content-Encoding": "br"])]])
        #expect(await bench.gather(.feed(url: Self.url))?.report.outcome == .empty)
    }

    @Test func aWebPageIsMalformedAndItsFeedIsNamed() async throws {
        let page = """
            <!DOCTYPE html><html><head><title>Hello</title>
            <link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body>Hi</body></html>
            """
        let bench = Bench([Self.url: [.answer(200, headers: ["Content-Type": "text/html"], body: page)]])
        let report = try #require(await bench.gather(.feed(url: Self.url))?.report)
        #expect(report.outcome == .malformed)
        #expect(report.advice?.contains("https://paper.example/feed.xml") == true)
    }

    @Test(arguments: [(401, "key"), (404, "address"), (410, "remove it"), (500, "next run")])
    func anErrorStatusComesWithAdvice(status: Int, word: String) async throws {
        var bench = Bench([Self.url: [.answer(status)]])
        bench.policy.retries = 0
        let report = try #require(await bench.gather(.feed(url: Self.url))?.report)
        #expect(report.outcome == .httpError)
        #expect(report.status == status)
        #expect(report.advice?.contains(word) == true)
    }

    @Test(arguments: [
        (403, "cf-mitigated", "challenge"), (405, "x-amzn-waf-action", "captcha"),
        (202, "x-amzn-waf-action", "challenge"), (429, "X-Vercel-Mitigated", "challenge"),
        (202, "SG-Captcha", "challenge"),
    ])
    func aPageThatAsksForProofIsToldFromARefusal(status: Int, field: String, value: String) async {
        var bench = Bench([Self.url: [.answer(status, headers: [field: value])]])
        bench.policy.retries = 0
        let report = await bench.gather(.feed(url: Self.url))?.report
        #expect(report?.outcome == .httpError)
        #expect(report?.advice?.contains("robot") == true)
    }

    @Test(arguments: [
        "<title>Checking your browser before you go on</title>", "<TITLE>Just a moment...</TITLE>",
        "<html><h1>Making sure you&#39;re not a bot!</h1></html>",
        "<meta http-equiv=refresh content='0;/.well-known/sgcaptcha/?r=1'>",
        "<html><p>Bitte bestätigen Sie, dass Sie ein Mensch sind.</p></html>",
    ])
    func aPageThatAsksForProofIsToldByItsWords(page: String) async {
        let report = await Bench([Self.url: [.answer(200, body: page)]]).gather(.feed(url: Self.url))?.report
        #expect(report?.outcome == .malformed)
        #expect(report?.advice?.contains("that they are no robot, and the network of this machine") == true)
    }

    @Test(arguments: [
        (403, "<h1>Forbidden</h1><p>Members only.</p>"), (200, "<html><h1>Robots in the kitchen</h1></html>"),
    ])
    func anotherPageAsksForNoProof(status: Int, page: String) async {
        let report = await Bench([Self.url: [.answer(status, body: page)]]).gather(.feed(url: Self.url))?.report
        #expect(report?.advice != Advice.challenge)
    }

    @Test func anEmptyFeedThatHasMovedSaysSo() async {
        let next = "https://paper.example/new"
        let bench = Bench([
            Self.url: [.answer(301, headers: ["Location": next])],
            next: [.answer(200, body: #"<rss version="2.0"><channel><title>The Paper</title></channel></rss>"#)],
        ])
        let report = await bench.gather(.feed(url: Self.url))?.report
        #expect(report?.outcome == .empty)
        #expect(report?.advice?.contains(next) == true)
    }

    @Test func whatIsGoneIsNotAskedForAWeek() async throws {
        let bench = Bench([Self.url: [.answer(410)]])
        let cacheUpdate = try #require(await bench.gather(.feed(url: Self.url))?.visit)
        #expect(cacheUpdate.pause?.until == Bench.now.addingTimeInterval(7 * 86_400))
    }

    @Test func aBodyAtItsBoundIsReadAndOnePastItIsRefused() async throws {
        var bench = Bench([Self.url: [.answer(200, body: Sample.feed)]])
        bench.policy.maxBodyBytes = Sample.feed.utf8.count
        #expect(await bench.gather(.feed(url: Self.url))?.report.outcome == .fresh)
        bench.policy.maxBodyBytes -= 1
        #expect(await bench.gather(.feed(url: Self.url))?.report.outcome == .refused)
    }

    @Test func aDeclaredLengthPastTheBoundIsRefusedAtOnce() async throws {
        let bench = Bench([Self.url: [.answer(200, headers: ["Content-Length": "999999999"], body: "<rss/>")]])
        let report = try #require(await bench.gather(.feed(url: Self.url))?.report)
        #expect(report.outcome == .refused)
        #expect(report.bytes == 0)
    }

    @Test func theSourcesOwnHeadersAndAgentAreSent() async throws {
        let bench = Bench([Self.url: [.answer(200, body: Sample.feed)]])
        var source = Source.feed(url: Self.url)
        source.headers = [Source.Header(name: "Authorization", value: Secret("Bearer abc"))]
        source.userAgent = "Reader/2"
        _ = await bench.gather(source)
        let request = try #require(bench.network.requests.first)
        #expect(request.value("authorization") == "Bearer abc")
        #expect(request.value("user-agent") == "Reader/2")
        #expect(request.value("accept")?.contains("application/rss+xml") == true)
    }

    @Test func theLimitCutsTheList() async throws {
        let bench = Bench([Self.url: [.answer(200, body: Sample.feed)]])
        var source = Source.feed(url: Self.url)
        source.limit = 1
        #expect(await bench.gather(source)?.feed?.items.map(\.title) == ["Ferry returns"])
    }

    @Test func theLimitLeavesTheNewestOfAListThatBeginsWithTheOldest() async throws {
        let items = (1...4).map { "<item><title>\($0)</title><pubDate>0\($0) Nov 2026 08:00:00 GMT</pubDate></item>" }
        func titles(_ items: [String]) async -> [String?]? {
            let body = "<rss version='2.0'><channel><title>T</title>\(items.joined())</channel></rss>"
            var source = Source.feed(url: Self.url)
            source.limit = 2
            return await Bench([Self.url: [.answer(200, body: body)]]).gather(source)?.feed?.items.map(\.title)
        }
        #expect(await titles(items) == ["3", "4"])
        #expect(await titles(items.reversed()) == ["4", "3"])
        #expect(await titles(items + ["<item><title>undated</title></item>"]) == ["1", "2"])
    }

    @Test func aConnectionThatBreaksIsUnreachable() async throws {
        var bench = Bench([Self.url: [.failure(TransportError.noResponse(.closed))]])
        bench.policy.retries = 0
        #expect(await bench.gather(.feed(url: Self.url))?.report.outcome == .unreachable)
    }

    @Test(arguments: [(TransportError.noResponse(.closed), "nobody answers"), (.interrupted(.closed), "in the middle")])
    func whoBrokeOffIsNotSaidToBeAway(fault: TransportError, words: String) async throws {
        var bench = Bench([Self.url: [.failure(fault)]])
        bench.policy.retries = 0
        #expect(await bench.gather(.feed(url: Self.url))?.report.advice?.contains(words) == true)
    }
}
