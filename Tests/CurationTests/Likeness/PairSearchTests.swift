import Foundation
import NewsModel
import Testing

@testable import Curation

@Suite struct PairSearchTests {
    /// Two hundred tellings of a few words each, in the order of their dates; some have none.
    private static let tellings: [Telling] = {
        let words = "harbour tunnel ferry budget strike museum Karsk Lorren Tollund Ansel quarry choir tram owl".split(
            separator: " ")
        var state: UInt64 = 7
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let tellings = (0..<200).map { number in
            let title = (0..<(2 + next(5))).map { _ in words[min(next(words.count), next(words.count))] }
            let age = next(20) == 0 ? nil : Double(next(900)) / 10
            return Telling.made("\(number)", title.joined(separator: " "), age: age)
        }
        return tellings.sorted(by: Telling.precedes)
    }()

    @Test(arguments: [0.1, 0.195, 0.4, 0.8])
    func searchFindsExactlyThePairsThatReachTheThreshold(threshold: Double) {
        let headlines = Self.tellings.map { Headline($0.title, names: $0.names) }
        let columns = Columns(Self.tellings, headlines: headlines)
        let lexicon = Lexicon(
            Self.tellings, at: Array(Self.tellings.indices), headlines: headlines, columns: columns, summaryWords: 40)
        let vectors = TermVectors(
            lexicon, Self.tellings, groups: Array(Self.tellings.indices), weights: LikenessWeights())
        let search = PairSearch(vectors, threshold: threshold, limits: .none)
        let found = Set(search.pairs().map { [$0.one, $0.other] })
        var probe = Probe(vectors)
        var expected: Set<[Int]> = []
        for other in Self.tellings.indices {
            probe.aim(at: other)
            for one in 0..<other where probe.similarity(to: one) >= threshold { expected.insert([one, other]) }
        }
        #expect(found == expected)
        #expect(!expected.isEmpty)
    }

    @Test func similarityIsTheSameFromBothSides() {
        let headlines = Self.tellings.map { Headline($0.title, names: $0.names) }
        let columns = Columns(Self.tellings, headlines: headlines)
        let lexicon = Lexicon(
            Self.tellings, at: Array(Self.tellings.indices), headlines: headlines, columns: columns, summaryWords: 40)
        let vectors = TermVectors(
            lexicon, Self.tellings, groups: Array(Self.tellings.indices), weights: LikenessWeights())
        var (one, other) = (Probe(vectors), Probe(vectors))
        for place in 1..<Self.tellings.count {
            one.aim(at: place - 1)
            other.aim(at: place)
            #expect(one.similarity(to: place) == other.similarity(to: place - 1))
        }
    }

    /// Read in pieces, each with numbers of its own, or one after the other.
    @Test(arguments: [1, 7, 64, 199, 200])
    func termsHaveTheSameNumbersHoweverManyAreReadSideBySide(pieceSize: Int) {
        let headlines = Self.tellings.map { Headline($0.title, names: $0.names) }
        let columns = Columns(Self.tellings, headlines: headlines)
        let whole = Lexicon(
            Self.tellings, at: Array(Self.tellings.indices), headlines: headlines, columns: columns, summaryWords: 40,
            pieceSize: Self.tellings.count)
        let lexicon = Lexicon(
            Self.tellings, at: Array(Self.tellings.indices), headlines: headlines, columns: columns, summaryWords: 40,
            pieceSize: pieceSize)
        #expect(lexicon.forms == whole.forms)
        #expect(lexicon.documents.map(\.title) == whole.documents.map(\.title))
        #expect((0..<whole.count).map(lexicon.names.isName) == (0..<whole.count).map(whole.names.isName))
    }
}
