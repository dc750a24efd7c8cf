import Foundation
import NewsModel
import Testing

@testable import NewsStore

/// Two items of one document that have one id (RFC 4287 §4.1.1).
@Suite struct UpdatedTwinTests {
    private static let now = Date.at(11, 23, 3)

    private func item(_ title: String, id: String, updated: Double?) -> PreparedItem {
        var item = PreparedItem.titled("Ferry returns", Self.now)
        item.item.id = id
        item.item.title = title
        item.item.updated = updated.map { Self.now.addingTimeInterval($0) }
        return item
    }

    @Test(
        arguments: [
            (0, 5, "second"), (5, 0, "first"), (0, 0, "first"), (nil, 5, "first"), (0, nil, "first"),
        ] as [(Double?, Double?, String)])
    func theOneThatWasUpdatedLastCounts(first: Double?, second: Double?, expected: String) {
        let items = [item("first", id: "a", updated: first), item("second", id: "a", updated: second)]
        let entries = DistinctItems(items, from: "paper").entries
        #expect(entries.map(\.item.title) == [expected])
        #expect(entries.map(\.index) == [expected == "second" ? 1 : 0])
    }

    @Test func twoIdsAreTwoVersionsOfWhichTheFirstCounts() {
        let items = [item("first", id: "a", updated: 0), item("second", id: "b", updated: 5)]
        #expect(DistinctItems(items, from: "paper").entries.first?.item.title == "first")
    }
}
