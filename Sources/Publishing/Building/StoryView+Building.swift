internal import Foundation
internal import NewsModel

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

    /// More names than these make no sentence.
    private static let mostCoverage = 12

    private var words: Words { context.words }

    func view(of cluster: Cluster, isLead: Bool = false) -> StoryView {
        let story = cluster.lead
        let dated = story.dated
        let place = context.earlierPlace(of: cluster)
        let headline = PlainText.headline(story.title)
        let outlet = context.outlet(of: story, in: edition)
        let language = context.foreignLanguage(of: story)
        let content = context.site.content == .full ? story.content.map { html($0) } : nil
        return StoryView(
            anchor: SiteContext.anchor(of: cluster), headline: headline, href: WebAddress(story.link)?.text,
            language: language, direction: TextDirection.of(headline, in: language), outlet: outlet,
            outletHref: isLasting ? nil : context.page(of: story.source).map { root + $0 },
            original: words.phrase("original", ["outlet": outlet]),
            age: isListing ? context.clock.short(dated) : context.clock.age(of: dated, at: edition.generated),
            instant: context.clock.rfc3339(dated),
            exactTime: context.clock.exact(dated),
            excerpt: context.excerpts[edition.date]?.excerpt(of: story, isLong: isLead),
            content: content, image: image(of: story, above: content),
            alsoIn: coverage(of: cluster), points: story.points.map { words.count("points", $0) },
            comments: story.comments.map { words.count("comments", $0) },
            discussion: story.discussion.flatMap { WebAddress($0)?.text }, isUpdate: cluster.updates != nil,
            updateHref: place.map { root + $0 },
            updateDate: cluster.updates.map { context.clock.shortDate($0) }, score: words.figures.text(cluster.score),
            why: cluster.explanation.factors.map(factor).filter { $0.value != words.figures.text(1) },
            notes: notes(of: cluster))
    }

    /// What joined the tellings, as far as somebody reads that on a page.
    private func notes(of cluster: Cluster) -> [String] {
        let notes = cluster.explanation.notes.map(PlainText.line)
        guard notes.count > Self.mostNotes else { return notes }
        let more = "and \(notes.count - Self.mostNotes) more: broadsheet explain \(cluster.lead.id)"
        return notes.prefix(Self.mostNotes) + [more]
    }

    private static let mostNotes = 2

    /// A whole text brings its pictures along: most often the story's own is the first of them.
    private func image(of story: Story, above content: SafeHTML?) -> String? {
        guard context.site.showsImages, content?.html.contains("<img ") != true else { return nil }
        return story.image.flatMap { WebAddress($0)?.text }
    }

    private func html(_ markup: Markup) -> SafeHTML {
        Sanitiser.html(markup, showsImages: context.site.showsImages)
    }

    private func factor(_ factor: Explanation.Factor) -> StoryView.FactorView {
        .init(
            name: words.ifAny("factor.\(factor.name)") ?? PlainText.line(factor.name),
            value: words.figures.text(factor.value), reason: PlainText.line(factor.reason))
    }

    /// Who else has it, each outlet once, in the order of rank.
    func coverage(of cluster: Cluster) -> [StoryView.CoverageView] {
        var seen: Set<String> = [context.outlet(of: cluster.lead, in: edition)]
        let named = cluster.also.map { ($0, context.outlet(of: $0, in: edition)) }
            .filter { seen.insert($0.1).inserted }.prefix(Self.mostCoverage)
        return zip(words.separators(named.count), named).map { separator, pair in
            .init(
                separator: separator, outlet: pair.1, headline: PlainText.headline(pair.0.title),
                href: WebAddress(pair.0.link)?.text)
        }
    }
}
