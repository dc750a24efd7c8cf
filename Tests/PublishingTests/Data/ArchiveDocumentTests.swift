import Foundation
import NewsModel
import Testing

@testable import Publishing

@Suite struct ArchiveDocumentTests {
    private static func read(_ text: String) throws -> [ArchiveEntry] {
        try ArchiveDocument.entries(Data(text.utf8))
    }

    @Test func whatIsWrittenIsRead() throws {
        let later = Samples.edition(Samples.date.adding(days: 1), [])
        let archive = [later, Samples.edition()].map { ArchiveEntry($0) }
        #expect(try ArchiveDocument.entries(Data(ArchiveDocument.bytes(of: archive))) == archive)
        #expect(try ArchiveDocument.entries(Data(ArchiveDocument.bytes(of: []))).isEmpty)
    }

    @Test func anEditionThatSaysNotHowManyStoriesItHasHasNone() throws {
        let entries = try Self.read(#"{"editions":[{"date":"2026-11-23","generated":"2026-11-23T06:30:00Z"}]}"#)
        #expect(entries.map(\.stories) == [0] && entries.map(\.headline) == [nil])
    }

    @Test(arguments: [
        #"{"editions":[{"generated":"2026-11-23T06:30:00Z"}]}"#, #"{"editions":[{"date":"2026-11-23"}]}"#,
        #"{"editions":[{"date":"2026-13-23","generated":"2026-11-23T06:30:00Z"}]}"#,
        #"{"editions":[{"date":"2026-11-23","generated":"early"}]}"#, "[]", "{\"editions\":[", "",
    ])
    func whatHasNoDateOrBreaksOffIsNoArchive(text: String) {
        #expect(throws: DocumentError.self) { try Self.read(text) }
    }
}
