import Foundation
import NewsModel

/// Every key of `broadsheet.yml`: this file holds the top level, the others what stands inside.
enum Keys {
    static let title = SettingKey(
        "title", .text("a line of text"), "What the site is called.", standard: "Broadsheet", otherNames: ["name"])
    static let url = SettingKey(
        "url", .address("https://example.org/news/", .none),
        "Where the site will be published. Makes ids and links absolute; the site itself works anywhere.",
        otherNames: ["base-url", "site-url", "address"])
    static let timezone = SettingKey(
        "timezone", .timeZone,
        """
        The time zone that decides what today is, by its name in the time zone database.
        """, standard: "UTC", otherNames: ["tz"])
    static let language = SettingKey(
        "language", .language,
        """
        The language of the site: of its words and dates, and the way it is written. English, German, French, \
        Spanish and Arabic are there; others by a file of yours.
        """, standard: "en", otherNames: ["lang", "locale"])
    static let output = SettingKey(
        "output", .path("a folder such as public"),
        """
        The folder of the published site. It is replaced as a whole, so neither the configuration nor the state \
        may stand in it, nor be linked into it. Where something else is mounted in it, that is left alone, and \
        the site is replaced file by file. Files that Broadsheet did not make stay.
        """, standard: "public",
        otherNames: ["out", "output-dir", "destination"])
    static let state = SettingKey(
        "state", .path("a file such as .broadsheet/state.sqlite"), "The file of the memory between runs.",
        standard: ".broadsheet/state.sqlite", otherNames: ["database", "db", "cache"])
    static let templates = SettingKey(
        "templates", .folder("a folder such as Templates"),
        "A folder with templates that replace built-in ones by name.",
        otherNames: ["template", "layouts"])
    static let deadline = SettingKey(
        "deadline", .duration(.milliseconds(1)...Limits.day, example: "30s"),
        "The longest that the whole batch takes. What has not arrived by then is left out.",
        standard: "30s")
    static let fetch = SettingKey("fetch", .mapping(FetchKeys.shape), "How sources are asked.")
    static let rateLimit = SettingKey(
        "rate-limit", .table("a mapping from hosts to rates such as {newsapi.org: 1/s}", of: .rate),
        """
        The most requests in a time, by host or registrable domain: `tumblr.com` covers all of its blogs.
        """, otherNames: ["rate-limits"])
    static let network = SettingKey("network", .mapping(NetworkKeys.shape), "Where requests may go, and by what way.")
    static let edition = SettingKey(
        "edition", .mapping(EditionKeys.shape), "What belongs to an edition, and how much of it.")
    static let ranking = SettingKey("ranking", .mapping(RankingKeys.shape), "What stands first.")
    static let curation = SettingKey("curation", .mapping(CurationKeys.shape), "How stories become one.")
    static let pages = SettingKey(
        "pages", .mapping(PageKeys.shape), "What the pages look like.", otherNames: ["page", "site"])
    static let keep = SettingKey(
        "keep", .mapping(KeepKeys.shape), "What is kept, and how long.", otherNames: ["retention"])
    static let publishGuard = SettingKey(
        "publish-guard", .mapping(GuardKeys.shape), "Below it the published site stays as it is.", otherNames: ["guard"]
    )
    static let notify = SettingKey(
        "notify", NotifyKeys.list, "Who is told of a run: hubs, webhooks and heartbeats.", otherNames: ["hooks"])
    static let notifyDeadline = SettingKey(
        "notify-deadline", .duration(Limits.request, example: "10s"), "The longest that telling all of them takes.",
        standard: "10s")
    static let failOn = SettingKey(
        "fail-on", .failurePolicy,
        "Which failures of sources make a run end with exit code 3. `--fail-on` of `run` takes its place.",
        standard: FailurePolicy.standard.description)
    static let sections = SettingKey(
        "sections", SectionKeys.list, "The sections in their order; those that only sources name follow.",
        otherNames: ["categories"])
    static func sources(_ source: Shape) -> SettingKey<Node> {
        SettingKey("sources", SourceKeys.list(of: source), "What is asked.", isRequired: true, otherNames: ["feeds"])
    }

    /// Everything at the top level, where sources have these keys.
    static func root(_ source: Shape) -> Shape {
        Shape(
            whereabouts: "at the top of the file", subject: "the configuration",
            example: "sources: [{feed: https://example.org/rss.xml}]",
            allowsOwnKeys: true,
            [
                title.entry, url.entry, timezone.entry, language.entry, output.entry, state.entry, templates.entry,
                deadline.entry, fetch.entry, rateLimit.entry, network.entry, edition.entry, ranking.entry,
                curation.entry, pages.entry, keep.entry, publishGuard.entry, notify.entry,
                notifyDeadline.entry, failOn.entry, sections.entry,
                sources(source).entry,
            ]
        )
    }
}

/// How large the numbers of a configuration may be.
enum Limits {
    static let day = Duration.seconds(86_400)
    static let century = Duration.seconds(36_500 * 86_400)
    /// Of any times of an edition, of memory and of ranking.
    static let span = Duration.seconds(60)...century
    static let request = Duration.milliseconds(1)...day
    static let parallel = 1...4096
    static let stories = 1...1_000_000
    /// What an API, or a list of words, may hold.
    static let items = 1...100_000
}
