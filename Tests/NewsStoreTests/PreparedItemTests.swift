import NewsModel
import Testing

@testable import NewsStore

@Suite struct PreparedItemTests {
    private static func fingerprint(authors: [String], categories: [String]) -> Int64 {
        var item = PreparedItem.titled("Ferry returns")
        (item.item.authors, item.item.categories) = (authors, categories)
        return item.fingerprint
    }

    @Test func whatMovesFromOneListToTheNextIsAChange() {
        let splits = [
            Self.fingerprint(authors: ["Ada Quill", "Ports"], categories: []),
            Self.fingerprint(authors: ["Ada Quill"], categories: ["Ports"]),
            Self.fingerprint(authors: [], categories: ["Ada Quill", "Ports"]),
        ]
        #expect(Set(splits).count == splits.count)
    }
}
