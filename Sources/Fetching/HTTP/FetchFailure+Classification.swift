import FeedParsing
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

extension FetchFailure {
    /// What an error of the network, the connection or a reader means.
    init(_ error: any Error, log: FetchLog) {
        // Whatever it says, it came because the time was up.
        if Task.isCancelled, !(error is FetchFailure) {
            self = .late(log.current.whereItStood)
            return
        }
        switch error {
        case let failure as FetchFailure: self = failure
        case let error as FeedError: self = .content(error)
        case is CancellationError, is BatchClock.TimeIsUp: self = .late(log.current.whereItStood)
        case let error as BoundedBody.TooLarge:
            self = .refused("larger than \(ByteCount.words(error.maxBytes))", advice: Advice.large)
        case let error as AddressPolicy.Refusal: self = .refused(error.reason, advice: error.advice)
        case let error as NameResolver.Failure:
            self = .unreachable("no such name: \(error.host) (\(error.reason))", .name)
        case let error as Inflater.Fault: self = Self(inflating: error)
        case let error as WireFault: self = Self(wire: error)
        case let fault as ProxyFault: self = .unreachable("the proxy: \(Self(fault.cause, log: log).summary)", .proxy)
        case let error as NIOConnectionError: self = Self(connection: error)
        case let error as IOError:
            self = .unreachable(Self.words(error), log.current.stage == .reading ? .answer : .connection)
        case is ChannelError: self = .unreachable(Self.closed, .connection)
        case let error as HTTPParserError: self = Self(parser: error)
        case NIOSSLError.uncleanShutdown: self = .unreachable(Self.brokenOff, .answer)
        default:
            self =
                CertificateFault(error).map { .tls($0.words, advice: $0.advice) }
                ?? .unreachable("\(error)", .connection)
        }
    }

    private static let brokenOff = "the connection broke off in the middle"
    private static let closed = "the connection was closed without an answer"

    private init(inflating fault: Inflater.Fault) {
        switch fault {
        case .broken: self = .malformed("its compression is broken, or another one than it says")
        case .cutShort: self = .malformed("its compression ends too early")
        case .tooLarge(let limit):
            self = .refused("decompresses to more than \(ByteCount.words(limit))", advice: Advice.large)
        case .bomb:
            self = .refused(
                "decompresses to more than \(Inflater.mostGrowth) times its size", advice: Advice.excessive)
        }
    }

    private init(wire fault: WireFault) {
        switch fault {
        case .closedWithoutAnswer: self = .unreachable(Self.closed, .connection)
        case .brokenOff: self = .unreachable(Self.brokenOff, .answer)
        case .headTooLarge(let limit):
            self = .refused("a header of more than \(ByteCount.words(limit))", advice: Advice.excessive)
        case .tooManyBytes(let limit):
            self = .refused("sends more than \(ByteCount.words(limit))", advice: Advice.excessive)
        case .proxyRefused(let words): self = .unreachable("the proxy opened no way: \(words)", .proxy)
        }
    }

    private init(parser error: HTTPParserError) {
        switch error {
        case .invalidEOFState: self = .unreachable(Self.brokenOff, .answer)
        case .headerOverflow:
            self = .refused("header fields that are too many or too large", advice: Advice.excessive)
        case .unknown: self = .malformed("not HTTP: its answer breaks the rules")
        case .invalidConstant: self = .malformed("not HTTP: its answer begins otherwise")
        default: self = .malformed("not HTTP: \(error)")
        }
    }

    private init(connection error: NIOConnectionError) {
        let reasons = error.connectionErrors.map { failure in
            (failure.error as? IOError).map(Self.words) ?? "\(failure.error)"
        }
        self = .unreachable(reasons.first ?? "no connection to \(error.host)", .connection)
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
        case .unreachable(let words, _), .tls(let words, _), .refused(let words, _), .malformed(let words): words
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
