import Fetching
import Foundation
import NewsModel
import Settings
import TestSupport
import Testing

@testable import Newsroom

/// What is said once for all sources that have it in common.
@Suite struct HealthNoticesTests {
    private static let crowd = "crowd.example"

    private static func result(
        _ id: String, host: String = crowd, _ outcome: Outcome, _ cause: SharedCause? = nil, isPrivate: Bool = false,
        redirects: Set<String> = []
    ) throws -> SourceResult {
        let request = try Self.request.get()
        let source = Source(
            id: SourceID(rawValue: id), provider: .feed(url: "https://\(host)/\(id)"), isPrivate: isPrivate)
        var visit = SourceVisit(
            report: SourceReport(source: source.id, outcome: outcome), redirects: redirects)
        visit.sharedCause = cause
        visit.hadTurn = cause == nil && outcome != .skipped
        return SourceResult(
            source, visit: visit, memory: nil, request: request, redactor: .none)
    }

    private static let request = Result {
        let settings = try SettingsReader.read(
            text: "sources: [{feed: 'https://a.example/'}]", name: "test.yml", directory: "/", environment: [:],
            providers: Providers.definitions)
        return RunRequest(settings: settings, now: Stage.night)
    }

    private static func notices(_ results: [SourceResult], perHost: Int = 2) -> [HealthNotice] {
        var policy = FetchPolicy()
        policy.perHost = perHost
        return HealthNotices(on: results, policy: policy, redactor: .none).all
    }

    private static func crowded(answered: Int, late: Int, isPrivate: Bool = false) throws -> [SourceResult] {
        try (0..<answered).map { try result("a\($0)", .fresh, isPrivate: isPrivate) }
            + (0..<late).map { try result("z\($0)", .late, .noTurn(host: crowd), isPrivate: isPrivate) }
    }

    @Test func aHostWithTooFewTurnsIsNamedOnceWithWhatWouldHelp() throws {
        let notices = try Self.notices(
            Self.crowded(answered: 4, late: 8) + [Self.result("other", host: "b.example", .fresh)])
        #expect(notices.count == 1)
        let notice = try #require(notices.first)
        #expect(
            notice.text
                == "8 of 12 sources of crowd.example had no turn before the deadline of 30 s, with 2 requests at "
                + "once; who waited longest goes first next time. `deadline: 100s` or `fetch: {per-host: 6}` would let all "
                + "of them be asked.")
        #expect(notice.sources.count == 8)
    }

    /// What took the square of their number would not come to an end in this time.
    @Test(.timeLimit(.minutes(1)))
    func ofThousandsOfHostsWithoutATurnNoneIsLookedForAmongAll() throws {
        let results = try (0..<20_000).map { number in
            let host = "n\(number).example"
            return try Self.result("s\(number)", host: host, .late, .noTurn(host: host))
        }
        let notice = try #require(Self.notices(results).first)
        #expect(notice.sources.count == 20_000)
    }

    @Test func whereNobodyHadATurnNoFiguresAreMadeUp() throws {
        let notice = try #require(Self.notices(Self.crowded(answered: 0, late: 8)).first)
        #expect(notice.text.hasSuffix("A longer `deadline` or a higher `fetch: {per-host: …}` would help."))
    }

    @Test func aRedirectCountsForTheHostThatItLeadsTo() throws {
        let answered = try Self.result("a", host: "a.example", .fresh, redirects: ["https://crowd.example/a"])
        let notice = try #require(Self.notices(Self.crowded(answered: 1, late: 2) + [answered]).first)
        #expect(notice.text.hasPrefix("2 of 4 sources of crowd.example "))
    }

    @Test func aHostWhereOnlyPrivateSourcesStandIsNotNamed() throws {
        let notice = try #require(Self.notices(Self.crowded(answered: 4, late: 8, isPrivate: true)).first)
        #expect(!notice.text.contains(Self.crowd))
        #expect(notice.text.hasPrefix("8 of 12 sources of one host "))
    }

    @Test func aRateLimitIsNamed() throws {
        let results = try [Self.result("a", .fresh), Self.result("b", .late, .rateLimit(host: Self.crowd))]
        let notice = try #require(Self.notices(results).first)
        #expect(notice.text.contains("because of its `rate-limit`"))
        #expect(notice.text.contains("`deadline: 70s`"))
    }

    @Test func whereNoHostIsCrowdedTheBatchIs() throws {
        let results = try (0..<9).map {
            try Self.result("s\($0)", host: "h\($0).example", .late, .noTurn(host: "h\($0).example"))
        }
        let notice = try #require(Self.notices(results).first)
        #expect(Self.notices(results).count == 1)
        #expect(
            notice.text.hasPrefix(
                "9 sources had no turn before the deadline of 30 s, with 512 requests at once in all."))
    }

    private static func unreached(_ number: Int) throws -> SourceResult {
        try result("s\(number)", host: "h\(number).example", .unreachable, .noNetwork(host: "h\(number).example"))
    }

    @Test func whereNothingCouldBeResolvedOneSentenceAsksForTheNetwork() throws {
        let results = try (0..<3).map(Self.unreached) + [Self.result("asleep", .skipped)]
        let notices = Self.notices(results)
        #expect(
            notices == [
                HealthNotice(
                    "Nothing could be resolved or reached, not one of 3 hosts: is this machine online?",
                    sources: ["s0", "s1", "s2"])
            ])
    }

    /// A bridge on this machine answers, however far the world is.
    @Test(arguments: ["127.0.0.1", "localhost", "[::1]", "bridge.local"])
    func whatIsNearbyProvesNoNetwork(host: String) throws {
        let results = try (0..<3).map(Self.unreached) + [Self.result("bridge", host: host, .fresh)]
        #expect(Self.notices(results).map(\.sources) == [["s0", "s1", "s2"]])
    }

    @Test func whereSomethingWasReachedOrOneHostAloneIsMissingTheNetworkIsNotBlamed() throws {
        #expect(try Self.notices((0..<3).map(Self.unreached) + [Self.result("a", .fresh)]).isEmpty)
        #expect(try Self.notices((0..<3).map(Self.unreached) + [Self.result("a", .httpError)]).isEmpty)
        #expect(try Self.notices([Self.unreached(0), Self.unreached(0)]).isEmpty)
        #expect(Self.notices([]).isEmpty)
    }
}
