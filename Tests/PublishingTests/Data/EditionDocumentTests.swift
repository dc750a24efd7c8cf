import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Publishing

@Suite struct EditionDocumentTests {
    private func root(_ edition: Edition) throws -> [String: Any] {
        let data = Data(EditionDocument.bytes(of: edition))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test func saysAllThatThePageShows() throws {
        var edition = Samples.edition()
        edition.sections[0].clusters[0].lead.points = 12
        edition.sections[0].clusters[0].lead.discussion = "https://talk.example/1"
        edition.sections[0].clusters[0].lead.updated = Samples.night
        edition.sections[0].clusters[0].updates = Samples.date.adding(days: -2)
        let root = try root(edition)
        #expect(root["edition"] as? String == "2026-11-23" && root["generated"] as? String == "2026-11-23T06:30:00Z")
        let sources = try #require(root["sources"] as? [String: Any])
        #expect(sources["asked"] as? Int == 2 && sources["answered"] as? Int == 1)
        #expect(sources["titles"] as? [String: String] == ["post": "The Harbour Post", "ledger": "Ledger"])
        let sections = try #require(root["sections"] as? [[String: Any]])
        #expect(sections.map { $0["name"] as? String } == ["World", "Science & Nature"])
        let clusters = try #require(sections[0]["clusters"] as? [[String: Any]])
        #expect(clusters[0]["updates"] as? String == "2026-11-21" && clusters[1]["updates"] == nil)
        #expect(clusters[1]["score"] as? Double == 0.5)
        let lead = try #require(clusters[0]["lead"] as? [String: Any])
        #expect(
            Set(lead.keys) == [
                "id", "title", "url", "source", "key", "published", "updated", "firstSeen", "summary", "discussion",
                "points",
            ])
        #expect(lead["url"] as? String == "https://outlet.example/0" && lead["points"] as? Int == 12)
        #expect(lead["summary"] as? String == "What happened in story 0.")
        let also = try #require((clusters[1]["also"] as? [[String: Any]])?.first)
        #expect(also["url"] as? String == "https://outlet.example/5" && also["summary"] != nil)
        let why = try #require(clusters[0]["why"] as? [String: Any])
        #expect(why["notes"] as? [String] == ["a note"])
        #expect((why["factors"] as? [[String: Any]])?.first?["reason"] as? String == "0 h old")
    }

    @Test func saysWhatWasLeftOutButForWhatIsMuted() throws {
        var edition = Samples.edition()
        edition.omissions = Omission.all(of: [
            .init(story: Samples.story(7), reason: .perSource, detail: "6", score: 0.25),
            .init(story: Samples.story(8), reason: .muted, detail: "secret word"),
        ])
        #expect(!String(decoding: EditionDocument.bytes(of: edition), as: UTF8.self).contains("secret word"))
        let omissions = try #require(try root(edition)["leftOut"] as? [[String: Any]])
        #expect(omissions.map { $0["reason"] as? String } == ["muted", "perSource"])
        #expect(omissions.map { $0["count"] as? Int } == [1, 1])
        let named = omissions.map { ($0["stories"] as? [[String: Any]])?.count }
        #expect(named == [0, 1])
        let first = try #require((omissions[1]["stories"] as? [[String: Any]])?.first)
        #expect(first["detail"] as? String == "6" && first["score"] as? Double == 0.25)
    }

    @Test func saysOfWhatWasLeftOutAllThatThePageOfItShows() throws {
        var edition = Samples.edition()
        let most = Omission.mostListed
        edition.leftOut = (0...most).map {
            .init(story: Samples.story(100 + $0), reason: .stories, detail: "6", score: 1 / Double($0 + 1))
        }
        edition.omissions = Omission.all(of: edition.leftOut)
        let bytes = EditionDocument.bytes(of: edition)
        let read = try EditionReader.edition(Data(bytes))
        #expect(read.omissions.map(\.count) == [most + 1] && read.omissions[0].named.count == Omission.mostNamed)
        #expect(read.leftOut.map(\.story.id) == edition.leftOut.prefix(most).map(\.story.id))
        #expect(EditionDocument.bytes(of: read) == bytes)
    }

    @Test func saysSoWhereAStoryHasNoAddress() {
        var edition = Samples.edition()
        edition.sections[0].clusters[0].lead.link = nil
        #expect(String(decoding: EditionDocument.bytes(of: edition), as: UTF8.self).contains("\"url\": null"))
    }

    @Test func holdsNoWholeTextUnlessTheSiteShowsIt() {
        var edition = Samples.edition()
        edition.sections[0].clusters[0].lead.content = Markup(.html, "<p>whole text</p>")
        #expect(!String(decoding: EditionDocument.bytes(of: edition), as: UTF8.self).contains("whole text"))
        #expect(
            String(decoding: EditionDocument.bytes(of: edition, content: .full), as: UTF8.self).contains("whole text"))
    }

    @Test func aNumberThatIsMissingCountsForNothing() throws {
        let text = #"""
            {"edition": "2026-11-23", "generated": "2026-11-23T06:30:00Z", "sections": [{"name": "World", "clusters": [
                {"lead": {"id": "00000000000000aa", "source": "post", "key": "k", "title": "Ferry returns",
                    "firstSeen": "2026-11-23T06:00:00Z"},
                "why": {"factors": [{"name": "freshness"}]}}
            ]}], "leftOut": [{"reason": "perSource"}]}
            """#
        let edition = try EditionReader.edition(Data(text.utf8))
        let cluster = try #require(edition.clusters.first)
        #expect(cluster.score == 0 && cluster.explanation.factors.map(\.value) == [0])
        #expect(edition.sourcesAsked == 0 && edition.sourcesAnswered == 0)
        #expect(edition.omissions.map(\.count) == [0])
    }

    /// A link to what was told before leads to the story that the evidence names.
    @Test(arguments: [
        Evidence.toldTogether, .sameAddress, .sameTitle, .sameLink("a.example/1"),
        .likeWords(["ferry", "skye"], similarity: 0.5),
    ])
    func keepsWhatStoriesAreHeldToBeOneBy(evidence: Evidence) throws {
        var edition = Samples.edition()
        let earlier = StoryID(rawValue: "00000000000000aa")
        let lead = edition.sections[0].clusters[0].lead.id
        edition.sections[0].clusters[0].updates = Samples.date.adding(days: -1)
        edition.sections[0].clusters[0].explanation.bonds = [.init(one: lead, other: earlier, evidence: evidence)]
        let again = try EditionReader.edition(Data(EditionDocument.bytes(of: edition)))
        #expect(again.clusters.map(\.explanation) == edition.clusters.map(\.explanation))
        #expect(again.clusters[0].updates == edition.clusters[0].updates)
    }
}
