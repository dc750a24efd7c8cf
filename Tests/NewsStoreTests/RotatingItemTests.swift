import Foundation
import NewsModel
import NewsStore
import TestSupport
import Testing

/// Feeds that hold one item at a time, which changes from night to night under an identifier that stays.
@Suite struct RotatingItemTests {
    private let desk: TestStore

    init() throws {
        desk = try TestStore()
    }

    /// What stays in a feed of this kind.
    enum Constant: CaseIterable {
        case link, linkWithoutID, linkThatIsTheID, id, frontPage
    }

    private static let tides = ["High water at six", "Low water at noon", "Spring tide by night"]

    /// The item of a night, by number.
    private func item(_ night: Int, _ constant: Constant, edited: Bool = false) -> PreparedItem {
        let title = edited ? "Corrected: " + Self.tides[night] : Self.tides[night]
        let date = Date.at(11, 20 + night, 20)
        let text = "What the harbour office says, number \(night)"
        return switch constant {
        case .link: .titled(title, date, id: "tide-\(night)", key: "harbour.example/tide", summary: text)
        case .linkWithoutID: .titled(title, date, id: nil, key: "harbour.example/tide", summary: text)
        case .linkThatIsTheID:
            .titled(title, date, id: "https://harbour.example/tide", key: "harbour.example/tide", summary: text)
        case .id: .titled(title, date, id: "current", key: "harbour.example/\(night)", summary: text)
        case .frontPage: .titled(title, date, id: "t\(night)", key: "harbour.example/", summary: text)
        }
    }

    private func answer(_ items: [PreparedItem], on night: Int) throws -> Int {
        try desk.night(.at(11, 21 + night, 3)) { try $0.answer(from: "harbour", items) }
    }

    @Test(arguments: Constant.allCases)
    func anItemOfWhichOneIdentifierAloneStayedIsNew(constant: Constant) throws {
        for night in 0..<3 {
            #expect(try answer([item(night, constant)], on: night) == 1)
            #expect(try answer([item(night, constant)], on: night) == 0)
        }
        let stories = try desk.histories().map(\.story)
        #expect(Set(stories.map(\.title)) == Set(Self.tides))
        #expect(Set(stories.map(\.id)).count == 3 && Set(stories.map(\.key)).count == 3)
    }

    @Test(arguments: Constant.allCases)
    func anEditedTitleLeavesTheCurrentItemTheSame(constant: Constant) throws {
        for night in 0..<3 { _ = try answer([item(night, constant)], on: night) }
        #expect(try answer([item(2, constant, edited: true)], on: 2) == 0)
        let stories = try desk.histories().map(\.story)
        #expect(stories.count == 3 && Set(stories.map(\.key)).count == 3)
        #expect(stories.contains { $0.title == "Corrected: Spring tide by night" })
    }

    /// What may change about an article without making it another one.
    static let articles: [PreparedItem] = [
        .titled("Quay closed for repair", .at(11, 20, 20), id: "moved", key: "harbour.example/quay", summary: "Old"),
        .titled("Quay shut for repair", .at(11, 20, 20), id: "q1", key: "harbour.example/quay", summary: "New"),
        .titled("Quay shut until May", .at(11, 21, 20), id: "q1", key: "harbour.example/q/may", summary: "Old"),
        .titled("Quay closed for repair", .at(11, 21, 20), id: nil, key: "harbour.example/quay", summary: "New"),
        .titled("Quay shut until May", .at(11, 21, 20), id: nil, key: "harbour.example/quay", summary: "Old"),
    ]

    @Test(arguments: articles) func anArticleThatKeepsAnotherTraitIsTheSame(later: PreparedItem) throws {
        let first = PreparedItem.titled(
            "Quay closed for repair", .at(11, 20, 20), id: "q1", key: "harbour.example/quay", summary: "Old")
        #expect(try answer([first], on: 0) == 1)
        #expect(try answer([later], on: 1) == 0)
        #expect(try desk.histories().count == 1)
    }

    @Test func inAListTheTitleAloneMayChangeWhereNothingElseIsKnown() throws {
        let others = ["Crane sold", "Pilot retires"].map { PreparedItem.titled($0, nil, id: nil) }
        let first = PreparedItem.titled("Quay closed", nil, id: nil, key: "harbour.example/quay")
        let later = PreparedItem.titled("Quay shut", nil, id: nil, key: "harbour.example/quay")
        #expect(try answer(others + [first], on: 0) == 3)
        #expect(try answer(others + [later], on: 1) == 0)
        #expect(try answer([.titled("Quay open again", nil, id: nil, key: "harbour.example/quay")], on: 2) == 1)
    }

    // MARK: A title that stays

    /// An issue of what is told daily under one title and link.
    private func issue(
        _ night: Int, title: String = "Evening news", id: String? = nil, text: String? = nil, hours: Double = 0,
        key: String = "harbour.example/evening"
    ) -> PreparedItem {
        .titled(
            title, .at(11, 20 + night, 20).hours(hours), id: id ?? "evening-\(night)", key: key,
            summary: text ?? "What happened on day \(night)")
    }

    @Test(arguments: ["harbour.example/evening", "harbour.example/"])
    func aTitleThatStaysUnderANewIdDateAndTextIsANewIssue(key: String) throws {
        for night in 0..<3 {
            #expect(try answer([issue(night, key: key)], on: night) == 1)
            #expect(try answer([issue(night, key: key)], on: night) == 0)
            #expect(try answer([issue(night, text: "Corrected", key: key)], on: night) == 0)
        }
        let stories = try desk.histories().map(\.story)
        #expect(stories.count == 3 && Set(stories.map(\.key)).count == 3)
    }

    @Test func aTextThatStaysUnderANewIdDateAndTitleIsAFormula() throws {
        for night in 0..<3 {
            #expect(try answer([issue(night, title: Self.tides[night], text: "Read on")], on: night) == 1)
        }
        #expect(Set(try desk.histories().map(\.story.title)) == Set(Self.tides))
    }

    /// Each has a new date and text, and one more trait of the issue before.
    @Test func anIssueThatKeepsMoreThanItsTitleIsTheSame() throws {
        let first = issue(0)
        let later = [
            issue(1, id: "evening-0"), issue(1, text: "What happened on day 0"),
            issue(0, id: "evening-1", text: "Other"),
            .titled("Evening news", .at(11, 21, 20), id: nil, key: "harbour.example/evening", summary: "Other"),
            .titled("Evening news", nil, id: "evening-1", key: "harbour.example/evening", summary: "Other"),
            .titled("Evening news", .at(11, 21, 20), id: "evening-1", key: "harbour.example/evening"),
            issue(1, id: "https://harbour.example/evening#2"),
        ]
        for item in later {
            let desk = try TestStore()
            let new = try [(first, 0), (item, 1)].map { item, night in
                try desk.night(.at(11, 21 + night, 3)) { try $0.answer(from: "harbour", [item]) }
            }
            #expect(new == [1, 0], "\(item)")
        }
    }

    @Test func anIdThatIsGivenForTheFirstTimeIsNoOther() throws {
        let first = PreparedItem.titled(
            "Evening news", .at(11, 20, 20), id: nil, key: "harbour.example/evening", summary: "Old")
        #expect(try answer([first], on: 0) == 1)
        #expect(try answer([issue(1)], on: 1) == 0)
        #expect(try answer([issue(2)], on: 2) == 1)
    }

    /// In a list a link is an item's own: an update may have a new id and text, and is dated by the hour.
    @Test(arguments: [(2.0, 0), (15.9, 0), (16, 1), (24, 1)])
    func inAListAnIssueIsNewAfterMostOfADay(hours: Double, new: Int) throws {
        let others = ["Crane sold", "Pilot retires"].map { PreparedItem.titled($0, .at(11, 20, 9)) }
        #expect(try answer(others + [issue(0)], on: 0) == 3)
        #expect(try answer(others + [issue(0, id: "evening-x", text: "Other", hours: hours)], on: 1) == new)
    }
}
