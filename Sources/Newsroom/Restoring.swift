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
    /// Whether the site is the one that runs publish to.
    private let isOutput: Bool
    private let adopts: Bool

    /// Where the site is.
    package enum Place: Sendable, Hashable {
        case folder(String)
        case url(String)

        fileprivate func isFolder(_ path: String) -> Bool {
            switch self {
            case .folder(let folder): Self.whole(folder) == Self.whole(path)
            case .url: false
            }
        }

        private static func whole(_ path: String) -> String {
            URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
        }
    }

    /// - Parameters:
    ///   - settings: name the state, and the limits for what is fetched.
    ///   - place: where the site is; the output unless given.
    ///   - adopts: whether the site of another project is taken over.
    ///   - now: the instant of now.
    /// - Throws: ``RunFailure`` where the certificate authorities can't be used.
    package init(
        settings: Settings, from place: Place?, adopts: Bool = false, now: Date
    ) throws(RunFailure) {
        self.settings = settings
        self.adopts = adopts
        self.now = now
        isOutput = place.map { $0.isFolder(settings.output) } ?? true
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
    package func isPublished() async throws(RunFailure) -> Bool {
        try await reading { site in try await site.isPublished() }
    }

    /// Takes over what the state does not know.
    /// - Throws: where the site or the state can't be used, or the output holds the site of another project; the state is
    ///   then as it was, and none is made.
    package func restore() async throws(RunFailure) -> Report {
        // A state that was made before the site was read would look like one that knows all of it.
        let isNew = !FileManager.default.fileExists(atPath: settings.state)
        let first = isNew ? try await found(unknownTo: []) : nil
        if isNew { try checkOwner(knowing: nil) }
        let lock = try StateLock.take(state: settings.state)
        var state = try RecoverableStore(path: settings.state, now: now, replacesNewer: true)
        var report = try await state.recovering { store in
            try checkOwner(knowing: store.project())
            let archive = try store.archive()
            guard let first, archive.isEmpty else { return try await restore(found(unknownTo: archive), to: store) }
            return try restore(first, to: store)
        }
        report.sentences = state.notes + report.sentences
        state.close()
        lock.release()
        return report
    }

    /// What a site remembers, and whose it is.
    private typealias Found = (findings: PublishedSite.Findings, owner: SiteOwner?)

    private func found(unknownTo archive: [ArchiveEntry]) async throws(RunFailure) -> Found {
        let (findings, owner) = try await reading { site in
            (try await site.findings(unknownTo: archive), try await site.owner())
        }
        guard let findings else { throw .cannot(Self.noSite(place)) }
        return (findings, owner)
    }

    private var ownership: SiteOwnership {
        SiteOwnership(request: RunRequest(settings: settings, now: now, adopts: adopts))
    }

    /// The site that a run would refuse to replace is no more its project's for a state than for the output.
    private func checkOwner(knowing project: String?) throws(RunFailure) {
        if isOutput { try ownership.check(knowing: project) }
    }

    private func restore(_ found: Found, to store: NewsStore) throws -> Report {
        let findings = found.findings
        let memory = UntoldEdition(state: settings.state).marked(findings.memory)
        try store.adopt(memory, of: found.owner.flatMap(ownership.id))
        let sentences = AdoptionNotes(findings, from: place, isOutput: isOutput).sentences
        let nothing = "The state knows every edition of \(place): there was nothing to restore."
        return Report(
            restored: findings.memory.editions.map(\.date), sentences: sentences.isEmpty ? [nothing] : sentences)
    }

    /// How site and state differ: for each date, which of the two has an edition that the other has not, or a newer one, and
    /// whether that of the site could not be restored from.
    /// - Returns: a sentence for each difference; none where they agree.
    package func differences() async throws(RunFailure) -> [String] {
        let (archive, project) = try known()
        try checkOwner(knowing: project)
        let known = Dictionary(archive.map { ($0.date, $0.generated) }) { first, _ in first }
        let site = Dictionary(try await published().map { ($0.date, $0.generated) }) { first, _ in first }
        let unreadable = try await reading { site in try await site.unreadableEditions() }
        return Set(known.keys).union(site.keys).sorted().flatMap { date in
            let lost = unreadable[date].map { "\(date): that of the site can't be restored from, since \($0)." }
            return [difference(on: date, known[date], site[date]), lost].compactMap(\.self)
        }
    }

    /// How the two differ that were made when `mine`, the state's, and `published`, the site's, say: each is `nil` where there
    /// is none, and the inner `nil` of the site's says that this is not known.
    private func difference(on date: EditionDate, _ mine: Date?, _ published: Date??) -> String? {
        guard let published else { return "\(date): the state has it, the site has not." }
        guard let mine else { return "\(date): the site has it, the state has not." }
        guard let published, published != mine else { return nil }
        return "\(date): the \(published > mine ? "site" : "state") has a newer one."
    }

    /// The editions and the project that the state knows.
    private func known() throws(RunFailure) -> (archive: [ArchiveEntry], project: String?) {
        do {
            return (try NewsStore.archive(at: settings.state), try NewsStore.project(at: settings.state))
        } catch {
            throw .cannot("\(error)")
        }
    }

    /// Every edition that the site has, with when it was made where that is known.
    private func published() async throws(RunFailure) -> [(date: EditionDate, generated: Date?)] {
        guard let editions = try await reading({ site in try await site.editions() }) else {
            throw .cannot(Self.noSite(place))
        }
        return editions
    }

    private func reading<T>(_ read: (PublishedSite) async throws -> T) async throws(RunFailure) -> T {
        do {
            return try await read(site)
        } catch let error as SiteFetcher.Failure {
            throw .cannot(error.description)
        } catch {
            throw error as? RunFailure ?? .cannot("\(error)")
        }
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
