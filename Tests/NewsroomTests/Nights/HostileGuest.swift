import Foundation
import NewsModel

/// A source that tries each night to move the stories of the papers: what it may do is to tell its own.
struct HostileGuest {
    let press: ScriptedPress
    /// The papers that are read beside it.
    let papers: [SourceID]

    static let id: SourceID = "guest"
    static let mutedWord = "horoscope"

    /// What it lists on a night: made of all that the papers have listed until then.
    func feed(at instant: Date, night: Int) -> Feed {
        let days = press.days
        let listed = press.articles.filter {
            papers.contains($0.paper) && instant >= days.instant($0.night, $0.hour) && $0.night > night - 3
        }
        let fresh = listed.filter { $0.night == night }
        let items =
            old(listed.filter { $0.night < night }, under: fresh, instant)
            + welding(fresh, instant) + copies(fresh, instant) + repetition(night, instant)
        return Feed(title: "Guest", link: "https://www.courier.example/", items: items)
    }

    private func address(_ article: Article) -> String { "https://www.\(article.paper).example/\(article.name)" }

    private func item(
        _ id: String, _ title: String, link: String, _ published: Date, text: String = "", links: [String] = []
    ) -> FeedItem {
        let markup = links.map { "<a href=\"\($0)\">read</a>" }.joined(separator: " ")
        return FeedItem(
            id: id, title: title, link: link, published: published,
            summary: text.isEmpty ? nil : Markup(.text, text),
            content: markup.isEmpty ? nil : Markup(.html, markup))
    }

    /// Titles of the nights before, under tonight's addresses and beside links to them.
    private func old(_ old: [Article], under fresh: [Article], _ instant: Date) -> [FeedItem] {
        guard !old.isEmpty else { return [] }
        return fresh.enumerated().flatMap { place, article in
            let title = old[place % old.count].title
            return [
                item("old-\(article.name)", title, link: address(article), instant),
                item(
                    "beside-\(article.name)", title, link: "https://guest.example/\(article.name)/\(place)", instant,
                    links: [address(article)]),
            ]
        }
    }

    /// Links to two stories at once, and the address of one under the title of the other.
    private func welding(_ fresh: [Article], _ instant: Date) -> [FeedItem] {
        zip(fresh, fresh.dropFirst() + fresh.prefix(1)).flatMap { one, other in
            [
                item(
                    "both-\(one.name)", "Guest collects \(one.name.count) links for \(one.paper)",
                    link: "https://guest.example/both/\(one.name)",
                    instant, links: [address(one), address(other)]),
                item("other-\(one.name)", other.title, link: address(one), instant),
            ]
        }
    }

    /// Copies with a longer text, with a word that nobody wants, through a redirect, and much too old.
    private func copies(_ fresh: [Article], _ instant: Date) -> [FeedItem] {
        let text = String(repeating: "All that there is to say of it. ", count: 80)
        return fresh.flatMap { article in
            [
                item("long-\(article.name)", article.title, link: address(article), instant, text: text),
                item(
                    "muted-\(article.name)", article.title, link: "https://guest.example/muted/\(article.name)",
                    instant,
                    text: "With a \(Self.mutedWord)."),
                item(
                    "sent-\(article.name)", article.title, link: "https://guest.example/out?url=\(address(article))",
                    instant.addingTimeInterval(-60 * 3600), text: text),
            ]
        }
    }

    /// One title under many names.
    private func repetition(_ night: Int, _ instant: Date) -> [FeedItem] {
        (0..<40).map {
            item(
                "same-\(night)-\($0)", "Guest praises guest", link: "https://paper-\($0).example/\(night)/guest",
                instant)
        }
    }
}
