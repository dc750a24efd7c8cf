import NewsModel

/// `edition`.
enum EditionKeys {
    static let stories = Key(
        "stories", .count(Limits.stories), "The most stories in an edition.", standard: "60",
        otherNames: ["limit", "size"]
    )
    static let perSource = Key("per-source", .count(Limits.stories), "The most that one source leads.", standard: "6")
    static let perPublisher = Key(
        "per-publisher", .count(Limits.stories), "The most that one publisher leads; otherwise twice `per-source`.",
        standard: "12"
    )
    static let perSection = Key(
        "per-section", .count(Limits.stories), "The most in one section; otherwise as many as `stories`.",
        standard: "60"
    )
    static let window = Key(
        "window", .duration(Limits.span, example: "24h", or: "auto"),
        "How far back an edition reaches; `auto` is since the edition before.", standard: "auto"
    )
    static let maxWindow = Key(
        "max-window", .duration(Limits.span, example: "72h"), "The furthest back that an edition reaches.",
        standard: "72h", otherNames: ["max-age"]
    )

    static let shape = Shape(
        inside: "edition", example: "stories: 60, per-source: 6",
        [stories.entry, perSource.entry, perPublisher.entry, perSection.entry, window.entry, maxWindow.entry]
    )
}

/// `ranking`.
enum RankingKeys {
    static let halfLife = Key(
        "half-life", .duration(Limits.span, example: "18h"),
        "The age at which a story counts half as much as a new one.",
        standard: "18h"
    )
    static let interests = Key(
        "interests", .table("a mapping from words to numbers such as {swift: 1, celebrity: -1}", of: .number(-10...10)),
        "Words and how much they matter: 1 is a strong interest, -1 a strong dislike.",
        otherNames: ["boost", "keywords"]
    )
    static let mute = Key(
        "mute", .list("a list of words such as [horoscope]", of: .text("a word or phrase", atMost: 200)),
        "A story in which one of these words stands is never shown.", otherNames: ["block", "hide", "ignore"]
    )

    static let shape = Shape(
        inside: "ranking", example: "half-life: 18h", [halfLife.entry, interests.entry, mute.entry]
    )
}

/// `curation`.
enum CurationKeys {
    static let clustering = Key<RankingPolicy.Clustering>(
        "clustering", .choice, "How alike stories must be to be told as one.", standard: "normal"
    )

    static let shape = Shape(inside: "curation", example: "clustering: normal", [clustering.entry])
}
