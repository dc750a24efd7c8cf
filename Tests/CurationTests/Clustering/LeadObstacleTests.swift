import Foundation
import NewsModel
import Testing

@testable import Curation

/// What is in another language or for subscribers only does not lead where another telling is free and can be read.
@Suite struct LeadObstacleTests {
    private func story(
        _ source: SourceID, _ title: String, language: String? = nil, categories: [String] = [], age: Double = 1
    ) -> Story {
        var story = Story.made(title, source: source, age: age, categories: categories)
        story.language = language
        return story
    }

    private func lead(_ stories: [Story], siteLanguage: String?) -> String? {
        let documents = stories.map { Document($0, traits: SourceTraits(id: $0.source)) }
        let clusters = Clustering.result(of: documents, policy: .normal, language: siteLanguage).clusters
        return clusters.count == 1 ? clusters[0].documents[0].source.rawValue : nil
    }

    @Test(arguments: [("en", "courier"), ("de-AT", "kurier"), (nil, "kurier")] as [(String?, String)])
    func theLanguageOfTheSiteLeads(language: String?, source: String) {
        let stories = [
            story("kurier", "Velda Osmar 1730 Karsk", language: "de", age: 5),
            story("courier", "Velda Osmar 1730 Karsk", language: "en-GB"),
        ]
        #expect(lead(stories, siteLanguage: language) == source)
    }

    @Test func aTextOfUnknownLanguageIsTakenForTheSites() {
        let stories = [
            story("a", "Velda Osmar 1730 Karsk", age: 5), story("b", "Velda Osmar 1730 Karsk", language: "en"),
        ]
        #expect(lead(stories, siteLanguage: "en") == "a")
    }

    @Test(
        arguments: [
            ("Dam above Lorren gives way", ["Premium"]), ("Dam above Lorren gives way", ["News", "Subscribers only"]),
            ("Dam above Lorren gives way", ["Réservé aux abonnés"]), ("(Abo) Dam above Lorren gives way", []),
            ("Dam above Lorren gives way [Premium]", []), ("(S+) Dam above Lorren gives way", []),
            ("Dam above Lorren gives way 🔒", []),
        ] as [(String, [String])])
    func whatIsForSubscribersDoesNotLead(title: String, categories: [String]) {
        let stories = [
            story("paid", title, categories: categories, age: 5), story("free", "Dam above Lorren gives way"),
        ]
        #expect(lead(stories, siteLanguage: nil) == "free")
    }

    @Test(
        arguments: [
            ("Dam above Lorren gives way", ["Plus-size fashion", "Abortion"]),
            ("Dam above Lorren gives way (video)", []), ("Premium ferry tickets are sold out", []),
        ] as [(String, [String])]) func otherTextsAreFree(title: String, categories: [String])
    {
        #expect(!PaywallMarks.mark(categories, title: title))
    }

    @Test func aNextStepSaysWhatItFollows() {
        let documents = [
            Document.made("a", "Karsk agrees 12th package of road repairs", age: 30),
            .made("b", "Karsk agrees 13th package of road repairs", age: 3),
        ]
        let notes = Dictionary(
            uniqueKeysWithValues: clusters(documents).map { ($0.documents[0].id, $0.separations.joined()) })
        #expect(notes["b"]?.hasPrefix("follows “Karsk agrees 12th") == true)
        #expect(notes["a"]?.hasPrefix("is followed by “Karsk agrees 13th") == true)
    }

    @Test func twoStoriesOfOneHourFollowNothing() {
        let documents = [
            Document.made("a", "Velda Ferries cancels night sailings over crew shortage", age: 30),
            .made("b", "Ostra Lines cancels night sailings over crew shortage", age: 3),
            .made("c", "Rate for lorry permits in Osmar set at 4.5 percent", age: 2.5),
            .made("d", "Rate for lorry permits in Osmar set at 3.5 percent", age: 2),
        ]
        let notes = clusters(documents).flatMap(\.separations)
        #expect(notes.count == 4 && notes.allSatisfy { $0.hasPrefix("kept apart from") })
    }
}
