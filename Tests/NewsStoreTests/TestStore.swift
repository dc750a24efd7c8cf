import Foundation
import NewsModel
import NewsStore
import TestSupport

/// A store in a directory of its own, and short ways to give it a night.
struct TestStore {
    let folder: TemporaryDirectory
    let path: String
    let store: NewsStore

    init() throws {
        folder = try TemporaryDirectory()
        path = folder.path("state.sqlite")
        store = try NewsStore(path: path)
    }

    /// A night at `now`, whose edition's date is that of `now` in UTC unless given.
    @discardableResult
    func night<T>(_ now: Date, date: EditionDate? = nil, _ body: (RunTransaction) throws -> T) throws -> T {
        try store.night(of: date ?? EditionDate(now, in: .gmt), now: now, body)
    }

    /// All that is known of every story, the last first.
    func histories(_ policy: EditionPolicy = EditionPolicy()) throws -> [StoryHistory] {
        var ids: [StoryID] = []
        try store.visitStoryNames { ids.append($0.id) }
        return try store.histories(of: ids, policy: policy)
    }

    /// A whole run: an answer of each source, then an edition that leads with every candidate.
    /// - Returns: the titles told, in alphabetical order.
    @discardableResult
    func run(
        _ now: Date, date: EditionDate? = nil, _ answers: [SourceID: [PreparedItem]] = [:],
        policy: EditionPolicy = EditionPolicy()
    ) throws -> [String] {
        try night(now, date: date) { night in
            for (source, items) in answers { try night.answer(from: source, items) }
            return try night.publish(policy)
        }
    }
}

extension NewsStore {
    /// A whole run that is kept unless `body` throws.
    @discardableResult
    func night<T>(of date: EditionDate, now: Date, _ body: (RunTransaction) throws -> T) throws -> T {
        let run = try beginRun(of: date, now: now)
        let value = try body(run)
        try run.commit()
        return value
    }
}

extension RunTransaction {
    @discardableResult
    func answer(from source: SourceID, _ items: [PreparedItem]) throws -> Int {
        let new = try record(DistinctItems(items, from: source), from: source)
        try record(SourceVisit(report: SourceReport(source: source, outcome: .fresh, items: items.count)))
        return new.count
    }

    @discardableResult
    func publish(_ policy: EditionPolicy = EditionPolicy()) throws -> [String] {
        let stories = try candidates(policy)
        try save(Edition.telling(stories, on: date, at: now))
        return stories.map(\.title).sorted()
    }
}

extension Edition {
    /// One section with a cluster of each story.
    static func telling(_ stories: [Story], on date: EditionDate, at now: Date) -> Edition {
        let clusters = stories.map { Cluster(lead: $0, score: 1) }
        return Edition(date: date, generated: now, sections: [.init(name: "News", clusters: clusters)])
    }
}

extension PreparedItem {
    /// A story whose id and address are made from its title, unless given.
    static func titled(
        _ title: String, _ published: Date? = nil, id: String? = "", key: String? = nil, summary: String? = nil
    ) -> PreparedItem {
        let name = title.lowercased().replacing(" ", with: "-")
        let key = key ?? "paper.example/\(name)"
        return PreparedItem(
            item: FeedItem(
                id: id == "" ? "tag:\(name)" : id, title: title, link: "https://\(key)", published: published,
                summary: summary.map { Markup(.html, $0, base: "https://paper.example/") }),
            key: key, link: "https://\(key)", title: title)
    }
}

extension Date {
    /// An instant in UTC: day and month of 2026, hour and minute.
    static func at(_ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0) -> Date {
        let start = EditionDate(year: 2026, month: month, day: day)?.start(in: .gmt) ?? .distantPast
        return start.addingTimeInterval(Double(hour * 60 + minute) * 60)
    }

    func hours(_ hours: Double) -> Date { addingTimeInterval(hours * 3600) }
    func days(_ days: Double) -> Date { hours(days * 24) }
}

extension EditionDate {
    static func day(_ month: Int, _ day: Int) -> EditionDate { EditionDate(.at(month, day), in: .gmt) }
}
