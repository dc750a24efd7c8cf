import Foundation
import NewsModel
import NewsStore
import Publishing
import Settings
import WebText

/// Puts the health report together: this run's outcomes, and what earlier runs remember.
struct HealthDesk {
    let request: RunRequest
    let memories: [SourceID: SourceMemory]
    let redactor: Redactor

    init(request: RunRequest, memories: [SourceID: SourceMemory], redactor: Redactor) {
        self.request = request
        self.memories = memories
        self.redactor = redactor
    }

    /// What a source is called on the pages: by the user, by itself now or earlier, or by its id.
    func title(of source: Source, tonight: String?) -> String {
        source.title ?? tonight ?? memories[source.id]?.title ?? source.id.rawValue
    }

    /// - Parameters:
    ///   - gathered: one result per source, in the order of the configuration.
    ///   - elapsed: how long the batch took.
    /// - Returns: the report without the figures of the edition, which is not built yet.
    func report(on gathered: [Visited], elapsed: Duration) -> HealthReport {
        HealthReport(
            generated: request.now, edition: request.editionDate, deadline: request.settings.fetch.deadline,
            elapsed: elapsed, stories: 0, newStories: gathered.reduce(0) { $0 + $1.report.newItems },
            sources: gathered.map(health))
    }

    private func health(_ visited: Visited) -> SourceHealth {
        let (source, report, memory) = (visited.source, visited.report, memories[visited.source.id])
        let night = SourceHealth.Night(
            at: request.now, outcome: report.outcome, items: report.items,
            elapsedMilliseconds: report.times.total.milliseconds)
        let failures = memory?.consecutiveFailures ?? 0
        let address = published(source.provider.address, of: source)
        return SourceHealth(
            report: report, title: visited.title, url: address?.text ?? "", hasWholeAddress: address?.isWhole ?? false,
            provider: source.provider.name, section: source.section,
            lastSuccess: report.outcome.isAnswer ? request.now : memory?.lastSuccess,
            consecutiveFailures: report.outcome.isAnswer ? 0 : report.outcome.isFailure ? failures + 1 : failures,
            history: Array(((memory?.history ?? []) + [night]).suffix(30)), moved: move(of: visited))
    }

    /// Where the source has moved, by tonight's answer, else by the last one that was understood.
    private func move(of visited: Visited) -> SourceHealth.Move? {
        let memory = memories[visited.source.id]
        let known = memory?.permanentRedirect
        guard visited.report.outcome.isAnswer else {
            return known.flatMap { .init(to: published($0.url, of: visited.source), since: since($0, memory)) }
        }
        return visited.movedTo.flatMap { url in
            let isKnown = known?.url == url
            return .init(
                to: published(url, of: visited.source),
                since: isKnown ? known.flatMap { since($0, memory) } : request.now)
        }
    }

    /// What of an address may be published; `nil` for a private source.
    private func published(_ address: String, of source: Source) -> PublishedAddress? {
        source.isPrivate ? nil : PublishedAddress(of: address, besides: redactor)
    }

    /// The run that first met a redirect: as many answers ago as have held to it.
    private func since(_ redirect: PermanentRedirect, _ memory: SourceMemory?) -> Date? {
        let answers = (memory?.history ?? []).filter(\.outcome.isAnswer)
        return answers.count >= redirect.timesSeen ? answers[answers.count - redirect.timesSeen].at : nil
    }
}

/// One source after the batch: what it gave, and what it is called.
struct Visited {
    var source: Source
    var title: String
    var report: SourceReport
    /// Where a permanent redirect led tonight.
    var movedTo: String?
    /// The page that its feed says it belongs to.
    var site: String?
}

extension HealthReport {
    /// Says of sources that gave evidence which would have moved others' stories that it moved none, where that is more
    /// than a slip.
    mutating func noteAttempts(_ attempts: [SourceID: Int]) {
        for place in sources.indices {
            let count = attempts[sources[place].report.source] ?? 0
            guard count > Self.slips else { continue }
            let said = "\(count) of its items claim stories of other sources; they count for its own alone"
            let known = sources[place].report.detail
            sources[place].report.detail = known.map { "\($0); \(said)" } ?? said
        }
    }

    /// So many are noted of nobody.
    private static let slips = 3
}

extension SourceHealth.Move {
    fileprivate init?(to address: PublishedAddress?, since: Date?) {
        guard let address else { return nil }
        self.init(to: address.text, since: since)
    }
}

extension SourceReport {
    /// Whatever a report says leaves the program: secrets are taken out of it here, and then what a server made of its
    /// words, since they go to terminals too: it is one line without control characters, and no longer than is read.
    ///
    /// Of a private source its host goes as well.
    func redacted(by redactor: Redactor, of source: Source? = nil) -> SourceReport {
        var report = self
        let host = source.flatMap { $0.isPrivate ? PublishedAddress.host(of: $0.provider.address) : nil }
        let said: (String) -> String = { text in
            let line = redactor.said(text)
            return PlainText.message(host.map { Self.hiding($0, in: line) } ?? line)
        }
        report.detail = report.detail.map(said)
        report.advice = report.advice.map(said)
        report.warnings = report.warnings.map(said)
        return report
    }

    /// Without a host, in whatever letters; one of IPv6 stands in brackets or without.
    private static func hiding(_ host: String, in line: String) -> String {
        guard !host.isEmpty else { return line }
        return ["[\(host)]", host].reduce(line) { line, host in
            line.replacingOccurrences(of: host, with: Redactor.dots, options: .caseInsensitive)
        }
    }
}
