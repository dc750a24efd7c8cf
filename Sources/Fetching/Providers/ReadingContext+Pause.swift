import Foundation
import NewsModel

extension ReadingContext {
    /// What to say of a source that is not to be asked yet, by what earlier runs learned; `nil` if it is to be asked.
    func leftAlone() -> FetchedFeed? {
        let now = fetcher.began
        if let pause = memory.pause, pause.isInForce(at: now), pause.url == source.provider.address {
            return leftAlone(pause)
        }
        guard let until = Revisit.quietUntil(memory.hints, answered: memory.lastSuccess, now: now) else { return nil }
        return skipped("not yet due", until, "its feed names hours and days in which not to ask")
    }

    private func leftAlone(_ pause: Pause) -> FetchedFeed {
        switch pause.kind {
        case .asked: skipped("its server asked to be left alone", pause.until, pause.reason, advice: Advice.tooMany)
        case .gone: skipped("not asked again", pause.until, pause.reason, advice: Advice.gone)
        case .notDue: skipped("not yet due", pause.until, pause.reason)
        }
    }

    private func skipped(_ what: String, _ until: Date, _ why: String, advice: String? = nil) -> FetchedFeed {
        gathered(.skipped, detail: "\(what) before \(until.formatted(.iso8601)): \(why)", advice: advice)
    }
}
