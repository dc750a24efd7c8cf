import NewsModel
import TestSupport
import Testing

@testable import Curation

/// A night that is clustered again, with what it told, comes out the same.
@Suite struct RepeatedClusteringTests {
    private static let words =
        ("dam bridge ferry council tunnel owl granary museum harbour quarry choir turret kayak lorren valley mill orchard "
        + "signal glacier market pylon violin canal lantern copper meadow castle clinic stadium archive harvest falcon "
        + "plaza vineyard beacon cellar donkey engine fossil gallery hermit island jasmine kiln ladder monsoon nectar")
        .split(separator: " ").map(String.init)

    /// Tellings of some events, each with some words of its event and some of any.
    private static func documents(seed: Int) -> [Document] {
        var chance = SeededNumbers(seed: seed)
        return (0..<120).map { number in
            let event = number / 4
            let own = (0..<4).map { words[(event * 7 + $0 * 3 + event / 3) % words.count] }
            let more = (0..<3).map { _ in words[chance.next(below: words.count)] }
            let title = (own.filter { _ in chance.next(below: 3) > 0 } + more).joined(separator: " ")
            return Document.made(
                "d\(number)", "\(title.prefix(1).uppercased())\(title.dropFirst())", source: "s\(number % 9)",
                age: Double(chance.next(below: 30)))
        }
    }

    @Test(arguments: 1...12)
    func whatWasToldChangesNothing(seed: Int) {
        let documents = Self.documents(seed: seed)
        let first = Clustering.result(of: documents, policy: .normal)
        let told = first.clusters.map { $0.documents.map(\.story.id) }
        let again = Clustering.result(of: documents, policy: .normal, together: told)
        let groups = { (result: Clustering.Result) in Set(result.clusters.map { Set($0.documents.map(\.id)) }) }
        #expect(groups(again) == groups(first))
        #expect(first.clusters.contains { $0.documents.count > 1 })
    }
}
