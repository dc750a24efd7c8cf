import NewsModel
import Settings
import Testing

@Suite struct AnchorTests {
    @Test func aliasesAndMergeKeysAreFollowed() throws {
        let settings = try Sample.read(
            """
            x-words: &words [sponsored, advert]
            x-quiet: &quiet {weight: 0.5, skip: *words, section: World}
            x-loud: &loud {weight: 3, limit: 5}
            sources:
              - <<: *quiet
                feed: https://a.example/
                section: Sport
              - <<: [*quiet, *loud]
                feed: https://b.example/
            """)
        let (first, second) = (settings.sources[0], settings.sources[1])
        #expect(first.weight == 0.5)
        #expect(first.skip == ["sponsored", "advert"])
        #expect(first.section == "Sport")
        #expect(second.weight == 0.5)
        #expect(second.limit == 5)
    }

    @Test func aLaterAnchorOfTheSameNameTakesOver() throws {
        let settings = try Sample.settings("x-a: [&w a, &w b]\nranking: {mute: [*w]}")
        #expect(settings.ranking.mute == ["b"])
    }

    @Test func starsInsideTextsAreNoAliases() throws {
        let settings = try Sample.settings("title: 5 * 3 *a\nranking: {mute: ['*star', \"*a\", a*]} # *comment")
        #expect(settings.site.title == "5 * 3 *a")
        #expect(settings.ranking.mute == ["*star", "*a", "a*"])
    }

    @Test(arguments: [
        ("title: *none", "1:8: there is no anchor `&none` before this; define it first, or put the value in quotes"),
        ("title: *.x", "1:8: a value that begins with `*` needs quotes; in YAML the star points to an anchor"),
        ("title: *", "1:8: a value that begins with `*` needs quotes; in YAML the star points to an anchor"),
        ("rate-limit: {*.example.org: 1/s}", "1:14: a key that begins with `*` needs quotes"),
        ("? [a]\n: b", "1:3: a key is a word; a list or a mapping cannot be one"),
        ("fetch: {<<: 3}", "1:13: `<<` takes in a mapping by its anchor, as in `<<: *name`"),
        ("title: &t [*t]", "1:12: there is no anchor `&t` before this; define it first, or put the value in quotes"),
    ])
    func aliasesThatLeadNowhereAreExplained(lines: String, mistake: String) {
        #expect(Sample.mistakes(in: lines).contains(mistake))
    }

    @Test func aMistakeBehindAnAliasIsToldOnce() {
        let mistakes = Sample.mistakes(
            """
            x-a: &a {weight: heavy}
            sources:
              - {<<: *a, feed: 'https://a.example/'}
              - {<<: *a, feed: 'https://b.example/'}
            """)
        #expect(mistakes == ["1:18: `weight` is a number from 0 to 100, such as 1.2, not `heavy`"])
    }

    /// Each level holds the one before it ten times, as values and as keys.
    @Test(arguments: ["x-z: *h", "? *h\n: 1", "? [*h]\n: 1", "x-z: {? {a: *h} : 1}"])
    func bombsOfAliasesAreRefusedAtOnce(use: String) {
        var lines = ["x-a: &a [x, x, x, x, x, x, x, x, x, x]"]
        for (before, name) in zip("abcdefg", "bcdefgh") {
            lines.append(
                "x-\(name): &\(name) [" + Array(repeating: "*\(before)", count: 10).joined(separator: ", ") + "]")
        }
        let mistakes = Sample.mistakes(in: (lines + [use]).joined(separator: "\n"))
        #expect(
            mistakes.contains { $0.hasSuffix("the file grows beyond 500000 values, aliases included; make it smaller") }
        )
    }

    @Test func depthIsRefusedPastItsLimitOnly() {
        let nested = { (levels: Int) in
            "x-a: " + String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        }
        // The mapping of the file is a level as well, and so is what stands in it.
        #expect(Sample.mistakes(in: nested(32)).isEmpty)
        #expect(
            Sample.mistakes(in: nested(33)) == ["1:38: nested deeper than 32 levels; nothing in the configuration is"])
        #expect(Sample.mistakes(in: nested(2000)).count == 1)
    }
}
