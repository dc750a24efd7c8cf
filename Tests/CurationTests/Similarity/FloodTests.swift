import Foundation
import NewsModel
import Testing

@testable import Curation

/// One source that tells thousands of stories must neither change how the others' are grouped nor cost their square.
@Suite struct FloodTests {
    /// Ten stories, each told by three papers, the second in other words.
    private static let honest: [Document] = [
        ("Karsk dam gives way after weeks of rain", "Villages cleared as dam at Karsk gives way after rain"),
        ("Three paintings stolen from Lorren museum", "Thieves take three paintings from museum in Lorren"),
        ("Tollund ferry strike enters third day", "Ferry crews in Tollund stay out for third day of strike"),
        ("Baker elected mayor of Ostwick", "Ostwick elects baker as its mayor"),
        ("Quarry fined over dust in Varn", "Court fines Varn quarry over its dust"),
        ("Cargo plane slides off icy runway at Ansel", "Ansel runway closed after cargo plane slides in ice"),
        ("Morrin orchestra names new conductor", "New conductor for orchestra of Morrin named"),
        ("Telescope at Corinth finds tiny moon", "Tiny moon found by telescope at Corinth"),
        ("Durrow tram line reopens after fire", "After fire tram line in Durrow reopens"),
        ("Vaccine trial halted at Skarn hospital", "Skarn hospital halts trial of vaccine"),
    ].enumerated().flatMap { number, titles in
        (0..<3).map { paper in
            Document.made(
                "\(number)-\(paper)", paper == 1 ? titles.1 : titles.0, source: "paper-\((number + paper) % 12)",
                age: Double(number + paper))
        }
    }

    /// What the guest says, by number.
    enum Shape: String, CaseIterable {
        case fewWords, sameTitle, copies, allDifferent, linksToOthers, columns, undated

        func document(_ number: Int) -> Document {
            let words = ["budget", "talks", "court", "strike", "storm", "flood", "bank", "mayor"]
            let few = (0..<6).map { words[(number / Int(pow(3, Double($0))) + $0) % words.count] }
            let other = honest[number % honest.count]
            let title =
                switch self {
                case .fewWords, .undated: few.joined(separator: " ")
                case .sameTitle: "Ferry adds a night sailing"
                case .copies: other.title + " w\(number)"
                case .allDifferent: (0..<6).map { "w\(number)x\($0)" }.joined(separator: " ")
                case .linksToOthers: "Opinion number \(number) of \(few[0]) \(few[1])"
                case .columns: other.title
                }
            let next = honest[(number + 7) % honest.count]
            return Document.made(
                "guest-\(number)", title, source: "guest", age: self == .undated ? nil : Double(number % 400) / 10,
                links: self == .linksToOthers ? [other.key, next.key] : [])
        }
    }

    private func honestGroups(_ groups: [CandidateCluster]) -> Set<Set<String>> {
        Set(
            groups.map { Set($0.documents.map(\.id).filter { !$0.hasPrefix("guest") }) }.filter {
                !$0.isEmpty
            })
    }

    @Test(arguments: Shape.allCases)
    func theGroupsOfOthersStayAsTheyAre(shape: Shape) {
        let alone = honestGroups(clusters(Self.honest))
        #expect(alone.count { $0.count == 3 } == 10)
        let documents = Self.honest + (0...ComparedDocuments.mostPerSource).map(shape.document)
        #expect(honestGroups(clusters(documents)) == alone)
    }

    @Test func aSourceThatTellsTooMuchStillJoinsWhatItIsLike() throws {
        let count = ComparedDocuments.mostPerSource + 1
        let documents = Self.honest + (0..<count).map(Shape.copies.document)
        let groups = clusters(documents)
        let joined = groups.filter { group in
            let ids = group.documents.map(\.id)
            return ids.contains { $0.hasPrefix("guest") } && ids.contains { !$0.hasPrefix("guest") }
        }
        #expect(joined.count == 10)
    }

    @Test func aSourceAtTheBoundIsComparedAndOneBeyondStandsBack() {
        let most = ComparedDocuments.mostPerSource
        let atBound = ComparedDocuments(Self.honest + (0..<most).map(Shape.fewWords.document))
        #expect(atBound.first.count == Self.honest.count + most)
        #expect(atBound.crowded.isEmpty)
        let beyond = ComparedDocuments(Self.honest + (0...most).map(Shape.fewWords.document))
        #expect(beyond.first == Array(Self.honest.indices))
        #expect(beyond.later.count == most)
        #expect(beyond.crowded == ["guest": most + 1])
    }

    @Test func whereAllTellTooMuchTheNewestOfEachAreCompared() {
        let most = ComparedDocuments.mostPerSource
        let documents = (0...most).map(Shape.fewWords.document)
        let compared = ComparedDocuments(documents)
        #expect(compared.first == Array(1...most))
        #expect(compared.later.isEmpty)
    }

    @Test func aNoteSaysWhoToldTooMuch() {
        let stories = (0...ComparedDocuments.mostPerSource).map { Story.made("Item \($0) of the day", source: "guest") }
        let curated = Curator.curated(for: .made(stories + [.made("Mill reopens")]))
        #expect(curated.notes.count == 1)
        #expect(curated.notes.first?.hasPrefix("guest has \(stories.count) stories") == true)
        #expect(Curator.curated(for: .made([.made("Mill reopens")])).notes.isEmpty)
    }
}

@Suite struct PairLimitsTests {
    /// Documents of a few sources that all say nearly the same.
    private func vectors(_ count: Int, sources: Int) -> TermVectors {
        let words = ["harbour", "tunnel", "ferry", "budget", "strike", "museum", "quarry", "choir"]
        let documents = (0..<count).map { number in
            let title = (0..<3).map { words[(number / 3 + $0 * (1 + number % 2)) % words.count] }
            return Document.made(
                "\(1000 + number)", title.joined(separator: " "), source: "s\(number % sources)",
                age: 40 - Double(number) / 100)
        }
        let headlines = documents.map { Headline($0.title, names: $0.names) }
        let places = Array(documents.indices)
        let forwardIndex = ForwardIndex(
            documents, at: places, headlines: headlines, columns: RecurringColumns(documents, headlines: headlines),
            summaryWords: 40)
        return TermVectors(forwardIndex, documents, groups: places, weights: SimilarityWeights())
    }

    @Test func pairsGrowWithTheTellingsAndNotWithTheirSquare() {
        let vectors = vectors(600, sources: 3)
        let limits = PairLimits(postings: 4096, measuredOfSource: 20, measured: 50, pairs: 10)
        let pairs = PairSearch(vectors, threshold: 0.1, limits: limits).pairs()
        let counts = Dictionary(grouping: pairs, by: \.other).mapValues(\.count)
        #expect(counts.values.max() == 10)
        #expect(pairs.count <= 6000)
        #expect(PairSearch(vectors, threshold: 0.1, limits: .none).pairs().count > 100_000)
    }

    @Test func eachSourceHasItsShareOfThePairs() {
        let vectors = vectors(600, sources: 3)
        let limits = PairLimits(postings: 4096, measuredOfSource: 200, measured: 600, pairs: 12)
        let pairs = PairSearch(vectors, threshold: 0.1, limits: limits).pairs()
        let last = pairs.filter { $0.other == 599 }
        #expect(Dictionary(grouping: last) { vectors.sources[$0.one] }.mapValues(\.count) == [0: 4, 1: 4, 2: 4])
    }

    @Test func aBudgetThatIsSpentKeepsGroupsApartAndEndsTheWork() {
        let vectors = vectors(300, sources: 3)
        let pairs = PairSearch(vectors, threshold: 0.195).pairs()
        func linked(_ budget: WorkBudget) -> (groups: Int, left: Int) {
            var merger = Merger(hours: Array(repeating: HourRange(0), count: 300))
            var linkage = AverageLinkage(vectors, at: Array(0..<300), threshold: 0.195, budget: budget) { _, _ in true }
            linkage.join(pairs, in: &merger) { _, _, similarity in .likeWords([], similarity: similarity) }
            return (merger.groups().count, linkage.budget.left)
        }
        let (free, short) = (linked(WorkBudget(.max)), linked(WorkBudget(2000)))
        #expect(free.groups < short.groups)
        #expect(short.left >= 0)
    }
}

@Suite struct RepresentativesTests {
    @Test func aGroupIsRepresentedBySomeOfEachSource() {
        let documents = (0..<100).map { Document.made("\(100 + $0)", "Mill reopens", source: "s\($0 % 2)") }
        var merger = Merger(hours: documents.map { HourRange($0.hours) })
        for place in 1..<90 { merger.join(0, place, by: .sameTitle) }
        let chosen = Representatives.of(Array(documents.indices), among: documents, in: merger)
        #expect(chosen.filter { $0 < 90 }.count == 2 * Representatives.mostOfSource)
        #expect(chosen.filter { $0 >= 90 } == Array(90..<100))
    }

    @Test func aSettledGroupTakesInOthersAndJoinsNoneOfItsKind() {
        var merger = Merger(hours: Array(repeating: HourRange(0), count: 4))
        merger.settle([0, 1])
        let joins = [(0, 1), (0, 2), (1, 2), (1, 3)].map { merger.join($0, $1, by: .sameTitle) }
        #expect(joins == [false, true, false, true])
    }
}
