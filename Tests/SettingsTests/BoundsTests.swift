import NewsModel
import Settings
import Testing

/// Every bound of the configuration, at it and one past it: a comparison that is turned around, or a number that is one
/// more or less, shows here.
@Suite struct BoundsTests {
    @Test(arguments: [
        "fetch: {retries: 0}", "fetch: {retries: 10}", "fetch: {timeout: 1ms}", "fetch: {timeout: 24h}",
        "fetch: {max-body: 1KB}", "fetch: {max-body: 1024MB}", "deadline: 1ms", "deadline: 1d",
        "edition: {stories: 1}", "edition: {stories: 1000000}", "edition: {per-source: 1}",
        "edition: {per-source: 1000000}", "edition: {per-publisher: 1000000}", "edition: {per-section: 1000000}",
        "edition: {max-window: 60s}", "edition: {max-window: 36500d}", "edition: {window: 60s}",
        "edition: {window: 36500d}", "edition: {window: 72h, max-window: 72h}", "ranking: {half-life: 1m}",
        "ranking: {half-life: 36500d}", "ranking: {interests: {a: 10}}", "ranking: {interests: {a: -10}}",
        "keep: {editions: 1d}", "keep: {state: 24h}", "keep: {state: 36500d}", "publish-guard: {min-sources: 0}",
        "publish-guard: {min-sources: 100000}", "publish-guard: {min-fresh: 100%}", "rate-limit: {a.example: 1/s}",
        "rate-limit: {a.example: 1000000/s}",
    ])
    func whatStandsAtABoundIsTaken(lines: String) {
        #expect(Sample.mistakes(in: lines) == [])
    }

    @Test(arguments: [
        "fetch: {retries: -1}", "fetch: {retries: 11}", "fetch: {timeout: 0.4ms}", "fetch: {timeout: 86400.001s}",
        "fetch: {max-body: 1023B}", "fetch: {max-body: 1073741825B}", "deadline: 0ms", "deadline: 86400001ms",
        "edition: {stories: 0}", "edition: {stories: 1000001}", "edition: {per-source: 0}",
        "edition: {per-publisher: 1000001}", "edition: {per-section: 0}", "edition: {max-window: 59.999s}",
        "edition: {max-window: 36500.1d}", "edition: {window: 59s}", "edition: {window: 72.1h, max-window: 72h}",
        "ranking: {half-life: 59s}", "ranking: {half-life: 36501d}", "ranking: {interests: {a: 10.1}}",
        "ranking: {interests: {a: -10.1}}", "keep: {editions: 23.9h}", "keep: {state: 23.9h}",
        "keep: {state: 36501d}", "publish-guard: {min-sources: -1}", "publish-guard: {min-sources: 100001}",
        "publish-guard: {min-fresh: 100.1%}", "rate-limit: {a.example: 0/s}", "rate-limit: {a.example: 1000001/s}",
    ])
    func whatIsPastABoundIsRefused(lines: String) {
        #expect(Sample.mistakes(in: lines).count == 1)
    }

    @Test(arguments: [
        "weight: 0", "weight: 100", "limit: 1", "limit: 100000", "timeout: 1ms", "timeout: 1d",
    ])
    func aSourceTakesWhatStandsAtABound(key: String) {
        #expect(Sample.mistakes(ofSource: "feed: 'https://a.example/', \(key)") == [])
    }

    @Test(arguments: [
        "weight: -0.1", "weight: 100.1", "limit: 0", "limit: 100001", "timeout: 0s", "timeout: 1.1d",
    ])
    func aSourceRefusesWhatIsPastABound(key: String) {
        #expect(Sample.mistakes(ofSource: "feed: 'https://a.example/', \(key)").count == 1)
    }

    @Test(arguments: [
        "hackernews: {limit: 1}", "hackernews: {limit: 500}", "lobsters: {limit: 1}", "lobsters: {limit: 500}",
        "guardian: {key: a, page-size: 1}",
        "guardian: {key: a, page-size: 200}", "guardian: {key: a, page: 1}", "guardian: {key: a, page: 10000}",
        "newsapi: {key: a, q: b, pageSize: 1}", "newsapi: {key: a, q: b, pageSize: 100}",
        "newsapi: {key: a, q: b, page: 1}", "newsapi: {key: a, q: b, page: 100}",
    ])
    func aProviderTakesWhatStandsAtABound(source: String) {
        #expect(Sample.mistakes(ofSource: source) == [])
    }

    @Test(arguments: [
        "hackernews: {limit: 0}", "hackernews: {limit: 501}", "lobsters: {limit: 0}", "lobsters: {limit: 501}",
        "guardian: {key: a, page-size: 0}",
        "guardian: {key: a, page-size: 201}", "guardian: {key: a, page: 0}", "guardian: {key: a, page: 10001}",
        "newsapi: {key: a, q: b, pageSize: 0}", "newsapi: {key: a, q: b, pageSize: 101}",
        "newsapi: {key: a, q: b, page: 0}", "newsapi: {key: a, q: b, page: 101}",
    ])
    func aProviderRefusesWhatIsPastABound(source: String) {
        #expect(Sample.mistakes(ofSource: source).count == 1)
    }

    @Test(arguments: [
        ("title", 500), ("fetch: {user-agent", 500),
        ("ranking: {mute: [x], interests: {a: 1}, half-life: 1h}\ntitle", 500),
    ])
    func aLineOfTextHasALongestLength(key: String, most: Int) {
        let end = key.hasPrefix("fetch") ? "}" : ""
        #expect(Sample.mistakes(in: "\(key): \(String(repeating: "é", count: most))\(end)") == [])
        let mistakes = Sample.mistakes(in: "\(key): \(String(repeating: "é", count: most + 1))\(end)")
        #expect(mistakes.first?.hasSuffix("; it is longer than \(most) characters") == true)
    }

    @Test(arguments: [("section", 80), ("title", 500), ("user-agent", 500)])
    func aTextOfASourceHasALongestLength(key: String, most: Int) {
        let text = String(repeating: "a", count: most)
        #expect(Sample.mistakes(ofSource: "feed: 'https://a.example/', \(key): \(text)") == [])
        #expect(Sample.mistakes(ofSource: "feed: 'https://a.example/', \(key): \(text)a").count == 1)
    }

    @Test(arguments: ["only", "skip"])
    func aWordOfASourceHasALongestLength(key: String) {
        let word = String(repeating: "a", count: 200)
        #expect(Sample.mistakes(ofSource: "feed: 'https://a.example/', \(key): [\(word)]") == [])
        #expect(Sample.mistakes(ofSource: "feed: 'https://a.example/', \(key): [\(word)a]").count == 1)
    }

    @Test func aHeaderHasALongestLength() {
        let value = String(repeating: "a", count: 8192)
        #expect(Sample.mistakes(ofSource: "feed: 'https://a.example/', headers: {X-A: \(value)}") == [])
        #expect(Sample.mistakes(ofSource: "feed: 'https://a.example/', headers: {X-A: \(value)a}").count == 1)
    }

    @Test(arguments: [
        ("a", true), (String(repeating: "a", count: 60), true), (String(repeating: "a", count: 61), false),
    ])
    func anIDHasALongestLength(id: String, isTaken: Bool) {
        #expect(Sample.mistakes(ofSource: "feed: 'https://a.example/', id: \(id)").isEmpty == isTaken)
    }

    @Test func aLanguageTagHasALongestLength() {
        #expect(Sample.mistakes(in: "language: en-12345678-12345678-12345678-12345") == [])
        #expect(Sample.mistakes(in: "language: en-12345678-12345678-12345678-123456").count == 1)
    }

    /// At most a third of the letters may differ, and one where there are fewer than six.
    @Test(arguments: [
        ("fetch: {retrxyes: 1}", "retries"), ("fetch: {retrxyzs: 1}", nil), ("fetch: {timexyt: 1s}", "timeout"),
        ("fetch: {timwxyt: 1s}", nil), ("keep: {stxte: 5d}", "state"), ("keep: {xtxte: 5d}", nil),
        ("curation: {clusterxyz: off}", "clustering"), ("curation: {clustewxyz: off}", nil),
    ])
    func aSuggestionIsNearTheWord(lines: String, suggestion: String?) {
        let mistakes = Sample.mistakes(in: lines)
        #expect(mistakes.count == 1)
        let meant = suggestion.map { "; did you mean `\($0)`?" } ?? "; the keys here are"
        #expect(mistakes.first?.contains(meant) == true, "\(mistakes)")
    }

    /// A word of 64 letters is compared with ours; one that is longer is no slip of the finger.
    @Test func aWordThatIsFarTooLongHasNoNeighbour() {
        let zone = "Europe/London"
        let near = zone + String(repeating: "-", count: 64 - zone.count)
        let far = near + "-"
        #expect(Sample.mistakes(in: "timezone: \(near)").first?.contains("did you mean `\(zone)`") == true)
        #expect(Sample.mistakes(in: "timezone: \(far)").first?.contains("did you mean") == false)
    }

    @Test func aFileHasAMostOfDiagnostics() {
        let lines = (0..<600).map { "unknown-key-\($0): 1" }
        let exact = Sample.mistakes(in: lines.prefix(500).joined(separator: "\n"))
        #expect(exact.count == 500)
        #expect(exact.first?.hasPrefix("1:1: ") == true)
        let more = Sample.mistakes(in: lines.prefix(501).joined(separator: "\n"))
        #expect(more.count == 501)
        #expect(more.first == "more than 500 mistakes; these are the first")
    }

    @Test func listsAndMappingsHaveADeepestLevel() {
        func nested(_ levels: Int) -> String {
            "x-deep: " + String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        }
        #expect(Sample.mistakes(in: nested(31)) == [])
        #expect(Sample.mistakes(in: nested(33)).first?.contains("nested deeper than 32 levels") == true)
    }

    @Test(arguments: [(60, false), (61, true)])
    func aQuotedTextIsCut(length: Int, isCut: Bool) {
        let word = String(repeating: "word ", count: 20).prefix(length - 1) + "!"
        let mistake = Sample.mistakes(in: "deadline: \(word)").first
        #expect(mistake?.contains("…") == isCut)
    }
}
