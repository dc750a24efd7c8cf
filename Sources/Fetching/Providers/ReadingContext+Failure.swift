import FeedParsing
import Foundation
import NewsModel

extension ReadingContext {
    /// How the source ended, given why nothing could be used of it.
    func failed(_ failure: FetchFailure) -> Gathered {
        switch failure {
        case .late(let stage):
            gathered(.late, detail: lateDetail(stage), advice: Advice.late)
        case .unreachable(let words, let isName):
            gathered(.unreachable, detail: words, advice: isName ? Advice.noName : Advice.noConnection)
        case .tls(let words):
            gathered(.tlsError, detail: words, advice: Advice.tls)
        case .status(let answer):
            gathered(
                .httpError, detail: answer.head.line, advice: Advice.status(answer.head.status), lesson: lesson(answer))
        case .refused(let words):
            gathered(.refused, detail: words)
        case .malformed(let words):
            gathered(.malformed, detail: words)
        case .content(let error):
            failed(content: error)
        case .paused(let until, let reason):
            gathered(
                .skipped, detail: "its host asked to be left alone until \(until.formatted(.iso8601)) (\(reason))",
                lesson: Lesson(pause: pause(until: until, reason)))
        }
    }

    private func failed(content error: FeedError) -> Gathered {
        switch error {
        case .empty:
            gathered(.malformed, detail: error.description, advice: Advice.noFeed)
        case .notAFeed(.webPage(let address)):
            gathered(
                .malformed, detail: error.description, advice: address.map(Advice.feed) ?? Advice.webPage)
        case .notAFeed:
            gathered(.malformed, detail: error.description, advice: Advice.noFeed)
        case .malformed:
            gathered(.malformed, detail: error.description)
        case .tooLarge:
            gathered(.refused, detail: error.description)
        }
    }

    private func lateDetail(_ stage: String) -> String {
        let isDeadline = fetcher.clock.elapsed >= fetcher.deadline
        let limit = isDeadline ? "the deadline" : "its timeout of \((source.timeout ?? policy.timeout).words)"
        return "\(stage) at \(limit)"
    }

    /// What an error answer says about when to come back: what it named, and a week for one that is gone.
    func lesson(_ answer: ErrorAnswer) -> Lesson {
        let now = fetcher.now
        if answer.head.status == 410 {
            return Lesson(pause: pause(until: now.addingTimeInterval(7 * 86_400), "410 Gone"))
        }
        guard let wait = answer.head.retryAfter(now: now), [429, 503].contains(answer.head.status) else {
            return Lesson()
        }
        return Lesson(pause: pause(until: now.addingTimeInterval(wait.seconds), answer.head.line))
    }

    private func pause(until: Date, _ reason: String) -> Pause {
        Pause(until: until, reason: reason, url: source.provider.address)
    }
}

extension Duration {
    /// "10 s", "250 ms".
    var words: String {
        let milliseconds = self.milliseconds
        return milliseconds % 1000 == 0 ? "\(milliseconds / 1000) s" : "\(milliseconds) ms"
    }
}
