import Foundation
import NewsModel
import Settings
import TestSupport
import Testing

@Suite struct SettingsReaderTests {
    @Test func needsNothingButSources() throws {
        let settings = try Sample.read(Sample.sources)
        #expect(settings.site == SitePolicy())
        #expect(settings.fetch == FetchPolicy())
        #expect(settings.network == NetworkPolicy())
        #expect(settings.edition == EditionPolicy())
        #expect(settings.ranking == RankingPolicy())
        #expect(settings.publishGuard == PublishGuard())
        #expect(settings.output == "/site/public")
        #expect(settings.state == "/site/.broadsheet/state.sqlite")
        #expect(settings.templates == nil)
        #expect(settings.keepsState == .seconds(400 * 86_400))
        #expect(settings.notify.isEmpty)
        #expect(settings.secrets.isEmpty)
        #expect(settings.sections == [SectionRule(name: "News")])
        #expect(settings.sources.map(\.id) == ["example-org"])
    }

    @Test func readsTheSite() throws {
        let settings = try Sample.settings(
            """
            title: The Morning Broadsheet
            url: https://example.org/news
            timezone: Europe/London
            language: en-GB
            pages: {theme: compact, accent: "#9B1C1C", images: true, content: full, index: false}
            keep: {editions: 30d, state: 100d}
            publish-guard: {min-sources: 3, min-fresh: 12.5%}
            """)
        #expect(settings.site.title == "The Morning Broadsheet")
        #expect(settings.site.url == "https://example.org/news/")
        #expect(settings.site.timeZone.identifier == "Europe/London")
        #expect(settings.site.language == "en-GB")
        #expect(settings.site.theme == .compact)
        #expect(settings.site.accent == "#9b1c1c")
        #expect(settings.site.images == .linked)
        #expect(settings.site.content == .full)
        #expect(!settings.site.isIndexed)
        #expect(settings.site.keepsEditions == .seconds(30 * 86_400))
        #expect(settings.keepsState == .seconds(100 * 86_400))
        #expect(settings.publishGuard == PublishGuard(minimumSources: 3, minimumFresh: 0.125))
    }

    @Test func readsHowSourcesAreAsked() throws {
        let settings = try Sample.settings(
            """
            deadline: 2.5s
            fetch: {timeout: 500ms, retries: 0, concurrency: 4096, per-host: 4096, max-body: 512KB, user-agent: Me/1}
            rate-limit: {NewsAPI.org: 1/s, example.org: 30/m}
            network: {allow-private: true}
            """)
        let limits = [
            "newsapi.org": FetchPolicy.RateLimit(requests: 1, per: .seconds(1)),
            "example.org": FetchPolicy.RateLimit(requests: 30, per: .seconds(60)),
        ]
        let expected = FetchPolicy(
            deadline: .milliseconds(2500), timeout: .milliseconds(500), retries: 0, concurrency: 4096, perHost: 4096,
            maxBodyBytes: 512 << 10, userAgent: "Me/1", rateLimits: limits
        )
        #expect(settings.fetch == expected)
        #expect(settings.network.allowsPrivate)
    }

    @Test func readsWhatIsChosen() throws {
        let settings = try Sample.settings(
            """
            edition: {stories: 100000, per-source: 3, window: 9000d, max-window: 9000d}
            ranking: {half-life: 12h, interests: {swift: 1.0, celebrity: -1, no: 0.5}, mute: [horoscope, 2026]}
            curation: {clustering: off}
            """)
        #expect(settings.edition.stories == 100_000)
        #expect(settings.edition.perPublisher == 6)
        #expect(settings.edition.perSection == 100_000)
        #expect(settings.edition.window == .last(.seconds(9000 * 86_400)))
        #expect(settings.edition.maxWindow == .seconds(9000 * 86_400))
        #expect(settings.ranking.halfLife == .seconds(12 * 3600))
        #expect(settings.ranking.interests == ["swift": 1, "celebrity": -1, "no": 0.5])
        #expect(settings.ranking.mute == ["horoscope", "2026"])
        #expect(settings.ranking.clustering == .off)
    }

    @Test func aWindowAloneReachesAsFarAsItSays() throws {
        #expect(try Sample.settings("edition: {window: 7d}").edition.maxWindow == .seconds(7 * 86_400))
        #expect(try Sample.settings("edition: {window: 7h}").edition.maxWindow == .seconds(72 * 3600))
    }

    @Test func readsWhomToTell() throws {
        let settings = try Sample.settings(
            """
            notify:
              - websub: https://hub.example/
              - webhook: {url: https://example.org/hook, secret: ${HOOK}}
              - webhook: {url: https://example.org/plain}
            """, environment: ["HOOK": "whisper-it"])
        let expected: [NotifyTarget] = [
            .webSub(hub: "https://hub.example/"),
            .webhook(WebhookTarget(url: "https://example.org/hook", secret: Secret("whisper-it"))),
            .webhook(WebhookTarget(url: "https://example.org/plain")),
        ]
        #expect(settings.notify == expected)
        #expect(settings.site.hubs == ["https://hub.example/"])
    }

    @Test func listedSectionsStandBeforeThoseThatOnlySourcesName() throws {
        let settings = try Sample.read(
            """
            sections: [World, {name: Science, match: [telescope, /science/]}]
            sources:
              - {feed: 'https://a.example/', section: Sport}
              - {feed: 'https://b.example/', section: World}
              - {feed: 'https://c.example/'}
            """)
        let science = SectionRule(name: "Science", match: ["telescope", "/science/"])
        #expect(
            settings.sections == [
                SectionRule(name: "World"), science, SectionRule(name: "Sport"), SectionRule(name: "News"),
            ])
    }

    @Test(arguments: ["notify:", "sections:", "fetch:", "ranking: {interests: ~, mute: }", "rate-limit: ~"])
    func aKeyWhoseLinesAreAllCommentsSaysNothing(lines: String) throws {
        _ = try Sample.settings(lines)
    }

    @Test func keysOfOnesOwnMayStandAtTheTop() throws {
        _ = try Sample.settings("x-words: [a, {b: ${NOT_SET}}]")
        #expect(Sample.mistakes(in: "fetch: {x-a: 1}").count == 1)
    }

    @Test func everyMistakeIsToldAtOnceInTheOrderOfTheFile() {
        let mistakes = Sample.mistakes(
            """
            titel: x
            deadline: soon
            fetch: {retries: many}
            sources:
              - {feed: example.org, wieght: 2}
              - {}
            """)
        #expect(mistakes.map { $0.prefix { $0 != " " } } == ["1:1:", "2:11:", "3:18:", "5:12:", "5:25:", "6:5:"])
    }

    @Test func mistakesBeyondTheMostAreOnlyCounted() {
        let keys = (0..<600).map { "key\($0): 1" }.joined(separator: "\n")
        let mistakes = Sample.mistakes(in: keys)
        #expect(mistakes.count == 501)
        #expect(mistakes.first == "more than 500 mistakes; these are the first")
    }

    @Test(arguments: ["", "\n", "# only a comment\n", "~", "---\n"])
    func anEmptyFileIsToldSo(text: String) {
        let mistakes = Sample.mistakes(text)
        #expect(
            mistakes == [
                "the configuration is empty; the least is `sources: [{feed: https://example.org/rss.xml}]`"
            ])
    }

    @Test(arguments: [("- a", "a list"), ("hello", "a single value")])
    func aFileWithoutKeysIsToldSo(text: String, kind: String) {
        let mistakes = Sample.mistakes(text)
        #expect(mistakes.count == 1)
        #expect(mistakes.first?.hasPrefix("1:1: the configuration is keys and values, not \(kind);") == true)
    }
}
