/// A cluster on a page: its lead, and who else has it.
struct StoryView: TemplateView {
    /// The fragment by which the page can be entered at it.
    var anchor: String
    var headline: String
    /// `nil` where the story has no address that may be shown.
    var href: String?
    var language: String?
    /// Which way it is written: `ltr`, `rtl`, or `auto` where a browser has to see for itself.
    var direction: String
    var outlet: String
    /// The page of its source.
    var outletHref: String?
    /// “Read it at …”, for the link to the original.
    var original: String
    var age: String
    /// The instant in RFC 3339, and in words.
    var instant: String
    var exactTime: String
    /// The first lines of what it says.
    var excerpt: SafeHTML?
    /// The whole text, where the site carries it.
    var content: SafeHTML?
    var image: String?
    var alsoIn: [CoverageView]
    /// The same as the end of a sentence.
    var coverage: RawText?
    var points: String?
    var comments: String?
    var discussion: String?
    var isUpdate: Bool
    var updateHref: String?
    var updateDate: String?
    var score: String
    var reasons: Reasons

    static let fields: ViewFields<StoryView> = [
        "anchor": .text { $0.anchor },
        "headline": .text { $0.headline },
        "href": .text { $0.href },
        "language": .text { $0.language },
        "direction": .text { $0.direction },
        "outlet": .text { $0.outlet },
        "outletHref": .text { $0.outletHref },
        "original": .text { $0.original },
        "age": .text { $0.age },
        "instant": .text { $0.instant },
        "exactTime": .text { $0.exactTime },
        "excerpt": .html { $0.excerpt },
        "content": .html { $0.content },
        "image": .text { $0.image },
        "alsoIn": .list { $0.alsoIn },
        "coverage": .derived { $0.coverage },
        "isCoveredByOthers": .flag { !$0.alsoIn.isEmpty },
        "points": .text { $0.points },
        "comments": .text { $0.comments },
        "discussion": .text { $0.discussion },
        "isUpdate": .flag { $0.isUpdate },
        "updateHref": .text { $0.updateHref },
        "updateDate": .text { $0.updateDate },
        "score": .text { $0.score },
        "why": .list { $0.reasons.factors },
        "whyRows": .derived { $0.reasons.rows },
        "notes": .texts { $0.reasons.notes },
        "noteLines": .derived { $0.reasons.remarks },
        "isExplained": .flag { !$0.reasons.factors.isEmpty || !$0.reasons.notes.isEmpty },
    ]

    /// Another that has the story.
    struct CoverageView: TemplateView {
        /// What stands before it in the sentence: nothing, a comma, “and”.
        var separator: String
        var outlet: String
        var headline: String
        var href: String?

        static let fields: ViewFields<CoverageView> = [
            "separator": .text { $0.separator },
            "outlet": .text { $0.outlet },
            "headline": .text { $0.headline },
            "href": .text { $0.href },
        ]
    }

    /// One part of the score.
    struct FactorView: TemplateView {
        var name: String
        var value: String
        var reason: String

        static let fields: ViewFields<FactorView> = [
            "name": .text { $0.name },
            "value": .text { $0.value },
            "reason": .text { $0.reason },
        ]
    }
}
