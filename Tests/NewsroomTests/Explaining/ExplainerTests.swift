import Curation
import Foundation
import NewsModel
import NewsStore
import Settings
import TestSupport
import Testing

@testable import Newsroom

/// Where a story stands and why, or why it does not, asked of the state that a few scripted nights left behind.
@Suite struct ExplainerTests {
    private let chronicle: Chronicle
    private let settings: Settings
    private static let papers: [SourceID] = ["courier", "post", "ledger", "herald", "gazette", "annals"]

    private static let articles = [
        Article(paper: "courier", name: "dam-1", title: "Dam above Lorren gives way", night: 2, hour: 2, told: 2),
        Article(paper: "post", name: "dam-2", title: "Lorren dam gives way after rain", night: 2, hour: 3, told: 2),
        Article(paper: "ledger", name: "dam-3", title: "Dam above Lorren gives way", night: 3, hour: 2, told: nil),
        Article(paper: "courier", name: "owl", title: "Owl nests in railway signal", night: 2, hour: 4, told: 2),
        Article(paper: "herald", name: "stars", title: "Your horoscope for March", night: 3, hour: 3, told: nil),
        Article(paper: "annals", name: "bell", title: "Cathedral bell cracked in frost", night: 1, hour: 6, told: nil),
        Article(paper: "gazette", name: "bake", title: "Night bakery serves Ostwick", night: 3, hour: 1, told: 3),
        Article(paper: "gazette", name: "tube", title: "Tunnel dug in nine long years", night: 3, hour: 2, told: 3),
        Article(paper: "gazette", name: "calf", title: "Calf born in tunnel lift", night: 3, hour: 0.5, told: nil),
    ]

    init() throws {
        chronicle = try Chronicle(ScriptedPress(days: .spring, articles: Self.articles))
        let extra = "ranking: {mute: [horoscope]}\nedition: {per-source: 2}"
        for night in [1, 2] { try chronicle.run(.init(night: night, papers: Self.papers.dropLast(), extra: extra)) }
        try chronicle.run(.init(night: 3, failing: ["post"], papers: Self.papers, extra: extra))
        settings = try chronicle.settings(papers: Self.papers, extra: extra)
    }

    private func answer(_ text: String, night: Int? = nil) throws -> StoryAnswer {
        try Explainer(settings: settings).answer(
            try #require(StoryQuery(text)), date: night.map(chronicle.press.days.date))
    }

    private func said(_ text: String, night: Int? = nil) throws -> String {
        try answer(text, night: night).text(try #require(StoryQuery(text)), settings)
    }

    private func date(_ night: Int) -> String { chronicle.press.days.date(night).description }

    @Test func whatStandsIsShownWithItsFactorsItsTellingsAndTheEvidence() throws {
        let text = try said("https://courier.example/dam-1/?utm_source=x")
        #expect(text.contains("told on \(date(2)): no. 1 of News"))
        #expect(text.contains("public/\(chronicle.press.days.date(2).path)/index.html#s-"))
        for factor in ["weight", "coverage", "freshness"] { #expect(text.contains(factor), "\(text)") }
        #expect(text.contains("“Lorren dam gives way after rain” (post) https://www.post.example/dam-2"))
        #expect(text.contains("alike at 0."))
        #expect(text.contains("sharing"))
    }

    @Test func whatPushesAStoryDownAndWhatStandsAboveItIsNamed() throws {
        let text = try said("owl", night: 2)
        #expect(text.contains("↓ variety"))
        #expect(text.contains("1 more from courier.example above it in its section"))
        #expect(text.contains("Above it stands “Dam above Lorren gives way” (courier)"))
    }

    @Test func aTellingBelowALeadIsFoundUnderIt() throws {
        #expect(try said("rain", night: 2).contains("no. 1 of News under “Dam above Lorren gives way” (courier)"))
    }

    @Test func aMutedStoryNamesTheWord() throws {
        #expect(try said("horoscope").contains("The word “horoscope” is muted"))
    }

    @Test func aCappedStoryNamesTheCapAndWhatFillsIt() throws {
        let text = try said("calf")
        #expect(text.contains("2 from gazette already (`edition: per-source`)"))
        #expect(text.contains("the last of those that fill the cap, “"))
    }

    @Test func whatCameTooLateSaysWhenItsStoryWasTold() throws {
        #expect(try said("https://ledger.example/dam-3").contains("joined what was told on \(date(2))"))
    }

    @Test func whatANewSourceBroughtFromBeforeIsItsBackCatalogue() throws {
        #expect(try said("cathedral bell").contains("back catalogue"))
    }

    @Test func anotherEditionSaysWhereTheStoryIs() throws {
        let text = try said("owl", night: 3)
        #expect(text.contains("not in the edition of \(date(3)), since it was told on \(date(2))"))
    }

    @Test func severalStoriesAreListedToBeAskedForByTheirIDs() throws {
        let text = try said("tunnel")
        #expect(text.hasPrefix("2 stories match “tunnel”"), "\(text)")
        let id = try #require(text.split(separator: "\n").last?.split(separator: " ").first.map(String.init))
        guard case .one = try answer(id) else {
            Issue.record("\(id) does not name one story")
            return
        }
    }

    @Test func nothingFoundNamesWhatIsNearAndWhoFailed() throws {
        #expect(try said("tunnel kayak").contains("“Tunnel"))
        let text = try said("https://post.example/other")
        #expect(text.contains("`post` is read from post.example, and failed"))
        #expect(text.contains("post (unreachable)"))
        let other = try said("https://kayak.example/x/1")
        #expect(other.contains("No source of the configuration is read from kayak.example"))
    }

    @Test func anEditionThatIsNotThereIsSaid() throws {
        let failure = #expect(throws: RunFailure.self) { try answer("owl", night: 9) }
        #expect(failure?.description.contains("there are editions from \(date(2)) to \(date(3))") == true)
    }

    @Test func theDocumentHoldsFactorsEvidenceAndReasons() throws {
        let query = try #require(StoryQuery("rain"))
        let json = try answer("rain", night: 2).json(query, settings)
        let document = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let found = try #require((document["found"] as? [[String: Any]])?.first)
        let place = try #require(found["place"] as? [String: Any])
        #expect(found["standing"] as? String == "told")
        #expect(place["leads"] as? Bool == false)
        #expect((place["factors"] as? [[String: Any]])?.first?["name"] as? String == "weight")
        let evidence = try #require((place["evidence"] as? [[String: Any]])?.first)
        #expect(evidence["kind"] as? String == "likeWords")
        #expect((evidence["sharedWords"] as? [String])?.contains("lorren") == true)
        #expect((evidence["similarity"] as? Double ?? 0) > 0.19)
    }

    @Test func theStateStaysAsItIs() throws {
        let before = try Data(contentsOf: URL(filePath: settings.state))
        _ = try answer("owl")
        #expect(try Data(contentsOf: URL(filePath: settings.state)) == before)
    }

    @Test func withoutAStateThereIsASentenceAndNoFile() throws {
        var other = settings
        other.state = chronicle.folder.path("none/state.sqlite")
        let failure = #expect(throws: RunFailure.self) { try Explainer(settings: other) }
        #expect(failure?.description.contains("no state") == true)
        #expect(!FileManager.default.fileExists(atPath: chronicle.folder.path("none")))
    }

    @Test func whatASourceWroteSendsNoCommandsToTheTerminal() throws {
        var finding = try #require(try { if case .one(let finding) = try answer("owl") { finding } else { nil } }())
        finding.story.title = "Owl\u{1B}[2J\nnests"
        let text = StoryAnswer.one(finding).text(try #require(StoryQuery("owl")), settings)
        #expect(text.hasPrefix("“Owl[2J nests”"))
    }
}
