import Foundation
import HTTPTransport
import NIOHTTP1
import NewsModel
import Parallelism
import WebArchive

/// The record of one exchange while it takes place: what was asked, and as much of the answer as is read.
///
/// A lock rather than an actor: pieces of a body come between two suspensions of the task that reads it.
final class ExchangeRecording: Sendable {
    let request: HTTPRequest
    let source: SourceID
    let date: Date
    /// The most of a body that is read.
    let mostBytes: Int
    private let answer: Guarded<Answer>

    struct Answer: Sendable {
        var status: HTTPResponseStatus?
        var fields = HTTPHeaders()
        /// As it came over the wire.
        var body: SpooledBytes
        /// The first two of its bytes.
        var beginning: [UInt8] = []
        /// Whether the whole body was read, or there is none.
        var isWhole = false
        /// Why no more of the body is kept, though more was read.
        var spoolFailure: SystemFailure?
    }

    init(_ request: HTTPRequest, of source: SourceID, at date: Date, mostBytes: Int, folder: String) {
        self.request = request
        self.source = source
        self.date = date
        self.mostBytes = mostBytes
        answer = Guarded(Answer(body: SpooledBytes(folder: folder)))
    }

    /// The head of the answer has come.
    func receive(_ response: HTTPResponse) {
        let hasNoBody = [204, 304].contains(response.status.code) || response.headers["content-length"] == ["0"]
        answer.withLock {
            $0.status = response.status
            $0.fields = response.headers
            $0.isWhole = hasNoBody
        }
    }

    /// Keeps what is read of the body.
    var tap: BodyTap {
        BodyTap(
            piece: { piece in self.answer.withLock { $0.add(piece) } },
            end: { self.answer.withLock { $0.isWhole = $0.spoolFailure == nil } })
    }

    var current: Answer { answer.withLock { $0 } }
}

extension ExchangeRecording.Answer {
    fileprivate mutating func add(_ piece: UnsafeRawBufferPointer) {
        guard spoolFailure == nil else { return }
        if beginning.count < 2 { beginning.append(contentsOf: piece.prefix(2 - beginning.count)) }
        do throws(SystemFailure) {
            try body.append(piece)
        } catch {
            spoolFailure = error
        }
    }
}

extension ExchangeRecording.Answer {
    /// Gzip is told by its bytes as well: a secret may stand in what nobody said was compressed, too.
    private var coding: ContentCoding {
        let said = ContentCoding(fields["content-encoding"])
        if case .compressed = said { return said }
        return beginning == [0x1F, 0x8B] ? .compressed([.gzip]) : said
    }

    /// Whether the body came compressed.
    var isCompressed: Bool {
        if case .compressed = coding { true } else { false }
    }

    /// What the body says, decompressed as far as that can be done, up to `most` bytes.
    func text(most: Int) -> [UInt8] {
        guard case .compressed(let formats) = coding else { return body.prefix(most) }
        let inflater = LayeredInflater(formats, maxBytes: most)
        var text: [UInt8] = []
        // What is broken or too much ends it, as it did for whoever read the body.
        try? body.forEachPiece { piece in
            try inflater.read(piece) { text.append(contentsOf: $0) }
        }
        return text
    }
}
