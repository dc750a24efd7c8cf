internal import Foundation
internal import NewsModel
import WebText

/// Feeds with an entry for each cluster: the one to subscribe to, and the archive document of each edition.
struct StoryFeed {
    let context: SiteContext

    static let path = "atom.xml"

    static func path(of date: EditionDate) -> String { date.path + "/atom.xml" }

    /// The newest editions' stories, newest edition first, each in the order of its page.
    ///
    /// Its archive begins with the edition before the newest: the newest may still change today, and archive documents
    /// must not (RFC 5005 §4.1).
    func subscription() -> [UInt8] {
        let editions = context.editions.prefix(Publication.editionsInStoryFeed)
        let previous = editions.first.flatMap { context.previous(of: $0.date) }
        let feed = AtomFeed(
            path: Self.path, title: context.siteTitle, subtitle: context.words["feed.subtitle"], page: "index.html",
            updated: editions.map { context.updated($0) }.max() ?? context.beginning,
            previousArchive: previous.map(Self.path))
        return feed.document(context) { xml in
            for edition in editions { write(edition, path: Self.path, &xml) }
        }
    }

    /// The stories of one section, of as many editions as any feed holds: in most of them it has few.
    func section(_ place: SectionPlace) -> [UInt8] {
        let editions = context.recent.map { edition in
            var part = edition
            part.sections = edition.sections.filter { PlainText.line($0.name) == place.name }
            return part
        }.filter { !$0.sections.isEmpty }
        let feed = AtomFeed(
            path: place.feed,
            title: context.words.phrase("feed.section", ["section": place.name, "site": context.siteTitle]),
            subtitle: nil, page: place.page,
            updated: editions.map { context.updated($0) }.max() ?? context.beginning)
        return feed.document(context) { xml in
            for edition in editions { write(edition, path: place.feed, &xml) }
        }
    }

    /// The archive document of one edition.
    func archive(of edition: Edition) -> [UInt8] {
        let path = Self.path(of: edition.date)
        let feed = AtomFeed(
            path: path, title: "\(context.siteTitle), \(context.clock.fullDate(edition.date))", subtitle: nil,
            page: SiteContext.page(of: edition.date), updated: context.updated(edition),
            previousArchive: context.previous(of: edition.date).map(Self.path),
            nextArchive: context.next(of: edition.date).map(Self.path), current: Self.path)
        return feed.document(context) { write(edition, path: path, &$0) }
    }

    private func write(_ edition: Edition, path: String, _ xml: inout XMLWriter) {
        let page = context.address(SiteContext.page(of: edition.date), from: path)
        for section in edition.sections {
            for cluster in section.clusters {
                let entry = context.entry(cluster, section.name, of: edition)
                xml.element("entry") { entry.write(place: "\(page)#\(SiteContext.anchor(of: cluster))", to: &$0) }
            }
        }
    }
}
