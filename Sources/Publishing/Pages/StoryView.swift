import Foundation
import NewsModel
import WebText

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
    var points: String?
    var comments: String?
    var discussion: String?
    var isUpdate: Bool
    var updateHref: String?
    var updateDate: String?
    var score: String
    /// What the score is made of.
    var why: [FactorView]
    /// What joined its stories.
    var notes: [String]

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
        "isCoveredByOthers": .flag { !$0.alsoIn.isEmpty },
        "points": .text { $0.points },
        "comments": .text { $0.comments },
        "discussion": .text { $0.discussion },
        "isUpdate": .flag { $0.isUpdate },
        "updateHref": .text { $0.updateHref },
        "updateDate": .text { $0.updateDate },
        "score": .text { $0.score },
        "why": .list { $0.why },
        "notes": .texts { $0.notes },
        "isExplained": .flag { !$0.why.isEmpty || !$0.notes.isEmpty },
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

/// Makes views of the clusters of one edition for one page or feed.
struct StoryViewBuilder {
    let context: SiteContext
    let edition: Edition
    /// From the page to the site's root.
    let root: String
    /// Whether the page stays as it is for years, while sources and sections come and go.
    var isLasting = false
    /// Whether the page lists stories of several editions, so that it shows times rather than ages.
    var isListing = false

    /// More names than these make no sentence.
    private static let mostCoverage = 12
    /// Somebody reads so many notes on a page; `broadsheet explain` shows all.
    private static let mostNotes = 2

    func view(of cluster: Cluster, isLead: Bool = false) -> StoryView {
        let (words, dates, story) = (context.words, context.dates, cluster.lead)
        let headline = PlainText.headline(story.title)
        let outlet = context.outlet(of: story, in: edition)
        let language = context.foreignLanguage(of: story)
        let content = content(of: story)
        return StoryView(
            anchor: SitePaths.anchor(of: cluster), headline: headline, href: WebAddress(link: story.link)?.text,
            language: language, direction: TextDirection.of(headline, in: language), outlet: outlet,
            outletHref: isLasting ? nil : context.page(of: story.source).map { root + $0 },
            original: words.phrase("original", ["outlet": outlet]),
            age: isListing ? dates.short(story.dated) : dates.age(of: story.dated, at: edition.generated),
            instant: dates.rfc3339(story.dated), exactTime: dates.exact(story.dated),
            excerpt: context.excerpts[edition.date]?.excerpt(of: story, isLong: isLead), content: content,
            image: image(of: story, above: content), alsoIn: coverage(of: cluster),
            points: story.points.map { words.count("points", $0) },
            comments: story.comments.map { words.count("comments", $0) },
            discussion: story.discussion.flatMap { WebAddress(link: $0)?.text }, isUpdate: cluster.updates != nil,
            updateHref: context.earlierPlace(of: cluster).map { root + $0 },
            updateDate: cluster.updates.map { dates.shortDate($0) }, score: words.numbers.text(cluster.score),
            why: cluster.explanation.factors.map(factor).filter { $0.value != words.numbers.text(1) },
            notes: notes(of: cluster))
    }

    private func content(of story: Story) -> SafeHTML? {
        guard context.site.content == .full, let content = story.content else { return nil }
        return Sanitiser.html(
            content, showsImages: context.site.showsImages, reach: context.publication.reach(of: story.source))
    }

    /// A whole text brings its pictures along: most often the story's own is the first of them.
    private func image(of story: Story, above content: SafeHTML?) -> String? {
        guard context.site.showsImages, content?.html.contains("<img ") != true else { return nil }
        return story.image.flatMap { WebAddress(link: $0)?.text }
    }

    /// Who else has a cluster, each outlet once, in the order in which it has them.
    private func coverage(of cluster: Cluster) -> [StoryView.CoverageView] {
        guard !cluster.also.isEmpty else { return [] }
        var seen: Set<String> = [context.outlet(of: cluster.lead, in: edition)]
        let named = cluster.also.map { ($0, context.outlet(of: $0, in: edition)) }
            .filter { seen.insert($0.1).inserted }.prefix(Self.mostCoverage)
        return zip(context.words.separators(named.count), named).map { separator, pair in
            .init(
                separator: separator, outlet: pair.1, headline: PlainText.headline(pair.0.title),
                href: WebAddress(link: pair.0.link)?.text)
        }
    }

    private func factor(_ factor: Explanation.Factor) -> StoryView.FactorView {
        .init(
            name: context.words.ifAny("factor.\(factor.name)") ?? PlainText.line(factor.name),
            value: context.words.numbers.text(factor.value), reason: PlainText.line(factor.reason))
    }

    private func notes(of cluster: Cluster) -> [String] {
        let notes = cluster.explanation.notes.map(PlainText.line)
        guard notes.count > Self.mostNotes else { return notes }
        let more = "and \(notes.count - Self.mostNotes) more: broadsheet explain \(cluster.lead.id)"
        return notes.prefix(Self.mostNotes) + [more]
    }
}
