/// A cluster on a page: its lead, and who else has it.
struct StoryView: TemplateView {
    /// The fragment by which the page can be entered at it.
    var anchor: String
    var headline: String
    /// `nil` where the story has no address that may be shown.
    var href: String?
    var language: String?
    var outlet: String
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
    var points: String?
    var comments: String?
    var discussion: String?
    var isUpdate: Bool
    var updateHref: String?
    var updateDate: String?
    var score: String
    var why: [FactorView]
    var notes: [String]

    static let fields: [String: @Sendable (StoryView) -> Any?] = [
        "anchor": { $0.anchor },
        "headline": { $0.headline },
        "href": { $0.href },
        "language": { $0.language },
        "outlet": { $0.outlet },
        "age": { $0.age },
        "instant": { $0.instant },
        "exactTime": { $0.exactTime },
        "excerpt": { $0.excerpt },
        "content": { $0.content },
        "image": { $0.image },
        "alsoIn": { $0.alsoIn },
        "isCoveredByOthers": { !$0.alsoIn.isEmpty },
        "points": { $0.points },
        "comments": { $0.comments },
        "discussion": { $0.discussion },
        "isUpdate": { $0.isUpdate },
        "updateHref": { $0.updateHref },
        "updateDate": { $0.updateDate },
        "score": { $0.score },
        "why": { $0.why },
        "notes": { $0.notes },
        "isExplained": { !$0.why.isEmpty || !$0.notes.isEmpty },
    ]

    /// Another that has the story.
    struct CoverageView: TemplateView {
        /// What stands before it in the sentence: nothing, a comma, “and”.
        var separator: String
        var outlet: String
        var headline: String
        var href: String?

        static let fields: [String: @Sendable (CoverageView) -> Any?] = [
            "separator": { $0.separator }, "outlet": { $0.outlet }, "headline": { $0.headline }, "href": { $0.href },
        ]
    }

    /// One part of the score.
    struct FactorView: TemplateView {
        var name: String
        var value: String
        var reason: String

        static let fields: [String: @Sendable (FactorView) -> Any?] = [
            "name": { $0.name }, "value": { $0.value }, "reason": { $0.reason },
        ]
    }
}
