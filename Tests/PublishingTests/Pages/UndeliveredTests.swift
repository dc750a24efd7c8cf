import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Publishing

/// Who could not be told of an edition, on the health page.
@Suite struct UndeliveredTests {
    private static func sentences(
        _ deliveries: [DeliveryReport], language: String = "en", health: SitePolicy.HealthPages = .public
    ) throws -> [String] {
        var report = Samples.health()
        report.deliveries = deliveries
        var site = SitePolicy(language: language)
        site.health = health
        let publication = Samples.publication(site: site, health: report)
        let context = SiteContext(publication, templates: try TemplateSet(directory: nil, language: language))
        return context.healthView().undelivered
    }

    private static let silent = DeliveryReport(
        receiver: "hook.example", event: .edition, isDelivered: false, detail: "503 Service Unavailable", pending: 2)

    @Test func whoWasNotReachedIsNamedWithTheReason() throws {
        let reached = DeliveryReport(receiver: "hub.example", event: .edition, isDelivered: true)
        let gone = DeliveryReport(receiver: "gone.example", event: .broken, isDelivered: false)
        #expect(
            try Self.sentences([reached, Self.silent, gone]) == [
                "hook.example could not be told: 503 Service Unavailable. 2 messages wait for the next run.",
                "gone.example could not be told.",
            ])
    }

    @Test(arguments: ["de", "fr", "es", "ar"]) func itIsSaidInEveryLanguage(language: String) throws {
        let sentence = try #require(try Self.sentences([Self.silent], language: language).first)
        #expect(sentence.contains("hook.example") && sentence.contains("503") && !sentence.contains("could not"))
    }

    @Test func aSummaryNamesNobody() throws {
        #expect(try Self.sentences([Self.silent], health: .summary) == [])
    }
}
