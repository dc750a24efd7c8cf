import FeedParsing
import Foundation
import NewsModel
import Testing

/// A document of ours, with one oddity that it is named after.
struct Fixture: CustomTestStringConvertible, Sendable {
    /// Below `Fixtures`: `rss/plain.xml`.
    let name: String

    var testDescription: String { name }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    /// All there are, in the order of their names.
    static let all: [Fixture] = {
        let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        let documents = files.filter { name in
            !name.hasSuffix(".expected.json") && [".xml", ".json"].contains { name.hasSuffix($0) }
        }
        return documents.sorted().map(Fixture.init)
    }()

    /// Documents with relative links come from here; the others from nowhere, so that their own bases show.
    var url: String? { name.hasPrefix("json/") ? "https://feeds.example/dir/feed.json" : nil }

    var file: URL { Self.folder.appending(path: name) }

    var expected: URL { file.deletingPathExtension().appendingPathExtension("expected.json") }

    func bytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: file)) }

    func feed() throws -> Feed { try FeedReader.read(try bytes(), url: url) }
}

extension FeedReader {
    /// Reads a document that comes in pieces of these sizes, the last of them again and again.
    static func read(
        _ bytes: [UInt8], inPieces sizes: some Sequence<Int>, url: String? = nil, limits: FeedLimits = .standard
    ) throws -> Feed {
        var reader = FeedReader(url: url, limits: limits)
        var sizes = sizes.makeIterator()
        var rest = bytes[...]
        var size = 1
        while !rest.isEmpty {
            size = sizes.next() ?? size
            try Array(rest.prefix(size)).withUnsafeBytes { try reader.read($0) }
            rest = rest.dropFirst(size)
        }
        return try reader.finish()
    }

    static func read(_ text: String, url: String? = nil, contentType: String? = nil) throws -> Feed {
        try read(Array(text.utf8), url: url, contentType: contentType)
    }
}

/// Numbers that look random and are always the same.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let mixed = (state ^ state >> 33) &* 0xFF51_AFD7_ED55_8CCD
        return mixed ^ mixed >> 33
    }
}
