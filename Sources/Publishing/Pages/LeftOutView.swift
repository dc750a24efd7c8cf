import NewsModel
import WebText

/// The page of what is not on the page of an edition, and why.
struct LeftOutView: TemplateView {
    var page: PageFrame
    /// The edition, and the way back to it.
    var date: String
    var dateLine: String
    var href: String
    /// “19 more stories were left out”.
    var line: String
    var reasons: [ReasonView]

    static let fields: ViewFields<LeftOutView> = [
        "page": .view { $0.page },
        "date": .text { $0.date },
        "dateLine": .text { $0.dateLine },
        "href": .text { $0.href },
        "line": .text { $0.line },
        "reasons": .list { $0.reasons },
    ]

    struct ReasonView: TemplateView {
        /// “7 beyond the share of their source”.
        var line: String
        /// What can be named; a muted story cannot.
        var stories: [StoryView.CoverageView]
        /// “and 12 more”, where they are too many to be named.
        var more: String?

        static let fields: ViewFields<ReasonView> = [
            "line": .text { $0.line },
            "stories": .list { $0.stories },
            "isNamed": .flag { !$0.stories.isEmpty },
            "columns": .text { String(SectionLayout.columns(ofBriefs: $0.stories.count)) },
            "more": .text { $0.more },
        ]
    }
}

extension SiteContext {
    /// “19 more stories were left out: see why”; `nil` where readers miss nothing.
    func leftOutLine(of edition: Edition) -> String? {
        let count = missed(in: edition).reduce(0) { $0 + $1.count }
        return count > 0 ? words.count("left-out", count) : nil
    }

    /// The page of what an edition leaves out: by reason, all that is remembered of it.
    func leftOutView(of edition: Edition) -> LeftOutView {
        let path = SitePaths.leftOut(of: edition.date)
        let root = SitePaths.root(from: path)
        let omissions = missed(in: edition)
        let line = words.count("left-out.title", omissions.reduce(0) { $0 + $1.count })
        let dateLine = dates.fullDate(edition.date)
        let stories = edition.leftOutByReason
        return LeftOutView(
            page: frame(path: path, of: edition, title: line, description: "\(dateLine): \(line)"),
            date: edition.date.description, dateLine: dateLine, href: root + SitePaths.edition(edition.date),
            line: line, reasons: omissions.map { reason($0, stories[$0.reason] ?? [], edition) })
    }

    private func missed(in edition: Edition) -> [Omission] { edition.omissions.filter(\.isMissed) }

    private func reason(
        _ omission: Omission, _ all: [Edition.LeftOut], _ edition: Edition
    ) -> LeftOutView.ReasonView {
        let named = omission.listed(among: all).map { leftOut in
            let story = publication.withoutPrivateAddresses(leftOut).story
            return StoryView.CoverageView(
                separator: "", outlet: outlet(of: story, in: edition), headline: PlainText.headline(story.title),
                language: foreignLanguage(of: story), href: story.link?.text)
        }
        let more = omission.count - named.count
        return .init(
            line: words.count("left-out.\(omission.reason.rawValue)", omission.count), stories: named,
            more: !named.isEmpty && more > 0 ? words.count("also-in.more", more) : nil)
    }
}
