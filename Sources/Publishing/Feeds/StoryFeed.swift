import Foundation
import NewsModel
import WebText

/// Feeds with an entry for each cluster: the one to subscribe to, those of sections, and the archive document of each
/// edition.
struct StoryFeed {
    let context: SiteContext

    /// The newest editions' stories, newest edition first, each in the order of its page.
    ///
    /// Its archive begins with the edition before the newest: the newest may still change today, and archive documents
    /// must not (RFC 5005 §4.1).
    func subscription() -> [UInt8] {
        let editions = context.editions.prefix(Publication.editionsInStoryFeed)
        let previous = editions.first.flatMap { context.previous(of: $0.date) }
        return document(
            AtomFeed(
                path: SitePaths.stories, title: context.siteTitle, subtitle: context.words["feed.subtitle"],
                page: SitePaths.front, updated: context.updated(editions),
                previousArchive: previous.map(SitePaths.stories(of:))), editions)
    }

    /// The stories of one section, of as many editions as any feed holds: in most of them it has few.
    func section(_ place: SectionPlace) -> [UInt8] {
        let editions = context.recent.map { edition in
            var part = edition
            part.sections = edition.inSection(place.name)
            return part
        }.filter { !$0.sections.isEmpty }
        return document(
            AtomFeed(
                path: place.feed,
                title: context.words.phrase("feed.section", ["section": place.name, "site": context.siteTitle]),
                subtitle: nil, page: place.page, updated: context.updated(editions)), editions)
    }

    /// The archive document of one edition.
    func archive(of edition: Edition) -> [UInt8] {
        document(
            AtomFeed(
                path: SitePaths.stories(of: edition.date),
                title: "\(context.siteTitle), \(context.dates.fullDate(edition.date))", subtitle: nil,
                page: SitePaths.edition(edition.date), updated: context.updated(edition),
                previousArchive: context.previous(of: edition.date).map(SitePaths.stories(of:)),
                nextArchive: context.next(of: edition.date).map(SitePaths.stories(of:)), current: SitePaths.stories),
            [edition])
    }

    private func document(_ feed: AtomFeed, _ editions: some Sequence<Edition>) -> [UInt8] {
        feed.document(context) { xml in
            for edition in editions {
                for section in edition.sections {
                    for cluster in section.clusters {
                        let entry = FeedEntry(cluster, in: section.name, of: edition, context)
                        xml.element("entry") { entry.write(to: &$0, at: feed.path, context) }
                    }
                }
            }
        }
    }
}
