import NewsModel
import Testing

@testable import Curation

@Suite struct VarietyTests {
    private func lead(_ source: SourceID, host: String? = nil, title: String = "Mill reopens") -> Document {
        Document(
            .made(title, source: source, link: "https://\(host ?? "\(source).example")/mill-reopens"),
            traits: SourceTraits(id: source))
    }

    private let ferry = TopicVector([.init(number: 1, weight: 3), .init(number: 2, weight: 4)])
    private let harbour = TopicVector([.init(number: 1, weight: 3), .init(number: 3, weight: 4)])
    private let owl = TopicVector([.init(number: 9, weight: 1)])

    private func repetition(
        _ variety: Variety, _ lead: Document, _ topic: TopicVector, section: String = "News"
    ) -> Variety.Repetition {
        var comparison = Variety.Comparison()
        return variety.repetition(of: lead, section: section, topic: topic, comparison: &comparison)
    }

    @Test(
        arguments: [
            (0, 0.0, 1.0), (1, 0, 1 / 1.15), (2, 0, 1 / 1.3), (0, 1, 0.5), (0, 0.5, 0.75), (0, 1.5, 0.5),
            (2, 0.4, 0.8 / 1.3),
        ] as [(Int, Double, Double)])
    func factorFallsWithTheHostAndTheTopic(sameHost: Int, similarity: Double, factor: Double) {
        let repetition = Variety.Repetition(sameHost: sameHost, similarity: similarity)
        #expect(abs(repetition.factor - factor) < 1e-12)
    }

    @Test func storiesOfThePublisherOrTheSourceAreCounted() {
        var variety = Variety()
        variety.add(lead("post"), section: "News", topic: owl)
        variety.add(lead("post", host: "other.example"), section: "News", topic: owl)
        variety.add(lead("guest", host: "other.example"), section: "News", topic: owl)
        variety.add(lead("post"), section: "Sport", topic: owl)
        // Two of the source, one of the publisher.
        #expect(repetition(variety, lead("post"), ferry).sameHost == 2)
        // One of the source, two of the publisher.
        #expect(repetition(variety, lead("guest", host: "other.example"), ferry).sameHost == 2)
        #expect(repetition(variety, lead("post"), ferry, section: "Sport").sameHost == 1)
        #expect(repetition(variety, lead("ledger"), ferry) == Variety.Repetition())
    }

    @Test func theNearestTopicCounts() {
        var variety = Variety()
        variety.add(lead("a", title: "Owl"), section: "News", topic: owl)
        variety.add(lead("b", title: "Harbour"), section: "News", topic: harbour)
        variety.add(lead("c", title: "Harbour again"), section: "News", topic: harbour)
        let repeated = repetition(variety, lead("post"), ferry)
        #expect(abs(repeated.similarity - 9.0 / 25) < 1e-9)
        #expect(repeated.nearest == "Harbour")
        #expect(repetition(variety, lead("post"), owl).nearest == "Owl")
    }

    @Test func aComparisonGoesOnWhereItEndedAndBeginsAnewInAnotherSection() {
        var variety = Variety()
        var comparison = Variety.Comparison()
        func next(_ section: String) -> Variety.Repetition {
            variety.repetition(of: lead("post"), section: section, topic: ferry, comparison: &comparison)
        }
        #expect(next("News").similarity == 0)
        variety.add(lead("a", title: "Harbour"), section: "News", topic: harbour)
        #expect(next("News").nearest == "Harbour")
        variety.add(lead("b", title: "Ferry"), section: "News", topic: ferry)
        #expect(next("News").nearest == "Ferry")
        #expect(next("News").similarity == 1)
        #expect(next("Sport").nearest == nil)
        #expect(next("News").nearest == "Ferry")
    }
}

@Suite struct SectioningTests {
    private func section(_ match: [String], link: String, title: String = "New moon found", categories: [String] = [])
        -> String
    {
        let rules = [SectionRule(name: "Science", match: match), SectionRule(name: "Late", match: ["moon"])]
        let sectioning = Sectioning(rules: rules, sources: [])
        let story = Story.made(title, link: link, categories: categories)
        return sectioning.section(of: story, traits: SourceTraits(id: "courier", section: "World"))
    }

    @Test(arguments: [
        ("/science", "https://courier.example/science/1", "Science"),
        ("/science", "https://courier.example/a/SCIENCE", "Science"),
        ("/science/space", "https://courier.example/a/science/space/1", "Science"),
        ("/science/space", "https://courier.example/science/space", "Science"),
        ("/science/space", "https://courier.example/science/a/space", "Late"),
        ("/science/space", "https://courier.example/space", "Late"),
        ("/science", "https://courier.example/sciences/1", "Late"),
        ("/", "https://courier.example/a/1", "Late"),
        ("NEW", "https://courier.example/a/1", "Science"),
        ("found moon", "https://courier.example/a/1", "Late"),
    ])
    func theFirstRuleThatFitsDecides(match: String, link: String, name: String) {
        #expect(section([match], link: link) == name)
    }

    @Test func categoriesCountAsTheTitleDoesAndSummariesDoNot() {
        let link = "https://courier.example/a/1"
        #expect(section(["space"], link: link, title: "Owl", categories: ["Space"]) == "Science")
        #expect(section(["owl", "kayak"], link: link, title: "Owl") == "Science")
        #expect(section(["kayak"], link: link, title: "Owl") == "World")
    }

    @Test func pathRulesAloneAndWordRulesAloneAreEnough() {
        let traits = SourceTraits(id: "courier", section: "World")
        let story = Story.made("New moon found", link: "https://courier.example/science/1")
        func section(_ rules: [SectionRule]) -> String {
            Sectioning(rules: rules, sources: []).section(of: story, traits: traits)
        }
        #expect(section([SectionRule(name: "Science", match: ["/science"])]) == "Science")
        #expect(section([SectionRule(name: "Science", match: ["moon"])]) == "Science")
        #expect(section([SectionRule(name: "Science")]) == "World")
        #expect(section([]) == "World")
    }

    @Test func sectionsStandInTheOrderOfTheRulesTheSourcesAndTheAlphabet() {
        let sources = ["Sport", "World", "Money", "Sport"].enumerated().map {
            SourceTraits(id: SourceID(rawValue: "s\($0.offset)"), section: $0.element)
        }
        let sectioning = Sectioning(rules: [SectionRule(name: "World"), SectionRule(name: "Empty")], sources: sources)
        #expect(
            sectioning.ordered(["Zoo", "Money", "Arts", "Sport", "World"]) == [
                "World", "Sport", "Money", "Arts", "Zoo",
            ])
    }
}

@Suite struct StoryFilterTests {
    private func objection(_ title: String, only: [String] = [], skip: [String] = []) -> String? {
        let traits = SourceTraits(id: "post", only: only, skip: skip)
        let filter = StoryFilter(mute: [], sources: [traits, SourceTraits(id: "courier", only: ["owl"])])
        return filter.objection(to: Document(.made(title, source: "post", summary: "By sea."), traits: traits))
    }

    @Test(
        arguments: [
            ([], [], nil), (["ferry"], [], nil), (["owl", "ferry"], [], nil), (["sea"], [], nil), ([], ["owl"], nil),
            (["owl"], [], "none of the words that post is read for stands in it"),
            ([], ["owl", "Ferry"], "“Ferry” is among the words that post skips"),
            (["ferry"], ["ferry"], "“ferry” is among the words that post skips"),
        ] as [([String], [String], String?)])
    func onlyAndSkipWordsOfTheSourceDecide(only: [String], skip: [String], objection: String?) {
        #expect(self.objection("Ferry adds night sailing", only: only, skip: skip) == objection)
    }

    @Test func theFirstMutedWordOfTheListIsNamed() {
        let filter = StoryFilter(mute: ["kayak", "Night", "ferry"], sources: [])
        let document = Document.made("a", "Ferry adds night sailing")
        #expect(filter.mutedWord(in: document) == "Night")
        #expect(filter.mutedWord(in: .made("b", "Mill reopens")) == nil)
        #expect(StoryFilter(mute: [], sources: []).mutedWord(in: document) == nil)
    }
}
