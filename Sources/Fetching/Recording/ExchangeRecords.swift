import Foundation
import HTTPTransport
import NIOHTTP1
import NewsModel
import Synchronization
import WebArchive
import WebText

/// One exchange as it goes into a record.
struct ExchangeContent {
    let exchange: ExchangeRecording
    let answer: ExchangeRecording.Answer
    /// What it ended in; `nil` where it was answered and read.
    let failure: (any Error)?
    /// Whether the time was up in the middle of it.
    let isCutOff: Bool

    init(_ exchange: ExchangeRecording, failure: (any Error)?, isCutOff: Bool) {
        self.exchange = exchange
        self.failure = failure
        self.isCutOff = isCutOff
        answer = exchange.current
    }

    /// Why the body is not whole; `nil` where it is.
    var truncation: WARCTruncation? {
        if answer.isWhole { return nil }
        if answer.spoolFailure != nil { return .unspecified }
        switch failure {
        case is CancellationError, is BatchClock.TimeIsUp, TransportError.cancelled?: return .time
        case BodyError.tooLarge?, BodyError.inflatesTooLarge?, BodyError.inflatesTooFar?: return .length
        case TransportError.interrupted?, TransportError.noResponse?: return .disconnect
        default: return isCutOff ? .time : .unspecified
        }
    }

    /// What to say of an exchange that was not answered.
    var reason: String {
        failure.map { FetchFailure($0, progress: FetchProgress()).summary } ?? "no answer was read"
    }
}

/// Makes records of WARC 1.1 of exchanges, without secrets.
struct ExchangeRecords: Sendable {
    /// Gives each record of the file an id of its own.
    let numbers: RecordNumbers
    let placeholders: SecretPlaceholders

    /// How much is kept of a body that the deadline cut off.
    static let cutOffBytes = 16 << 10

    /// The request, and its response or what there is instead.
    func all(of content: ExchangeContent, _ learned: LearnedPlaceholders?) -> [WARCRecord] {
        let request = content.exchange.request
        let uri = placeholders.hiding(request.url, at: .address, learned: learned)
        let (first, second) = (numbers.nextID(), numbers.nextID())
        var head = WARCHead(
            .request, id: first, date: content.exchange.date, uri: uri, contentType: "application/http; msgtype=request"
        )
        head.add("WARC-Concurrent-To", second)
        let asked = WARCRecord(head, start: message(request, learned).bytes)
        var answer =
            content.answer.status.map { response(content, $0, uri: uri, id: second, learned) }
            ?? failure(content, uri: uri, id: second, learned)
        answer.head.add("WARC-Concurrent-To", first)
        return [asked, answer]
    }

    private func response(
        _ content: ExchangeContent, _ status: HTTPResponseStatus, uri: String, id: String,
        _ learned: LearnedPlaceholders?
    ) -> WARCRecord {
        let isRevisit = status == .notModified
        var head = WARCHead(
            isRevisit ? .revisit : .response, id: id, date: content.exchange.date, uri: uri,
            contentType: "application/http; msgtype=response")
        if isRevisit {
            head.add("WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/server-not-modified")
            head.add("WARC-Refers-To-Target-URI", uri)
        }
        head.add("WARC-Truncated", content.truncation?.rawValue)
        let (body, isAsItCame) = body(content, learned)
        let length = isRevisit ? [] : [HTTPMessageBlock.Field("Content-Length", "\(body.count)")]
        let message = HTTPMessageBlock(
            startLine: "HTTP/1.1 \(status.code) \(status.reasonPhrase)",
            fields: fields(content.answer.fields, keepsCoding: isAsItCame, learned) + length)
        return WARCRecord(head, start: message.bytes, payload: isRevisit ? nil : body)
    }

    private func failure(
        _ content: ExchangeContent, uri: String, id: String, _ learned: LearnedPlaceholders?
    ) -> WARCRecord {
        let head = WARCHead(
            .metadata, id: id, date: content.exchange.date, uri: uri, contentType: "application/json")
        var writer = JSONWriter(indent: nil)
        writer.object { $0.text("failure", placeholders.hiding(content.reason, at: .address, learned: learned)) }
        return WARCRecord(head, start: writer.bytes)
    }

    // MARK: Messages

    private func message(_ request: HTTPRequest, _ learned: LearnedPlaceholders?) -> HTTPMessageBlock {
        var fields: [HTTPMessageBlock.Field] = []
        var target = request.url
        // What is no address was refused before.
        if let endpoint = try? HTTPEndpoint(request.url) {
            target = endpoint.target
            fields.append(.init("host", placeholders.hiding(endpoint.authority, at: .address, learned: learned)))
            if endpoint.credentials != nil, request.value("authorization") == nil {
                fields.append(.init("authorization", placeholders.word("credentials")))
            }
        }
        for (name, value) in request.headers { fields.append(.init(name, said(value, of: name, learned))) }
        let line = "\(request.method.rawValue) \(placeholders.hiding(target, at: .address, learned: learned)) HTTP/1.1"
        return HTTPMessageBlock(startLine: line, fields: fields)
    }

    /// A field of a request, in which a credential goes whatever it is, and cookies as well.
    private func said(_ value: String, of name: String, _ learned: LearnedPlaceholders?) -> String {
        let isCredential = CredentialName.isOne(name) || name.lowercased() == "cookie"
        return isCredential
            ? placeholders.word("credentials") : placeholders.hiding(value, at: .address, learned: learned)
    }

    /// The fields of an answer. Those that say how the body came over the wire are kept under other names, as crawlers do,
    /// where it does not stand here so.
    private func fields(
        _ headers: HTTPHeaders, keepsCoding: Bool, _ learned: LearnedPlaceholders?
    ) -> [HTTPMessageBlock.Field] {
        headers.map { name, value in
            switch name.lowercased() {
            case "content-encoding" where keepsCoding: return .init(name, value)
            case "transfer-encoding", "content-encoding", "content-length":
                return .init("X-Crawler-\(name)", value)
            case "set-cookie": return .init(name, cookie(value, learned))
            default:
                return .init(
                    placeholders.hiding(name, at: .address, learned: learned),
                    placeholders.hiding(value, at: .address, learned: learned))
            }
        }
    }

    /// A cookie with another value, which no other cookie has: two that differ still do. One without a name is all value,
    /// and one without a value is deleted.
    private func cookie(_ field: String, _ learned: LearnedPlaceholders?) -> String {
        let parts = field.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
        let pair = parts[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = pair.count > 1 ? placeholders.hiding(String(pair[0]), at: .address, learned: learned) + "=" : ""
        let isEmpty = pair.last?.allSatisfy(\.isWhitespace) ?? true
        let value = isEmpty ? "" : placeholders.word("cookie\(numbers.next())")
        let rest = parts.count > 1 ? ";" + parts[1] : ""
        return name + value + placeholders.hiding(rest, at: .address, learned: learned)
    }

    /// The body as it came, or as what it says where a secret may stand in that.
    private func body(
        _ content: ExchangeContent, _ learned: LearnedPlaceholders?
    ) -> (bytes: SpooledBytes, isAsItCame: Bool) {
        let answer = content.answer
        let most = content.isCutOff ? Self.cutOffBytes : content.exchange.mostBytes
        guard learned != nil || !placeholders.isEmpty else {
            return (content.isCutOff ? SpooledBytes(inMemory: answer.body.prefix(most)) : answer.body, true)
        }
        let text = answer.text(most: most)
        let hidden = WideBody.changing(text) { placeholders.hiding($0, learned: learned) }
        // What is the same need not be kept twice. Behind what is compressed, something else may stand.
        if answer.isWhole, hidden == text, !answer.isCompressed || isFreeOfSecrets(answer.body, learned) {
            return (answer.body, true)
        }
        return (SpooledBytes(inMemory: hidden), false)
    }

    private func isFreeOfSecrets(_ body: SpooledBytes, _ learned: LearnedPlaceholders?) -> Bool {
        let bytes = body.bytes
        return placeholders.hiding(bytes, learned: learned) == bytes
    }
}

/// Numbers what stands in one file.
final class RecordNumbers: Sendable {
    private let file: UInt64
    private let last = Atomic(0)

    init(file: UInt64) { self.file = file }

    func next() -> Int { last.wrappingAdd(1, ordering: .relaxed).newValue }

    /// The id of another record.
    func nextID() -> String { WARCRecordID.text(file: file, number: next()) }
}
