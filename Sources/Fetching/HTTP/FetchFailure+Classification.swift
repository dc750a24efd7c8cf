import AsyncHTTPClient
import FeedParsing
import Foundation
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import NIOSSL

extension FetchFailure {
    /// What an error of the client, the connection or a reader means.
    init(_ error: any Error, log: FetchLog) {
        switch error {
        case let failure as FetchFailure: self = failure
        case let error as FeedError: self = .content(error)
        case is CancellationError, is BatchClock.TimeIsUp: self = .late(log.current.whereItStood)
        case let error as BoundedBody.TooLarge: self = .refused("larger than \(ByteCount.words(error.maxBytes))")
        case let error as AddressPolicy.Refusal: self = .refused(error.reason)
        case is NIOHTTPDecompression.DecompressionError: self = .refused("decompresses to more than is allowed")
        case is NIOHTTPDecompression.ExtraDecompressionError: self = .malformed("its compression is broken")
        case let error as NIOConnectionError: self = Self(connection: error)
        case let error as NIOSSLError: self = .tls(CertificateFault.words(for: error))
        case let error as NIOSSLExtraError: self = .tls(CertificateFault.words(for: error))
        case let error as BoringSSLError: self = .tls(CertificateFault.words(for: error))
        case HTTPParserError.invalidEOFState: self = .unreachable(Self.brokenOff, isName: false)
        case let error as HTTPParserError: self = .malformed("not HTTP: \(error)")
        case let error as HTTPClientError: self = Self(client: error, log: log)
        case let error as IOError: self = .unreachable(Self.words(error), isName: false)
        case is ChannelError: self = .unreachable("the connection was closed", isName: false)
        default: self = .unreachable("\(error)", isName: false)
        }
    }

    private init(client error: HTTPClientError, log: FetchLog) {
        switch error {
        case .cancelled, .deadlineExceeded, .readTimeout, .connectTimeout, .getConnectionFromPoolTimeout,
            .requestStreamCancelled, .tlsHandshakeTimeout:
            self = .late(log.current.whereItStood)
        case .remoteConnectionClosed:
            let hasBegun = log.current.stage == .reading
            self = .unreachable(
                hasBegun ? Self.brokenOff : "the connection was closed without an answer",
                isName: false)
        case .invalidURL, .emptyHost, .emptyScheme:
            self = .refused("its address is not one that can be asked")
        default:
            self = .malformed(error.shortDescription)
        }
    }

    private static let brokenOff = "the connection broke off in the middle"

    private init(connection error: NIOConnectionError) {
        if let dns = error.dnsAError ?? error.dnsAAAAError, error.connectionErrors.isEmpty {
            self = .unreachable("no such name: \(error.host) (\(dns))", isName: true)
            return
        }
        let reasons = error.connectionErrors.map { failure in
            (failure.error as? IOError).map(Self.words) ?? "\(failure.error)"
        }
        self = .unreachable(reasons.first ?? "no connection to \(error.host)", isName: false)
    }

    private static func words(_ error: IOError) -> String {
        switch error.errnoCode {
        case ECONNREFUSED: "connection refused"
        case ECONNRESET, EPIPE: "the connection was reset"
        case EHOSTUNREACH, ENETUNREACH: "no route to its host"
        case ETIMEDOUT: "the connection timed out"
        case EMFILE, ENFILE: "too many open files: lower fetch.concurrency or raise the limit"
        default: error.localizedDescription
        }
    }

    /// One clause, for a log or the note of a retry.
    var summary: String {
        switch self {
        case .late(let where_): where_
        case .unreachable(let words, _), .tls(let words), .refused(let words), .malformed(let words): words
        case .status(let answer): answer.head.line
        case .content(let error): error.description
        case .paused(_, let reason): "its host asked to be left alone (\(reason))"
        }
    }
}

/// Sizes for people.
enum ByteCount {
    static func words(_ bytes: Int) -> String {
        switch bytes {
        case (1 << 20)...: "\(bytes >> 20) MB"
        case (1 << 10)...: "\(bytes >> 10) KB"
        default: "\(bytes) bytes"
        }
    }
}
