import Foundation
package import NewsModel
import Parallelism
package import WebText

/// `edition.json`: an edition as data, with all that the page shows.
///
/// Texts are the sanitised ones, and a whole text stands in it only where the site shows that. What was muted or filtered is
/// left out: it is not shown anywhere, and of long lists of what did not fit the part that the page of it shows. `joined` are the stories that came too late to what was told before: whoever restores
/// the state from it needs them to judge what is told next.
package enum EditionDocument {
    /// The file, in UTF-8, with as much of a story's text as the site publishes. `reach` says where the links in the
    /// texts of a source may lead.
    package static func bytes(
        of edition: Edition, content: SitePolicy.Content = .summary,
        reach: @escaping (SourceID) -> HostReach = { _ in .publicOnly }
    ) -> [UInt8] {
        bytes(of: edition, content: content, reach: reach, OpeningWords([:]))
    }

    /// The same; what openings look like that excerpts do without is said by `openings`.
    static func bytes(
        of edition: Edition, content: SitePolicy.Content, showsPictures: Bool = false,
        reach: @escaping (SourceID) -> HostReach, _ openings: OpeningWords, language: String? = nil
    ) -> [UInt8] {
        let texts = texts(
            of: edition, content: content, showsPictures: showsPictures, reach: reach, openings, language: language)
        var json = JSONWriter()
        json.object { root in
            root.text("edition", edition.date.description)
            root.text("generated", RFC3339.precise(edition.generated))
            root.text("curation", ifAny: edition.curation)
            write(edition.digest, as: "digest", &root)
            root.object("sources") { writeSources(of: edition, &$0) }
            root.array("sections") { list in
                for section in edition.sections { list.object { write(section, texts, &$0) } }
            }
            root.array("leftOut") { list in
                let all = edition.leftOutByReason
                for omission in edition.omissions {
                    list.object { write(omission, omission.listed(among: all[omission.reason] ?? []), &$0) }
                }
            }
            if !edition.pictures.isEmpty {
                root.array("pictures") { list in
                    for picture in edition.pictures { list.object { write(picture, &$0) } }
                }
            }
            root.array("joined") { list in
                for joined in edition.leftOut where joined.reason == .told {
                    list.object { write(joined, Texts(summary: texts.summary), &$0) }
                }
            }
        }
        return json.bytes
    }

    /// The excerpts of all stories that come with their texts.
    private static func summaries(of edition: Edition, _ maker: ExcerptMaker) -> [StoryID: SafeHTML] {
        let told = edition.clusters.flatMap(\.stories)
        let joined = edition.leftOut.lazy.filter { $0.reason == .told }.map(\.story)
        let stories = told + joined
        let excerpts = Parallel.map(stories.count, inPiecesOf: storiesInAPiece) {
            maker.longestExcerpt(of: stories[$0])
        }
        var summaries: [StoryID: SafeHTML] = [:]
        for (story, excerpt) in zip(stories, excerpts) { summaries[story.id] = excerpt }
        return summaries
    }

    private static let storiesInAPiece = 16

    /// What is written of a story's texts.
    private struct Texts {
        /// The excerpt that a page shows at most, so that a page built from it again is the same.
        let summary: (Story) -> String?
        /// The whole text, where the site shows that.
        var whole: (Story) -> String? = { _ in nil }
    }

    private static func texts(
        of edition: Edition, content: SitePolicy.Content, showsPictures: Bool, reach: @escaping (SourceID) -> HostReach,
        _ openings: OpeningWords, language: String?
    ) -> Texts {
        let summaries = summaries(of: edition, ExcerptMaker(edition, openings, language: language))
        return Texts(
            summary: { summaries[$0.id]?.html },
            whole: { story in
                guard content == .full, let markup = story.wholeText else { return nil }
                let whole = Sanitiser.html(
                    markup, showsImages: showsPictures, reach: reach(story.source), language: story.language ?? language
                )
                return whole.isAll(of: summaries[story.id]) ? nil : whole.html
            })
    }

    private static func writeSources(of edition: Edition, _ json: inout JSONWriter) {
        json.number("asked", edition.sourcesAsked)
        json.number("answered", edition.sourcesAnswered)
        json.object("titles") { titles in
            for (id, title) in edition.sourceTitles.sorted(by: { $0.key < $1.key }) { titles.text(id.rawValue, title) }
        }
    }

    private static func write(_ section: Edition.Section, _ texts: Texts, _ json: inout JSONWriter) {
        json.text("name", section.name)
        json.array("clusters") { list in
            for cluster in section.clusters { list.object { write(cluster, texts, &$0) } }
        }
    }

    private static func write(_ cluster: Cluster, _ texts: Texts, _ json: inout JSONWriter) {
        json.object("lead") { write(cluster.lead, texts, &$0) }
        json.array("also") { list in
            // What yesterday's stories said decides what of tomorrow's is told already.
            for story in cluster.also { list.object { write(story, Texts(summary: texts.summary), &$0) } }
        }
        json.number("score", cluster.score)
        json.object("why") { why in
            why.array("factors") { list in
                for factor in cluster.explanation.factors {
                    list.object {
                        $0.text("name", factor.name)
                        $0.number("value", factor.value)
                        $0.text("reason", factor.reason)
                    }
                }
            }
            why.strings("notes", cluster.explanation.notes)
            why.array("evidence") { list in
                for bond in cluster.explanation.bonds { list.object { BondFields.write(bond, &$0) } }
            }
        }
        json.text("updates", ifAny: cluster.updates?.description)
        write(cluster.entry, as: "entry", &json)
    }

    private static func write(_ mark: EntryMark?, as name: String, _ json: inout JSONWriter) {
        guard let mark else { return }
        json.object(name) {
            $0.text("hash", mark.hash)
            $0.text("updated", RFC3339.precise(mark.updated))
        }
    }

    /// With no `texts`, nothing of its text is written.
    private static func write(_ story: Story, _ texts: Texts?, _ json: inout JSONWriter) {
        json.text("id", story.id.rawValue)
        json.text("title", story.title)
        json.text("url", orNull: story.link?.text)
        json.text("source", story.source.rawValue)
        json.text("key", story.key)
        json.text("published", ifAny: story.published.map(RFC3339.precise))
        json.text("updated", ifAny: story.updated.map(RFC3339.precise))
        json.text("firstSeen", RFC3339.precise(story.firstSeen))
        if !story.authors.isEmpty { json.strings("authors", story.authors) }
        json.text("summary", ifAny: texts?.summary(story))
        json.text("content", ifAny: texts?.whole(story))
        if !story.categories.isEmpty { json.strings("categories", story.categories) }
        json.text("image", ifAny: story.image?.text)
        json.text("language", ifAny: story.language)
        json.text("discussion", ifAny: story.discussion?.text)
        json.number("points", ifAny: story.points)
        json.number("comments", ifAny: story.comments)
        json.number("rank", ifAny: story.rank)
        json.text("publisher", ifAny: story.publisher)
    }

    private static func write(_ picture: PictureCopy, _ json: inout JSONWriter) {
        json.text("url", picture.address)
        json.text("file", SitePaths.picture(picture.name))
        json.number("width", picture.width)
        json.number("height", picture.height)
    }

    private static func write(
        _ omission: Omission, _ listed: ArraySlice<Edition.LeftOut>, _ json: inout JSONWriter
    ) {
        json.text("reason", omission.reason.rawValue)
        json.number("count", omission.count)
        if !omission.causes.isEmpty { json.strings("causes", omission.causes.map(\.rawValue)) }
        json.array("stories") { list in
            for leftOut in listed { list.object { write(leftOut, nil, &$0) } }
        }
    }

    private static func write(_ leftOut: Edition.LeftOut, _ texts: Texts?, _ json: inout JSONWriter) {
        json.object("story") { write(leftOut.story, texts, &$0) }
        json.text("detail", leftOut.detail)
        json.text("cause", ifAny: leftOut.cause?.rawValue)
        json.number("score", leftOut.score)
    }
}
