internal import Foundation
internal import NewsModel
import WebText

/// Makes views of the clusters of one edition.
struct StoryViewBuilder {
    let context: SiteContext
    let edition: Edition
    /// From the page to the site's root.
    let root: String
    /// Whether the page stays as it is for years, while sources and sections come and go.
    var isLasting = false
    /// Whether the page lists stories of several editions, so that it tells times rather than ages.
    var isListing = false

    func view(of cluster: Cluster, isLead: Bool = false) -> StoryView {
        let story = cluster.lead
        var view = context.story(cluster, of: edition)
        view.outletHref = isLasting ? nil : context.page(of: story.source).map { root + $0 }
        view.age =
            isListing ? context.clock.short(story.dated) : context.clock.age(of: story.dated, at: edition.generated)
        view.excerpt = context.excerpts[edition.date]?.excerpt(of: story, isLong: isLead)
        view.updateHref = context.earlierPlace(of: cluster).map { root + $0 }
        return view
    }
}

extension SiteContext {
    /// What every page says of a cluster, without what depends on the page.
    func written(_ cluster: Cluster, of edition: Edition) -> StoryView {
        let story = cluster.lead
        let headline = PlainText.headline(story.title)
        let outlet = outlet(of: story, in: edition)
        let language = foreignLanguage(of: story)
        let content = site.content == .full ? story.content.map { html($0, of: story) } : nil
        let coverage = Coverage(names(in: cluster, of: edition))
        return StoryView(
            anchor: Self.anchor(of: cluster), headline: headline, href: WebAddress(story.link)?.text,
            language: language, direction: TextDirection.of(headline, in: language), outlet: outlet,
            original: words.phrase("original", ["outlet": outlet]), age: "", instant: clock.rfc3339(story.dated),
            exactTime: clock.exact(story.dated), content: content, image: image(of: story, above: content),
            alsoIn: coverage.names, coverage: coverage.words, points: story.points.map { words.count("points", $0) },
            comments: story.comments.map { words.count("comments", $0) },
            discussion: story.discussion.flatMap { WebAddress($0)?.text }, isUpdate: cluster.updates != nil,
            updateDate: cluster.updates.map { clock.shortDate($0) }, score: words.figures.text(cluster.score),
            reasons: reasons(for: cluster))
    }

    /// A whole text brings its pictures along: most often the story's own is the first of them.
    private func image(of story: Story, above content: SafeHTML?) -> String? {
        guard site.showsImages, content?.html.contains("<img ") != true else { return nil }
        return story.image.flatMap { WebAddress($0)?.text }
    }

    func html(_ markup: Markup, of story: Story) -> SafeHTML {
        Sanitiser.html(markup, showsImages: site.showsImages, reach: publication.reach(of: story.source))
    }
}
