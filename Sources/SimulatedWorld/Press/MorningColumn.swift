import Foundation

/// The column with which an outlet begins the day: the same title each day, at an address of its own.
struct MorningColumn {
    let source: SimulatedSource

    private static let hour = 5
    private static let daysBack = 4

    /// One article for each morning that had something to sum up.
    func articles(_ told: [Article], on night: Night) -> [Article] {
        ((night.day - Self.daysBack)...night.day).compactMap { day in
            let morning = Date(timeIntervalSince1970: Double(day * 86_400 + Self.hour * 3600))
            let yesterday = morning.addingTimeInterval(-86_400)
            let news = told.filter { yesterday <= $0.lastChange && $0.lastChange < morning }
            return morning <= night.now && !news.isEmpty ? column(news.suffix(3), at: morning) : nil
        }
    }

    private func column(_ news: [Article], at morning: Date) -> Article {
        let time = CivilTime(morning)
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
