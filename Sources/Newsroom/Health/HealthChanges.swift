import Foundation
import NewsModel

/// The changes of sources' states that there are to tell after a run: those that earlier runs told, in their words, and
/// those that this one met.
struct HealthChanges {
    /// The edition's.
    let date: EditionDate
    /// The instant of the run.
    let now: Date

    private static let mostKept = 60

    /// - Parameters:
    ///   - sources: with what is remembered of each, this run included.
    ///   - earlier: what the run before it had to tell; of sources that are not listed any more nothing is told.
    /// - Returns: the newest changes, newest first.
    func all(of sources: [(health: SourceHealth, memory: SourceMemory)], after earlier: [HealthChange])
        -> [HealthChange]
    {
        let told = Dictionary(grouping: earlier, by: \.source)
        let all = sources.flatMap { changes(of: $0.health, $0.memory, after: told[$0.health.report.source] ?? []) }
        return Array(all.sorted(by: Self.precedes).prefix(Self.mostKept))
    }

    private func changes(
        of source: SourceHealth, _ memory: SourceMemory, after earlier: [HealthChange]
    ) -> [HealthChange] {
        // Who was not asked has not changed.
        guard source.report.outcome != .skipped else { return earlier }
        // An earlier run of the same date may have ended otherwise: the last one counts.
        let isTonights = { (change: HealthChange) in
            switch change.kind {
            case .broke, .recovered: change.date == date
            case .moved: false
            }
        }
        let tonight = turn(of: source, memory, before: earlier.first(where: isTonights))
        return earlier.filter { !isTonights($0) }
            + [tonight, move(of: source, memory, after: earlier)].compactMap(\.self)
    }

    /// Whether the source broke or recovered on this date; what was said of it `before` stays, where it still holds.
    private func turn(of source: SourceHealth, _ memory: SourceMemory, before: HealthChange?) -> HealthChange? {
        let asked = source.history.filter { $0.outcome != .skipped }
        let past = asked.dropLast()
        guard asked.last?.date == date, let last = past.last, hasAnswered(memory, past) else { return nil }
        switch (source.report.outcome.isFailure, last.outcome.isFailure) {
        case (true, false):
            let report = source.report
            return change(
                source, .broke(report.outcome, detail: report.detail, advice: report.advice), before: before)
        case (false, true):
            let failures = past.reversed().prefix { $0.outcome.isFailure }.count
            return change(source, .recovered(failures: max(failures, source.failuresBefore)), before: before)
        case (true, true), (false, false): return nil
        }
    }

    /// Who has never answered can neither break nor answer again.
    private func hasAnswered(_ memory: SourceMemory, _ past: some BidirectionalCollection<SourceHealth.RunOutcome>)
        -> Bool
    {
        guard let last = past.last else { return false }
        return past.contains { $0.outcome.isAnswer } || memory.firstAnswered.map { $0 <= last.at } ?? false
    }

    private func change(_ source: SourceHealth, _ kind: HealthChange.Kind, before: HealthChange?) -> HealthChange {
        switch (before?.kind, kind) {
        // How many there were is known to the run that first met it.
        case (.recovered, .recovered): if let before { return before }
        default: if let before, before.kind == kind { return before }
        }
        return HealthChange(
            source: source.report.source, title: source.title, date: date, updated: now, kind: kind)
    }

    /// A permanent redirect that this run met first; one that was told once is not told again while the source holds to it.
    private func move(of source: SourceHealth, _ memory: SourceMemory, after earlier: [HealthChange]) -> HealthChange? {
        guard let address = source.moved, memory.permanentRedirect?.timesSeen == 1 else { return nil }
        let kind = HealthChange.Kind.moved(to: address)
        return earlier.contains { $0.kind == kind } ? nil : change(source, kind, before: nil)
    }

    private static func precedes(_ one: HealthChange, _ other: HealthChange) -> Bool {
        if one.updated != other.updated { return one.updated > other.updated }
        if one.source != other.source { return one.source < other.source }
        return one.kind.name < other.kind.name
    }
}
