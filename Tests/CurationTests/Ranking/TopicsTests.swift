import Foundation
import NewsModel
import Testing

@testable import Curation

@Suite struct TopicsTests {
    private func topics(_ titles: [String]) -> Topics {
        Topics(titles.enumerated().map { .made("\($0.offset)", $0.element) })
    }

    @Test func equalTitlesAreNearestAndOthersFar() {
        let topics = topics(["Ferry late", "Mill reopens", "Ferry mill"])
        #expect(topics.vector(of: "Ferry late").similarity(to: topics.vector(of: "late FERRY")) == 1)
        #expect(topics.vector(of: "Ferry late").similarity(to: topics.vector(of: "Mill reopens")) == 0)
        #expect(topics.vector(of: "").similarity(to: topics.vector(of: "Ferry")) == 0)
        #expect(topics.vector(of: "Ferry").similarity(to: topics.vector(of: "unknown words")) == 0)
    }

    /// With three titles a word of one weighs ln 4 and a word of two ln 2.
    @Test func cosineIsThatOfTheInverseDocumentFrequencies() {
        let topics = topics(["Ferry late", "Ferry mill", "Owl nests"])
        let expected = log(2.0) / (log(2.0) * log(2.0) + log(4.0) * log(4.0)).squareRoot()
        let similarity = topics.vector(of: "Ferry late").similarity(to: topics.vector(of: "Ferry"))
        #expect(abs(similarity - expected) < 1e-9)
        let both = topics.vector(of: "Ferry late").similarity(to: topics.vector(of: "Ferry mill"))
        #expect(abs(both - 0.2) < 1e-9)
    }

    @Test func aWordCountsOnceInATitle() {
        let topics = topics(["Ferry ferry ferry", "Ferry mill", "Owl nests"])
        let expected = log(2.0) / (log(2.0) * log(2.0) + log(4.0) * log(4.0)).squareRoot()
        let similarity = topics.vector(of: "Ferry ferry mill").similarity(to: topics.vector(of: "Ferry"))
        #expect(abs(similarity - expected) < 1e-9)
    }

    /// What a source with too many documents says makes none of the others' words frequent, and its own stay rare.
    @Test(arguments: [(0, true), (1, false)])
    func aFloodLeavesTheWordsOfOthersRare(beyond: Int, changes: Bool) {
        let others = ["Ferry late", "Ferry mill", "Owl nests"].enumerated().map {
            Document.made("\($0.offset)", $0.element)
        }
        let flood = (0..<(ComparedDocuments.mostPerSource + beyond)).map {
            Document.made("guest-\($0)", "Ferry owl \($0)", source: "guest")
        }
        func similarity(_ documents: [Document]) -> Double {
            let topics = Topics(documents)
            return topics.vector(of: "Ferry late").similarity(to: topics.vector(of: "Ferry mill"))
        }
        #expect((abs(similarity(others + flood) - similarity(others)) > 1e-9) == changes)
        let topics = Topics(others + flood)
        #expect(topics.vector(of: "499").similarity(to: topics.vector(of: "499")) == 1)
    }

    @Test func ofAFloodTheNewestTitlesAreKnown() {
        let most = ComparedDocuments.mostPerSource
        let flood = (0...most).map { Document.made("guest-\($0)", "w\($0)", source: "guest") }
        let topics = Topics(flood + [.made("a", "Mill reopens")])
        #expect(topics.vector(of: "w0").similarity(to: topics.vector(of: "w0")) == 0)
        #expect(topics.vector(of: "w1").similarity(to: topics.vector(of: "w1")) == 1)
        #expect(topics.vector(of: "w\(most)").similarity(to: topics.vector(of: "w\(most)")) == 1)
        let alone = Topics(flood)
        #expect(alone.vector(of: "w\(most)").similarity(to: alone.vector(of: "w\(most)")) == 1)
    }

    @Test func aSourceAtTheBoundIsNoFlood() {
        let most = ComparedDocuments.mostPerSource
        let flood = (0...most).map { Document.made("guest-\($0)", "w\($0)", source: "guest") }
        let full = (0..<most).map { Document.made("post-\($0)", "x\($0)", source: "post") }
        let topics = Topics(flood + full)
        #expect(topics.vector(of: "x0").similarity(to: topics.vector(of: "x0")) == 1)
        #expect(topics.vector(of: "w0").similarity(to: topics.vector(of: "w0")) == 0)
    }

    @Test func vectorsAreComparedTermByTerm() {
        let one = TopicVector([.init(number: 1, weight: 3), .init(number: 4, weight: 4)])
        let other = TopicVector([.init(number: 2, weight: 5), .init(number: 4, weight: 12)])
        #expect(abs(one.similarity(to: other) - 48.0 / 65) < 1e-9)
        #expect(one.similarity(to: other) == other.similarity(to: one))
        #expect(one.similarity(to: TopicVector([])) == 0)
    }
}
