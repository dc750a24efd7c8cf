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
    private let answer: Guarded<Answer>

    struct Answer: Sendable {
        var status: HTTPResponseStatus?
        var fields = HTTPHeaders()
        /// Decoded.
        var body: SpooledBytes
        /// Whether the whole body was read, or there is none.
        var isWhole = false
        /// Why no more of the body is kept, though more was read.
        var spoolFailure: SystemFailure?
    }

    init(_ request: HTTPRequest, of source: SourceID, at date: Date, folder: String) {
        self.request = request
        self.source = source
        self.date = date
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

    /// Keeps what is read of the body, as it is after decompression.
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
        do throws(SystemFailure) {
            try body.append(piece)
        } catch {
            spoolFailure = error
        }
    }
}
