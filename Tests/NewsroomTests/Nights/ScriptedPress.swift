import Foundation
import NewsModel

/// One article of a scripted paper, with what is odd about it and where it belongs.
struct Article: Sendable {
    let paper: SourceID
    /// Names it in its address, and in the test.
    let name: String
    let title: String
    /// The night and the hour after midnight at which the paper first lists it.
    let night: Int
    let hour: Double
    /// The night of the one edition that tells it; `nil` for none.
    let told: Int?
    /// What its date is, in hours from when it is first listed.
    var dated: Double? = 0
    /// Its title from a later night on.
    var retitled: (night: Int, title: String)?
    /// The name in its address from a later night on, with the id that it had.
    var moved: (night: Int, name: String)?
}

/// The papers of fourteen nights: every item stays listed for six days.
struct ScriptedPress: Sendable {
    let days: FourteenDays
    let articles: [Article]

    private static let daysListed = 6.0

    /// What a paper's feed holds at an instant of a night.
    func feed(of paper: SourceID, at instant: Date, night: Int) -> Feed {
        let listed = articles.filter { article in
            let since = instant.timeIntervalSince(days.instant(article.night, article.hour))
            return article.paper == paper && since >= 0 && since < Self.daysListed * 86_400
        }
        return Feed(
            title: paper.rawValue, link: "https://\(paper).example/",
            items: listed.map { item($0, at: instant, night: night) })
    }

    private func item(_ article: Article, at instant: Date, night: Int) -> FeedItem {
        let name = article.moved.map { night >= $0.night ? $0.name : article.name } ?? article.name
        let title = article.retitled.map { night >= $0.night ? $0.title : article.title } ?? article.title
        let listed = days.instant(article.night, article.hour)
        return FeedItem(
            id: id(of: article, night: night), title: title, link: link(to: name, of: article.paper, night: night),
            published: article.paper == "stamp" ? instant : article.dated.map { listed.addingTimeInterval($0 * 3600) })
    }

    /// The gazette moves to other software on the sixth night.
    private func id(of article: Article, night: Int) -> String {
        article.paper == "gazette" && night >= 6 ? "urn:new:\(article.name)" : "tag:\(article.name)"
    }

    /// The mirror counts who comes from which night's feed.
    private func link(to name: String, of paper: SourceID, night: Int) -> String {
        let query = paper == "mirror" ? "?utm_source=feed&utm_campaign=night-\(night)" : ""
        return "https://www.\(paper).example/\(name)\(query)"
    }
}
