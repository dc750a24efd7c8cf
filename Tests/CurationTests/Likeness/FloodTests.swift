import Foundation
import NewsModel
import Testing

@testable import Curation

/// One source that tells thousands of stories must neither change how the others' are grouped nor cost their square.
@Suite struct FloodTests {
    /// Ten stories, each told by three papers, the second in other words.
    private static let honest: [Telling] = [
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
            Telling.made(
                "\(number)-\(paper)", paper == 1 ? titles.1 : titles.0, source: "paper-\((number + paper) % 12)",
                age: Double(number + paper))
        }
    }

    /// What the guest says, by number.
    enum Shape: String, CaseIterable {
        case fewWords, sameTitle, copies, allDifferent, linksToOthers, columns, undated

        func telling(_ number: Int) -> Telling {
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
            return Telling.made(
                "guest-\(number)", title, source: "guest", age: self == .undated ? nil : Double(number % 400) / 10,
                links: self == .linksToOthers ? [other.key, next.key] : [])
        }
    }

    private func honestGroups(_ groups: [Clustering.Group], of tellings: [Telling]) -> Set<Set<String>> {
        Set(
            groups.map { Set($0.members.map { tellings[$0].id }.filter { !$0.hasPrefix("guest") }) }.filter {
                !$0.isEmpty
            })
    }

    @Test(arguments: Shape.allCases)
    func theGroupsOfOthersStayAsTheyAre(shape: Shape) {
        let alone = honestGroups(Clustering.groups(of: Self.honest, policy: .normal), of: Self.honest)
        #expect(alone.count { $0.count == 3 } == 10)
        let tellings = Self.honest + (0...ComparedTellings.mostPerSource).map(shape.telling)
        #expect(honestGroups(Clustering.groups(of: tellings, policy: .normal), of: tellings) == alone)
    }

    @Test func aSourceThatTellsTooMuchStillJoinsWhatItIsLike() throws {
        let count = ComparedTellings.mostPerSource + 1
        let tellings = Self.honest + (0..<count).map(Shape.copies.telling)
        let groups = Clustering.groups(of: tellings, policy: .normal)
        let joined = groups.filter { group in
            let ids = group.members.map { tellings[$0].id }
            return ids.contains { $0.hasPrefix("guest") } && ids.contains { !$0.hasPrefix("guest") }
        }
        #expect(joined.count == 10)
    }

    @Test func aSourceAtTheBoundIsComparedAndOneBeyondStandsBack() {
        let most = ComparedTellings.mostPerSource
        let atBound = ComparedTellings(Self.honest + (0..<most).map(Shape.fewWords.telling))
        #expect(atBound.first.count == Self.honest.count + most)
        #expect(atBound.crowded.isEmpty)
        let beyond = ComparedTellings(Self.honest + (0...most).map(Shape.fewWords.telling))
        #expect(beyond.first == Array(Self.honest.indices))
        #expect(beyond.later.count == most)
        #expect(beyond.crowded == ["guest": most + 1])
    }

    @Test func whereAllTellTooMuchTheNewestOfEachAreCompared() {
        let most = ComparedTellings.mostPerSource
        let tellings = (0...most).map(Shape.fewWords.telling)
        let compared = ComparedTellings(tellings)
        #expect(compared.first == Array(1...most))
        #expect(compared.later.isEmpty)
    }

    @Test func aNoteSaysWhoToldTooMuch() {
        let stories = (0...ComparedTellings.mostPerSource).map { Story.made("Item \($0) of the day", source: "guest") }
        let curated = Curator.curated(for: .made(stories + [.made("Mill reopens")]))
        #expect(curated.notes.count == 1)
        #expect(curated.notes.first?.hasPrefix("guest has \(stories.count) stories") == true)
        #expect(Curator.curated(for: .made([.made("Mill reopens")])).notes.isEmpty)
    }
}

@Suite struct PairLimitsTests {
    /// Tellings of a few sources that all say nearly the same.
    private func vectors(_ count: Int, sources: Int) -> TermVectors {
        let words = ["harbour", "tunnel", "ferry", "budget", "strike", "museum", "quarry", "choir"]
        let tellings = (0..<count).map { number in
            let title = (0..<3).map { words[(number / 3 + $0 * (1 + number % 2)) % words.count] }
            return Telling.made(
                "\(1000 + number)", title.joined(separator: " "), source: "s\(number % sources)",
                age: 40 - Double(number) / 100)
        }
        let headlines = tellings.map { Headline($0.title, names: $0.names) }
        let places = Array(tellings.indices)
        let lexicon = Lexicon(
            tellings, at: places, headlines: headlines, columns: Columns(tellings, headlines: headlines),
            summaryWords: 40)
        return TermVectors(lexicon, tellings, groups: places, weights: LikenessWeights())
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
        func linked(_ effort: Effort) -> (groups: Int, left: Int) {
            var merger = Merger(hours: Array(repeating: HourRange(0), count: 300))
            var linkage = AverageLinkage(vectors, at: Array(0..<300), threshold: 0.195, effort: effort) { _, _ in true }
            linkage.join(pairs, in: &merger) { _, _, similarity in .likeWords([], similarity: similarity) }
            return (merger.groups().count, linkage.effort.left)
        }
        let (free, short) = (linked(Effort(.max)), linked(Effort(2000)))
        #expect(free.groups < short.groups)
        #expect(short.left >= 0)
    }
}

@Suite struct SpokesmenTests {
    @Test func aGroupIsRepresentedBySomeOfEachSource() {
        let tellings = (0..<100).map { Telling.made("\(100 + $0)", "Mill reopens", source: "s\($0 % 2)") }
        var merger = Merger(hours: tellings.map { HourRange($0.hours) })
        for place in 1..<90 { merger.join(0, place, by: .sameTitle) }
        let chosen = Spokesmen.of(Array(tellings.indices), among: tellings, in: merger)
        #expect(chosen.filter { $0 < 90 }.count == 2 * Spokesmen.mostOfSource)
        #expect(chosen.filter { $0 >= 90 } == Array(90..<100))
    }

    @Test func aSettledGroupTakesInOthersAndJoinsNoneOfItsKind() {
        var merger = Merger(hours: Array(repeating: HourRange(0), count: 4))
        merger.settle([0, 1])
        let joins = [(0, 1), (0, 2), (1, 2), (1, 3)].map { merger.join($0, $1, by: .sameTitle) }
        #expect(joins == [false, true, false, true])
    }
}
