import NewsModel

/// `edition`.
enum EditionKeys {
    static let stories = SettingKey(
        "stories", .count(Limits.stories), "The most stories in an edition.", standard: "60",
        otherNames: ["limit", "size"])
    static let perSource = SettingKey(
        "per-source", .count(Limits.stories), "The most that one source leads.", standard: "6")
    static let perPublisher = SettingKey(
        "per-publisher", .count(Limits.stories),
        """
        The most that one publisher leads: the registrable domain of a story's address. Twice `per-source`, \
        where that is given.
        """,
        standard: "12")
    static let perSection = SettingKey(
        "per-section", .count(Limits.stories), "The most in one section. As many as `stories`, where that is given.",
        standard: "60")
    static let window = SettingKey(
        "window", .duration(Limits.span, example: "24h", or: "auto"),
        """
        How far back an edition reaches. `auto`: what became known since the edition before. A duration: what is \
        dated, or was first seen, within it.
        """, standard: "auto")
    static let maxWindow = SettingKey(
        "max-window", .duration(Limits.span, example: "72h"),
        "The furthest back that an edition reaches; `window`, where that is longer.",
        standard: "72h", otherNames: ["max-age"])
    static let firstWindow = SettingKey(
        "first-window", .duration(Limits.span, example: "7d"),
        "How far back the first edition reaches, unless it is full before.", standard: "7d")
    static let minStories = SettingKey(
        "min-stories", .count(0...Limits.stories.upperBound),
        "With fewer new stories there is no edition: the last one stays in front.", standard: "1",
        otherNames: ["minimum"])

    static let shape = Shape(
        inside: "edition", example: "stories: 60, per-source: 6",
        [
            stories.entry, perSource.entry, perPublisher.entry, perSection.entry, window.entry, maxWindow.entry,
            firstWindow.entry, minStories.entry,
        ])
}

/// `ranking`.
enum RankingKeys {
    static let halfLife = SettingKey(
        "half-life", .duration(Limits.span, example: "18h"),
        "The age at which a story counts half as much as a new one.",
        standard: "18h")
    static let interests = SettingKey(
        "interests", .table("a mapping from words to numbers such as {swift: 1, celebrity: -1}", of: .number(-10...10)),
        "Words and how much they matter: 1 is a strong interest, -1 a strong dislike.",
        otherNames: ["boost", "keywords"])
    static let mute = SettingKey(
        "mute", .list("a list of words such as [horoscope]", of: .text("a word or phrase", atMost: 200)),
        "A story in which one of these words stands is never shown.", otherNames: ["block", "hide", "ignore"])

    static let shape = Shape(
        inside: "ranking", example: "half-life: 18h", [halfLife.entry, interests.entry, mute.entry])
}

/// `curation`.
enum CurationKeys {
    static let clustering = SettingKey<RankingPolicy.Clustering>(
        "clustering", .choice, "How alike stories must be to be told as one.", standard: "normal")

    static let shape = Shape(inside: "curation", example: "clustering: normal", [clustering.entry])
}

/// `fetch`.
enum FetchKeys {
    static let timeout = SettingKey(
        "timeout", .duration(Limits.request, example: "10s"), "The longest that one request takes.", standard: "10s")
    static let retries = SettingKey(
        "retries", .count(0...10), "How often a failed request is tried again.", standard: "2", otherNames: ["retry"])
    static let concurrency = SettingKey(
        "concurrency", .count(Limits.parallel), "Requests under way at once, over all hosts.", standard: "512",
        otherNames: ["parallel", "workers", "max-concurrency"])
    static let perHost = SettingKey(
        "per-host", .count(Limits.parallel), "Requests under way at once to one host.", standard: "2")
    static let maxBody = SettingKey(
        "max-body", .size(1024...(1 << 30), example: "16MB"), "The most bytes of one answer, after decompression.",
        standard: "16MB", otherNames: ["max-size", "max-bytes"])
    static let userAgent = SettingKey(
        "user-agent", .text("a line of text such as MyNews/1.0 (+https://example.org/)"),
        "What the tool calls itself: its name and version, unless given.")

    static let shape = Shape(
        inside: "fetch", example: "timeout: 10s, retries: 2",
        [timeout.entry, retries.entry, concurrency.entry, perHost.entry, maxBody.entry, userAgent.entry])
}

/// `network`.
enum NetworkKeys {
    static let allowPrivate = SettingKey(
        "allow-private", .flag,
        """
        Whether private, loopback and link-local addresses may be asked. Links and pictures of items lead into \
        private networks in no case, but to the host of their own source (on loopback: the host and port).
        """, standard: "false")
    static let caFile = SettingKey(
        "ca-file", .file("a file such as corp.pem"),
        "A PEM file with certificate authorities to trust besides the system's.",
        otherNames: ["ca", "ca-bundle", "certificate"])
    static let proxy = SettingKey(
        "proxy", .proxy,
        """
        The proxy for all requests, which is itself asked over http; port 80 where none is named. Otherwise that \
        of `HTTPS_PROXY` or `ALL_PROXY`.
        """,
        otherNames: ["http-proxy", "https-proxy"])

    static let shape = Shape(
        inside: "network", example: "allow-private: false", [allowPrivate.entry, caFile.entry, proxy.entry])
}
