import Foundation
import NewsModel
import Testing

@testable import Curation

@Suite struct LeadChoiceTests {
    private func lead(_ documents: [Document]) -> String? {
        let groups = clusters(documents)
        return groups.count == 1 ? groups[0].documents.first?.id : nil
    }

    private let title = "Dam above Lorren gives way"

    @Test func ownReportingLeadsBeforeAgencyCopy() {
        let copy = Document.made("copy", title, age: 9, weight: 3, isAgencyCopy: true)
        #expect(lead([copy, .made("own", title, age: 1)]) == "own")
    }

    @Test func weightierSourceLeads() {
        #expect(lead([.made("a", title, age: 9), .made("b", title, age: 1, weight: 1.5)]) == "b")
    }

    @Test func fullerTextLeads() {
        let full = Document.made("b", title, summary: String(repeating: "The dam above Lorren. ", count: 6))
        #expect(lead([.made("a", title, age: 9), full]) == "b")
    }

    @Test func earliestLeads() {
        #expect(lead([.made("a", title, age: 1), .made("b", title, age: 9), .made("c", title, age: nil)]) == "b")
    }

    @Test func leadStaysWhenACopyJoins() {
        let documents = [Document.made("a", title, age: 5), .made("b", title, age: 4)]
        #expect(lead(documents) == lead(documents + [.made("c", title, age: 1, isAgencyCopy: true)]))
    }

    @Test(arguments: [
        ("Reuters", "", "post", true), ("By Reuters staff", "", "post", true),
        ("", "LORREN (AP) — The dam", "post", true),
        ("Associated Press", "", "post", true), ("Reuters", "", "reuters", false), ("Ana Paz", "A dam.", "post", false),
        ("Apolonia Apt", "", "post", false),
    ])
    func agencyCopyIsRecognised(author: String, opening: String, source: String, isCopy: Bool) {
        var story = Story.made(title, source: SourceID(rawValue: source), summary: opening)
        story.authors = author.isEmpty ? [] : [author]
        #expect(Document(story, traits: SourceTraits(id: story.source)).terms.isAgencyCopy == isCopy)
    }
}
