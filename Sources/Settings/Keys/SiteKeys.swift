import NewsModel
import WebText

/// `pages`.
enum PageKeys {
    static let theme = SettingKey<SitePolicy.Theme>("theme", .choice, "The style of the pages.", standard: "broadsheet")
    static let accent = SettingKey(
        "accent", .colour, "The colour of links and rules, in place of the theme's own.",
        otherNames: ["color", "colour"])
    static let extraCSS = SettingKey(
        "extra-css", .contents("a file such as my.css", mostBytes: 512 << 10),
        "A style sheet that follows the theme's.",
        otherNames: ["css", "style", "stylesheet"])
    static let images = SettingKey(
        "images", .flagOrWord(SitePolicy.Images.copied),
        "Whether stories' pictures are shown: none, from where they stand, or as copies that the site keeps.",
        standard: "false")
    static let content = SettingKey<SitePolicy.Content>(
        "content", .choice, "How much of a story's text is published.", standard: "summary")
    static let why = SettingKey(
        "why", .flag, "Whether each story can say why it stands where it does.", standard: "true",
        otherNames: ["reasons"])
    static let index = SettingKey(
        "index", .flag, "Whether search engines may index the site.", standard: "true",
        otherNames: ["indexed", "robots"])

    static let opml = SettingKey(
        "opml", .flag, "Whether the list of the sources is published, as opml.xml.", standard: "true")
    static let health = SettingKey<SitePolicy.HealthPages>(
        "health", .choice, "How much of the sources' health is published: all, how many answered, or nothing.",
        standard: "public")

    static let idBase = SettingKey(
        "id-base", .text("what `url` was, such as https://old.example/, or the former title"),
        "What the ids in feeds are made of, so that they stay when `url` changes.")

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
        "How long an edition stays on the site.", standard: "forever")
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
        "websub", .address("https://hub.example/"), "A WebSub hub.", otherNames: ["hub", "pubsubhubbub"])
    static let webhook = SettingKey(
        "webhook", .mapping(webhookShape), "An address that gets a signed message.", otherNames: ["hook"])
    static let url = SettingKey(
        "url", .address("https://example.org/hook", .asWhole), "Where the message goes.", isRequired: true)
    static let secret = SettingKey(
        "secret", .secret("a secret such as ${HOOK_SECRET}"), "What the message is signed with.",
        otherNames: ["key", "token"])

    static let events = SettingKey(
        "on", .oneOrMore(ValueFormat<WebhookEvent>.choice),
        "What it hears of: editions, sources that broke, sources that answer again.", standard: "edition",
        otherNames: ["events", "event"])
    static let format = SettingKey<WebhookFormat>(
        "format", .choice, "What the body of the message looks like.", standard: "standard",
        otherNames: ["body", "type", "style"])
    static let template = SettingKey(
        "template", .contents("a file such as hook.json", mostBytes: 64 << 10), "A template of your own for the body.")
    static let heartbeat = SettingKey(
        "heartbeat", .address("https://example.org/ping", .asWhole), "An address that is asked after success only.",
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
        "Words of a title or category, or parts of a path, that move a story into the section.", otherNames: ["words"])
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
