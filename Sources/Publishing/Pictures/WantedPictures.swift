package import NewsModel
import WebText

extension SiteRenderer {
    /// The addresses of the pictures that the page of an edition of a publication would show if all of them could be had,
    /// each once: those beside the stories in the order of the page, then those in whole texts.
    package func pictures(wantedBy edition: Edition, in publication: Publication) -> [String] {
        var publication = publication
        publication.site.images = .linked
        let context = SiteContext(publication, templates: templates)
        let shown = (context.editions + context.editionsAhead).first { $0.date == edition.date } ?? edition
        let view = context.editionView(of: shown, path: SitePaths.edition(edition.date))
        let stories = [view.lead].compactMap(\.self) + view.sections.flatMap(\.stories)
        let placed = stories.compactMap { $0.image ?? $0.thumbnail }
        let all = placed + (publication.site.content == .full ? context.picturesInTexts(of: shown) : [])
        var seen: Set<String> = []
        return Array(all.filter { seen.insert($0).inserted }.prefix(Self.mostPictures))
    }

    /// More pictures than an edition of 200 stories places.
    private static let mostPictures = 300
}

extension SiteContext {
    /// How many pictures of one text are kept.
    private static let mostInText = 8

    fileprivate func picturesInTexts(of edition: Edition) -> [String] {
        edition.clusters.flatMap { cluster in
            cluster.lead.wholeText.map {
                Sanitiser.pictures(in: $0, reach: publication.reach(of: cluster.lead.source)).prefix(Self.mostInText)
            } ?? []
        }
    }
}
