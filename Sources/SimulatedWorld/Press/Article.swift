import Foundation

/// A story as one outlet tells it, before a provider's form is put on it.
struct Article: Sendable, Hashable {
    /// What stays the same for good, unique within the outlet.
    var id: String
    /// Where it stands, as the feed gives it.
    var link: String
    var title: String
    /// Plain text, one to three sentences.
    var summary: String
    /// Plain text.
    var paragraphs: [String]
    var author: String?
    var categories: [String]
    var published: Date?
    /// When it last changed, where it has.
    var updated: Date?
    var image: String?
    /// What follows the paragraphs as HTML, whatever the advertising department put there.
    var appendix = ""

    var html: String {
        let picture = image.map { "<figure><img src=\"\(XMLText.escaped($0))\" alt=\"\"></figure>" } ?? ""
        return picture + paragraphs.map { "<p>\(XMLText.escaped($0))</p>" }.joined() + appendix
    }
}

/// Turns one outlet's reports into its articles, with the quirks of its house.
struct Writer {
    let source: SimulatedSource
    let night: SimulatedNight

    /// Newest first.
    func articles(_ reports: [Report]) -> [Article] {
        var told = live(reports.sorted { $0.published < $1.published }).map(dressed)
        if source.quirks.contains(.morningColumn) { told += MorningColumn(source: source).articles(told, on: night) }
        return misdated(told.sorted { ($0.lastChange, $0.id) > ($1.lastChange, $1.id) })
    }

    private func article(_ report: Report) -> Article {
        let stage = report.template.stages[report.stage]
        let title = report.filling.text(stage.headlines[report.wording])
        let summary = report.filling.text(stage.summaries[report.wording % stage.summaries.count])
        let place = "\(UTCTime(report.published).path)/\(Slug.of(title))"
        return Article(
            id: source.permanentID(place), link: source.pageAddress(place), title: title, summary: summary,
            paragraphs: [summary] + furtherParagraphs(report, stage),
            author: byline(report),
            categories: [report.template.section.rawValue], published: report.published,
            image: source.quirks.contains(.pictures)
                ? source.pageAddress("images/\(Slug.of(report.filling.key)).jpg") : nil
        )
    }

    /// What else is known of the story, and one paragraph that would fit any of its section, or two where little is
    /// known; the same ones wherever agency copy is printed.
    private func furtherParagraphs(_ report: Report, _ stage: StoryTemplate.Stage) -> [String] {
        let used = report.wording % stage.summaries.count
        let others = stage.summaries[(used + 1)...] + stage.summaries[..<used]
        let pool = Storybook.standard.words("paragraphs", of: report.template.section)
        var generator = SeededGenerator(night.seed, "paragraphs", report.filling.key, "\(report.wording)")
        let general = generator.shuffled(pool).prefix(others.isEmpty ? 2 : 1)
        return (others + stage.paragraphs + general).map(report.filling.text)
    }

    private func byline(_ report: Report) -> String? {
        if report.isAgencyCopy { return "Staff and agencies" }
        let names = Storybook.standard.words("bylines", of: report.template.section)
        var generator = SeededGenerator(night.seed, "byline", source.id, report.filling.key)
        return names[generator.below(names.count)]
    }

    /// Where stories are live pages, the days of one story are one article: first published then, changed now.
    private func live(_ reports: [Report]) -> [Article] {
        guard source.quirks.contains(.liveStories) else { return reports.map(article) }
        var first: [String: Article] = [:]
        var result: [Article] = []
        for report in reports {
            var current = article(report)
            if let earlier = first[report.filling.key] {
                result.removeAll { $0.id == earlier.id }
                current.updated = current.published
                (current.id, current.link, current.published) = (earlier.id, earlier.link, earlier.published)
            } else if report.template.isDeveloping {
                first[report.filling.key] = current
            }
            result.append(current)
        }
        return result
    }

    private func dressed(_ article: Article) -> Article {
        var article = article
        if source.quirks.contains(.trackingParameters) {
            article.link += "?utm_source=feed&utm_medium=rss&utm_campaign=daily"
        }
        if source.quirks.contains(.advertising) {
            article.appendix =
                "<p><a href=\"\(source.pageAddress("subscribe"))\" onclick=\"track()\">Subscribe for more</a></p>"
                + "<img src=\"https://pixel.adverts.example/p.gif?story=\(Slug.of(article.title))\" width=\"1\" height=\"1\">"
                + "<script>track('\(Slug.of(article.title))')</script>"
        }
        return article
    }

    private func misdated(_ articles: [Article]) -> [Article] {
        var articles = articles
        if source.quirks.contains(.undated) {
            articles = articles.compactMap(undated)
        }
        if source.quirks.contains(.future), let published = articles.first?.published {
            articles[0].published = published.addingTimeInterval(86_400)
        }
        return articles
    }
}

extension Writer {
    /// One article in five loses its date, always the same one; an old one leaves the feed with it, as nothing would
    /// tell it from news.
    private func undated(_ article: Article) -> Article? {
        guard SeedHash.of(article.id) % 5 == 0 else { return article }
        guard night.now.timeIntervalSince(article.lastChange) < Self.undatedSeconds else { return nil }
        var article = article
        (article.published, article.updated) = (nil, nil)
        return article
    }

    /// How long an entry without a date stays in a feed.
    static let undatedSeconds = 26.0 * 3600
}

extension Article {
    var lastChange: Date { updated ?? published ?? .distantPast }
}

extension SimulatedSource {
    /// The address of a page of the outlet.
    func pageAddress(_ path: String) -> String { "https://\(id).example/\(path)" }

    /// What names an article for good, as this kind of source does it.
    fileprivate func permanentID(_ place: String) -> String {
        if kind == .guardian { return "\(section.rawValue.lowercased())/\(place)" }
        return kind == .feed(.atom) ? "tag:\(id).example,2026:\(place)" : pageAddress(place)
    }
}

/// The part of an address that a title makes: its first words, in lower case, joined by `-`.
enum Slug {
    private static let mostWords = 7

    static func of(_ title: String) -> String {
        let words = title.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) && $0 != "’" }
        return words.prefix(mostWords).map { $0.replacing("’", with: "") }.joined(separator: "-")
    }
}

/// The column with which an outlet begins the day: the same title each day, at an address of its own.
struct MorningColumn {
    let source: SimulatedSource

    private static let hour = 5
    private static let daysBack = 4

    /// One article for each morning that had something to sum up.
    func articles(_ told: [Article], on night: SimulatedNight) -> [Article] {
        ((night.day - Self.daysBack)...night.day).compactMap { day in
            let morning = Date(timeIntervalSince1970: Double(day * 86_400 + Self.hour * 3600))
            let yesterday = morning.addingTimeInterval(-86_400)
            let news = told.filter { yesterday <= $0.lastChange && $0.lastChange < morning }
            return morning <= night.now && !news.isEmpty ? column(news.suffix(3), at: morning) : nil
        }
    }

    private func column(_ news: [Article], at morning: Date) -> Article {
        let time = UTCTime(morning)
        let link = source.pageAddress("\(time.path)/\(Slug.of(title))")
        let headlines = news.map(\.title).joined(separator: "; ")
        let list = news.map { "<li><a href=\"\($0.link)\">\(XMLText.escaped($0.title))</a></li>" }.joined()
        return Article(
            id: link, link: link, title: title, summary: "\(time.weekdayName) at a glance: \(headlines).",
            paragraphs: ["Good morning. This is what \(source.title) has for you on \(time.weekdayName)."],
            author: source.title, categories: [source.section.rawValue, "Columns"], published: morning,
            appendix: "<ul>\(list)</ul>")
    }

    private var title: String { Storybook.standard.words("column", of: source.section)[0] }
}
