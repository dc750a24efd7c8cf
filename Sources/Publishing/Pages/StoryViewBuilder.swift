import Foundation
import NewsModel
import WebText

/// Makes views of the clusters of one edition for one page or feed.
struct StoryViewBuilder {
    let context: SiteContext
    let edition: Edition
    /// From the page to the site's root.
    let root: String
    /// From where the page shows pictures.
    let pictures: PicturePlaces
    /// Whether the page stays as it is for years, while sources and sections come and go.
    var isLasting: Bool
    /// The outlet that the page is about, and that goes without saying on it.
    var hiddenOutlet: String?
    /// Whether the page lists stories of several editions: without their whole texts, and without their ranks.
    var isListing = false

    init(
        context: SiteContext, edition: Edition, root: String, isLasting: Bool = false, hiddenOutlet: String? = nil,
        isListing: Bool = false
    ) {
        self.init(
            context: context, edition: edition, root: root, pictures: context.pictures(of: edition, root: root),
            isLasting: isLasting)
        self.hiddenOutlet = hiddenOutlet
        self.isListing = isListing
    }

    /// Makes views for a feed: no address is relative there, so that copies of pictures need the site's own.
    init(forFeedOf edition: Edition, context: SiteContext) {
        let url = context.site.url
        self.init(
            context: context, edition: edition, root: url ?? "", pictures: context.pictures(of: edition, root: url),
            isLasting: true)
    }

    private init(context: SiteContext, edition: Edition, root: String, pictures: PicturePlaces, isLasting: Bool) {
        self.context = context
        self.edition = edition
        self.root = root
        self.pictures = pictures
        self.isLasting = isLasting
    }

    /// Where there is one more name than these, it is said as well.
    private static let mostNamed = 3
    /// A headline of more letters is set a size smaller; one of the East counts for two.
    private static let longHeadline = 90
    /// A whole text of more words folds behind its excerpt.
    private static let mostUnfoldedWords = 120

    /// The view of a cluster with an excerpt of the length that its place asks for.
    func view(of cluster: Cluster, _ length: Excerpts.Length = .feature) -> StoryView {
        let (words, dates, story) = (context.words, context.dates, cluster.lead)
        let headline = PlainText.headline(story.title)
        let outlet = context.outlet(of: story, in: edition)
        let language = context.foreignLanguage(of: story)
        let alsoIn = coverage(of: cluster)
        let excerpt = context.excerpts[edition.date]?.excerpt(of: story, length)
        var view = StoryView(
            anchor: SitePaths.anchor(of: cluster), headline: headline,
            isLong: headline.unicodeScalars.reduce(0) { $0 + Script.width(of: $1) } > Self.longHeadline,
            script: Script.of(headline)?.rawValue, href: story.link?.text, language: language,
            direction: TextDirection.of(headline, in: language), outlet: outlet == hiddenOutlet ? nil : outlet,
            outletHref: isLasting ? nil : context.page(of: story.source).map { root + $0 },
            original: words.phrase("original", ["outlet": outlet]),
            time: Self.unbroken(dates.time(of: story.dated, on: edition.date)), instant: dates.rfc3339(story.dated),
            exactTime: dates.exact(story.dated), excerpt: excerpt, image: image(of: story), alsoIn: alsoIn, named: [],
            others: [], points: story.points.flatMap { $0 > 0 ? Self.unbroken(words.count("points", $0)) : nil },
            comments: story.comments.flatMap { $0 > 0 ? Self.unbroken(words.count("comments", $0)) : nil },
            discussion: story.discussion?.text, isUpdate: cluster.updates != nil,
            updateHref: context.earlierPlace(of: cluster).map { root + $0 },
            updateDate: cluster.updates.map { dates.shortDate($0) }, why: reason(of: cluster, outlets: alsoIn.count + 1)
        )
        view.isPictureSmall = story.image.map(pictures.isSmall) ?? false
        fold(alsoIn, &view)
        addContent(of: story, beyond: excerpt, isAlone: length != .feature, &view)
        return view
    }

    private func reason(of cluster: Cluster, outlets: Int) -> [PhrasePart] {
        guard context.site.showsReasons, !isListing else { return [] }
        return ReasonSentence(words: context.words, dates: context.dates, date: edition.date)
            .parts(for: cluster, outlets: outlets)
    }

    /// The whole text, where it says more than the headline and the excerpt: a short one in its place, if it stands in a column `isAlone`.
    private func addContent(of story: Story, beyond excerpt: SafeHTML?, isAlone: Bool, _ view: inout StoryView) {
        guard !isListing, context.site.content == .full, let markup = story.wholeText else { return }
        let content = Sanitiser.html(
            markup, pictures: pictures, reach: context.publication.reach(of: story.source),
            language: story.language ?? context.site.language)
        let (text, hasPictures) = (Sanitiser.plainText(markup), content.html.contains("<img "))
        let count = WordCount.words(in: text)
        guard !content.isAll(of: excerpt),
            hasPictures || count > 0 && Letters.words(text) != Letters.words(view.headline)
        else { return }
        view.content = content
        // A whole text brings its pictures along: most often the story's own is the first of them.
        if hasPictures { view.image = nil }
        guard count > 0, !isAlone || count > Self.mostUnfoldedWords else { return }
        view.foldLine = context.words.count("content.words", count)
    }

    /// Within a figure or a time no line ends.
    private static func unbroken(_ text: String) -> String { text.replacing(" ", with: "\u{A0}") }

    private func image(of story: Story) -> String? {
        story.image.flatMap(pictures.source)
    }

    /// Who else has a cluster, each outlet once, in the order in which it has them.
    private func coverage(of cluster: Cluster) -> [StoryView.CoverageView] {
        guard !cluster.also.isEmpty else { return [] }
        var seen: Set<String> = [context.outlet(of: cluster.lead, in: edition)]
        let named = cluster.also.map { ($0, context.outlet(of: $0, in: edition)) }.filter { seen.insert($0.1).inserted }
        return zip(context.words.separators(named.count), named).map { separator, pair in
            .init(
                separator: separator, outlet: pair.1, headline: PlainText.headline(pair.0.title),
                href: pair.0.link?.text)
        }
    }

    /// Three names, then how many more there are, who stand behind that.
    private func fold(_ coverage: [StoryView.CoverageView], _ view: inout StoryView) {
        guard coverage.count > Self.mostNamed + 1 else { view.named = coverage; return }
        view.named = Array(coverage.prefix(Self.mostNamed))
        view.others = Array(coverage.dropFirst(Self.mostNamed))
        view.others[0].separator = ""
        view.othersLine = context.words.count("also-in.more", view.others.count)
    }
}

/// How many words a text has.
enum WordCount {
    /// Words between white space; of writing without spaces two characters count for one.
    static func words(in text: String) -> Int {
        var (count, wide, isInWord) = (0, 0, false)
        for scalar in text.unicodeScalars {
            if Script.width(of: scalar) == 2 {
                wide += 1
                isInWord = false
            } else if scalar.properties.isWhitespace {
                isInWord = false
            } else if !isInWord {
                isInWord = true
                count += 1
            }
        }
        return count + (wide + 1) / 2
    }
}
