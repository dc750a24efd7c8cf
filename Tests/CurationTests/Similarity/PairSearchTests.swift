import Foundation
import NewsModel
import Testing

@testable import Curation

@Suite struct PairSearchTests {
    /// Two hundred documents of a few words each, in the order of their dates; some have none.
    private static let documents: [Document] = {
        let words = "harbour tunnel ferry budget strike museum Karsk Lorren Tollund Ansel quarry choir tram owl".split(
            separator: " ")
        var state: UInt64 = 7
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let documents = (0..<200).map { number in
            let title = (0..<(2 + next(5))).map { _ in words[min(next(words.count), next(words.count))] }
            let age = next(20) == 0 ? nil : Double(next(900)) / 10
            return Document.made("\(number)", title.joined(separator: " "), age: age)
        }
        return documents.sorted(by: Document.precedes)
    }()

    private static func vectors() -> TermVectors {
        let headlines = documents.map { Headline($0.title, names: $0.names) }
        let columns = RecurringColumns(documents, headlines: headlines)
        let forwardIndex = ForwardIndex(
            documents, at: Array(documents.indices), headlines: headlines, columns: columns, summaryWords: 40)
        return TermVectors(
            forwardIndex, documents, groups: Array(documents.indices), weights: SimilarityWeights())
    }

    @Test(arguments: [0.1, 0.217, 0.4, 0.8])
    func searchFindsExactlyThePairsThatReachTheThreshold(threshold: Double) {
        let vectors = Self.vectors()
        let search = PairSearch(vectors, threshold: threshold, limits: .none)
        let found = Set(search.pairs().map { [$0.one, $0.other] })
        var dense = DenseVector(vectors)
        var expected: Set<[Int]> = []
        for other in Self.documents.indices {
            dense.load(other)
            for one in 0..<other where dense.similarity(to: one) >= threshold { expected.insert([one, other]) }
        }
        #expect(found == expected)
        #expect(!expected.isEmpty)
    }

    /// How far back a document asks for a term: as long as the terms from it on may add 95 % of what is needed there.
    @Test(arguments: [(0.38, 4), (0.76, 4 + 58 * log(2)), (0.19, -1)] as [(Float, Double)])
    func theReachOfATermEndsWithNineteenTwentiethsOfWhatIsNeeded(length: Float, hours: Double) {
        let vectors = SimilarityMatrix(2, [(0, 1, 0.5)]).vectors
        #expect(abs(PairSearch(vectors, threshold: 0.4).reach(ofLength: length) - hours) < 1e-4)
    }

    @Test func similarityIsTheSameFromBothSides() {
        let vectors = Self.vectors()
        var (one, other) = (DenseVector(vectors), DenseVector(vectors))
        for place in 1..<Self.documents.count {
            one.load(place - 1)
            other.load(place)
            let (forth, back) = (one.similarity(to: place), other.similarity(to: place - 1))
            #expect(forth == back)
        }
    }

    /// Read in pieces, each with numbers of its own, or one after the other.
    @Test(arguments: [1, 7, 64, 199, 200])
    func termsHaveTheSameNumbersHoweverManyAreReadSideBySide(pieceSize: Int) {
        let headlines = Self.documents.map { Headline($0.title, names: $0.names) }
        let columns = RecurringColumns(Self.documents, headlines: headlines)
        let whole = ForwardIndex(
            Self.documents, at: Array(Self.documents.indices), headlines: headlines, columns: columns, summaryWords: 40,
            pieceSize: Self.documents.count)
        let forwardIndex = ForwardIndex(
            Self.documents, at: Array(Self.documents.indices), headlines: headlines, columns: columns, summaryWords: 40,
            pieceSize: pieceSize)
        #expect(forwardIndex.forms == whole.forms)
        #expect(forwardIndex.termLists.map(\.title) == whole.termLists.map(\.title))
        #expect((0..<whole.count).map(forwardIndex.names.isName) == (0..<whole.count).map(whole.names.isName))
    }
}
