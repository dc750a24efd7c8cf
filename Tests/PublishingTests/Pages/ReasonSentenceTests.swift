import Foundation
import NewsModel
import Testing

@testable import Publishing

@Suite struct ReasonSentenceTests {
    private func sentence(
        _ factors: [Explanation.Factor] = [], outlets: Int = 1, language: String = "en"
    ) throws -> String {
        let words = try TemplateSet(directory: nil, language: language).words
        var cluster = Samples.cluster(1)
        cluster.explanation = Explanation(factors: factors)
        return ReasonSentence(words: words, dates: DateFormat(words: words, zone: .gmt), date: Samples.date)
            .parts(for: cluster, outlets: outlets).map(\.text).joined()
    }

    private func interest(_ word: String, _ value: Double) -> Explanation.Factor {
        .init(name: "interest", value: value, reason: "“\(word)” at \(value)")
    }

    @Test func saysHowManyTellItAndSinceWhen() throws {
        #expect(try sentence() == "Told by one outlet so far.")
        #expect(try sentence(outlets: 5) == "Told by 5 outlets since 05:30.")
    }

    @Test func namesWhatTheReaderFollows() throws {
        let factors = [interest("rail", 2), interest("ferries", 1.5), interest("golf", 0.5)]
        #expect(
            try sentence(factors, outlets: 2)
                == "Told by 2 outlets since 05:30; you follow rail and ferries; you want less of golf.")
    }

    @Test func saysWhatElseDecided() throws {
        let factors: [Explanation.Factor] = [
            .init(name: "talk", value: 1.8, reason: ""), .init(name: "weight", value: 1.2, reason: ""),
            .init(name: "variety", value: 0.7, reason: ""),
        ]
        #expect(
            try sentence(factors)
                == "Told by one outlet so far; much discussed; you give its outlet more weight; placed lower for variety."
        )
        let slight: [Explanation.Factor] = [
            .init(name: "talk", value: 1.5, reason: ""), .init(name: "weight", value: 1.04, reason: ""),
            .init(name: "variety", value: 0.96, reason: ""), .init(name: "freshness", value: 0.2, reason: "“x”"),
        ]
        #expect(try sentence(slight) == "Told by one outlet so far.")
    }

    @Test(arguments: ["de", "fr", "es", "ar"])
    func saysItInTheLanguageOfTheSite(language: String) throws {
        let text = try sentence([interest("rail", 2)], outlets: 12, language: language)
        #expect(text.contains("12") && text.contains("05:30") && text.contains("rail") && !text.contains("outlets"))
    }
}
