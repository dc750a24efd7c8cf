import NewsModel
import Testing

@testable import Curation

@Suite struct CapsTests {
    private func stories(_ count: Int, source: SourceID = "wire") -> [Story] {
        let titles = [
            "Granary sold at auction", "Turret mended by hand", "Nursery insures its roses", "Old villa burns",
            "Hospice seeks readers", "Tannery smells again", "Pier loses a plank", "Kiln cools after century",
        ]
        return (0..<count).map { Story.made(titles[$0], source: source, age: Double($0) / 10) }
    }

    private func limited(_ policy: EditionPolicy, _ stories: [Story], _ sources: [SourceTraits] = []) -> Edition {
        Curator.edition(for: .made(stories, sources: sources, edition: policy))
    }

    @Test(arguments: [(4, 4), (5, 4)])
    func sourceLeadsNoMoreThanItsCap(count: Int, kept: Int) {
        let edition = limited(EditionPolicy(perSource: 4), stories(count))
        #expect(edition.clusters.count == kept)
        #expect(edition.leftOut.map(\.reason) == Array(repeating: .perSource, count: count - kept))
    }

    @Test(arguments: [(3, 3), (4, 3)])
    func editionHoldsNoMoreThanItsCap(count: Int, kept: Int) {
        let edition = limited(EditionPolicy(stories: 3, perSource: 9), stories(count))
        #expect(edition.clusters.count == kept)
        #expect(edition.leftOut.map(\.reason) == Array(repeating: .stories, count: count - kept))
    }

    @Test(arguments: [(2, 2), (3, 2)])
    func publisherLeadsNoMoreThanItsCap(count: Int, kept: Int) {
        let things = ["granary", "turret", "nursery"]
        let stories = (0..<count).map {
            Story.made(
                "Sale of \(things[$0])", source: SourceID(rawValue: "s\($0)"),
                link: "https://s\($0).courier.example/\($0)/x")
        }
        let edition = limited(EditionPolicy(perPublisher: 2), stories)
        #expect(edition.clusters.count == kept)
        #expect(edition.leftOut.map(\.detail) == Array(repeating: "2 from courier.example", count: count - kept))
    }

    @Test(arguments: [(2, 2), (3, 2)])
    func sectionHoldsNoMoreThanItsCap(count: Int, kept: Int) {
        let sources = [SourceTraits(id: "wire", section: "World"), SourceTraits(id: "post", section: "Sport")]
        let edition = limited(
            EditionPolicy(perSection: 2), stories(count) + [.made("Owl nests in signal", source: "post")], sources)
        #expect(edition.sections.map(\.clusters.count) == [kept, 1])
        #expect(edition.leftOut.map(\.reason) == Array(repeating: .perSection, count: count - kept))
    }

    @Test func clusterOfAFullSourceIsLedByAnotherPaper() {
        let shared = ["wire", "post"].map { Story.made("Dam gives way above Lorren", source: $0, age: 9) }
        let sources = [SourceTraits(id: "wire", weight: 9), SourceTraits(id: "post", weight: 0.1)]
        let edition = limited(EditionPolicy(perSource: 1), stories(1) + shared, sources)
        #expect(edition.titles == ["Granary sold at auction", "Dam gives way above Lorren"])
        #expect(edition.clusters.map(\.lead.source) == ["wire", "post"])
    }
}
