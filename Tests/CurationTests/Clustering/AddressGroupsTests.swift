import Foundation
import NewsModel
import Testing

@testable import Curation

@Suite struct AddressGroupsTests {
    private static let key = "post.example/2026/dam-gives-way"

    /// A source at home on `post.example`, one at home elsewhere, one without a home, and an API that names publishers.
    private static let homes: [SourceID: SourceHome] = [
        "post": SourceHome(address: "https://post.example/feed"),
        "guest": SourceHome(address: "https://guest.example/"),
        "api": SourceHome(namesPublishers: true),
    ]

    private func document(
        _ source: SourceID, _ title: String = "Dam gives way", age: Double = 1, key: String = key, isOwned: Bool = true
    ) -> Document {
        let owners = Self.homes.filter { isOwned || $0.key != "post" }
        let sources = owners.map { SourceTraits(id: $0.key, home: $0.value) }
        var story = Story.made(title, source: source, age: age, link: "https://" + key)
        story.id = StoryID(rawValue: "\(source)/\(title)/\(age)")
        return Document(
            story, traits: SourceTraits(id: source, home: Self.homes[source] ?? SourceHome()),
            ownership: DomainOwnership(sources: sources, stories: []))
    }

    private func groups(_ documents: [Document], crowded: [SourceID: Int] = [:]) -> AddressGroups {
        AddressGroups(documents, crowded: crowded)
    }

    @Test func theOwnerRepresentsAllOthers() {
        let documents = [document("guest"), document("api"), document("post"), document("guest", "Well, well")]
        let groups = groups(documents)
        #expect(groups.representatives == [2])
        #expect(groups.representative == [2, 2, 2, 2])
        #expect(groups.followers == [2: [0, 1, 3]])
    }

    /// The claimed addresses follow their owner whatever their dates; an API's document only within three days.
    @Test(arguments: [(72.0, [2, 2, 2]), (73, [2, 1, 2])] as [(Double, [Int])])
    func datesFarFromTheOwnersPartOnlyWhatIsNotClaimed(apart: Double, representative: [Int]) {
        let documents = [document("guest", age: apart), document("api", age: apart), document("post", age: 0)]
        #expect(groups(documents).representative == representative)
    }

    @Test func withoutAnOwnerTheNamedComeFirstThenTheOthersThenTheCrowded() {
        let documents = [
            document("blog", isOwned: false), document("weblog", isOwned: false), document("api", isOwned: false),
        ]
        #expect(groups(documents).representative == [2, 2, 2])
        #expect(groups(Array(documents.prefix(2))).representative == [0, 0])
        #expect(groups(Array(documents.prefix(2)), crowded: ["blog": 501]).representative == [1, 1])
    }

    @Test(arguments: [(72.0, 1), (72.5, 2)])
    func anArticleSpansThreeDaysAtMost(apart: Double, count: Int) {
        let documents = [document("blog", age: apart, isOwned: false), document("weblog", age: 0, isOwned: false)]
        #expect(groups(documents).representatives.count == count)
    }

    @Test func aFrontPageIsNoArticle() {
        let documents = ["blog", "weblog"].map { document($0, key: "post.example/", isOwned: false) }
        #expect(groups(documents).representatives == [0, 1])
    }

    @Test(arguments: [(3, 1), (4, 4)])
    func aPageWithMoreThanThreeTitlesOfOneSourceIsNoArticle(titles: Int, count: Int) {
        let documents = (0..<titles).map { document("blog", "Owl number \($0) nests", isOwned: false) }
        #expect(groups(documents).representatives.count == count)
    }

    @Test func whatOneSourceDoesDecidesNothingForTheOthers() {
        let restless = (0..<4).map { document("blog", "Owl number \($0) nests", isOwned: false) }
        let others = ["weblog", "herald"].map { document($0, isOwned: false) }
        #expect(groups(restless + others).representative == [0, 1, 2, 3, 4, 4])
    }

    @Test func hoursAreThoseOfAllWhoFollowButForTheOwner() {
        let documents = [
            document("guest", age: 50), document("api", age: 20), document("post", age: 10), document("herald", age: 0),
        ]
        let groups = groups(documents)
        let hours = documents.map { HourRange($0.hours) }
        // The guest's claim is another's address, so its date says nothing; so does the herald's.
        #expect(documents.map(\.claim) == [.others, .named, .own, .others])
        #expect(groups.hours(of: 2, documents) == hours[1].joined(hours[2]))
        #expect(groups.hours(of: 0, documents) == hours[0])
        let open = [document("blog", age: 30, isOwned: false), document("weblog", age: 5, isOwned: false)]
        #expect(
            self.groups(open).hours(of: 0, open) == HourRange(open[0].hours).joined(HourRange(open[1].hours)))
    }

    @Test func withoutTheOwnersDocumentTheDatesOfAllCount() {
        let documents = [document("guest", age: 50), document("api", age: 20)]
        let groups = groups(documents)
        #expect(groups.representative == [1, 1])
        #expect(groups.hours(of: 1, documents) == HourRange(documents[0].hours).joined(HourRange(documents[1].hours)))
    }

    /// Only what another source puts under its owner's address, in words of its own, is unrelated.
    @Test func whatIsUnrelatedStandsUnderTheAddressOfAnOwner() {
        func unrelated(_ documents: [Document]) -> Set<StoryID> {
            Clustering.result(of: documents, policy: .normal).clusters.reduce(into: []) { $0.formUnion($1.unrelated) }
        }
        let (owner, guest, api) = (
            document("post", age: 3), document("guest", "Granary sold", age: 2),
            document("api", "Turret mended", age: 1)
        )
        #expect(unrelated([owner, guest, api]) == [guest.story.id])
        #expect(unrelated([guest, api]).isEmpty)
        #expect(unrelated([owner, document("post", "Granary sold", age: 2)]).isEmpty)
        #expect(unrelated([owner, document("guest", age: 2)]).isEmpty)
    }

    @Test func aBorrowedAddressRepresentsNothing() {
        let sources = [SourceTraits(id: "post", home: SourceHome(address: "https://post.example/feed"))]
        let documents = ["blog", "weblog"].map { (source: SourceID) in
            var story = Story.made("Owl", source: source, link: "https://" + Self.key)
            story.key = Story.ownKey("owl", of: source)
            return Document(
                story, traits: SourceTraits(id: source), ownership: DomainOwnership(sources: sources, stories: []))
        }
        #expect(documents.map(\.isBorrowed) == [true, true])
        #expect(documents.map(\.key) == [Self.key, Self.key])
        #expect(groups(documents).representatives == [0, 1])
    }
}
