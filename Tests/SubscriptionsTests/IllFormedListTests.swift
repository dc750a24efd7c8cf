import Foundation
import Subscriptions
import Testing

/// Ill-formed lists, each in a file behind a line that says which feeds are read from it, or why it is refused.
@Suite struct IllFormedListTests {
    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    private static let names: [String] =
        (try? FileManager.default.contentsOfDirectory(atPath: fixtures.path))?.filter { $0.hasSuffix(".list") }.sorted()
        ?? []

    @Test func thereAreManyLists() {
        #expect(Self.names.count >= 20)
    }

    @Test(arguments: names) func aListIsReadOrRefusedInASentence(name: String) throws {
        let data = try Data(contentsOf: Self.fixtures.appending(path: name))
        let end = try #require(data.firstRange(of: Data("\n\n".utf8)))
        let head = String(decoding: data[..<end.lowerBound], as: UTF8.self)
        let bytes = Array(data[end.upperBound...])
        if head.hasPrefix("refused: ") {
            let error = #expect(throws: ListError.self) { try SubscriptionReader.read(bytes) }
            let sentence = error?.description ?? ""
            #expect(sentence.contains(head.dropFirst(9)) && !sentence.contains("\n"), "\(sentence)")
        } else {
            let list = try SubscriptionReader.read(bytes)
            #expect(list.subscriptions.map(\.address) == head.split(separator: " ").dropFirst().map(String.init))
        }
    }
}
