internal import Foundation
internal import NewsModel
import WebText

extension SiteContext {
    /// The page of an edition.
    ///
    /// - Parameters:
    ///   - edition: What it shows.
    ///   - path: Where the page stands: the dated place, or `index.html` for the newest.
    /// - Returns: What its template is given.
    func editionView(of edition: Edition, path: String) -> EditionView {
        // The front page is made anew each night; what an edition's own page leads to has to stay.
        let isFront = path == Self.frontPath
        let builder = StoryViewBuilder(
            context: self, edition: edition, root: Self.root(from: path), isLasting: !isFront)
        let dateLine = clock.fullDate(edition.date)
        let line = editionLine(edition)
        let isNewest = edition.date == editions.first?.date
        let description = "\(dateLine): \(line)"
        let sections = sectionViews(of: edition, builder)
        return EditionView(
            page: .init(
                isFront
                    ? frame(path: path, title: nil, description: description, structured: itemList(of: edition))
                    : frame(
                        path: path, of: edition, title: dateLine, description: description,
                        structured: itemList(of: edition))),
            words: words.forTemplates, date: edition.date.description, dateLine: dateLine, line: line,
            missing: missing(from: edition), missingHref: isNewest ? builder.root + "health.html" : nil,
            previous: previous(of: edition.date).map { neighbour($0, builder.root) },
            next: next(of: edition.date).map { neighbour($0, builder.root) },
            lead: edition.clusters.first.map { builder.view(of: $0, isLead: true) }, sections: sections.views,
            index: sections.index, leftOut: leftOutView(of: edition))
    }

    static let frontPath = "index.html"

    func editionLine(_ edition: Edition) -> String {
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
        .init(href: root + Self.page(of: date), label: clock.shortDate(date))
    }

    /// The sections without the lead, which stands before them, and the ways to all of them.
    private func sectionViews(
        of edition: Edition, _ builder: StoryViewBuilder
    ) -> (views: [EditionView.SectionView], index: [EditionView.IndexEntry]) {
        var views: [EditionView.SectionView] = []
        var index: [EditionView.IndexEntry] = []
        for (number, section) in edition.sections.enumerated() {
            let name = PlainText.line(section.name)
            let clusters = number == 0 ? section.clusters.dropFirst() : section.clusters[...]
            let anchor = clusters.isEmpty ? "lead" : "section-\(number + 1)"
            index.append(.init(anchor: anchor, name: name, count: words.figures.whole(section.clusters.count)))
            guard !clusters.isEmpty else { continue }
            let place = builder.isLasting ? nil : place(ofSection: section.name)
            views.append(
                .init(
                    anchor: anchor, name: name, href: place.map { builder.root + $0.page },
                    all: words.phrase("section.all", ["section": name]),
                    stories: clusters.map { builder.view(of: $0) }))
        }
        return (views, index)
    }

    private func leftOutView(of edition: Edition) -> EditionView.LeftOutView? {
        guard let omissions = edition.omissions?.filter(\.isMissed), !omissions.isEmpty else { return nil }
        let reasons = omissions.map { omission in
            EditionView.ReasonView(
                line: words.count("left-out.\(omission.reason.rawValue)", omission.count),
                stories: omission.named.map(\.story).map {
                    .init(
                        separator: "", outlet: outlet(of: $0, in: edition), headline: PlainText.headline($0.title),
                        href: WebAddress($0.link)?.text)
                })
        }
        return .init(line: words.count("left-out", omissions.reduce(0) { $0 + $1.count }), reasons: reasons)
    }

    /// schema.org's list of what the page holds: data that no browser runs.
    private func itemList(of edition: Edition) -> RawText {
        var json = JSONWriter(indent: nil)
        json.object {
            $0.text("@context", "https://schema.org")
            $0.text("@type", "ItemList")
            $0.text("name", PlainText.line(site.title) + ", " + clock.fullDate(edition.date))
            $0.number("numberOfItems", edition.clusters.count)
            $0.array("itemListElement") { list in
                for (index, cluster) in edition.clusters.enumerated() {
                    guard let address = WebAddress(cluster.lead.link) else { continue }
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
