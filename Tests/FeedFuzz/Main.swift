import FeedParsing
import Foundation
import NewsModel

/// Reads broken feeds until the time is up: `FeedFuzz SECONDS SEED FOLDER`.
///
/// Built with the address sanitizer, which finds what the types cannot: `swift run --sanitize=address FeedFuzz 600 1
/// Tests/FeedParsingTests/Fixtures`. A run with the same seed reads the same documents; one that takes too long or
/// depends on how it is cut is written to `feedfuzz-found.bin`, and the exit code is 1.
@main
struct FeedFuzz {
    /// Longer than any document of the fixtures may take, on a slow machine and with the sanitizer.
    private static let patience = Duration.seconds(5)

    static func main() {
        do {
            print("\(try run()) documents read")
        } catch {
            print(error)
            exit(1)
        }
    }

    /// Says how many documents were read.
    private static func run() throws -> Int {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let seconds = Int(arguments[1]), let seed = UInt64(arguments[2]) else {
            throw Failure(description: "usage: FeedFuzz SECONDS SEED FOLDER")
        }
        let corpus = try Corpus(folder: arguments[3])
        var mutator = Mutator(corpus: corpus, seed: seed)
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds)
        var count = 0
        while clock.now < end {
            try check(mutator.next(), number: count, clock)
            count += 1
        }
        return count
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private static func check(_ bytes: [UInt8], number: Int, _ clock: ContinuousClock) throws {
        let start = clock.now
        let whole = Result { () throws(FeedError) in try FeedReader.read(bytes) }
        let pieces = Result { () throws(FeedError) in try read(bytes, inPiecesOf: 1 + number % 700) }
        let isSame = whole == pieces
        guard isSame, clock.now - start < patience else {
            try Data(bytes).write(to: URL(filePath: "feedfuzz-found.bin"))
            throw Failure(description: "document \(number) \(isSame ? "takes too long" : "depends on its pieces")")
        }
    }

    private static func read(_ bytes: [UInt8], inPiecesOf size: Int) throws(FeedError) -> Feed {
        var reader = FeedReader()
        for start in stride(from: 0, to: bytes.count, by: size) {
            let piece = Array(bytes[start..<min(bytes.count, start + size)])
            try piece.withUnsafeBufferPointer { piece throws(FeedError) in
                try reader.read(UnsafeRawBufferPointer(piece))
            }
        }
        return try reader.finish()
    }
}

/// The documents that broken ones are made of.
struct Corpus {
    let documents: [[UInt8]]

    init(folder: String) throws {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }.sorted() ?? []
        documents = try names.filter { !$0.hasSuffix(".expected.json") && $0.contains(".") }.map { name in
            [UInt8](try Data(contentsOf: URL(filePath: folder).appending(path: name)))
        }
        guard !documents.isEmpty else { throw FeedFuzz.Failure(description: "no documents in \(folder)") }
    }
}
