import NewsModel
import WebText

/// `pages`.
enum PageKeys {
    static let theme = SettingKey<SitePolicy.Theme>("theme", .choice, "The style of the pages.", standard: "broadsheet")
    static let accent = SettingKey(
        "accent", .colour,
        """
        The colour of what has to stand out: updates, and sources that need you; the theme's own, unless given. \
        One that could not be read by day or by night (less than 4.5:1) is made darker or lighter there, and \
        `check` says so.
        """,
        otherNames: ["color", "colour"])
    static let extraCSS = SettingKey(
        "extra-css", .contents("a file such as my.css", mostBytes: 512 << 10),
        "A style sheet of yours (UTF-8, at most 512 KB) that follows the theme's.",
        otherNames: ["css", "style", "stylesheet"])
    static let images = SettingKey(
        "images", .flagOrWord(SitePolicy.Images.copied),
        "Whether stories' pictures are shown: none, from where they stand, or as copies that the site keeps.",
        standard: "false")
    static let content = SettingKey<SitePolicy.Content>(
        "content", .choice, "How much of a story's text is published.", standard: "summary")
    static let why = SettingKey(
        "why", .flag,
        "Whether each story has a mark that opens a sentence on why it stands where it does.", standard: "true",
        otherNames: ["reasons"])
    static let index = SettingKey(
        "index", .flag,
        """
        Whether search engines may index the site. `false` says so on every page and in `robots.txt`.
        """, standard: "true",
        otherNames: ["indexed", "robots"])

    static let opml = SettingKey(
        "opml", .flag, "Whether the list of the sources is published, as `opml.xml`.", standard: "true")
    static let health = SettingKey<SitePolicy.HealthPages>(
        "health", .choice,
        """
        How much of the sources' health is published: all of it, how many answered, or nothing. The state \
        remembers it all; but a state that is restored from such a site does not know how its sources fared.
        """,
        standard: "public")

    static let idBase = SettingKey(
        "id-base", .text("what `url` was, such as https://old.example/, or the former title"),
        """
        What the ids in the feeds are made of; `url` unless given, or else `title`. Ids that change make every entry \
        new to feed readers: when the site moves, name its former `url` here (or its former title), and they stay. \
        `check` and `run` say so when they would change.
        """)

    static let shape = Shape(
        inside: "pages", example: "images: true",
        [
            theme.entry, accent.entry, extraCSS.entry, images.entry, content.entry, why.entry, index.entry, opml.entry,
            health.entry, idBase.entry,
        ])
}

/// `keep`.
enum KeepKeys {
    static let editions = SettingKey(
        "editions", .duration(Limits.day...Limits.century, example: "400d", or: "forever"),
        "How long an edition stays on the site, in its archive and feeds; the newest one does in any case.",
        standard: "forever")
    static let state = SettingKey(
        "state", .duration(Limits.day...Limits.century, example: "400d"), "How long the memory between runs lasts.",
        standard: "400d")

    static let shape = Shape(inside: "keep", example: "editions: 400d", [editions.entry, state.entry])
}

/// `publish-guard`.
enum GuardKeys {
    static let minSources = SettingKey(
        "min-sources", .count(0...100_000), "The least number of sources that must answer.", standard: "1")
    static let minFresh = SettingKey(
        "min-fresh", .percentage, "The least share of the asked sources that must answer.", standard: "0%")

    static let shape = Shape(inside: "publish-guard", example: "min-sources: 3", [minSources.entry, minFresh.entry])
}

/// `notify`.
enum NotifyKeys {
    static let webSub = SettingKey(
        "websub", .address("https://hub.example/"),
        """
        A WebSub hub, which the site's feeds name as well; told of the feeds that have changed.
        """, otherNames: ["hub", "pubsubhubbub"])
    static let webhook = SettingKey(
        "webhook", .mapping(webhookShape), "An address that gets messages.", otherNames: ["hook"])
    static let url = SettingKey(
        "url", .address("https://example.org/hook", .asWhole), "Where messages go.", isRequired: true)
    static let secret = SettingKey(
        "secret", .secret("a secret such as ${HOOK_SECRET}"),
        "What they are signed with, as Standard Webhooks says: `whsec_` and a key in base64, or any text.",
        otherNames: ["key", "token"])

    static let events = SettingKey(
        "on", .oneOrMore(ValueFormat<WebhookEvent>.choice),
        """
        What it hears of: `edition`, one was published; `broken`, sources failed on the third night in a row; \
        `recovered`, such sources answer again.
        """, standard: "edition",
        otherNames: ["events", "event"])
    static let format = SettingKey<WebhookFormat>(
        "format", .choice,
        """
        What the body looks like: `standard` (JSON with `type`, `timestamp` and `data`), `slack` (`{"text"}`, \
        for Slack, Mattermost and Rocket.Chat), `discord` (`{"content"}`), `ntfy` (a line, with title and link \
        in header fields).
        """, standard: "standard",
        otherNames: ["body", "type", "style"])
    static let template = SettingKey(
        "template", .contents("a file such as hook.json", mostBytes: 64 << 10),
        """
        A file with a Mustache template of your own for the body: JSON where it begins with a bracket, else \
        text. It is given `event`, `title`, `text`, `url`, `edition`, `stories`, `headline`, `site` and \
        `sources`, escaped already.
        """)
    static let heartbeat = SettingKey(
        "heartbeat", .address("https://example.org/ping", .asWhole),
        """
        An address that is asked (`GET`) after each run that ends with 0, and after no other: its owner notices \
        where it is not.
        """,
        otherNames: ["ping", "healthcheck"])

    static let webhookShape = Shape(
        whereabouts: "inside a `webhook` of `notify`", prefix: "webhook.",
        example: "url: https://example.org/hook, secret: \"${HOOK_SECRET}\"",
        [url.entry, secret.entry, events.entry, format.entry, template.entry])
    static let shape = Shape(
        whereabouts: "inside an entry of `notify`", subject: "an entry of `notify`",
        example: "websub: https://hub.example/", [webSub.entry, webhook.entry, heartbeat.entry])
    static let list = ValueFormat.node(
        "a list such as [{websub: https://hub.example/}]",
        schema: ["type": .orNull("array"), "items": shape.schema], shape: shape)
}

/// `sections`.
enum SectionKeys {
    static let name = SettingKey(
        "name", .text("a name such as World", atMost: 80), "What the section is called.", isRequired: true)
    static let match = SettingKey(
        "match", .list("a list such as [telescope, /science/]", of: .text("a word", atMost: 200)),
        """
        Words of a title or category, or parts of a path that begin with `/`, that move a story here.
        """, otherNames: ["words"])
    static let shape = Shape(
        whereabouts: "inside an entry of `sections`", prefix: "sections.", subject: "an entry of `sections`",
        example: "name: Science, match: [telescope]",
        [name.entry, match.entry])
    static let list = ValueFormat.node(
        "a list such as [World, Technology]",
        schema: [
            "type": .orNull("array"), "items": ["anyOf": .array([.plainText, shape.schema])],
        ],
        shape: shape)
}
