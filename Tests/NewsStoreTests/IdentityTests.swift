import Foundation
import NewsModel
import NewsStore
import TestSupport
import Testing
import WebText

@Suite struct IdentityTests {
    private static let first = Date.at(11, 23, 3)
    private static let published = Date.at(11, 22, 20)
    private let desk: TestStore

    init() throws {
        desk = try TestStore()
    }

    /// The stories after two answers on one day, and how many of the second one's items were new.
    private func after(_ earlier: [PreparedItem], _ later: [PreparedItem]) throws -> (stories: [Story], new: Int) {
        try desk.night(Self.first) { try $0.answer(from: "paper", earlier) }
        return try desk.night(Self.first.hours(1)) { night in
            let new = try night.answer(from: "paper", later)
            return (try night.candidates(EditionPolicy()), new)
        }
    }

    private static let original = PreparedItem.titled("Ferry returns", published, id: "1", key: "paper.example/ferry")

    static let sameItems: [PreparedItem] = [
        original,
        .titled("Ferry returns", published.hours(1), id: "1", key: "paper.example/2026/ferry"),
        .titled("Ferry returns at last", published, id: "1", key: "paper.example/2026/ferry"),
        .titled("Ferry returns at last", published.hours(1), id: "1", key: "paper.example/ferry"),
        .titled("Ferry is back", published, id: "other", key: "paper.example/ferry"),
        .titled("Ferry returns", published.hours(1), id: nil, key: "paper.example/ferry"),
        .titled("Ferry returns", published, id: "other", key: "paper.example/new-site/ferry"),
    ]

    @Test(arguments: sameItems)
    func oneNameAndAnotherTraitInCommonMakeItTheSameItem(later: PreparedItem) throws {
        let (stories, new) = try after([Self.original], [later])
        #expect(new == 0)
        #expect(stories.count == 1)
        #expect(stories.first?.firstSeen == Self.first)
        #expect(stories.first?.title == later.title)
        #expect(stories.first?.key == later.key)
        #expect(stories.first?.published == later.item.published ?? Self.published)
    }

    @Test(arguments: [
        PreparedItem.titled("Bridge closes", published, id: "2", key: "paper.example/bridge"),
        .titled("Ferry returns", published.hours(1), id: "2", key: "paper.example/ferry-2"),
        .titled("Ferry returns", nil, id: nil, key: "paper.example/ferry-2"),
    ]) func noNameInCommonMakesItAnother(later: PreparedItem) throws {
        let (stories, new) = try after([Self.original], [later])
        #expect(new == 1)
        #expect(stories.count == 2)
    }

    @Test func theSameItemOfTwoSourcesIsTwoStories() throws {
        let stories = try desk.night(Self.first) { night in
            try night.answer(from: "paper", [Self.original])
            try night.answer(from: "post", [Self.original])
            return try night.candidates(EditionPolicy())
        }
        #expect(Set(stories.map(\.id)).count == 2)
        #expect(stories.map(\.source) == ["paper", "post"])
    }

    @Test func anItemThatChangesOneNameANightStaysTheSame() throws {
        try desk.night(Self.first) { try $0.answer(from: "paper", [Self.original]) }
        try desk.night(Self.first.hours(1)) { night in
            try night.answer(from: "paper", [.titled("Ferry returns", Self.published, id: "2", key: "paper.example/f")])
        }
        let (stories, new) = try desk.night(Self.first.hours(2)) { night in
            let new = try night.answer(
                from: "paper", [.titled("It floats", Self.published, id: "2", key: "paper.example/other")])
            return (try night.candidates(EditionPolicy()), new)
        }
        #expect(new == 0)
        #expect(stories.map(\.title) == ["It floats"])
    }

    @Test func ofItemsOfOneAnswerThatAreTheSameTheFirstCounts() throws {
        let (stories, new) = try after(
            [], [Self.original, .titled("Ferry returns", Self.published, id: "2", key: "paper.example/ferry")])
        #expect(new == 1)
        #expect(stories.count == 1)
        // Both ids name it from now on.
        let again = try desk.night(Self.first.hours(3)) { night in
            try night.answer(from: "paper", [.titled("Ferry", Self.published, id: "2", key: "paper.example/moved")])
        }
        #expect(again == 0)
    }

    @Test func whatIsTheSameAsARepetitionIsTheSameAsTheFirst() throws {
        let repetition = PreparedItem.titled("Ferry returns", Self.published, id: "2", key: "paper.example/ferry")
        let third = PreparedItem.titled(
            "Ferry returns", Self.published.hours(1), id: "2", key: "paper.example/2026/ferry")
        let (stories, new) = try after([], [Self.original, repetition, third])
        #expect(new == 1 && stories.map(\.key) == ["paper.example/ferry"])
    }

    @Test func anIdThatAllItemsShareNamesNone() throws {
        let items = ["One", "Two", "Three"].map { PreparedItem.titled($0, nil, id: "0") }
        let (stories, new) = try after(items, items + [.titled("Four", nil, id: "0")])
        #expect(new == 1)
        #expect(stories.map(\.title) == ["One", "Two", "Three", "Four"])
    }

    @Test(arguments: [true, false]) func anAddressThatAllItemsShareNamesNone(haveIDs: Bool) throws {
        let items = ["One", "Two", "Three"].map { title in
            PreparedItem.titled(title, nil, id: haveIDs ? title : nil, key: "paper.example/")
        }
        let (stories, new) = try after(items, items)
        #expect(new == 0)
        #expect(stories.map(\.title) == ["One", "Two", "Three"])
    }

    @Test func aSourceWithoutIDsIsKnownByAddress() throws {
        let item = PreparedItem.titled("Ferry returns", nil, id: nil)
        #expect(try after([item], [item]).new == 0)
    }

    @Test func theIdIsSixteenDigitsAndTheSameInEveryStore() throws {
        let other = try TestStore()
        let ids = try [desk, other].map { desk in
            try desk.night(Self.first) { night in
                try night.answer(from: "paper", [Self.original])
                return try night.candidates(EditionPolicy()).map(\.id.rawValue)
            }
        }
        #expect(ids[0] == ids[1])
        let id = try #require(ids[0].first)
        #expect(id.count == 16)
        #expect(id.allSatisfy { "0123456789abcdef".contains($0) })
    }

    @Test func anAddressThatWasGivenUpAndTakenUpByAnotherItemGivesAnotherId() throws {
        try desk.night(Self.first) { try $0.answer(from: "paper", [Self.original]) }
        let (stories, new) = try after(
            [.titled("Ferry returns", Self.published, id: "1", key: "paper.example/archive/ferry")], [])
        #expect(new == 0)
        #expect(stories.map(\.key) == ["paper.example/archive/ferry"])
    }

    @Test func everyFieldSurvivesTheStore() throws {
        let item = FeedItem(
            id: "1", title: "Ferry “Æther” returns 🛳", link: "https://paper.example/ferry",
            published: Self.published, updated: Self.published.hours(1), authors: ["Ada", "Ben\u{1F}Cy"],
            summary: Markup(.text, "Short", base: "https://paper.example/"), content: Markup(.html, "<p>Long</p>"),
            categories: ["Ports", ""], image: "https://paper.example/i.png", language: "en-GB",
            discussion: "https://talk.example/1", points: 12, comments: 0, rank: 3, publisher: "Harbour Press")
        let new = PreparedItem(
            item: item, key: "k", link: "https://paper.example/ferry", title: "Ferry “Æther” returns 🛳")
        let story = try #require(try after([], [new]).stories.first)
        let expected = Story(
            id: story.id, source: "paper", key: "k", link: "https://paper.example/ferry", title: new.title,
            published: Self.published, updated: Self.published.hours(1), firstSeen: Self.first.hours(1),
            authors: ["Ada", "Ben Cy"], summary: item.summary, content: item.content, categories: ["Ports", ""],
            image: item.image.flatMap { WebAddress($0) }, language: "en-GB",
            discussion: item.discussion.flatMap { WebAddress($0) }, points: 12, comments: 0, rank: 3,
            publisher: "Harbour Press")
        #expect(story == expected)
    }

    @Test func aDateOfABrokenFeedIsCutOffAndNoCrash() throws {
        let items = [
            Date.distantPast, .distantFuture, Date(timeIntervalSince1970: 1e300), Date(timeIntervalSince1970: -1e300),
        ]
        .enumerated().map { PreparedItem.titled("Story \($0.offset)", $0.element) }
        #expect(try after([], items).new == 4)
    }

    @Test func ofTwoItemsThatAreBothAStoryOfOldTheFirstIs() throws {
        let both: [PreparedItem] = [
            .titled("By its id", Self.published, id: "1", key: "paper.example/new"),
            .titled("By its address", Self.published, id: "other", key: "paper.example/ferry"),
        ]
        let (stories, new) = try after([Self.original], both)
        #expect(new == 0 && stories.map(\.title) == ["By its id"])
    }

    @Test func undatedItemsOfOneTitleAreToldApartByTheirAddresses() throws {
        let items = ["a", "b"].map { PreparedItem.titled("Briefing", nil, id: nil, key: "paper.example/\($0)") }
        #expect(try after([], items).new == 2)
    }

    @Test func oneIdUnderOneTitleIsOneItemWhereverItStands() throws {
        let items = ["a", "b"].map { PreparedItem.titled("Briefing", nil, id: "1", key: "paper.example/\($0)") }
        #expect(try after([], items).new == 1)
    }

    @Test func idsOfStoriesUnderOneAddressDoNotDependOnTheirOrder() throws {
        let items = ["One", "Two"].map { PreparedItem.titled($0, nil, id: $0, key: "paper.example/") }
        let ids = try [items, items.reversed()].map { items in
            let desk = try TestStore()
            try desk.night(Self.published) { try $0.answer(from: "paper", items) }
            return try desk.histories().map(\.story).sorted { $0.title < $1.title }.map(\.id)
        }
        #expect(ids[0] == ids[1])
    }
}
