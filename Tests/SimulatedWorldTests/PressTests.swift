import Foundation
import Testing

@testable import SimulatedWorld

@Suite struct PressTests {
    private static let catalogue = [SimulatedSource].demo.filter {
        $0.behaviour == .sound && !$0.quirks.contains(.wrongKey)
    }

    /// Nine nights in a row, Monday's first.
    private static let nights = (0..<9).map {
        SimulatedPress(catalogue, night: SimulatedNight(now: monday.adding(days: $0)))
    }

    private static func articles(_ day: Int) -> [(source: SimulatedSource, article: Article)] {
        catalogue.flatMap { source in nights[day].articles(of: source).map { (source, $0) } }
    }

    private static func articles(of id: String, _ day: Int) -> [Article] {
        articles(day).filter { $0.source.id == id }.map(\.article)
    }

    /// What came in the 24 hours before the night.
    private static func fresh(_ days: Int) -> [(source: SimulatedSource, article: Article)] {
        let now = monday.adding(days: days)
        return articles(days).filter {
            now.addingTimeInterval(-86_400) < $0.article.lastChange && $0.article.lastChange <= now
        }
    }

    @Test func theSameNightAndSeedTellTheSameStories() {
        let again = SimulatedPress(Self.catalogue, night: SimulatedNight(now: monday))
        let otherwise = SimulatedPress(Self.catalogue, night: SimulatedNight(now: monday, seed: 2))
        let tonight = Self.articles(0).map(\.article)
        #expect(tonight == Self.catalogue.flatMap(again.articles))
        #expect(tonight != Self.catalogue.flatMap(otherwise.articles))
    }

    @Test(arguments: 0..<7) func everyNightHasNewsEnough(day: Int) {
        #expect((55...120).contains(Self.fresh(day).count))
    }

    @Test func noStoryOfOneOutletComesTwiceInAWeek() {
        let columns = [
            "Morning briefing", "The daily build", "Before the bell", "Notes from the lab bench", "What is on tonight",
            "Five minutes before the whistle",
        ]
        var addressByTitle: [String: Set<String>] = [:]
        for (source, article) in (0..<7).flatMap({ Self.fresh($0) }) where !columns.contains(article.title) {
            let hostless = article.id.split(separator: "example").last.map(String.init) ?? article.id
            addressByTitle["\(source.id) \(article.title)", default: []].insert(hostless)
        }
        let twice = addressByTitle.filter { $0.value.count > 1 }.keys.sorted()
        #expect(twice.isEmpty, "\(twice)")
    }

    @Test func theNextNightFindsTheEarlierStoriesAsTheyWere() {
        let live = SimulatedSource.Quirk.liveStories, shifted = SimulatedSource.Quirk.future
        let today = Dictionary(
            uniqueKeysWithValues: Self.articles(1).map { ($0.source.id + $0.article.id, $0.article) })
        let kept = Self.articles(0).filter { $0.source.quirks.isDisjoint(with: [live, shifted]) }
            .filter { today[$0.source.id + $0.article.id] != nil }
        #expect(kept.count > 100)
        #expect(kept.allSatisfy { today[$0.source.id + $0.article.id] == $0.article })
    }

    @Test func greatStoriesAreToldByThreeOutletsOrMore() {
        let desk = Newsdesk(sources: Self.catalogue, seed: 1)
        let byStory = Dictionary(grouping: desk.reports(on: 20_780).filter(\.template.isGreat), by: \.template.id)
        #expect(byStory.count >= 9)
        for (story, reports) in byStory {
            #expect((3...6).contains(reports.count), "\(story)")
            #expect(Set(reports.map(\.source)).count == reports.count, "\(story)")
        }
    }

    @Test func agencyCopyHasTheSameTitleInTwoOutlets() {
        let fresh = Self.fresh(0)
        let copies = fresh.filter { $0.article.author == "Staff and agencies" }
        #expect(!copies.isEmpty)
        for copy in copies {
            #expect(fresh.filter { $0.article.title == copy.article.title }.count >= 2)
        }
    }

    @Test func storiesDevelopFromDayToDayWithTheSameNames() {
        let desk = Newsdesk(sources: Self.catalogue, seed: 1)
        let reports = (20_775..<20_790).flatMap { desk.reports(on: $0) }.filter(\.template.isDeveloping)
        let byFilling = Dictionary(grouping: reports, by: \.filling.key)
        #expect(byFilling.values.contains { Set($0.map(\.stage)) == [0, 1, 2] })
        for story in byFilling.values {
            #expect(Set(story.map(\.filling)).count == 1)
        }
    }

    @Test func aLiveStoryKeepsItsAddressAndChangesItsTitle() {
        var titlesByID: [String: Set<String>] = [:]
        for day in 0..<9 {
            let articles = Self.articles(of: "sentinel", day)
            #expect(Set(articles.map(\.id)).count == articles.count)
            for article in articles { titlesByID[article.id, default: []].insert(article.title) }
        }
        #expect(titlesByID.values.contains { $0.count >= 2 })
    }

    @Test func theMorningColumnReturnsUnderItsTitleAtANewAddress() {
        let columns = Self.articles(2).filter { $0.article.title == "Morning briefing" }.map(\.article)
        #expect(columns.count >= 3)
        #expect(Set(columns.map(\.link)).count == columns.count)
        #expect(columns.allSatisfy { $0.summary.contains(" at a glance: ") })
    }

    @Test func theClockThatRunsAheadDatesOneStoryTomorrow() throws {
        let late = try #require([SimulatedSource].demo.first { $0.quirks.contains(.future) })
        let articles = Self.articles(of: late.id, 0)
        #expect(articles.filter { ($0.published ?? .distantPast) > monday }.count == 1)
    }

    @Test func theAlmanacSpeaksOnSundaysOnly() throws {
        let almanac = try #require([SimulatedSource].demo.first { $0.content == .weekly })
        let articles = Self.articles(of: almanac.id, 2)
        #expect(articles.count == 3)
        #expect(articles.compactMap(\.published).allSatisfy { UTCTime($0).weekdayName == "Sunday" })
    }

    @Test(arguments: [
        ("Port Ellery’s ferry: “back by May”", "port-ellerys-ferry-back-by-may"),
        ("One two three four five six seven eight", "one-two-three-four-five-six-seven"), ("Café 9", "caf-9"),
    ])
    func addressesAreMadeOfATitlesFirstWords(title: String, slug: String) {
        #expect(Slug.of(title) == slug)
    }
}
