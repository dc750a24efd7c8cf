import Curation
import NewsModel
import Testing

@Suite struct RivalsTests {
    private func edition(_ policy: EditionPolicy) -> Edition {
        let stories = ["Granary sold at auction", "Turret mended by hand", "Nursery insures its roses"].enumerated()
            .map { Story.made($0.element, source: "wire", age: Double($0.offset)) }
        return Curator.edition(for: .made(stories + [.made("Owl nests in signal", source: "post")], edition: policy))
    }

    @Test(
        arguments: [
            (EditionPolicy(perSource: 2), ["wire", "wire"]),
            (EditionPolicy(perSource: 9, perPublisher: 2), ["wire", "wire"]),
            (EditionPolicy(perSection: 3), ["post", "wire", "wire"]),
            (EditionPolicy(stories: 3), ["post", "wire", "wire"]),
        ] as [(EditionPolicy, [SourceID])])
    func whatFillsACapIsNamedTheBestFirst(policy: EditionPolicy, sources: [SourceID]) throws {
        let edition = edition(policy)
        let out = try #require(edition.leftOut("Nursery insures its roses"))
        let rivals = Rivals.of(out, in: edition)
        #expect(rivals.map(\.lead.source).sorted() == sources)
        #expect(rivals.map(\.score) == rivals.map(\.score).sorted(by: >))
    }

    @Test func aMutedStoryHasNoRivals() throws {
        let edition = Curator.edition(
            for: .made([.made("Your horoscope"), .made("Mill reopens")], ranking: RankingPolicy(mute: ["horoscope"])))
        #expect(Rivals.of(try #require(edition.leftOut("Your horoscope")), in: edition).isEmpty)
    }
}
