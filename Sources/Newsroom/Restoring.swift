import Fetching
package import Foundation
import HTTPTransport
package import NewsModel
import NewsStore
import Publishing
package import Settings

/// Has the state learn what a published site remembers, outside of a run.
package struct Restoring: Sendable {
    private let settings: Settings
    private let now: Date
    private let site: PublishedSite
    private let place: String

    /// Where the site is.
    package enum Place: Sendable, Hashable {
        case folder(String)
        case url(String)
    }

    /// - Parameters:
    ///   - settings: name the state, and the limits for what is fetched.
    ///   - place: where the site is; the output unless given.
    ///   - now: the instant of now.
    /// - Throws: ``RunFailure`` where the certificate authorities can't be used.
    package init(settings: Settings, from place: Place?, now: Date) throws(RunFailure) {
        self.settings = settings
        self.now = now
        switch place ?? .folder(settings.output) {
        case .folder(let folder):
            self.place = folder
            site = PublishedSite(in: URL(filePath: folder))
        case .url(let url):
            self.place = url
            let client: HTTPClient
            do {
                client = try HTTPClient(fetch: settings.fetch, network: settings.network)
            } catch {
                throw .cannot(error.description)
            }
            let fetcher = SiteFetcher(
                site: url, policy: Self.policy(for: settings.fetch), network: settings.network, send: client.send,
                clock: BatchClock(ContinuousClock()), now: now, jitter: { Double.random(in: 0..<1) })
            site = PublishedSite { path in try await fetcher.file(path) }
        }
    }

    /// A site of years has thousands of files, each with a time of its own: together they may take longer than a batch.
    static func policy(for policy: FetchPolicy) -> FetchPolicy {
        var policy = policy
        policy.deadline = max(policy.deadline, .seconds(300))
        return policy
    }

    /// The editions that were restored, and what else happened in whole sentences.
    package struct Report: Sendable {
        package var restored: [EditionDate]
        package var sentences: [String]
    }

    /// Whether there is a site at all: its server has an archive or a list of files, readable or not.
    /// - Throws: where the server does not say.
    package func isPublished() async throws(RunFailure) -> Bool { try await reading { try await site.isPublished() } }

    /// Takes over what the state does not know.
    /// - Throws: where the site or the state can't be used; the state is then as it was, and none is made.
    package func restore() async throws(RunFailure) -> Report {
        // A state that was made before the site was read would look like one that knows all of it.
        let isNew = !FileManager.default.fileExists(atPath: settings.state)
        let first = isNew ? try await findings(unknownTo: []) : nil
        let lock = try StateLock.take(state: settings.state)
        var state = try RecoverableStore(path: settings.state, now: now, replacesNewer: true)
        var report = try await state.recovering { store in
            let archive = try store.archive()
            guard let first, archive.isEmpty else { return try await restore(findings(unknownTo: archive), to: store) }
            return try restore(first, to: store)
        }
        report.sentences = state.notes + report.sentences
        state.close()
        lock.release()
        return report
    }

    private func findings(unknownTo archive: [ArchiveEntry]) async throws(RunFailure) -> PublishedSite.Findings {
        guard let findings = try await reading({ try await site.findings(unknownTo: archive) }) else {
            throw .cannot(Self.noSite(place))
        }
        return findings
    }

    /// Reads the site; why that can't be done is a sentence.
    private func reading<T>(_ work: () async throws -> T) async throws(RunFailure) -> T {
        do {
            return try await work()
        } catch let error as SiteFetcher.Failure {
            throw .cannot(error.description)
        } catch {
            throw error as? RunFailure ?? .cannot("\(error)")
        }
    }

    private func restore(_ findings: PublishedSite.Findings, to store: NewsStore) throws -> Report {
        try store.adopt(findings.memory)
        let sentences = AdoptionNotes(findings, from: place, isOutput: place == settings.output).sentences
        let nothing = "The state knows every edition of \(place): there was nothing to restore."
        return Report(
            restored: findings.memory.editions.map(\.date), sentences: sentences.isEmpty ? [nothing] : sentences)
    }

    /// How site and state differ: for each date, which of the two has an edition that the other has not, or a newer one.
    /// - Returns: a sentence for each difference; none where they agree.
    package func differences() async throws(RunFailure) -> [String] {
        let archive: [ArchiveEntry]
        do { archive = try NewsStore.archive(at: settings.state) } catch { throw .cannot("\(error)") }
        let known = Dictionary(archive.map { ($0.date, $0.generated) }) { first, _ in first }
        let site = Dictionary(try await published().map { ($0.date, $0.generated) }) { first, _ in first }
        return Set(known.keys).union(site.keys).sorted().compactMap { date in
            guard let generated = site[date] else { return "\(date): the state has it, the site has not." }
            guard let mine = known[date] else { return "\(date): the site has it, the state has not." }
            guard let generated, generated != mine else { return nil }
            return "\(date): the \(generated > mine ? "site" : "state") has a newer one."
        }
    }

    /// Every edition that the site has, with when it was made where that is known.
    private func published() async throws(RunFailure) -> [(date: EditionDate, generated: Date?)] {
        guard let editions = try await reading({ try await site.editions() }) else {
            throw .cannot(Self.noSite(place))
        }
        return editions
    }

    private static func noSite(_ place: String) -> String {
        "There is no site of Broadsheet at \(place): neither archive.json nor .broadsheet.json can be read there; "
            + "name the site with --from or --from-url."
    }
}

/// What a person should know about editions that were taken over from a site.
struct AdoptionNotes {
    private let findings: PublishedSite.Findings
    private let place: String
    private let isOutput: Bool

    /// - Parameters:
    ///   - findings: what was found.
    ///   - place: what the site is called.
    ///   - isOutput: whether the next run publishes into that site, where pages that it can't make anew stay.
    init(_ findings: PublishedSite.Findings, from place: String, isOutput: Bool = true) {
        self.findings = findings
        self.place = place
        self.isOutput = isOutput
    }

    var sentences: [String] {
        let dates = findings.memory.editions.map(\.date)
        var sentences: [String] = []
        if let first = dates.first, let last = dates.last {
            let which = dates.count == 1 ? "the edition of \(first)" : "\(dates.count) editions (\(first) to \(last))"
            sentences.append(
                "The state did not know \(which) of \(place): taken over from there, so that nothing is told again.")
        }
        let lost = findings.unreadable.sorted { $0.key < $1.key }
        if let (date, reason) = lost.first {
            let others = lost.count > 1 ? " (and \(lost.count - 1) more)" : ""
            sentences.append(
                "The edition of \(date)\(others) of \(place) can't be taken over, since \(reason): "
                    + (isOutput ? "its pages stay as they are." : "a run into another output publishes without it."))
        }
        return sentences
    }
}
