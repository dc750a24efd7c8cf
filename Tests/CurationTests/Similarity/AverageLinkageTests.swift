import Foundation
import NewsModel
import Testing

@testable import Curation

@Suite struct AverageLinkageTests {
    private static let threshold = 0.25

    /// The groups that linkage makes, and their links as two documents and the average similarity in hundredths.
    private func linked(
        _ matrix: SimilarityMatrix, joined: [(Int, Int)] = [], pairs: [PairSearch.Pair]? = nil,
        budget: WorkBudget? = nil, hours: [Double]? = nil,
        areCompatible: @escaping ([Int], [Int]) -> Bool = { _, _ in true }
    ) -> (groups: [[Int]], links: [[Int]]) {
        let hours = (hours ?? Array(repeating: 0, count: matrix.count)).map { HourRange($0) }
        var merger = Merger(hours: hours)
        for (one, other) in joined { merger.join(one, other, by: .sameTitle) }
        var linkage = AverageLinkage(
            matrix.vectors, at: Array(0..<matrix.count), threshold: Self.threshold, budget: budget,
            areCompatible: areCompatible)
        linkage.join(pairs ?? matrix.pairs(Self.threshold), in: &merger) { _, _, average in
            .likeWords([], similarity: average)
        }
        let links = merger.groups().flatMap(\.links).compactMap { link -> [Int]? in
            guard case .likeWords(_, let average) = link.evidence else { return nil }
            return [link.one, link.other, Int((average * 100).rounded())]
        }
        return (merger.groups().map { $0.members.sorted() }, links)
    }

    @Test(arguments: [(0.25, 1), (0.24, 2), (1.0, 1)])
    func aPairIsJoinedAtTheThreshold(similarity: Double, count: Int) {
        let matrix = SimilarityMatrix(2, [(0, 1, similarity)])
        let pairs = [PairSearch.Pair(one: 0, other: 1, similarity: similarity)]
        #expect(linked(matrix, pairs: pairs).groups.count == count)
    }

    @Test func aChainIsNoGroup() {
        let matrix = SimilarityMatrix(3, [(0, 1, 0.64), (1, 2, 0.36)])
        let linked = linked(matrix)
        #expect(linked.groups == [[0, 1], [2]])
        #expect(linked.links == [[0, 1, 64]])
    }

    @Test func theMostSimilarAreJoinedFirst() {
        #expect(linked(SimilarityMatrix(3, [(0, 1, 0.36), (1, 2, 0.64)])).groups == [[0], [1, 2]])
        #expect(linked(SimilarityMatrix(4, [(0, 1, 0.36), (1, 2, 0.49), (2, 3, 0.36)])).groups == [[0], [1, 2], [3]])
    }

    @Test func ofEquallySimilarPairsTheEarlierAreJoinedFirst() {
        #expect(linked(SimilarityMatrix(3, [(0, 1, 0.36), (1, 2, 0.36)])).groups == [[0, 1], [2]])
        #expect(linked(SimilarityMatrix(3, [(0, 2, 0.36), (0, 1, 0.36)])).groups == [[0, 1], [2]])
    }

    @Test func theAverageIsThatOfAllPairs() {
        let matrix = SimilarityMatrix(
            4, [(0, 1, 0.81), (2, 3, 0.64), (0, 2, 0.36), (0, 3, 0.25), (1, 2, 0.36), (1, 3, 0.49)])
        let linked = linked(matrix)
        #expect(linked.groups == [[0, 1, 2, 3]])
        // (0.36 + 0.25 + 0.36 + 0.49) ÷ 4, between the nearest of them.
        #expect(linked.links == [[0, 1, 81], [2, 3, 64], [1, 3, 37]])
    }

    /// What is no pair, since it does not reach the threshold, is measured for the average.
    @Test(arguments: [(0.2025, 1), (0.16, 2), (0.09, 2)])
    func similaritiesBelowTheThresholdCountForTheAverage(similarity: Double, count: Int) {
        let matrix = SimilarityMatrix(3, [(0, 1, 0.64), (1, 2, 0.36), (0, 2, similarity)])
        #expect(linked(matrix).groups.count == count)
    }

    /// Without any one source eight tenths of the threshold must be left: 0.2.
    @Test(arguments: [(0.2025, 1), (0.1936, 2)])
    func noSourceJoinsOthersAlone(similarity: Double, count: Int) {
        // The average is above the threshold in both; without document 1 only the pair of 0 and 2 is left.
        let matrix = SimilarityMatrix(3, [(0, 1, 0.81), (1, 2, 0.64), (0, 2, similarity)])
        #expect(linked(matrix).groups.count == count)
        // Where one source has both of a group nothing is left without it.
        let one = SimilarityMatrix(3, [(0, 1, 0.81), (1, 2, 0.64), (0, 2, similarity)], sources: [0, 0, 1])
        #expect(linked(one).groups.count == 1)
    }

    @Test func whatIsNotCompatibleStaysApart() {
        let matrix = SimilarityMatrix(3, [(0, 1, 0.64), (0, 2, 0.49), (1, 2, 0.49)])
        let linked = linked(matrix) { !($0 + $1).contains(1) }
        #expect(linked.groups == [[0, 2], [1]])
    }

    @Test(arguments: [(72.0, 1), (73, 2)]) func whatLiesTooFarApartStaysApart(apart: Double, count: Int) {
        #expect(linked(SimilarityMatrix(2, [(0, 1, 0.64)]), hours: [0, apart]).groups.count == count)
    }

    @Test func groupsThatWereJoinedBeforeAreComparedAsAWhole() {
        let all = [(0, 2, 0.36), (0, 3, 0.36), (1, 2, 0.36), (1, 3, 0.49)]
        let linked = linked(SimilarityMatrix(4, all), joined: [(0, 1), (2, 3)])
        #expect(linked.groups == [[0, 1, 2, 3]])
        #expect(linked.links == [[1, 3, 39]])
        let one = SimilarityMatrix(4, [(0, 2, 0.81)])
        #expect(self.linked(one, joined: [(0, 1), (2, 3)]).groups == [[0, 1], [2, 3]])
        // One member against two.
        let few = SimilarityMatrix(3, [(0, 2, 0.25), (1, 2, 0.3)])
        #expect(self.linked(few, joined: [(0, 1)]).groups == [[0, 1, 2]])
        let less = SimilarityMatrix(3, [(0, 2, 0.25), (1, 2, 0.2)])
        #expect(self.linked(less, joined: [(0, 1)]).groups == [[0, 1], [2]])
    }

    @Test func theLinkIsBetweenTheNearestOfBothGroups() {
        let later = SimilarityMatrix(3, [(0, 1, 0.36), (0, 2, 0.49), (1, 2, 0.81)])
        #expect(linked(later).links == [[1, 2, 81], [0, 2, 43]])
        let earlier = SimilarityMatrix(3, [(0, 1, 0.81), (0, 2, 0.36), (1, 2, 0.49)])
        #expect(linked(earlier).links == [[0, 1, 81], [1, 2, 43]])
        let equal = SimilarityMatrix(3, [(0, 1, 0.81), (0, 2, 0.49), (1, 2, 0.49)])
        #expect(linked(equal).links == [[0, 1, 81], [0, 2, 49]])
    }

    @Test func withoutABudgetGroupsStayApart() {
        let all = [(0, 2, 0.36), (0, 3, 0.36), (1, 2, 0.36), (1, 3, 0.49)]
        let matrix = SimilarityMatrix(4, all)
        #expect(linked(matrix, joined: [(0, 1), (2, 3)], budget: WorkBudget(0)).groups == [[0, 1], [2, 3]])
        #expect(linked(matrix, joined: [(0, 1), (2, 3)], budget: WorkBudget(1000)).groups.count == 1)
    }

    @Test func aGrownGroupIsJoinedAtTheThreshold() {
        let matrix = SimilarityMatrix(3, [(0, 1, 0.81), (0, 2, 0.25), (1, 2, 0.25)])
        #expect(linked(matrix).groups == [[0, 1, 2]])
    }

    /// Three similarities that no pair gives are measured at once: they cost three, a sixteenth of 48.
    @Test(arguments: [(47, [[0, 1], [2], [3], [4]]), (48, [[0, 1, 2], [3], [4]])] as [(Int, [[Int]])])
    func whatTheBudgetDoesNotLetMeasureCountsAsNothingAlike(budget: Int, groups: [[Int]]) {
        let others = (2...4).flatMap { [(0, $0, 0.2025), (1, $0, 0.36)] }
        let matrix = SimilarityMatrix(5, [(0, 1, 0.81)] + others)
        #expect(linked(matrix, budget: WorkBudget(budget)).groups == groups)
    }

    /// Others that may not be joined take the first places among the neighbours.
    @Test(arguments: [(31, 0, true), (31, 1, true), (32, 0, false)])
    func aGrownGroupStaysNearTheNearestThirtyTwo(nearer: Int, farther: Int, isNear: Bool) {
        let found = nearer + 2
        let last = found + farther
        let pairs = (2...last).flatMap { other in
            [0, 1].map { ($0, other, other < found ? 0.49 : other == found ? 0.36 : 0.25) }
        }
        let linked = linked(SimilarityMatrix(last + 1, [(0, 1, 0.81)] + pairs)) { ones, others in
            (ones + others).allSatisfy { [0, 1, found].contains($0) }
        }
        #expect(linked.groups.contains([0, 1, found]) == isNear)
    }

    @Test func aLargeStoryIsOneGroup() {
        let pairs = (0..<12).flatMap { one in ((one + 1)..<12).map { (one, $0, 0.36) } }
        let linked = linked(SimilarityMatrix(12, pairs))
        #expect(linked.groups == [Array(0..<12)])
        #expect(linked.links.count == 11)
        #expect(linked.links.allSatisfy { $0[2] == 36 })
    }

    @Test func twoStoriesWithAWeakBridgeStayTwo() {
        func clique(_ range: Range<Int>) -> [(Int, Int, Double)] {
            range.flatMap { one in ((one + 1)..<range.upperBound).map { (one, $0, 0.49) } }
        }
        let matrix = SimilarityMatrix(8, clique(0..<4) + clique(4..<8) + [(3, 4, 0.36)])
        #expect(linked(matrix).groups == [[0, 1, 2, 3], [4, 5, 6, 7]])
    }

    @Test(arguments: [(160, [10, 9, 9], [true, true, false]), (15, [1], [false]), (16, [1, 1], [true, false])])
    func aStepMayCostASixteenthOfWhatIsLeft(budget: Int, costs: [Int], allowed: [Bool]) {
        var left = WorkBudget(budget)
        let answers = costs.map { left.allows($0) }
        #expect(answers == allowed)
        #expect(left.left == budget - zip(costs, allowed).reduce(0) { $1.1 ? $0 + $1.0 : $0 })
        #expect(WorkBudget(documents: 10).left == 1_002_000)
    }
}

@Suite struct ClusterAssignmentTests {
    private static let threshold = 0.25

    /// The groups after the documents behind the first ones were assigned.
    private func assigned(
        _ matrix: SimilarityMatrix, joined: [(Int, Int)] = [], firsts: Int, hours: [Double]? = nil,
        areCompatible: @escaping ([Int], [Int]) -> Bool = { _, _ in true }
    ) -> [[Int]] {
        var merger = Merger(hours: (hours ?? Array(repeating: 0, count: matrix.count)).map { HourRange($0) })
        for (one, other) in joined { merger.join(one, other, by: .sameTitle) }
        var assignment = ClusterAssignment(
            matrix.vectors, at: Array(0..<matrix.count), of: Array(0..<firsts), threshold: Self.threshold, in: merger,
            areCompatible: areCompatible)
        assignment.join(in: &merger) { _, _, average in .likeWords([], similarity: average) }
        return merger.groups().map { $0.members.sorted() }
    }

    @Test(arguments: [(0.25, [[0, 1]]), (0.24, [[0], [1]])] as [(Double, [[Int]])])
    func aDocumentIsAssignedAtTheThreshold(similarity: Double, groups: [[Int]]) {
        #expect(assigned(SimilarityMatrix(2, [(0, 1, similarity)]), firsts: 1) == groups)
    }

    @Test func theAverageOfTheGroupDecides() {
        let far = SimilarityMatrix(3, [(0, 2, 0.36)])
        #expect(assigned(far, joined: [(0, 1)], firsts: 2) == [[0, 1], [2]])
        let near = SimilarityMatrix(3, [(0, 2, 0.36), (1, 2, 0.16)])
        #expect(assigned(near, joined: [(0, 1)], firsts: 2) == [[0, 1, 2]])
    }

    @Test func theMostSimilarGroupIsChosenAndOfEqualOnesTheFirst() {
        let best = SimilarityMatrix(4, [(0, 3, 0.36), (1, 3, 0.49), (2, 3, 0.36)])
        #expect(assigned(best, firsts: 3) == [[0], [1, 3], [2]])
        let equal = SimilarityMatrix(3, [(0, 2, 0.36), (1, 2, 0.36)])
        #expect(assigned(equal, firsts: 2) == [[0, 2], [1]])
    }

    @Test func whatIsNotCompatibleGoesToTheNext() {
        let matrix = SimilarityMatrix(3, [(0, 2, 0.64), (1, 2, 0.36)])
        #expect(assigned(matrix, firsts: 2) { members, _ in !members.contains(0) } == [[0], [1, 2]])
        #expect(assigned(matrix, firsts: 2, hours: [0, 80, 80]) == [[0], [1, 2]])
    }

    @Test func laterDocumentsAreNotComparedWithEachOther() {
        let matrix = SimilarityMatrix(3, [(1, 2, 0.81)])
        #expect(assigned(matrix, firsts: 1) == [[0], [1], [2]])
    }

    @Test func whatFollowsAnAssignedDocumentGoesWithIt() {
        let matrix = SimilarityMatrix(4, [(0, 2, 0.64), (1, 3, 0.64)])
        // Documents 2 and 3 are one already, so the first of them decides.
        #expect(assigned(matrix, joined: [(2, 3)], firsts: 2) == [[0, 2, 3], [1]])
    }

    /// The best group on average is found among the sixteen of the nearest documents.
    @Test(arguments: [(15, true), (16, false)])
    func sixteenGroupsAreCompared(nearer: Int, isFound: Bool) {
        // Groups of two: of each but the last only one member is near the newcomer.
        let newcomer = 2 * nearer + 2
        var pairs = (0..<nearer).map { (2 * $0, newcomer, 0.64) }
        pairs += [(2 * nearer, newcomer, 0.49), (2 * nearer + 1, newcomer, 0.49)]
        let groups = assigned(
            SimilarityMatrix(newcomer + 1, pairs), joined: (0...nearer).map { (2 * $0, 2 * $0 + 1) }, firsts: newcomer)
        #expect(groups.contains([2 * nearer, 2 * nearer + 1, newcomer]) == isFound)
        #expect(groups.contains([0, 1, newcomer]) == !isFound)
    }
}

@Suite struct PairQueryTests {
    /// Documents that are all equally similar, through one term.
    private func vectors(_ sources: [Int], weights: [Float]? = nil) -> TermVectors {
        TermVectors(
            sources.indices.map { [.init(term: 0, weight: weights?[$0] ?? 0.6)] }, frequency: [Int32(sources.count)],
            isName: [false], showsNames: sources.map { _ in false }, hours: sources.map { _ in 0 }, sources: sources,
            weights: SimilarityWeights())
    }

    private func pairs(_ vectors: TermVectors, _ limits: PairLimits, of document: Int) -> [Int] {
        PairSearch(vectors, threshold: 0.25, limits: limits).pairs().filter { $0.other == document }.map(\.one).sorted()
    }

    private let free = PairLimits.none

    @Test func withoutLimitsAllEarlierOnesAreFound() {
        #expect(pairs(vectors([0, 1, 2, 0]), free, of: 3) == [0, 1, 2])
        #expect(pairs(vectors([0, 1, 2, 0]), free, of: 0).isEmpty)
    }

    @Test(arguments: [(1, [2]), (2, [1, 2]), (3, [0, 1, 2])])
    func theLatestPostingsOfATermAreRead(postings: Int, found: [Int]) {
        var limits = free
        limits.postings = postings
        #expect(pairs(vectors([0, 1, 2, 3]), limits, of: 3) == found)
    }

    @Test func theLatestOfEachSourceAreMeasured() {
        var limits = free
        (limits.measuredOfSource, limits.measured) = (3, 4)
        #expect(pairs(vectors([0, 0, 0, 0, 0, 1, 1, 1, 2]), limits, of: 8) == [4, 5, 6, 7])
        limits.measured = 5
        #expect(pairs(vectors([0, 0, 0, 0, 0, 1, 1, 1, 2]), limits, of: 8) == [3, 4, 5, 6, 7])
        limits.measured = 100
        #expect(pairs(vectors([0, 0, 0, 0, 0, 1, 1, 1, 2]), limits, of: 8) == [2, 3, 4, 5, 6, 7])
        // As many as are measured of one source are measured at once.
        limits.measured = 1
        #expect(pairs(vectors([0, 0, 1, 2]), limits, of: 3) == [0, 1, 2])
        #expect(pairs(vectors([0, 0, 1, 1, 2]), limits, of: 4) == [3])
    }

    @Test func theNearestOfEachSourceArePairs() {
        var limits = free
        limits.pairs = 2
        let vectors = vectors([0, 0, 0, 1, 2], weights: [0.9, 0.8, 0.7, 0.6, 0.6])
        #expect(pairs(vectors, limits, of: 4) == [0, 3])
        limits.pairs = 3
        #expect(pairs(vectors, limits, of: 4) == [0, 1, 3])
        limits.pairs = 4
        #expect(pairs(vectors, limits, of: 4) == [0, 1, 2, 3])
        limits.pairs = 1
        #expect(pairs(vectors, limits, of: 4) == [0])
    }

    @Test func usualLimitsAreWide() {
        let limits = PairLimits.standard
        #expect(limits.postings == 4096)
        #expect(limits.measuredOfSource == 32)
        #expect(limits.measured == 192)
        #expect(limits.pairs == 32)
    }
}

@Suite struct DenseVectorTests {
    private func vectors(hours: [Double], areNames: [Bool] = [false, false, false], showsNames: Bool = false)
        -> TermVectors
    {
        TermVectors(
            [
                [.init(term: 0, weight: 0.6), .init(term: 1, weight: 0.8)],
                [.init(term: 0, weight: 0.5), .init(term: 2, weight: 0.5)],
            ],
            frequency: [2, 1, 1], isName: areNames, showsNames: [showsNames, showsNames], hours: hours,
            sources: [0, 1],
            weights: SimilarityWeights())
    }

    private func similarity(_ vectors: TermVectors, atLeast least: Double = 0) -> Double {
        var dense = DenseVector(vectors)
        dense.load(1)
        dense.load(0)
        dense.load(0)
        return dense.similarity(to: 1, atLeast: least)
    }

    @Test(arguments: [(0.0, 1.0), (4, 1), (62, exp(-1)), (33, exp(-0.5)), (-62, exp(-1)), (.nan, exp(-2.0 / 58))])
    func similarityIsTheCosineAndFadesWithTime(apart: Double, closeness: Double) {
        #expect(abs(similarity(vectors(hours: [0, apart])) - 0.3 * closeness) < 1e-6)
    }

    @Test func titlesThatNameOthersAreThreeTenthsAsSimilar() {
        let others = vectors(hours: [0, 0], areNames: [false, true, true], showsNames: true)
        #expect(abs(similarity(others) - 0.09) < 1e-6)
        let same = vectors(hours: [0, 0], areNames: [true, true, true], showsNames: true)
        #expect(abs(similarity(same) - 0.3) < 1e-6)
        let silent = vectors(hours: [0, 0], areNames: [false, true, true], showsNames: false)
        #expect(abs(similarity(silent) - 0.3) < 1e-6)
    }

    @Test func whatIsBelowTheLeastStaysBelow() {
        let others = vectors(hours: [0, 0], areNames: [false, true, true], showsNames: true)
        #expect(similarity(others, atLeast: 0.2) < 0.2)
        #expect(similarity(others, atLeast: 0.4) < 0.4)
        #expect(similarity(vectors(hours: [0, 28]), atLeast: 0.2) < 0.2)
    }

    @Test func withoutADocumentThereIsNoSimilarity() {
        var dense = DenseVector(vectors(hours: [0, 0]))
        let similarity = dense.similarity(to: 1)
        #expect(similarity == 0)
    }

    @Test(
        arguments: [
            ([0.0, 1, 2, 3], 3, [2, 1, 0, 0]), ([0, 0.9, 2.5, 3, 3], 4, [2, 2, 0, 0]),
            ([0, 10, 20, 30], 3, [3, 3, 3, 3]),
            ([5, 5, 5, .nan], 3, [0, 0, 0, 0]), ([0, 1, 2, 3], 0, [0, 0, 0, 0]),
        ] as [([Double], Int, [Int])])
    func theFirstDocumentOfEachHourIsFound(hours: [Double], document: Int, expected: [Int]) {
        let vectors = TermVectors(
            hours.map { _ in [] }, frequency: [], isName: [], showsNames: hours.map { _ in false }, hours: hours,
            sources: Array(hours.indices), weights: SimilarityWeights())
        var oldest = [0, 0, 0, 0]
        vectors.moveUp(&oldest, to: document)
        #expect(oldest == expected)
    }

    @Test func sharedTermsStandInTheOrderOfTheirWeight() {
        let vectors = TermVectors(
            [
                [
                    .init(term: 0, weight: 0.1), .init(term: 2, weight: 0.5), .init(term: 3, weight: 0.5),
                    .init(term: 4, weight: 0.1),
                ],
                [
                    .init(term: 1, weight: 0.1), .init(term: 2, weight: 0.2), .init(term: 3, weight: 0.6),
                    .init(term: 4, weight: 1),
                ],
            ], frequency: [1, 1, 2, 2, 2], isName: Array(repeating: false, count: 5), showsNames: [false, false],
            hours: [0, 0], sources: [0, 1], weights: SimilarityWeights())
        #expect(vectors.shared(0, 1) == [3, 2, 4])
        #expect(vectors.shared(1, 0) == [3, 2, 4])
    }
}
