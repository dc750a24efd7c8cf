import FeedParsing
import Foundation
import HTTPTransport
import Testing

@testable import Fetching

/// What each error is said to be, and what to do about it.
@Suite(.timeLimit(.minutes(1))) struct FetchFailureTests {
    private static func failure(_ error: any Error, _ stage: FetchProgress.Stage = .waitingForAnswer) -> FetchFailure {
        let progress = FetchProgress()
        progress.enter(stage)
        return FetchFailure(error, progress: progress)
    }

    @Test(
        arguments: [
            (.noResponse(.closed), "the connection was closed without an answer", .connection),
            (.noResponse(.refused), "connection refused", .connection),
            (.noResponse(.reset), "the connection was reset", .connection),
            (.noResponse(.noRoute), "no route to its host", .route),
            (.noResponse(.timedOut), "the connection timed out", .connection),
            (.noResponse(.other("odd")), "odd", .connection),
            (
                .noResponse(.tooManyOpenFiles), "too many open files: lower fetch.concurrency or raise the limit",
                .connection
            ),
            (.interrupted(.closed), "the connection broke off in the middle", .answer),
            (.interrupted(.reset), "the connection was reset", .answer),
            (.unknownName(host: "a.example", reason: "not known"), "no such name: a.example (not known)", .name),
            (.proxyRefused("407 No"), "the proxy opened no way: 407 No", .proxy),
            (.proxyFailed(.noResponse(.refused)), "the proxy: connection refused", .proxy),
            (.proxyFailed(.noResponse(.closed)), "the proxy: the connection was closed without an answer", .proxy),
        ] as [(TransportError, String, FetchFailure.Phase)])
    func whoeverIsNotReachedIsUnreachable(error: TransportError, words: String, phase: FetchFailure.Phase) {
        guard case .unreachable(words, phase) = Self.failure(error) else {
            Issue.record("\(Self.failure(error))")
            return
        }
    }

    @Test(
        arguments: [
            (TransportError.headTooLarge(maxBytes: 256 << 10), "a header of more than 256 KB", Advice.excessive),
            (TransportError.responseTooLarge(maxBytes: 3 << 20), "sends more than 3 MB", Advice.excessive),
            (TransportError.headerFieldsTooLarge, "header fields that are too many or too large", Advice.excessive),
            (BodyError.tooLarge(maxBytes: 1023), "larger than 1023 bytes", Advice.large),
            (BodyError.tooLarge(maxBytes: 1024), "larger than 1 KB", Advice.large),
            (BodyError.inflatesTooLarge(maxBytes: 1 << 20), "decompresses to more than 1 MB", Advice.large),
            (BodyError.inflatesTooFar(factor: 100), "decompresses to more than 100 times its size", Advice.excessive),
            (AddressRefusal.otherScheme("ftp"), "neither http nor https: ftp", Advice.address),
            (AddressRefusal.invalidPort(0), "no port that can be asked: 0", Advice.address),
            (AddressRefusal.notAnAddress("x"), "not an address that can be asked: x", Advice.address),
            (AddressRefusal.noHost("http:///"), "an address without a host that can be read: http:///", Advice.address),
            (AddressRefusal.leadsToPrivateAddress, "its name leads to a private address", Advice.privateAddress),
            (AddressRefusal.privateName(host: "nas.lan"), "nas.lan is a private name", Advice.privateAddress),
            (
                TransportError.refused(.privateAddress(host: "127.0.0.1", kind: "loopback")),
                "127.0.0.1 is a loopback address", Advice.privateAddress
            ),
        ] as [(any Error & Sendable, String, String)])
    func whatWeRefuseSaysWhatToDo(error: any Error, words: String, advice: String) {
        guard case .refused(words, advice) = Self.failure(error) else {
            Issue.record("\(Self.failure(error))")
            return
        }
    }

    @Test(
        arguments: [
            (TransportError.invalidResponse(.invalidStart), "not HTTP: its answer begins otherwise"),
            (TransportError.invalidResponse(.breaksRules), "not HTTP: its answer breaks the rules"),
            (TransportError.invalidResponse(.other("odd")), "not HTTP: odd"),
            (BodyError.brokenCoding, "its compression is broken, or another one than it says"),
            (BodyError.truncatedCoding, "its compression ends too early"),
            (BodyError.unknownCoding("br"), "compressed in a way that nobody asked for: br"),
        ] as [(any Error & Sendable, String)])
    func nonsenseIsMalformed(error: any Error, words: String) {
        guard case .malformed(words) = Self.failure(error) else {
            Issue.record("\(Self.failure(error))")
            return
        }
    }

    @Test func everyFaultOfTLSIsSaidInItsOwnWords() {
        let failures = TLSFault.allCases.map { Self.failure(TransportError.tls($0)) }
        #expect(Set(failures.map(\.summary)).count == TLSFault.allCases.count)
        for failure in failures {
            guard case .tls(_, let advice) = failure else {
                Issue.record("\(failure)")
                continue
            }
            #expect(!advice.isEmpty)
        }
    }

    @Test(
        arguments: [
            (.waitingForTurn, "still waiting for its turn"), (.resolving, "its name was still being looked up"),
            (.connecting, "no connection yet"), (.waitingForAnswer, "no answer yet"),
            (.reading, "still reading after 0 bytes"), (.waitingToRetry, "waiting to try again"),
            (.waitingForHost, "still waiting for its host's rate limit"),
        ] as [(FetchProgress.Stage, String)])
    func whatIsCutOffSaysWhereItStood(stage: FetchProgress.Stage, words: String) {
        for error in [CancellationError(), TransportError.cancelled, BatchClock.TimeIsUp()] as [any Error] {
            guard case .late(words) = Self.failure(error, stage) else {
                Issue.record("\(error)")
                continue
            }
        }
    }

    /// Whatever an error says that comes because the time is up.
    @Test func ofACancelledTaskEverythingIsLateButWhatIsKnown() async {
        let summaries = await Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return [
                Self.failure(TransportError.noResponse(.reset)).summary,
                Self.failure(FetchFailure.malformed("not HTTP")).summary,
            ]
        }.value
        #expect(summaries == ["no answer yet", "not HTTP"])
    }
}
