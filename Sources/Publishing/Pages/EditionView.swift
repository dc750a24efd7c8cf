import Foundation
import NewsModel
import WebText

/// The page of an edition.
struct EditionView: TemplateView {
    var page: PageFrame
    var date: String
    var dateLine: String
    /// “41 stories from 23 of 25 sources”.
    var line: String
    /// Why it is not of tonight: “Nothing new came in on 24 November.”
    var notice: String?
    /// Why there is nothing on it.
    var emptiness: String
    /// “two did not answer”, with the way to the health page.
    var missing: String?
    var missingHref: String?
    var previous: NeighbourView?
    var next: NeighbourView?
    var lead: StoryView?
    /// Beside it, the first story of each section.
    var inside: [InsideView]
    var sections: [SectionView]
    var index: [IndexEntry]
    /// “19 more stories were left out: see why”, and the page that says why.
    var leftOut: String?
    var leftOutHref: String

    static let fields: ViewFields<EditionView> = [
        "page": .view { $0.page },
        "date": .text { $0.date },
        "dateLine": .text { $0.dateLine },
        "line": .text { $0.line },
        "notice": .text { $0.notice },
        "emptiness": .text { $0.emptiness },
        "missing": .text { $0.missing },
        "missingHref": .text { $0.missingHref },
        "previous": .view { $0.previous },
        "next": .view { $0.next },
        "hasNeighbours": .flag { $0.previous != nil || $0.next != nil },
        "lead": .view { $0.lead },
        "inside": .list { $0.inside },
        "hasInside": .flag { !$0.inside.isEmpty },
        "sections": .list { $0.sections },
        "index": .list { $0.index },
        "hasIndex": .flag { $0.index.count > 1 },
        "leftOut": .text { $0.leftOut },
        "leftOutHref": .text { $0.leftOutHref },
        "isEmpty": .flag { $0.lead == nil },
    ]

    /// The first story of a section, told of beside the lead.
    struct InsideView: TemplateView {
        var section: String
        var headline: String
        var direction: String
        var language: String?
        /// Its place on the page.
        var href: String

        static let fields: ViewFields<InsideView> = [
            "section": .text { $0.section },
            "headline": .text { $0.headline },
            "direction": .text { $0.direction },
            "language": .text { $0.language },
            "href": .text { $0.href },
        ]
    }

    /// The way to a section.
    struct IndexEntry: TemplateView {
        var anchor: String
        var name: String
        var count: String

        static let fields: ViewFields<IndexEntry> = [
            "anchor": .text { $0.anchor },
            "name": .text { $0.name },
            "count": .text { $0.count },
        ]
    }

    /// The edition before or after.
    struct NeighbourView: TemplateView {
        var href: String
        var label: String

        static let fields: ViewFields<NeighbourView> = [
            "href": .text { $0.href },
            "label": .text { $0.label },
        ]
    }
}

extension SiteContext {
    /// The page of an edition, at its dated place or as the front page. The front page is made anew each night; what an
    /// edition's own page leads to has to stay.
    func editionView(of edition: Edition, path: String) -> EditionView {
        let isFront = path == SitePaths.front
        let root = SitePaths.root(from: path)
        let builder = StoryViewBuilder(context: self, edition: edition, root: root, isLasting: !isFront)
        let dateLine = dates.fullDate(edition.date)
        let line = editionLine(edition)
        let isNewest = editions.first.map { $0.date == edition.date } ?? true
        var pictures = PlacedPictures()
        var lead = edition.clusters.first.map { builder.view(of: $0, .lead) }
        lead.mutate { pictures.place($0.isPictureSmall ? nil : .large, of: &$0) }
        let sections = sectionViews(of: edition, builder, &pictures)
        return EditionView(
            page: frame(
                path: path, of: isFront ? nil : edition, title: isFront ? nil : dateLine,
                description: "\(dateLine): \(line)", structured: itemList(of: edition)),
            date: edition.date.description, dateLine: dateLine, line: line,
            notice: isFront && !editions.isEmpty ? notice : nil, emptiness: words[emptiness(of: edition)],
            missing: missing(from: edition),
            missingHref: isNewest && site.health != .none ? root + SitePaths.health : nil,
            previous: previous(of: edition.date).map { neighbour($0, root) },
            next: next(of: edition.date).map { neighbour($0, root) },
            lead: lead, inside: inside(sections.views), sections: sections.views, index: sections.index,
            leftOut: leftOutLine(of: edition), leftOutHref: root + SitePaths.leftOut(of: edition.date))
    }

    /// What stands in front where nothing was ever published.
    var emptyEdition: Edition {
        let outcomes = publication.health.sources.map(\.report.outcome)
        return Edition(
            date: publication.health.edition, generated: publication.generated,
            sourcesAsked: outcomes.count { $0 != .skipped }, sourcesAnswered: outcomes.count(where: \.isAnswer))
    }

    /// Why the newest edition is not of tonight, where it is not.
    private var notice: String? {
        publication.quietness.map { quietness in
            let reason =
                quietness == .tooFew
                ? "edition.quiet-sparse" : isUnanswered(emptyEdition) ? "edition.quiet-unanswered" : "edition.quiet"
            return words.phrase(reason, ["date": dates.shortDate(publication.health.edition)])
        }
    }

    /// Why an edition has no story.
    private func emptiness(of edition: Edition) -> String {
        if publication.quietness == .tooFew, editions.isEmpty { return "edition.sparse" }
        return isUnanswered(edition) ? "edition.unanswered" : "edition.empty"
    }

    private func isUnanswered(_ edition: Edition) -> Bool { edition.sourcesAsked > 0 && edition.sourcesAnswered == 0 }

    private func editionLine(_ edition: Edition) -> String {
        guard edition.sourcesAsked > 0 else { return words.count("stories", edition.clusters.count) }
        let places = places(edition.sourcesAnswered, of: edition.sourcesAsked)
        return words.phrase(
            "edition.line",
            [
                "stories": words.count("stories", edition.clusters.count),
                "sources": words.count("sources", edition.sourcesAsked, places),
            ])
    }

    private func missing(from edition: Edition) -> String? {
        let count = edition.sourcesAsked - edition.sourcesAnswered
        return count > 0 ? words.count("edition.missing", count) : nil
    }

    private func neighbour(_ date: EditionDate, _ root: String) -> EditionView.NeighbourView {
        .init(href: root + SitePaths.edition(date), label: dates.shortDate(date))
    }

    /// The sections without the lead, which stands before them, and the links to all of them.
    private func sectionViews(
        of edition: Edition, _ builder: StoryViewBuilder, _ pictures: inout PlacedPictures
    ) -> (views: [SectionView], index: [EditionView.IndexEntry]) {
        var views: [SectionView] = []
        var index: [EditionView.IndexEntry] = []
        for (number, section) in edition.sections.enumerated() {
            let name = PlainText.line(section.name)
            let clusters = number == 0 ? section.clusters.dropFirst() : section.clusters[...]
            let anchor = clusters.isEmpty ? "lead" : "section-\(number + 1)"
            index.append(.init(anchor: anchor, name: name, count: words.numbers.whole(section.clusters.count)))
            guard !clusters.isEmpty else { continue }
            if !views.isEmpty { views[views.count - 1].next = skip(to: anchor, name) }
            let place = builder.isLasting ? nil : place(ofSection: section.name)
            var view = SectionView(clusters, builder, &pictures)
            view.anchor = anchor
            view.name = name
            view.href = place.map { builder.root + $0.page }
            view.all = words.phrase("section.all", ["section": name])
            views.append(view)
        }
        views.joinSingles()
        return (views, index)
    }

    private func skip(to anchor: String, _ section: String) -> SectionView.SkipView {
        .init(anchor: anchor, label: words.phrase("skip.section", ["section": section]))
    }

    /// With fewer sections there is no column of them.
    private static let fewestInside = 3
    private static let mostInside = 7

    private func inside(_ sections: [SectionView]) -> [EditionView.InsideView] {
        let first = sections.prefix(Self.mostInside).compactMap { section in
            section.leader.map { story in
                EditionView.InsideView(
                    section: section.name, headline: story.headline, direction: story.direction,
                    language: story.language, href: "#" + story.anchor)
            }
        }
        return first.count < Self.fewestInside ? [] : first
    }

    /// schema.org's list of what the page holds: data that no browser runs.
    private func itemList(of edition: Edition) -> RawText {
        var json = JSONWriter(indent: nil)
        json.object {
            $0.text("@context", "https://schema.org")
            $0.text("@type", "ItemList")
            $0.text("name", siteTitle + ", " + dates.fullDate(edition.date))
            $0.number("numberOfItems", edition.clusters.count)
            $0.array("itemListElement") { list in
                for (index, cluster) in edition.clusters.enumerated() {
                    guard let address = cluster.lead.link else { continue }
                    list.object {
                        $0.text("@type", "ListItem")
                        $0.number("position", index + 1)
                        $0.text("url", address.text)
                    }
                }
            }
        }
        return .json(json.bytes)
    }
}
