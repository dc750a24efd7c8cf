import Foundation
import NewsModel
import Testing

@testable import Curation

@Suite struct TermVectorsTests {
    private func forwardIndex(_ documents: [Document], summaryWords: Int = 40) -> ForwardIndex {
        let headlines = documents.map { Headline($0) }
        let titles = headlines.map { RecurringColumns.Title($0) }
        return ForwardIndex(
            documents, at: Array(documents.indices), headlines: headlines,
            columns: RecurringColumns(documents, titles: titles), summaryWords: summaryWords)
    }

    private func weights(_ vectors: TermVectors, _ document: Int) -> [Float] {
        vectors.entries[vectors.range(document)].map(\.weight)
    }

    /// “ferry” stands in both of three titles, the other words in one: ln(4 ÷ 2) and ln(4 ÷ 1), to the power of 0.8.
    @Test func termsWeighTheirRarity() {
        let documents = ["ferry late", "ferry sold", "owl nests"].enumerated().map {
            Document.made("\($0.offset)", $0.element)
        }
        let index = forwardIndex(documents)
        #expect(index.forms == ["ferry", "late", "sold", "owl", "nests"])
        let vectors = TermVectors(index, documents, groups: [0, 1, 2], weights: SimilarityWeights())
        #expect(vectors.frequency == [2, 1, 1, 1, 1])
        let (common, rare) = (pow(log(2.0), 0.8), pow(log(4.0), 0.8))
        let length = (common * common + rare * rare).squareRoot()
        #expect(abs(Double(weights(vectors, 0)[0]) - common / length) < 1e-6)
        #expect(abs(Double(weights(vectors, 0)[1]) - rare / length) < 1e-6)
        #expect(abs(Double(weights(vectors, 2)[0]) - 0.5.squareRoot()) < 1e-6)
        #expect(vectors.count == 3)
    }

    @Test func namesWeighMoreAndSummariesLess() {
        let documents = [
            Document.made("a", "Ferry reaches Karsk harbour today", summary: "crew rescued by helicopter"),
            .made("b", "The owl of Karsk was late again"), .made("c", "kiosk sold at auction"),
        ]
        let index = forwardIndex(documents)
        let vectors = TermVectors(index, documents, groups: [0, 1, 2], weights: SimilarityWeights())
        func weight(_ form: String) -> Double {
            let term = index.forms.firstIndex(of: form).map(Int32.init)
            let entry = vectors.entries[vectors.range(0)].first { $0.term == term }
            return Double(entry?.weight ?? 0)
        }
        #expect(abs(weight("crew") / weight("harbour") - 0.6) < 1e-6)
        let karsk = pow(log(4.0 / 2), 0.8) * 1.3 / pow(log(4.0), 0.8)
        #expect(abs(weight("karsk") / weight("harbour") - karsk) < 1e-6)
    }

    @Test func copiesInOneGroupMakeNoWordCommon() {
        let documents = (0..<4).map { Document.made("\($0)", "ferry late w\($0)") }
        let apart = TermVectors(
            forwardIndex(documents), documents, groups: [0, 1, 2, 3], weights: SimilarityWeights())
        #expect(apart.frequency.prefix(2) == [4, 4])
        let together = TermVectors(
            forwardIndex(documents), documents, groups: [0, 0, 0, 3], weights: SimilarityWeights())
        #expect(together.frequency.prefix(2) == [2, 2])
    }

    @Test(arguments: [(16, 16), (17, 16), (40, 16)])
    func aSourceMakesAWordCommonSixteenTimesAtMost(count: Int, frequency: Int32) {
        let documents = (0..<count).map { Document.made("\($0)", "ferry x\($0)", source: "guest", language: "en") }
        let vectors = TermVectors(
            forwardIndex(documents), documents, groups: Array(documents.indices), weights: SimilarityWeights())
        #expect(vectors.frequency[0] == frequency)
        let more =
            documents + [
                Document.made("a", "ferry yy", language: "en"), .made("b", "ferry zz", language: "en"),
            ]
        let others = TermVectors(forwardIndex(more), more, groups: Array(more.indices), weights: SimilarityWeights())
        #expect(others.frequency[0] == frequency + 2)
    }

    @Test(arguments: [(1, 3), (2, 4), (3, 5), (40, 5)])
    func summariesAreReadToTheirBound(summaryWords: Int, terms: Int) {
        let index = forwardIndex(
            [.made("a", "ferry late", summary: "crew rescued helicopter")], summaryWords: summaryWords)
        #expect(index.forms.count == terms)
    }
}

@Suite struct VocabularyTests {
    private func forms(_ title: String, summary: String = "") -> [String] {
        var vocabulary = Vocabulary()
        let list = vocabulary.termList(title: Tokenizer.words(of: title), summary: Tokenizer.words(of: summary))
        return (list.title + list.summary).map { vocabulary.forms[Int($0)] }
    }

    @Test(arguments: [
        ("The ferry is late", ["ferry", "late"]), ("Ferry ferries FERRY late", ["ferry", "late"]), ("Ferry", []),
        ("a b c 1 ferry 12", ["ferry", "12"]), ("東京の天気", ["東京", "京の", "の天", "天気"]), ("雨 ferry", ["雨", "ferry"]),
        ("東京 雨", ["東京", "京雨"]), ("C++ and é ferry late", ["ferry", "late"]), ("", []),
        ("я ferry late", ["ferry", "late"]),
    ])
    func termsAreStemsAndPairsOfCharacters(title: String, expected: [String]) {
        #expect(forms(title) == expected)
    }

    @Test func aTermOfTheTitleAndOneOfTheSummaryAreEnough() {
        #expect(forms("Ferry", summary: "late") == ["ferry", "late"])
        #expect(forms("Ferry", summary: "") == [])
        #expect(forms("", summary: "ferry late") == ["ferry", "late"])
    }

    @Test func aColumnsTitleSaysNothing() {
        var vocabulary = Vocabulary()
        let list = vocabulary.termList(title: nil, summary: Tokenizer.words(of: "ferry late"))
        #expect(list.title.isEmpty)
        #expect(list.summary.count == 2)
        #expect(!list.titleShowsNames)
    }

    @Test func numbersOfTwoVocabulariesBecomeOne() {
        var (one, other) = (Vocabulary(), Vocabulary())
        _ = one.termList(title: Tokenizer.words(of: "ferry late"), summary: [])
        _ = other.termList(title: Tokenizer.words(of: "owl ferries"), summary: [])
        #expect(one.take(other) == [2, 0])
        #expect(one.forms == ["ferry", "late", "owl"])
    }
}

@Suite struct ProperNamesTests {
    private func word(_ isCapitalised: Bool, startsSentence: Bool = false, kind: Word.Kind = .letters) -> Word {
        Word(
            text: "karsk", kind: kind, isCapitalised: isCapitalised, isAllCapitals: false,
            startsSentence: startsSentence)
    }

    private func isName(_ sightings: [(Word, Casing)], stem: String = "karsk") -> Bool {
        var names = ProperNames()
        names.add(key: stem)
        for (word, casing) in sightings { names.note(0, word, casing: casing) }
        return names.isName(0)
    }

    @Test(arguments: [(1, 0, true), (2, 1, false), (3, 1, true), (4, 2, false), (5, 2, true), (0, 1, false)])
    func insideSentencesTwiceAsManyCapitalsMakeAName(names: Int, words: Int, isName: Bool) {
        let sightings =
            (0..<names).map { _ in (word(true), Casing.sentence) } + (0..<words).map { _ in (word(false), .sentence) }
        #expect(self.isName(sightings) == isName)
    }

    @Test func elsewhereAWordIsANameThatNeverStandsWithoutACapital() {
        #expect(isName([(word(true, startsSentence: true), .sentence)]))
        #expect(isName([(word(true), .title)]))
        #expect(!isName([(word(true), .title), (word(false), .title)]))
        #expect(!isName([(word(false), .title)]))
        #expect(!isName([(word(true), .title)], stem: "storm"))
        #expect(!isName([]))
        #expect(!isName([(word(true, kind: .number), .sentence)]))
    }

    @Test func sightingsOfTwoAddUp() {
        var (one, other) = (ProperNames(), ProperNames())
        one.add(key: "karsk")
        other.add(key: "x")
        other.add(key: "karsk")
        one.note(0, word(true), casing: .sentence)
        #expect(one.isName(0))
        other.note(1, word(false), casing: .sentence)
        one.note(0, other, 1)
        #expect(!one.isName(0))
        for _ in 0..<2 { other.note(1, word(true), casing: .sentence) }
        one.note(0, other, 1)
        // Three capitals, two without.
        #expect(!one.isName(0))
        var (three, four) = (ProperNames(), ProperNames())
        three.add(key: "karsk")
        four.add(key: "karsk")
        four.note(0, word(false), casing: .title)
        three.note(0, word(true), casing: .title)
        #expect(three.isName(0))
        three.note(0, four, 0)
        #expect(!three.isName(0))
    }

    @Test(arguments: [(13, 7, Casing.sentence), (14, 6, .title), (0, 1, .sentence), (1, 0, .title), (0, 0, .title)])
    func sixtyFiveOfAHundredCapitalsAreATitlesCase(capitals: Int, others: Int, casing: Casing) {
        let words =
            ["start"] + (0..<capitals).map { "Word\($0)x" } + (0..<others).map { "word\($0)y" } + [
                "of", "Is", "123456",
            ]
        #expect(Casing(of: Tokenizer.words(of: words.joined(separator: " "))) == casing)
    }

    @Test func wordsOfThreeLettersSayNothingOfTheCase() {
        #expect(Casing(of: Tokenizer.words(of: "begin the and For")) == .title)
        #expect(Casing(of: Tokenizer.words(of: "begin them")) == .sentence)
    }
}

@Suite struct RepresentativeBoundsTests {
    @Test(arguments: [(8, 8), (9, 8), (100, 8)]) func eightOfASourceRepresentAGroup(count: Int, chosen: Int) {
        let documents = (0..<count).map { Document.made("\(100 + $0)", "Mill reopens", source: "post") }
        var merger = Merger(hours: documents.map { HourRange($0.hours) })
        for index in 1..<count { merger.join(0, index, by: .sameTitle) }
        #expect(Representatives.of(Array(documents.indices), among: documents, in: merger) == Array(0..<chosen))
    }

    @Test(arguments: [(4, 32), (5, 32), (3, 24)]) func thirtyTwoRepresentAGroup(sources: Int, chosen: Int) {
        let documents = (0..<(sources * 9)).map {
            Document.made("\(100 + $0)", "Mill reopens", source: "s\($0 % sources)")
        }
        var merger = Merger(hours: documents.map { HourRange($0.hours) })
        for index in documents.indices.dropFirst() { merger.join(0, index, by: .sameTitle) }
        #expect(Representatives.of(Array(documents.indices), among: documents, in: merger).count == chosen)
    }

    @Test func groupsAreRepresentedEachForItself() {
        let documents = (0..<40).map { Document.made("\(100 + $0)", "Mill reopens", source: "post") }
        var merger = Merger(hours: documents.map { HourRange($0.hours) })
        for index in 1..<20 { merger.join(0, index, by: .sameTitle) }
        for index in 21..<40 { merger.join(20, index, by: .sameTitle) }
        let chosen = Representatives.of(Array(documents.indices), among: documents, in: merger)
        #expect(chosen == Array(0..<8) + Array(20..<28))
    }

    @Test func sourcesAreNumberedAsTheyAreMet() {
        #expect(SourceNumbers.of(["b", "a", "b", "c", "a"]) == [0, 1, 0, 2, 1])
    }
}

@Suite struct SimilarityWeightsTests {
    @Test(
        arguments: [(.strict, 0.29), (.normal, 0.217), (.loose, 0.17), (.off, nil)]
            as [(RankingPolicy.Clustering, Double?)])
    func aPolicyHasItsThreshold(policy: RankingPolicy.Clustering, threshold: Double?) {
        #expect(SimilarityWeights(policy)?.threshold == threshold)
    }

    @Test func theParametersAreThoseThatWereFound() {
        let weights = SimilarityWeights()
        #expect([weights.rarity, weights.name, weights.summary, weights.twins] == [0.8, 1.3, 0.6, 0.3])
        #expect([weights.sameTime, weights.hours, weights.unknownHours] == [4, 58, 6])
        #expect(weights.summaryWords == 36)
        #expect(ComparedDocuments.mostPerSource == 500)
        #expect(TermVectors.hoursCompared == 73)
    }
}
