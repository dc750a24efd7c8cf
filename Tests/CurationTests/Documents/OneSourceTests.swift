import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Curation

/// What one source may say, and what becomes of the stories of the others.
@Suite struct OneSourceTests {
    private let honest = [
        Story.made("Dam above Lorren gives way", source: "courier", age: 3),
        .made("Mill reopens as library", source: "post", age: 4),
        .made("Owl nests in signal", source: "ledger", age: 5),
    ]

    private let guest = SourceTraits(id: "guest", home: SourceHome(address: "https://guest.example/feed"))
    private let courier = SourceTraits(id: "courier", home: SourceHome(site: "https://courier.example/"))

    private func edition(
        _ items: [Story], ranking: RankingPolicy = RankingPolicy(), policy: EditionPolicy = EditionPolicy(),
        earlier: [Edition] = []
    ) -> Edition {
        Curator.edition(
            for: .made(honest + items, sources: [guest], edition: policy, ranking: ranking, earlier: earlier))
    }

    private func item(
        _ title: String, link: String? = nil, age: Double = 1, summary: String? = nil, links: [String] = []
    ) -> Story {
        var story = Story.made(title, source: "guest", age: age, link: link, summary: summary)
        story.id = StoryID(rawValue: "guest/\(title)/\(link ?? "")/\(age)")
        if !links.isEmpty {
            story.content = Markup(.html, links.map { "<a href=\"\($0)\">x</a>" }.joined())
        }
        return story
    }

    /// The leads of the honest sources, which is what nobody else may change.
    private func leads(_ edition: Edition) -> Set<String> {
        Set(edition.clusters.map(\.lead).filter { $0.source != "guest" }.map(\.title))
    }

    private var titles: Set<String> { Set(honest.map(\.title)) }

    private func yesterday(_ stories: [Story]) -> Edition {
        var edition = Curator.edition(for: .made(stories, sources: [guest]))
        edition.date = edition.date.adding(days: -1)
        return edition
    }

    @Test func aTitleToldYesterdayUnderTheirAddressMakesNoneOfTheirsTold() {
        let told = yesterday([.made("Ferry adds night sailing", source: "herald", age: 25)])
        let items = honest.map { item("Ferry adds night sailing", link: $0.address) }
        #expect(leads(edition(items, earlier: [told])) == titles)
    }

    @Test func aTitleToldYesterdayAndALinkToTheirsMakesNoneOfTheirsTold() {
        let told = yesterday([.made("Ferry adds night sailing", source: "herald", age: 25)])
        let items = honest.enumerated().map {
            item("Ferry adds night sailing", link: "https://guest.example/\($0)/ferry", links: [$1.address])
        }
        #expect(leads(edition(items, earlier: [told])) == titles)
    }

    @Test func whatItToldYesterdayUnderTheirAddressDoesNotMakeTheirsTold() {
        let told = yesterday([item("Guesses for tomorrow", link: honest[0].address, age: 25)])
        #expect(leads(edition([], earlier: [told])) == titles)
    }

    @Test func itsOwnTellingOfWhatWasToldIsTold() throws {
        let told = yesterday([.made("Ferry adds night sailing", source: "herald", age: 25)])
        let edition = edition([item("Ferry adds night sailing")], earlier: [told])
        let out = try #require(edition.leftOut("Ferry adds night sailing"))
        #expect(out.reason == .told)
        #expect(out.cause == "herald")
    }

    @Test func linksWeldNothing() {
        let pairs = [(0, 1), (1, 2), (2, 0)]
        let items = pairs.map { item("Round-up \($0.0)", links: [honest[$0.0].address, honest[$0.1].address]) }
        let edition = edition(items)
        #expect(leads(edition) == titles)
        #expect(edition.clusters.allSatisfy { Set($0.stories.map(\.source)).subtracting(["guest"]).count <= 1 })
    }

    @Test func anAddressAndAnothersTitleWeldNothing() {
        let items = honest.indices.map { item(honest[($0 + 1) % 3].title, link: honest[$0].address) }
        #expect(leads(edition(items)) == titles)
    }

    @Test func wordsOfTwoStoriesWeldNothing() {
        let both = "\(honest[0].title), and \(honest[1].title)"
        let items = (0..<12).map { item("\(both) (\($0))", link: "https://guest.example/both/\($0)") }
        #expect(leads(edition(items)).isSuperset(of: titles))
    }

    @Test func aMutedWordInItsCopyTakesAwayThatCopyAlone() throws {
        let items = honest.flatMap { story in
            (0..<5).map { item(story.title, link: "https://g\($0).example/\(story.id)", summary: "Horoscope.") }
        }
        let edition = edition(items, ranking: RankingPolicy(mute: ["horoscope"]))
        #expect(leads(edition) == titles)
        #expect(edition.leftOut.filter { $0.reason == .muted }.allSatisfy { $0.cause == "guest" })
        #expect(edition.leftOut.count == items.count)
    }

    @Test func aMutedWordUnderTheirAddressTakesAwayThatCopyAlone() {
        let items = honest.flatMap { story in
            (0..<5).map { item("\(story.title) horoscope \($0)", link: story.address, age: Double($0)) }
        }
        let edition = edition(items, ranking: RankingPolicy(mute: ["horoscope"]))
        #expect(leads(edition) == titles)
        #expect(edition.leftOut.count == items.count)
    }

    @Test(arguments: [false, true]) func aLongerTextUnderTheirAddressDoesNotLead(sentOn: Bool) {
        let text = String(repeating: "A long report. ", count: 200)
        let items = honest.map { story in
            item(
                story.title, link: sentOn ? "https://guest.example/out?url=\(story.address)" : story.address, age: 9,
                summary: text)
        }
        let edition = edition(items)
        #expect(edition.clusters.allSatisfy { $0.lead.source != "guest" })
        #expect(Set(edition.clusters.map(\.lead.address)) == Set(honest.map(\.address)))
        #expect(edition.clusters.allSatisfy { $0.also.map(\.source) == ["guest"] })
    }

    @Test func whereTheOwnerIsCappedNobodyElseLeadsWithItsAddress() {
        let more = Story.made("Kiosk moves", source: "courier", age: 1)
        let items = [item("Dam above Lorren gives way", link: honest[0].address)]
        let edition = Curator.edition(
            for: .made(honest + [more] + items, sources: [guest, courier], edition: EditionPolicy(perSource: 1)))
        #expect(edition.clusters.allSatisfy { $0.lead.source != "guest" })
        #expect(edition.leftOut.filter { $0.reason == .perSource }.count == 2)
    }

    @Test func manyDomainsOfOneSourceAreOnePublisher() throws {
        let items = (0..<100).map { item("Ferry adds night sailing", link: "https://paper-\($0).example/ferry") }
        let edition = edition(items)
        let cluster = try #require(edition.clusters.first { $0.lead.source == "guest" })
        #expect(cluster.explanation.factors.first { $0.name == "coverage" }?.value == 1)
        #expect(cluster.also.count == 2)
        let repeated = edition.leftOut.filter { $0.reason == .repeated }
        #expect(repeated.count == 97)
        #expect(repeated.allSatisfy { $0.cause == "guest" })
    }

    @Test(arguments: [(72.0, 2), (75.0, 1)])
    func aLinkToWhatIsTooFarAwayLeavesAStoryAlone(apart: Double, members: Int) {
        let old = Story.made("Dam above Lorren gives way", source: "courier", age: apart + 1)
        let blog = item("Well, that was predictable", age: 1, links: [old.address])
        let edition = Curator.edition(for: .made([old, blog], sources: [guest]))
        #expect(edition.clusters.first { $0.stories.contains(blog) }?.stories.count == members)
        #expect(edition.leftOut.isEmpty)
    }

    @Test func titlesThatItRepeatsDayByDayAreNoColumnOfOthers() {
        let copies = honest.map { Story.made($0.title, source: "tribune", age: 2) }
        let items = honest.flatMap { story in
            [50.0, 30, 10].map { item(story.title, link: "https://guest.example/\($0)/\(story.id)", age: $0) }
        }
        let edition = Curator.edition(for: .made(honest + copies + items, sources: [guest]))
        for story in honest {
            let cluster = edition.clusters.first { $0.stories.contains { $0.id == story.id } }
            #expect(cluster?.stories.contains { $0.source == "tribune" } == true)
        }
    }

    @Test func aLinkThatItSetsEverywhereStaysEvidenceOfOthers() {
        let blog = item("Well, that was predictable", link: "https://guest.example/a", links: [honest[0].address])
        var other = Story.made("Engineers told you so", source: "herald", age: 2)
        other.content = Markup(.html, "<a href=\"\(honest[0].address)\">x</a>")
        let furniture = (0..<5).map {
            item("Filler number \($0)", link: "https://guest.example/f\($0)", links: [honest[0].address])
        }
        let edition = Curator.edition(for: .made(honest + [blog, other] + furniture, sources: [guest]))
        let cluster = edition.clusters.first { $0.lead.id == honest[0].id }
        #expect(cluster?.also.map(\.source).contains("herald") == true)
    }

    @Test(
        arguments: [([1.0, 1, 1, 1], 4.0), ([1, 1], 4), ([1], 2), ([3], 4), ([-1, -1, -1], 0.25)]
            as [([Double], Double)])
    func interestsOfOneTellingTogetherCountForAFactorOfFour(strengths: [Double], factor: Double) {
        let words = ["ferry", "swift", "harbour", "museum"]
        let interests = Dictionary(uniqueKeysWithValues: zip(words, strengths))
        let story = item(words.joined(separator: " "))
        let edition = edition([story], ranking: RankingPolicy(interests: interests))
        let cluster = edition.clusters.first { $0.lead.id == story.id }
        let product = cluster?.explanation.factors.filter { $0.name == "interest" }.reduce(1) { $0 * $1.value } ?? 0
        #expect(abs(product - factor) < 1e-9)
    }

    @Test func wordsThatOtherSourcesHaveTooCountBeyondThat() {
        let title = "Ferry and swift in harbour museum"
        let interests = ["ferry": 1.0, "swift": 1, "harbour": 1, "museum": 1]
        let stories = ["courier", "post"].map { Story.made(title, source: $0) }
        let edition = Curator.edition(for: .made(stories, ranking: RankingPolicy(interests: interests)))
        let product = edition.clusters.first?.explanation.factors.filter { $0.name == "interest" }
            .reduce(1) { $0 * $1.value }
        #expect(abs((product ?? 0) - 16) < 1e-9)
    }

    @Test func itsOldCopiesAgeNobody() {
        let items = (0..<9).map { item(honest[0].title, link: "https://guest.example/\($0)/dam", age: 60) }
        func freshness(_ edition: Edition) -> Double? {
            edition.clusters.first { $0.stories.contains { $0.id == honest[0].id } }?.explanation.factors
                .first { $0.name == "freshness" }?.value
        }
        let (one, many) = (freshness(edition(Array(items.prefix(1)))), freshness(edition(items)))
        #expect(one != nil)
        #expect(one == many)
    }

    @Test func anAddressOfTheirsThatSeveralItemsShareIsNotShown() {
        let items = ["Granary sold", "Turret mended", "Nursery insured"].map { title in
            var story = item(title, link: "https://courier.example/news")
            story.key = Story.ownKey(title, of: "guest")
            return story
        }
        let edition = Curator.edition(for: .made(honest + items, sources: [guest, courier]))
        let told = edition.clusters.map(\.lead).filter { $0.source == "guest" }
        #expect(told.count == 3)
        #expect(told.allSatisfy { $0.address.isEmpty })
    }

    @Test func whoCopiesAllOfThemLeadsNone() {
        let things = [
            "Granary sold to brewery", "Turret mended by pupils", "Nursery insured against hail",
            "Kiosk moves across street", "Quay leans after tide", "Goat found aboard ferry",
        ]
        let more = things.enumerated().map { Story.made($1, source: honest[$0 % 3].source, age: 6) }
        let text = String(repeating: "A long report. ", count: 200)
        let items = (honest + more).map {
            item($0.title, link: "https://guest.example/c/\($0.id)", age: 9, summary: text)
        }
        let edition = Curator.edition(for: .made(honest + more + items, sources: [guest]))
        #expect(edition.clusters.count == 9)
        #expect(edition.clusters.allSatisfy { $0.lead.source != "guest" && $0.also.map(\.source) == ["guest"] })
    }

    @Test(arguments: [(100, true), (101, false)]) func whoTellsManyTimesTheUsualLeadsNoneOfTheOthers(
        count: Int, leads: Bool
    ) {
        let copy = item(honest[0].title, link: "https://guest.example/dam", age: 9)
        let filler = (1..<count).map { item("Filler \($0) w\($0 * 7)", link: "https://guest.example/f/\($0)") }
        let cluster = edition([copy] + filler).clusters.first { $0.stories.contains { $0.id == honest[0].id } }
        #expect((cluster?.lead.source == "guest") == leads)
    }

    @Test func itsDatesPartNobody() {
        let copies = honest.map { Story.made($0.title, source: "tribune", age: 0.5) }
        let items = honest.flatMap { story in
            [
                item(story.title, link: "https://guest.example/\(story.id)", age: 73),
                item(story.title, link: story.address, age: 73),
            ]
        }
        let edition = Curator.edition(for: .made(honest + copies + items, sources: [guest]))
        for story in honest {
            let cluster = edition.clusters.first { $0.stories.contains { $0.id == story.id } }
            #expect(cluster?.stories.contains { $0.source == "tribune" } == true)
        }
    }

    @Test func whatItTriesIsCounted() {
        let items = honest.indices.map { item(honest[($0 + 1) % 3].title, link: honest[$0].address) }
        let curated = Curator.curated(for: .made(honest + items, sources: [guest]))
        #expect(curated.attempts == ["guest": 3])
    }

    @Test func headlinesOfItsOwnForTheirArticlesAreNoAttempt() {
        let items =
            honest.map { item("\($0.title), a report", link: $0.address) }
            + honest.map { item("Worth reading \($0.id.rawValue.count)", link: $0.address) }
        #expect(Curator.curated(for: .made(honest + items, sources: [guest])).attempts.isEmpty)
    }

    @Test func theEditionOfTheOthersIsTheSameWithAndWithout() {
        let items =
            honest.map { item("Ferry adds night sailing", link: $0.address, age: 70) }
            + honest.map { item($0.title, link: "https://guest.example/\($0.id)", links: [honest[0].address]) }
            + honest.map { item("Horoscope: \($0.title)", link: "https://guest.example/h/\($0.id)") }
        let ranking = RankingPolicy(mute: ["horoscope"])
        let without = Curator.edition(for: .made(honest, ranking: ranking))
        let with = edition(items, ranking: ranking)
        func seen(_ edition: Edition) -> [[StoryID]] {
            edition.clusters.map { $0.stories.filter { $0.source != "guest" }.map(\.id) }.filter { !$0.isEmpty }
                .sorted { $0[0] < $1[0] }
        }
        #expect(seen(with) == seen(without))
    }
}
