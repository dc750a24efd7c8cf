import Foundation
import NewsModel

extension SourceMemory {
    /// What is known after a visit. Only a whole answer replaces validators, hash and title; a failure keeps them, so
    /// that the next night can still ask whether anything changed; a source that was not asked keeps everything.
    mutating func take(_ visit: SourceVisit, at now: Date) {
        let report = visit.report
        defer { append(report, at: now) }
        switch report.outcome {
        case .fresh, .empty:
            validators = visit.validators
            bodyHash = visit.bodyHash
            hints = visit.hints ?? FeedHints()
            lastItems = report.items
            answered(visit, at: now)
        case .unchanged:
            validators = visit.validators ?? validators
            bodyHash = visit.bodyHash ?? bodyHash
            hints = visit.hints ?? hints
            answered(visit, at: now)
        case .late, .unreachable, .tlsError, .httpError, .refused, .malformed:
            consecutiveFailures += 1
            pause = visit.pause
        case .skipped: break
        }
    }

    private mutating func answered(_ visit: SourceVisit, at now: Date) {
        title = visit.title ?? title
        site = visit.site ?? site
        pause = visit.pause
        consecutiveFailures = 0
        firstAnswered = firstAnswered ?? now
        lastSuccess = now
        permanentRedirect = visit.permanentRedirect.map { url in
            PermanentRedirect(url: url, timesSeen: permanentRedirect?.url == url ? timesMoved + 1 : 1)
        }
    }

    private var timesMoved: Int { permanentRedirect?.timesSeen ?? 0 }

    private mutating func append(_ report: SourceReport, at now: Date) {
        history.append(SourceHealth.Night(report, at: now))
        history.removeFirst(max(0, history.count - Self.historyLimit))
    }
}

extension SourceHealth.Night {
    init(_ report: SourceReport, at now: Date) {
        self.init(
            at: now, outcome: report.outcome, items: report.items,
            elapsedMilliseconds: report.times.total.milliseconds)
    }
}
