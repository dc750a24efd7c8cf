package import FeedParsing
package import Foundation
import HTTPTransport
import WebText

/// Why a request gave nothing that can be used. A closed set, from which each outcome follows.
package enum FetchFailure: Error, Sendable {
    /// The time ran out; where it stood.
    case late(String)
    /// No HTTP response, or one that broke off.
    case unreachable(String, Phase)
    /// Handshake or certificate.
    case tls(String, advice: String)
    /// A response whose status is no success.
    case status(ErrorResponse)
    /// By us: address, scheme, redirects, size; and what to do about it.
    case refused(String, advice: String)
    /// HTTP nonsense, or a success that does not hold what was promised.
    case malformed(String)
    /// A success whose body is no feed.
    case content(FeedError)
    /// Its host asked to be left alone, and that lasts longer than the batch.
    case paused(until: Date, reason: String)

    /// In what an attempt to reach a server failed.
    package enum Phase: Sendable, Hashable {
        /// The look-up of its name.
        case name
        /// The way to its host: there is none.
        case route
        case connection
        /// The response, which broke off in the middle.
        case answer
        /// The connection to the user's own proxy, or through it.
        case proxy
    }

    /// One clause, for a report or the note of a retry.
    package var summary: String {
        switch self {
        case .late(let where_): where_
        case .unreachable(let words, _), .tls(let words, _), .refused(let words, _), .malformed(let words): words
        case .status(let answer): answer.head.line
        case .content(let error): error.description
        case .paused(_, let reason): "its host asked to be left alone (\(reason))"
        }
    }

    /// Whether a server may answer so because it was asked whether anything is new (RFC 9110 §13), which some can't stand.
    var mayBeOfConditions: Bool {
        switch self {
        case .status(let answer): [400, 403, 412, 500, 501, 502].contains(answer.head.status)
        case .content(.empty): true
        case .late, .unreachable, .tls, .refused, .malformed, .content, .paused: false
        }
    }

    /// The answer of a server that has too much to do.
    var overload: ErrorResponse? {
        if case .status(let answer) = self, answer.isOverload { answer } else { nil }
    }

    /// The same with what to do about it, where we refused or could not trust a server.
    package var summaryWithAdvice: String {
        switch self {
        case .tls(let words, let advice), .refused(let words, let advice): "\(words); \(advice)"
        case .late, .unreachable, .status, .malformed, .content, .paused: summary
        }
    }
}

/// A response that is no success, with as much of its body as it takes to say why.
package struct ErrorResponse: Sendable {
    package var head: ResponseHead
    /// The beginning of its page, as far as it was read.
    package var body: [UInt8]

    /// Too many requests, or too much to do: the server may say when to come back.
    var isOverload: Bool { [429, 503].contains(head.status) }

    /// Whether the requests of the day are used up, as the Guardian and NewsAPI say it: no retry of tonight is answered.
    var isUsedUp: Bool {
        guard head.status == 429 else { return false }
        if head["x-ratelimit-remaining-day"]?.trimmingCharacters(in: .whitespaces) == "0" { return true }
        // A page that is no JSON says nothing of it.
        return (try? JSONValue(parsing: body))?["code"].text == "apiKeyExhausted"
    }
}

/// What each error of the transport means for a source, in words, and what to do about it.
extension FetchFailure {
    /// What an error of the transport, the clock or a reader means.
    init(_ error: any Error, progress: FetchProgress) {
        // Whatever it says, it came because the time was up.
        if Task.isCancelled, !(error is FetchFailure) {
            self = .late(progress.current.whereItStood)
            return
        }
        switch error {
        case let failure as FetchFailure: self = failure
        case let error as FeedError: self = .content(error)
        case let error as TransportError: self.init(error, progress)
        case let error as BodyError: self.init(error)
        case let refusal as AddressRefusal: self.init(refusal)
        case is CancellationError, is BatchClock.TimeIsUp: self = .late(progress.current.whereItStood)
        default: self = .unreachable("\(error)", .connection)
        }
    }

    private init(_ error: TransportError, _ progress: FetchProgress) {
        switch error {
        case .cancelled: self = .late(progress.current.whereItStood)
        case .refused(let refusal): self.init(refusal)
        case .unknownName(let host, let reason): self = .unreachable("no such name: \(host) (\(reason))", .name)
        case .noResponse(.closed): self = .unreachable("the connection was closed without an answer", .connection)
        case .noResponse(.noRoute): self = .unreachable(Self.words(.noRoute), .route)
        case .noResponse(let fault): self = .unreachable(Self.words(fault), .connection)
        case .interrupted(let fault): self = .unreachable(Self.words(fault), .answer)
        case .tls(let fault):
            let (words, advice) = Self.words(fault)
            self = .tls(words, advice: advice)
        case .invalidResponse(.invalidStart): self = .malformed("not HTTP: its answer begins otherwise")
        case .invalidResponse(.breaksRules): self = .malformed("not HTTP: its answer breaks the rules")
        case .invalidResponse(.other(let words)): self = .malformed("not HTTP: \(words)")
        case .headerFieldsTooLarge:
            self = .refused("header fields that are too many or too large", advice: Advice.excessive)
        case .headTooLarge(let limit):
            self = .refused("a header of more than \(Self.size(limit))", advice: Advice.excessive)
        case .responseTooLarge(let limit):
            self = .refused("sends more than \(Self.size(limit))", advice: Advice.excessive)
        case .proxyRefused(let words): self = .unreachable("the proxy opened no way: \(words)", .proxy)
        case .proxyFailed(let cause): self = .unreachable("the proxy: \(Self(cause, progress).summary)", .proxy)
        }
    }

    private init(_ error: BodyError) {
        switch error {
        case .tooLarge(let limit): self = .refused("larger than \(Self.size(limit))", advice: Advice.large)
        case .inflatesTooLarge(let limit):
            self = .refused("decompresses to more than \(Self.size(limit))", advice: Advice.large)
        case .inflatesTooFar(let factor):
            self = .refused("decompresses to more than \(factor) times its size", advice: Advice.excessive)
        case .brokenCoding: self = .malformed("its compression is broken, or another one than it says")
        case .truncatedCoding: self = .malformed("its compression ends too early")
        case .unknownCoding(let name): self = .malformed("compressed in a way that nobody asked for: \(name)")
        }
    }

    private init(_ refusal: AddressRefusal) {
        self =
            switch refusal {
            case .notAnAddress(let url):
                .refused("not an address that can be asked: \(url)", advice: Advice.address)
            case .otherScheme(let scheme): .refused("neither http nor https: \(scheme)", advice: Advice.address)
            case .noHost(let url):
                .refused("an address without a host that can be read: \(url)", advice: Advice.address)
            case .invalidPort(let port): .refused("no port that can be asked: \(port)", advice: Advice.address)
            case .noIPAddress(let host):
                .refused("\(host) leads to something that is no IP address", advice: Advice.address)
            case .privateAddress(let host, let kind):
                .refused("\(host) is a \(kind) address", advice: Advice.privateAddress)
            case .leadsToPrivateAddress:
                .refused("its name leads to a private address", advice: Advice.privateAddress)
            case .privateName(let host): .refused("\(host) is a private name", advice: Advice.privateAddress)
            }
    }

    private static func words(_ fault: TransportError.ConnectionFault) -> String {
        switch fault {
        case .closed: "the connection broke off in the middle"
        case .refused: "connection refused"
        case .reset: "the connection was reset"
        case .noRoute: "no route to its host"
        case .timedOut: "the connection timed out"
        case .tooManyOpenFiles: "too many open files: lower fetch.concurrency or raise the limit"
        case .other(let words): words
        }
    }

    private static func words(_ fault: TLSFault) -> (words: String, advice: String) {
        switch fault {
        case .expired: ("its certificate has expired", Advice.tls)
        case .notYetValid: ("its certificate is not yet valid", Advice.tls)
        case .selfSigned: ("its certificate is self-signed", Advice.tls)
        case .unknownAuthority: ("its certificate comes from an unknown authority", Advice.tls)
        case .otherName: ("its certificate is for another name", Advice.tls)
        case .untrusted: ("its certificate is not to be trusted", Advice.tls)
        case .notTLS: ("it does not speak TLS there", Advice.noTLS)
        case .oldVersion: ("it speaks no version of TLS that is still safe", Advice.handshake)
        case .closedInHandshake: ("the connection was closed during the TLS handshake", Advice.handshake)
        case .clientCertificateRequired:
            ("its TLS asks for a certificate of the reader's", Advice.certificateOfOurs)
        case .handshakeFailed: ("the TLS handshake failed", Advice.handshake)
        }
    }

    /// "16 MB", "10 KB", "9 bytes".
    static func size(_ bytes: Int) -> String {
        switch bytes {
        case (1 << 20)...: "\(bytes >> 20) MB"
        case (1 << 10)...: "\(bytes >> 10) KB"
        default: "\(bytes) bytes"
        }
    }
}
