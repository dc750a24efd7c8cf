import NewsModel
import Settings
import Testing

@Suite struct ValueTests {
    @Test(arguments: [
        ("500ms", Duration.milliseconds(500)), ("90s", .seconds(90)), ("10m", .seconds(600)), ("18h", .seconds(64_800)),
        ("1d", .seconds(86_400)), ("0.5s", .milliseconds(500)), ("1.5h", .seconds(5400)), ("1ms", .milliseconds(1)),
    ])
    func durationsAreReadToTheMillisecond(text: String, duration: Duration) throws {
        #expect(try Sample.settings("deadline: \(text)").fetch.deadline == duration)
    }

    @Test(arguments: [
        ("30", "; the unit is missing: ms, s, m, h or d"), ("30sec", "; the units are ms, s, m, h and d"),
        ("30 s", "; the units are ms, s, m, h and d"), ("soon", ""), ("-1s", ""),
        ("1e3s", "; the units are ms, s, m, h and d"),
        ("0s", "; the least is 1ms and the most 1d"), ("25h", "; the least is 1ms and the most 1d"), (".s", ""),
        ("999999999999d", "; the least is 1ms and the most 1d"), ("1.2.3s", ""), ("infs", ""),
    ])
    func whatIsNoDurationIsExplained(text: String, advice: String) {
        #expect(
            Sample.mistakes(in: "deadline: \(text)") == [
                "1:11: `deadline` is a duration such as 30s, not `\(text)`\(advice)"
            ])
    }

    @Test(arguments: [("1KB", 1024), ("512KB", 512 << 10), ("1.5mb", 3 << 19), ("1GB", 1 << 30), ("2048B", 2048)])
    func sizesAreReadInBytes(text: String, bytes: Int) throws {
        #expect(try Sample.settings("fetch: {max-body: \(text)}").fetch.maxBodyBytes == bytes)
    }

    @Test(arguments: ["16", "16M", "1023B", "1.1GB", "big", "-1MB"])
    func whatIsNoSizeIsExplained(text: String) {
        let mistakes = Sample.mistakes(in: "fetch: {max-body: \(text)}")
        #expect(mistakes.first?.hasPrefix("1:19: `fetch.max-body` is a size such as 16MB, not `\(text)`") == true)
    }

    @Test(arguments: [("per-host", 1), ("per-host", 4096), ("concurrency", 1), ("concurrency", 4096)])
    func whatRunsAtOnceIsAllowedUpToItsLimits(key: String, count: Int) {
        #expect(Sample.mistakes(in: "fetch: {\(key): \(count)}").isEmpty)
    }

    @Test(arguments: [
        ("per-host", "0"), ("per-host", "4097"), ("concurrency", "0"), ("concurrency", "4097"), ("per-host", "2.0"),
    ])
    func whatRunsAtOnceIsRefusedPastItsLimits(key: String, count: String) {
        let mistakes = Sample.mistakes(in: "fetch: {\(key): \(count)}")
        #expect(mistakes.count == 1)
        #expect(mistakes.first?.hasSuffix("`fetch.\(key)` is a whole number from 1 to 4096, not `\(count)`") == true)
    }

    @Test(arguments: ["0/s", "1/w", "0.5/s", "3", "/s", "1/", "1/s/s", "-1/s", "1000001/s"])
    func whatIsNoRateIsExplained(text: String) {
        let mistakes = Sample.mistakes(in: "rate-limit: {a.example: \(text)}")
        #expect(
            mistakes.first?.contains("`rate-limit: a.example` is a rate such as 1/s, 30/m or 500/d, not `\(text)`")
                == true)
    }

    @Test(arguments: [("1/s", 1), ("30/m", 60), ("500/d", 86_400), ("7/h", 3600)])
    func ratesCountInATime(text: String, seconds: Int) throws {
        let limit = try Sample.settings("rate-limit: {a.example: \(text)}").fetch.rateLimits["a.example"]
        #expect(limit?.per == .seconds(seconds))
    }

    @Test(arguments: ["https://a.example", "a.example:80", "a.example/x", "'a b'", "me@a.example"])
    func aRateLimitIsForAHost(host: String) {
        let mistakes = Sample.mistakes(in: "rate-limit: {\(host): 1/s}")
        #expect(mistakes == ["1:14: a rate limit is for a host such as newsapi.org, without https:// or a port"])
    }

    @Test(arguments: ["0%", "100%", "33.3%"])
    func percentagesAreShares(text: String) {
        #expect(Sample.mistakes(in: "publish-guard: {min-fresh: \(text)}").isEmpty)
    }

    @Test(arguments: [("50", "; the `%` is missing"), ("101%", ""), ("-1%", ""), ("half", "")])
    func whatIsNoPercentageIsExplained(text: String, advice: String) {
        #expect(
            Sample.mistakes(in: "publish-guard: {min-fresh: \(text)}") == [
                "1:28: `publish-guard.min-fresh` is a percentage from 0% to 100%, not `\(text)`\(advice)"
            ])
    }

    @Test(arguments: [("yes", "; write `true`"), ("off", "; write `false`"), ("maybe", "")])
    func truthHasTwoSpellings(text: String, advice: String) {
        #expect(
            Sample.mistakes(in: "pages: {images: \(text)}") == [
                "1:17: `pages.images` is true, false or copy, not `\(text)`\(advice)"
            ])
    }

    @Test(arguments: ["en", "en-GB", "zh-Hant-TW", "de-1996", "sr-Latn-RS"])
    func languageTagsAreTaken(tag: String) throws {
        #expect(try Sample.settings("language: \(tag)").site.language == tag)
    }

    @Test(arguments: ["en_GB", "English", "e", "en-", "-en", "en-toolongsubtag", "en GB"])
    func whatIsNoLanguageTagIsRefused(tag: String) {
        #expect(Sample.mistakes(in: "language: \(tag)").count == 1)
    }

    @Test(arguments: ["UTC", "Europe/London", "Asia/Kolkata", "US/Pacific", "Etc/GMT+5"])
    func timeZonesAreNames(name: String) {
        #expect(Sample.mistakes(in: "timezone: \(name)").isEmpty)
    }

    @Test(arguments: [
        ("Europe/Londn", "; did you mean `Europe/London`?"), ("europe/london", "; did you mean `Europe/London`?"),
        ("GMT+1", ""), ("CEST", ""), ("utc", "; did you mean `UTC`?"),
    ])
    func whatIsNoTimeZoneIsExplained(name: String, advice: String) {
        let mistakes = Sample.mistakes(in: "timezone: \(name)")
        #expect(
            mistakes.first?.hasPrefix(
                "1:11: `timezone` is a time zone such as UTC or Europe/London, not `\(name)`\(advice)") == true)
    }

    @Test(arguments: ["red", "'#fff'", "'#9b1c1g'", "'#9b1c1c00'", "9b1c1c"])
    func coloursHaveSixDigits(text: String) {
        #expect(Sample.mistakes(in: "pages: {accent: \(text)}").count == 1)
    }

    @Test(arguments: [
        "title: [a]", "fetch: 3", "sections: World", "sources: x", "ranking: {interests: [a]}", "ranking: {mute: word}",
        "rate-limit: 1/s", "notify: {websub: 'https://a.example/'}", "deadline: {s: 3}", "keep: [a]", "title:",
        "deadline: ~", "pages: {theme: }", "interests: 1", "title: ''", "title: \"a\\nb\"", "keep: {editions: never}",
        "keep: {state: 5s}", "edition: {stories: 0}", "ranking: {interests: {a: 11}}", "ranking: {half-life: 5s}",
    ])
    func whatHasTheWrongShapeIsAMistake(lines: String) {
        #expect(!Sample.mistakes(in: lines).isEmpty)
    }

    @Test func contradictingWindowsAreAMistake() {
        #expect(
            Sample.mistakes(in: "edition: {window: 7d, max-window: 72h}") == [
                "1:19: `edition.window` is longer than `edition.max-window`, which is `72h`; raise that as well"
            ])
    }
}
