import FeedParsing
import Foundation
import NewsModel

extension FuzzTarget {
    static func feed(_ folder: String) throws -> FuzzTarget {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }.sorted() ?? []
        let documents = try names.filter { !$0.hasSuffix(".expected.json") && $0.contains(".") }.map { name in
            [UInt8](try Data(contentsOf: URL(filePath: folder).appending(path: name)))
        }
        guard !documents.isEmpty else { throw Failure(description: "There are no documents in \(folder).") }
        return FuzzTarget(name: "feed", corpus: documents) { bytes, number in
            let whole = Result { () throws(FeedError) in try FeedReader.read(bytes) }
            let pieces = Result { () throws(FeedError) in try read(bytes, inPiecesOf: 1 + number % 700) }
            return whole == pieces ? nil : "depends on its pieces"
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
