import Foundation
import NewsModel
import WebText

/// What several sources of a run have in common, said once for all of them: hosts with more sources than turns before the
/// deadline, and a machine without a network.
struct HealthNotices {
    let policy: FetchPolicy
    let redactor: Redactor
    private let results: [SourceResult]
    /// The sources that share a cause.
    private let sharing: [SharedCause: [SourceID]]
    /// By host: how many sources had a turn there.
    private let turns: [String: Int]
    /// Where sources stand that are not private.
    private let publicHosts: Set<String>

    /// The notices on the results of all sources, in the words of the configuration.
    init(on results: [SourceResult], policy: FetchPolicy, redactor: Redactor) {
        (self.results, self.policy, self.redactor) = (results, policy, redactor)
        var sharing: [SharedCause: [SourceID]] = [:]
        for result in results {
            if let cause = result.visit.sharedCause { sharing[cause, default: []].append(result.source.id) }
        }
        self.sharing = sharing
        // On most nights nobody asks for the rest.
        let counted = sharing.isEmpty ? [] : results
        turns = counted.reduce(into: [:]) { turns, result in
            guard result.visit.hadTurn else { return }
            for host in result.hostsAsked { turns[host, default: 0] += 1 }
        }
        publicHosts = Set(
            counted.lazy.filter { !$0.source.isPrivate }.compactMap { WebAddress($0.source.provider.address)?.host })
    }

    var all: [HealthNotice] {
        if let offline { return [offline] }
        return (crowdedHosts + [crowdedBatch].compactMap { $0 }).map { notice in
            HealthNotice(PlainText.message(redactor.said(notice.text)), sources: notice.sources)
        }
    }

    // MARK: No network

    /// Nothing was reached, and the names of several hosts could not be looked up.
    private var offline: HealthNotice? {
        let asked = results.filter { $0.report.outcome != .skipped && !$0.isNearby }
        let hosts = asked.compactMap { result -> String? in
            guard case .noNetwork(let host)? = result.visit.sharedCause else { return nil }
            return host
        }
        guard hosts.count == asked.count, Set(hosts).count > 1 else { return nil }
        return HealthNotice(
            "Nothing could be resolved or reached, not one of \(Set(hosts).count) hosts: is this machine online?",
            sources: asked.map(\.source.id))
    }

    // MARK: Too few turns

    /// Hosts of which some sources had no turn, in the order of the configuration.
    private var crowdedHosts: [HealthNotice] {
        var seen: Set<SharedCause> = []
        return results.compactMap { result in
            guard let cause = result.visit.sharedCause, seen.insert(cause).inserted else { return nil }
            switch cause {
            case .noTurn(let host): return tooFewTurns(at: host, cause)
            case .rateLimit(let host): return tooLowRate(at: host, cause)
            case .noNetwork: return nil
            }
        }
    }

    private func tooFewTurns(at host: String, _ cause: SharedCause) -> HealthNotice? {
        let (late, all, need) = crowd(at: host, cause)
        guard all > policy.perHost else { return nil }
        var help = "a longer `deadline` or a higher `fetch: {per-host: …}` would help"
        if let need {
            let turns = Int((Double(policy.perHost) * need).rounded(.up))
            help = "`deadline: \(deadline(for: need))` or `fetch: {per-host: \(turns)}` would let all of them be asked"
        }
        return HealthNotice(
            "\(late.count) of \(all) sources of \(name(of: host)) had no turn before the deadline of "
                + "\(policy.deadline.shortText), with \(policy.perHost) requests at once; who waited longest goes first "
                + "next time. \(help.prefix(1).uppercased())\(help.dropFirst()).",
            sources: late)
    }

    private func tooLowRate(at host: String, _ cause: SharedCause) -> HealthNotice {
        let (late, all, need) = crowd(at: host, cause)
        let longer = need.map { "`deadline: \(deadline(for: $0))`" } ?? "a longer `deadline`"
        return HealthNotice(
            "\(late.count) of \(all) sources of \(name(of: host)) had no turn before the deadline of "
                + "\(policy.deadline.shortText), because of its `rate-limit`; who waited longest goes first next time. A "
                + "higher `rate-limit` or \(longer) would help.",
            sources: late)
    }

    /// Sources that had no turn although their host is not crowded: too few requests go on at once in all.
    private var crowdedBatch: HealthNotice? {
        let late = results.compactMap { result -> SourceID? in
            guard let cause = result.visit.sharedCause, case .noTurn(let host) = cause,
                count(at: host, cause) <= policy.perHost
            else { return nil }
            return result.source.id
        }
        guard !late.isEmpty else { return nil }
        return HealthNotice(
            "\(late.count) sources had no turn before the deadline of \(policy.deadline.shortText), with "
                + "\(policy.concurrency) requests at once in all. A higher `fetch: {concurrency: …}` or a longer "
                + "`deadline` would help.",
            sources: late)
    }

    /// Who had no turn at a host, how many sources it has, and by how much too little time there was; `nil` where nobody
    /// had a turn by which that could be told.
    private func crowd(at host: String, _ cause: SharedCause) -> (late: [SourceID], all: Int, need: Double?) {
        let (late, asked, all) = (sharing[cause] ?? [], turns[host] ?? 0, count(at: host, cause))
        return (late, all, asked > 0 ? Double(all) / Double(asked) : nil)
    }

    /// How many sources had a turn at a host, or none for this cause.
    private func count(at host: String, _ cause: SharedCause) -> Int {
        (turns[host] ?? 0) + (sharing[cause]?.count ?? 0)
    }

    /// A deadline that is longer by a factor and a little more, in whole tens of seconds or in minutes.
    private func deadline(for factor: Double) -> String {
        let seconds = policy.deadline.seconds * factor * 1.1
        let tens = (seconds / 10).rounded(.up) * 10
        return tens <= 120 ? "\(Int(tens))s" : "\(Int((seconds / 60).rounded(.up)))m"
    }

    /// A host by its name, unless only private sources stand there.
    private func name(of host: String) -> String { publicHosts.contains(host) ? host : "one host" }
}

extension SourceResult {
    /// Whether it is asked by an address, or by a name that no server of the world's gives: that it answers proves nothing of
    /// the way to others.
    fileprivate var isNearby: Bool {
        guard let host = WebAddress(source.provider.address).flatMap({ HostName($0.host) }) else { return false }
        return host.isAddress || PrivateHost.isPrivate(name: host.ascii)
    }

    /// The hosts that were asked for the source, at its own address and where redirects led.
    fileprivate var hostsAsked: Set<String> {
        Set(([source.provider.address] + visit.redirects).compactMap { WebAddress($0)?.host })
    }
}

extension Duration {
    /// "90 s", "250 ms".
    fileprivate var shortText: String {
        milliseconds % 1000 == 0 ? "\(milliseconds / 1000) s" : "\(milliseconds) ms"
    }
}
