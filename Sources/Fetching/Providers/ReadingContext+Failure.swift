import FeedParsing
import Foundation
import NewsModel

extension ReadingContext {
    /// How the source ended, given why nothing could be used of it.
    func failed(_ failure: FetchFailure) -> FetchedFeed {
        switch failure {
        case .late(let stage):
            late(stage)
        case .unreachable(let words, let place):
            gathered(
                .unreachable, detail: words, advice: Advice.unreachable(place), sharedCause: sharedCause(of: place))
        case .tls(let words, let advice):
            gathered(.tlsError, detail: words, advice: advice)
        case .status(let answer):
            failed(answer)
        case .refused(let words, let advice):
            gathered(.refused, detail: words, advice: advice)
        case .malformed(let words):
            gathered(.malformed, detail: words, advice: Advice.nonsense)
        case .content(let error):
            failed(content: error)
        case .paused(let until, let reason):
            gathered(
                .skipped, detail: "its host asked to be left alone until \(until.formatted(.iso8601)) (\(reason))",
                advice: Advice.tooMany)
        }
    }

    private func failed(_ answer: ErrorResponse) -> FetchedFeed {
        let cacheUpdate = cacheUpdate(answer)
        guard let pause = cacheUpdate.pause, pause.kind == .asked else {
            return gathered(
                .httpError, detail: answer.head.line, advice: Advice.status(answer), cacheUpdate: cacheUpdate)
        }
        let detail = "\(answer.head.line): asks to be left alone until \(pause.until.formatted(.iso8601))"
        return gathered(.httpError, detail: detail, advice: Advice.tooMany, cacheUpdate: cacheUpdate)
    }

    private func failed(content error: FeedError) -> FetchedFeed {
        switch error {
        case .empty:
            gathered(.malformed, detail: error.description, advice: Advice.noFeed)
        case .notAFeed(.webPage(let address)):
            gathered(
                .malformed, detail: error.description, advice: address.map(Advice.feed) ?? Advice.webPage)
        case .notAFeed(.challenge):
            gathered(.malformed, detail: error.description, advice: Advice.challenge)
        case .notAFeed(.forwardingPage(let address)):
            gathered(.malformed, detail: error.description, advice: Advice.forwarded(to: address))
        case .notAFeed:
            gathered(.malformed, detail: error.description, advice: Advice.noFeed)
        case .malformed:
            gathered(.malformed, detail: error.description, advice: Advice.broken)
        case .tooLarge:
            gathered(.refused, detail: error.description, advice: Advice.excessive)
        case .cancelled:
            late(progress.current.whereItStood)
        }
    }

    private func late(_ stage: String) -> FetchedFeed {
        let cause = causeOfLateness
        return gathered(
            .late, detail: lateDetail(stage), advice: cause == nil ? Advice.late : Advice.nextTime, sharedCause: cause)
    }

    /// What a source waited for that others had before it; `nil` where it is late by itself.
    private var causeOfLateness: SharedCause? {
        let entry = progress.current
        guard !entry.host.isEmpty else { return nil }
        switch entry.stage {
        case .waitingForTurn: return fetcher.isOver ? .noTurn(host: entry.host) : nil
        case .waitingForHost: return .rateLimit(host: entry.host)
        case .resolving, .connecting, .waitingForAnswer, .reading, .waitingToRetry: return nil
        }
    }

    private func sharedCause(of phase: FetchFailure.Phase) -> SharedCause? {
        switch phase {
        case .name, .route: .noNetwork(host: progress.current.host)
        case .connection, .answer, .proxy: nil
        }
    }

    private func lateDetail(_ stage: String) -> String {
        let limit = fetcher.isOver ? "the deadline" : "its timeout of \((source.timeout ?? policy.timeout).words)"
        let earlier = progress.current.earlier.map { "; the attempt before ended in: \($0)" } ?? ""
        return "\(stage) at \(limit)\(earlier)"
    }

    /// What an error answer says about when to come back: what it named, and a week for one that is gone.
    func cacheUpdate(_ answer: ErrorResponse) -> CacheUpdate {
        let now = fetcher.now
        if answer.head.status == 410 {
            return CacheUpdate(
                pause: pause(.gone, until: fetcher.began.addingTimeInterval(Self.goneFor), answer.head.line))
        }
        guard answer.isOverload, let wish = answer.head.retryAfter(now: now) else { return CacheUpdate() }
        let latest = fetcher.began.addingTimeInterval(RetryAfter.longest.seconds)
        var pause = pause(.asked, until: min(now.addingTimeInterval(wish.kept.seconds), latest), answer.head.line)
        let host = answer.head.authority
        pause.host = host == HTTPFetcher.authority(of: source.provider.address) ? host : nil
        return CacheUpdate(pause: pause, note: wish.note)
    }

    /// A week from the beginning of the run, so that a weekly run asks each time.
    private static let goneFor: TimeInterval = 7 * 86_400

    /// Until when an answer holds, by the rules of its server and its feed.
    func pause(after head: ResponseHead, hints: FeedHints) -> Pause? {
        Revisit.due(after: head, hints: hints, asked: fetcher.began).map { pause(.notDue, until: $0.date, $0.reason) }
    }

    private func pause(_ kind: Pause.Kind, until: Date, _ reason: String) -> Pause {
        Pause(until: until, reason: reason, url: source.provider.address, kind: kind)
    }
}

extension Duration {
    /// "2 h", "90 min", "10 s", "250 ms".
    var words: String {
        let milliseconds = self.milliseconds
        return switch milliseconds {
        case 3_600_000... where milliseconds % 3_600_000 == 0: "\(milliseconds / 3_600_000) h"
        case 120_000... where milliseconds % 60_000 == 0: "\(milliseconds / 60_000) min"
        case _ where milliseconds % 1000 == 0: "\(milliseconds / 1000) s"
        default: "\(milliseconds) ms"
        }
    }
}
