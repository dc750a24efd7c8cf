package import NewsModel
import Publishing
import Settings

/// How a run ended that did its work.
package struct RunReport: Sendable {
    package var health: HealthReport
    /// The edition that was built, published or not.
    package var edition: Edition
    package var publication: Publication
    /// What else a person should know, in whole sentences: a state file that was set aside, ….
    package var notes: [String]
    /// What there is to tell others of.
    package var news = News.none
    /// The paths of the site's files that the run gave new bytes.
    package var changed: [String] = []

    /// What of a run is news to those who are notified.
    package enum News: Sendable, Hashable {
        case none
        /// Stories joined an edition that they know.
        case more
        case edition
    }

    package enum Publication: Sendable, Hashable {
        /// The site was swapped in.
        case published
        /// The publish guard kept the site as it was, and why.
        case guarded(String)
        /// Too little was new for an edition, as the sentence says; the last one stays in front.
        case quiet(String)
        /// A dry run publishes nothing; with the reason for which a run would make no edition, where it would not.
        case dryRun(String?)
    }

    /// Whether the run did all that it was asked for, and nothing failed that a policy minds.
    package func isSuccess(by policy: FailurePolicy) -> Bool {
        switch publication {
        case .published, .quiet: policy.minded(in: health).isEmpty
        case .guarded, .dryRun: false
        }
    }

    /// The health report as `health.json` has it.
    package var healthDocument: [UInt8] { HealthDocument.bytes(of: health) }
}

/// Why a run did not do its work: the site is as it was.
package enum RunFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// Another run holds the state.
    case alreadyRunning(state: String)
    /// The first source failed, and the run was told to fail fast.
    case failedFast(SourceID, detail: String)
    /// `--only` names a source that is not in the configuration.
    case unknownSources([SourceID], known: [SourceID])
    /// The edition lies in the future.
    case inTheFuture(EditionDate, today: EditionDate)
    /// The machine's clock and those of the servers contradict each other, by so many hours.
    case clockIsWrong(hours: Int, hosts: Int)
    /// State, templates, output or certificate authorities; the sentence is complete.
    case cannot(String)

    package var description: String {
        switch self {
        case .alreadyRunning(let state):
            "Another run is at work on \(state); wait for it to end, and start again."
        case .failedFast(let source, let detail):
            "Stopped, because \(source) failed: \(detail). The site is as it was."
        case .unknownSources(let sources, let known):
            sources.map { Self.unknown($0, known) }.joined(separator: " ")
        case .inTheFuture(let date, let today):
            "\(date) lies in the future, today being \(today); correct --date, or say --future if it is meant."
        case .clockIsWrong(let hours, let hosts):
            "This machine's clock is \(abs(hours)) h \(hours > 0 ? "behind" : "ahead"), by what \(hosts) servers say: "
                + "nothing was published. Set the clock, or give the time with --now."
        case .cannot(let sentence):
            sentence.last.map { ".!?".contains($0) } ?? true ? sentence : sentence + "."
        }
    }

    /// A source that is not there: the one that was meant, or the first of those that there are.
    private static func unknown(_ source: SourceID, _ known: [SourceID]) -> String {
        let start = "There is no source `\(source)` in the configuration"
        if let meant = nearest(to: source.rawValue, among: known.map(\.rawValue)) {
            return "\(start); did you mean `\(meant)`?"
        }
        let named = known.prefix(mostNamed).map { "`\($0)`" }.joined(separator: ", ")
        let rest = known.count - mostNamed
        return "\(start); there are \(named)\(rest > 0 ? " and \(rest) more, which `broadsheet health` lists" : "")."
    }

    private static let mostNamed = 12
}
