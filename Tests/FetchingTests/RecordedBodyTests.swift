import HTTPTransport
import NewsModel
import Testing

@testable import Fetching
@testable import WebArchive

/// How the bodies of answers stand in a record.
@Suite(.timeLimit(.minutes(1))) struct RecordedBodyTests {
    private static let source = Source.feed("a", url: "https://a.example/rss")
    private static let key = "q7K-Zeta/41+xW&9"

    private static func gzip(_ text: String) -> [UInt8] {
        let writer = GzipWriter()
        var bytes: [UInt8] = []
        let sink = { (piece: UnsafeRawBufferPointer) in bytes.append(contentsOf: piece) }
        Array(text.utf8).withUnsafeBytes { writer.write($0, to: sink) }
        writer.endMember(to: sink)
        return bytes
    }

    /// The response of a record of `bytes`, which replays as what was read.
    private func recorded(_ bytes: [UInt8], secrets: [Secret] = []) async throws -> RecordedResponse {
        var batch = try RecordedBatch()
        batch.secrets = secrets
        let (feeds, note) = try await batch.record(Bench(["https://a.example/rss": [.gzip(bytes)]]), [Self.source])
        #expect(note == nil && feeds.first?.report.outcome == .fresh, "\(feeds)")
        #expect(try await batch.replay([Self.source]).feeds.map(\.whole) == feeds.map(\.whole))
        var reader = try RecordReader(path: batch.path, secrets: [], mostBodyBytes: 1 << 20)
        let source = try #require(try reader.next())
        return try #require(source.exchanges.first?.response)
    }

    @Test(arguments: [[], [Secret(key)]])
    func whatIsCompressedStaysSo(secrets: [Secret]) async throws {
        let bytes = Self.gzip(Sample.feed)
        let response = try await recorded(bytes, secrets: secrets)
        #expect(response.body == bytes && response.isWhole)
        #expect(response.head.fields.contains { $0.name.lowercased() == "content-encoding" && $0.value == "gzip" })
    }

    @Test func aSecretIsFoundInWhatIsCompressed() async throws {
        let response = try await recorded(
            Self.gzip(Sample.feed.replacing("Ferry returns", with: "It says \(Self.key)")), secrets: [Secret(Self.key)])
        let text = String(decoding: response.body, as: UTF8.self)
        #expect(text.contains("It says secret-123456789abc-") && !text.contains(Self.key))
        #expect(response.head.fields.contains { $0.name.lowercased() == "x-crawler-content-encoding" })
    }

    @Test func aSecretIsFoundBehindWhatIsCompressed() async throws {
        let response = try await recorded(
            Self.gzip(Sample.feed) + Array("<!-- \(Self.key) -->".utf8), secrets: [Secret(Self.key)])
        #expect(String(decoding: response.body, as: UTF8.self) == Sample.feed)
    }
}
