import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Publishing

/// An update leads to the story that it updates, not to the top of that edition's page.
@Suite struct UpdateLinkTests {
    private static let earlier = Samples.date.adding(days: -2)

    /// An update of story 3, which another source tells now.
    private func update() -> Edition {
        var cluster = Samples.cluster(0, updates: Self.earlier)
        cluster.explanation.bonds = [
            .init(one: Samples.story(0).id, other: Samples.story(3).id, evidence: .sameTitle),
            .init(one: Samples.story(0).id, other: Samples.story(1).id, evidence: .sameAddress),
        ]
        cluster.also = [Samples.story(1)]
        return Samples.edition(Samples.date, [cluster, Samples.cluster(2)])
    }

    private func link(_ edition: Edition) throws -> String? {
        let before = Samples.edition(Self.earlier, [Samples.cluster(4), Samples.cluster(3)])
        let context = SiteContext(
            Samples.publication([edition, before]), templates: try TemplateSet(directory: nil, language: "en"))
        return context.editionView(of: edition, path: SitePaths.front).lead?.updateHref
    }

    private static let place = "2026/11/21/index.html#s-0000000000000013"

    @Test func leadsToTheStory() throws {
        #expect(try link(update()) == Self.place)
    }

    @Test func leadsThereStillWhereTheStateWasRestoredFromTheSite() throws {
        let document = Data(EditionDocument.bytes(of: update()))
        let restored = try EditionReader.edition(document)
        #expect(try link(restored) == Self.place)
        #expect(restored.clusters[0].earlierTellings == [Samples.story(3).id])
        #expect(EditionDocument.bytes(of: restored) == Array(document), "what was read is written in the same way")
    }

    @Test func whatIsNoUpdateHasNoEarlierTelling() {
        var edition = update()
        edition.sections[0].clusters[0].updates = nil
        #expect(edition.clusters[0].earlierTellings == [])
    }
}
