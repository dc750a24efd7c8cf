import Foundation
import NewsModel
import Newsroom
import Settings
import Subscriptions

/// Asks each feed of a list once before it is added.
struct ListProbe {
    let settings: Settings
    let leavesOutDead: Bool
    /// What the configuration has already, as ``MendedAddress/key(of:)`` gives it.
    let known: Set<String>

    /// Names the dead, moved, empty and private ones. Lists are asked by each run, and not here.
    /// - Returns: what is to be added: moved ones at their new addresses unless those are there already, dead ones unless
    ///   they are left out.
    func probed(_ subscriptions: [Subscription]) async throws -> [Subscription] {
        let feeds = subscriptions.filter { $0.kind == .feed }
        let sources = feeds.enumerated().map { index, subscription in
            Source(id: SourceID(rawValue: "probe-\(index)"), provider: .feed(url: subscription.address))
        }
        let probe: SourceProbe
        do throws(RunFailure) {
            probe = try SourceProbe(settings: settings, now: Date())
        } catch {
            throw CommandFailure(error)
        }
        let findings = await probe.findings(of: sources)
        var counts: [String: Int] = [:]
        var kept = subscriptions.filter { $0.kind != .feed }
        for (subscription, finding) in zip(feeds, findings) {
            var subscription = subscription
            let (word, text) = verdict(on: finding)
            counts[word, default: 0] += 1
            if let text { Console.complain("\(name(of: subscription)): \(text)") }
            if let moved = finding.movedTo, finding.answers {
                guard !isKnown(moved) else { continue }
                subscription.address = moved
            }
            if finding.wantsCredentials { subscription.looksPrivate = true }
            if finding.answers || finding.wantsCredentials || !leavesOutDead { kept.append(subscription) }
        }
        let summary = ["well", "moved", "empty", "private", "dead"].compactMap { word in
            counts[word].map { "\($0) \(word)" }
        }
        Console.note("Asked \(findings.count): \(summary.joined(separator: ", ")).")
        // Where two have moved to one address, one is enough.
        var seen: Set<String> = []
        return kept.filter { seen.insert(MendedAddress.key(of: $0.address)).inserted }
    }

    private func verdict(on finding: SourceProbe.Finding) -> (word: String, text: String?) {
        let detail = finding.report.detail ?? finding.report.outcome.rawValue
        if finding.wantsCredentials { return ("private", "private, it wants to know who asks (\(detail)).") }
        guard finding.answers else {
            return ("dead", "dead (\(detail))\(leavesOutDead ? ", left out" : "").")
        }
        if let moved = finding.movedTo {
            let end = isKnown(moved) ? "which is there already: left out." : "which is added."
            return ("moved", "moved to \(Redactor.publishing(moved)), \(end)")
        }
        if finding.isEmpty { return ("empty", "empty: it answers, but has no entries.") }
        return ("well", nil)
    }

    private func isKnown(_ address: String) -> Bool { known.contains(MendedAddress.key(of: address)) }

    private func name(of subscription: Subscription) -> String {
        let address = PublishedAddress(of: subscription.address).text
        return subscription.title.map { "\($0) (\(address))" } ?? address
    }
}
