import Settings
import Testing

@Suite struct SuggestionTests {
    @Test(arguments: [
        ("titel: x", "1:1: unknown key `titel`; did you mean `title`?"),
        ("Title: x", "1:1: unknown key `Title`; did you mean `title`?"),
        ("rate_limit: {}", "1:1: unknown key `rate_limit`; did you mean `rate-limit`?"),
        ("fetch: {perHost: 3}", "1:9: unknown key `perHost`; did you mean `per-host`?"),
        ("fetch: {tmieout: 3s}", "1:9: unknown key `tmieout`; did you mean `timeout`?"),
        ("tz: UTC", "1:1: unknown key `tz`; did you mean `timezone`?"),
        ("timeout: 10s", "1:1: unknown key `timeout`; it belongs inside `fetch`, or to a source, under `sources`"),
        ("proxy: x", "1:1: unknown key `proxy`; it belongs inside `network`"),
        ("per_host: 2", "1:1: unknown key `per_host`; `per-host` belongs inside `fetch`"),
        ("fetch: {deadline: 3s}", "1:9: unknown key `deadline`; it belongs at the top of the file"),
        (
            "list: top",
            "1:1: unknown key `list`; it belongs inside a source's `hackernews`, or inside a source's `lobsters`"
        ),
        ("curation: {colour: 1}", "1:12: unknown key `colour`; the keys here are `clustering`"),
        ("fetch: {retries 3}", "1:9: unknown key `retries …`; is a colon and a space missing behind `retries`?"),
    ])
    func anUnknownKeyComesWithTheRightOne(lines: String, mistake: String) {
        #expect(Sample.mistakes(in: lines) == [mistake])
    }

    @Test(arguments: [
        ("rss: 'https://a.example/'", "1:12: unknown key `rss`; did you mean `feed`?"),
        ("url: 'https://a.example/'", "1:12: unknown key `url`; did you mean `feed`?"),
        ("hackernew: {}", "1:12: unknown key `hackernew`; did you mean `hackernews`?"),
        ("guardian: {api-key: x}", "1:23: unknown key `api-key`; did you mean `key`?"),
        ("newsapi: {key: x, country: us, page-size: 3}", "1:43: unknown key `page-size`; did you mean `pageSize`?"),
        (
            "hackernews: {}, list: top",
            "1:28: unknown key `list`; it belongs inside a source's `hackernews`, or inside a source's `lobsters`"
        ),
        ("lobsters: {tag: [swift]}", "1:23: unknown key `tag`; did you mean `tags`?"),
    ])
    func whatWasMeantIsNotMissedAsWell(source: String, mistake: String) {
        #expect(Sample.mistakes(ofSource: source) == [mistake])
    }

    @Test func aKeyLikeNoOtherGetsTheListOfKeys() {
        #expect(
            Sample.mistakes(in: "keep: {bananas: 3}") == [
                "1:8: unknown key `bananas`; the keys here are `editions` and `state`"
            ])
    }
}
