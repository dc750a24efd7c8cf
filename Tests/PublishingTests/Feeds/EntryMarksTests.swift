import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Publishing

/// Since when an entry says what it does.
@Suite struct EntryMarksTests {
    private func marked(_ edition: Edition, after before: Edition? = nil) throws -> Edition {
        try SiteRenderer(templates: nil, language: "en")
            .marked(edition, in: Samples.publication([edition]), after: before)
    }

    /// The same edition an hour later, changed.
    private func rerun(_ before: Edition, _ change: (inout Edition) -> Void = { _ in }) throws -> Edition {
        var edition = before
        edition.generated += 3600
        edition.digest = nil
        for section in edition.sections.indices {
            for cluster in edition.sections[section].clusters.indices {
                edition.sections[section].clusters[cluster].entry = nil
            }
        }
        change(&edition)
        return try marked(edition, after: before)
    }

    @Test func anEntryThatIsNewIsAsOldAsWhatItTells() throws {
        let edition = try marked(Samples.edition())
        #expect(edition.clusters.allSatisfy { $0.entry?.updated == $0.lead.firstSeen })
        #expect(edition.digest?.updated == edition.clusters[0].lead.firstSeen)
    }

    @Test func whatSaysTheSameKeepsItsMark() throws {
        let first = try marked(Samples.edition())
        let second = try rerun(first)
        #expect(second.clusters.map(\.entry) == first.clusters.map(\.entry))
        #expect(second.digest == first.digest)
    }

    @Test func neitherFiguresNorTheOrderOfOthersMoveIt() throws {
        let also = [Samples.story(5, source: "ledger"), Samples.story(6, source: "post-2")]
        let first = try marked(Samples.edition(Samples.date, [Samples.cluster(0), Samples.cluster(1, also: also)]))
        let second = try rerun(first) { edition in
            edition.sections[0].clusters[0].lead.points = 99
            edition.sections[0].clusters[0].score = 7
            edition.sections[0].clusters[1].also.reverse()
        }
        #expect(second.clusters.map(\.entry) == first.clusters.map(\.entry))
        #expect(second.digest == first.digest)
        let third = try rerun(first) { $0.sections[0].clusters.swapAt(0, 1) }
        #expect(third.clusters.map(\.entry) == first.clusters.reversed().map(\.entry))
    }

    @Test func aNewTitleOrAnotherWhoTellsItMovesThatEntryAlone() throws {
        let first = try marked(Samples.edition())
        for change: (inout Cluster) -> Void in [
            { $0.lead.title = "Another title" },
            { $0.also.append(Samples.story(7, source: "ledger")) },
            { $0.lead.summary = Markup(.html, "<p>Another text.</p>") },
        ] {
            let second = try rerun(first) { change(&$0.sections[0].clusters[0]) }
            #expect(second.clusters[0].entry?.updated == second.generated)
            #expect(second.clusters.dropFirst().map(\.entry) == first.clusters.dropFirst().map(\.entry))
            #expect(second.digest?.updated == second.generated)
        }
    }

    @Test func anEntryThatARerunAddsIsAsNewAsTheRerun() throws {
        let first = try marked(Samples.edition())
        let second = try rerun(first) { $0.sections[1].clusters.append(Samples.cluster(8)) }
        #expect(second.clusters.last?.entry?.updated == second.generated)
    }

    @Test func aClockThatWasPutBackMakesNothingOlder() throws {
        var first = try marked(Samples.edition())
        first.sections[0].clusters[0].entry?.updated = first.generated + 86_400
        let second = try rerun(first) { $0.sections[0].clusters[0].lead.title = "Another title" }
        #expect(second.clusters[0].entry?.updated == first.generated + 86_400)
    }

    @Test func theFeedsSayItAndAFeedIsAsNewAsItsNewestEntry() throws {
        let first = try marked(Samples.edition())
        let second = try rerun(first) { $0.sections[0].clusters[0].lead.title = "Another title" }
        let files = try SiteRenderer(templates: nil, language: "en").render(Samples.publication([second]))
        let updated = "<updated>2026-11-23T07:30:00Z</updated>"
        for path in ["atom.xml", "digest.xml", "2026/11/23/atom.xml", "section/world/atom.xml"] {
            #expect(files.text(path).components(separatedBy: updated).count == 3, "\(path)")
        }
        #expect(files.text("feed.json").components(separatedBy: "2026-11-23T07:30:00Z").count == 2)
    }

    @Test func theEditionsDataHoldsTheMarks() throws {
        var edition = try marked(Samples.edition())
        edition.curation = "0011223344556677"
        let read = try EditionReader.edition(Data(EditionDocument.bytes(of: edition)))
        #expect(read.clusters.map(\.entry) == edition.clusters.map(\.entry))
        #expect(read.digest == edition.digest && read.curation == edition.curation)
    }
}
