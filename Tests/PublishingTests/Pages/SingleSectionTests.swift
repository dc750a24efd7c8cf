import NewsModel
import Testing

@testable import Publishing

/// Sections that tell one story each stand side by side, so that no row is mostly blank.
@Suite struct SingleSectionTests {
    /// Sections of so many stories, the first of which is the lead's.
    private func rows(_ counts: [Int]) throws -> [Int] {
        var number = 0
        let sections = counts.enumerated().map { index, count in
            let clusters = (0..<count).map { _ in
                number += 1
                return Samples.cluster(number)
            }
            return Edition.Section(name: "Section \(index)", clusters: clusters)
        }
        var edition = Samples.edition()
        edition.sections = sections
        let context = SiteContext(
            Samples.publication([edition]), templates: try TemplateSet(directory: nil, language: "en"))
        return context.editionView(of: edition, path: SitePaths.front).sections.map(\.rowLength)
    }

    @Test(arguments: [
        ([2], [1]), ([1, 1], [1]), ([1, 1, 1], [2, 2]), ([4, 1, 1], [0, 2, 2]), ([4, 1, 1, 1], [0, 3, 3, 3]),
        ([4, 1, 1, 1, 1], [0, 2, 2, 2, 2]), ([4, 1, 1, 1, 1, 1], [0, 2, 2, 3, 3, 3]),
        ([4, 1, 3, 1, 1], [0, 1, 0, 2, 2]), ([4, 3], [0, 0]), ([1, 2, 2], [0, 0]),
    ])
    func standTwoOrThreeToARow(counts: [Int], rows: [Int]) throws {
        #expect(try self.rows(counts) == rows)
    }
}
