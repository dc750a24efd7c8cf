import NewsModel
import WebText

/// A cluster on a page: its lead, and who else has it.
struct StoryView: TemplateView {
    /// The fragment by which the page can be entered at it.
    var anchor: String
    var headline: String
    /// Whether the headline is set a size smaller, being long.
    var isLong: Bool
    /// The script of its headline, where that asks for other lines than Latin: `arabic`, `hebrew`, `cjk`.
    var script: String?
    /// `nil` where the story has no address that may be shown.
    var href: String?
    var language: String?
    /// Which way it is written: `ltr`, `rtl`, or `auto` where a browser has to see for itself.
    var direction: String
    /// Who published it; `nil` on the page of its source.
    var outlet: String?
    /// The page of its source.
    var outletHref: String?
    /// “Read it at …”, for the link to the original.
    var original: String
    /// “07:38”, as of the edition's date.
    var time: String
    /// The instant in RFC 3339, and in words.
    var instant: String
    var exactTime: String
    /// The first lines of what it says.
    var excerpt: SafeHTML?
    /// The whole text, where the site carries it.
    var content: SafeHTML?
    /// “The whole text, 850 words”, where that stands folded behind the excerpt.
    var foldLine: String?
    /// The address of its picture, to be set large or as a thumbnail.
    var image: String?
    var thumbnail: String?
    /// Whether its picture is too small to be set large.
    var isPictureSmall = false
    /// Who else has it: all of them, and the same for a page, where many fold.
    var alsoIn: [CoverageView]
    var named: [CoverageView]
    var others: [CoverageView]
    /// “and 8 more”.
    var othersLine: String?
    var points: String?
    var comments: String?
    var discussion: String?
    var isUpdate: Bool
    var updateHref: String?
    var updateDate: String?
    /// Why it stands where it does, in a sentence.
    var why: [PhrasePart]

    static let fields: ViewFields<StoryView> = [
        "anchor": .text { $0.anchor },
        "headline": .text { $0.headline },
        "isLong": .flag { $0.isLong },
        "script": .text { $0.script },
        "href": .text { $0.href },
        "language": .text { $0.language },
        "direction": .text { $0.direction },
        "outlet": .text { $0.outlet },
        "outletHref": .text { $0.outletHref },
        "original": .text { $0.original },
        "time": .text { $0.time },
        "instant": .text { $0.instant },
        "exactTime": .text { $0.exactTime },
        "excerpt": .html { $0.excerpt },
        "content": .html { $0.content },
        "foldLine": .text { $0.foldLine },
        "image": .text { $0.image },
        "thumbnail": .text { $0.thumbnail },
        "alsoIn": .list { $0.alsoIn },
        "named": .list { $0.named },
        "others": .list { $0.others },
        "othersLine": .text { $0.othersLine },
        "isCoveredByOthers": .flag { !$0.alsoIn.isEmpty },
        "points": .text { $0.points },
        "comments": .text { $0.comments },
        "discussion": .text { $0.discussion },
        "isUpdate": .flag { $0.isUpdate },
        "updateHref": .text { $0.updateHref },
        "updateDate": .text { $0.updateDate },
        "why": .list { $0.why },
        "isExplained": .flag { !$0.why.isEmpty },
    ]

    /// Another that has the story.
    struct CoverageView: TemplateView {
        /// What stands before it in the sentence: nothing, a comma, “and”.
        var separator: String
        var outlet: String
        var headline: String
        /// That of the headline, where it is not the site's.
        var language: String?
        var href: String?

        static let fields: ViewFields<CoverageView> = [
            "separator": .text { $0.separator },
            "outlet": .text { $0.outlet },
            "headline": .text { $0.headline },
            "language": .text { $0.language },
            "href": .text { $0.href },
        ]
    }
}
