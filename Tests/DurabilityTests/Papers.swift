import Foundation
import NewsModel
import SimulatedWorld
import Synchronization
import TestSupport
import TransportTestSupport

/// Three papers on loopback. Each issue brings stories that have no word in common with any other, so that it is known
/// exactly which story belongs to which edition; one story of each issue stands in two of the papers.
final class Papers: Sendable {
    static let names = ["gazette", "herald", "mercury"]
    private static let storiesAnIssue = 2
    /// How far back a feed reaches, in issues.
    private static let issuesListed = 7

    private let issues = Mutex<[Date]>([])
    private let address: Mutex<String> = Mutex("")
    /// How many more runs have to be refused before any is answered.
    private let refusalsAwaited = Mutex(0)

    /// Serves for as long as `body` runs.
    static func serve(_ body: (Papers) async throws -> Void) async throws {
        let papers = Papers()
        let server = LoopbackServer { request in [.sayAfter(papers.allAreRefused, papers.answer(to: request))] }
        try await server.serve { server in
            papers.address.withLock { $0 = server.url }
            try await body(papers)
        }
    }

    /// Brings out an issue.
    func appear(at instant: Date) { issues.withLock { $0.append(instant) } }

    /// Answers nobody until so many runs were refused, so that the one that is at work goes on until then.
    func holdBack(until refusals: Int) { refusalsAwaited.withLock { $0 = refusals } }

    func oneIsRefused() { refusalsAwaited.withLock { $0 -= 1 } }

    private func allAreRefused() async {
        // Where it never comes true, the test says so by the runs that were not refused.
        try? await eventually(within: .seconds(200)) { refusalsAwaited.withLock { $0 <= 0 } }
    }

    /// Takes issues back, so that another run meets what an earlier one met.
    func rewind(to count: Int) { issues.withLock { $0.removeLast($0.count - count) } }

    var count: Int { issues.withLock { $0.count } }

    /// The addresses of all stories so far.
    var addresses: Set<String> {
        Set((0..<count).flatMap { issue in Self.names.flatMap { Self.addresses(in: $0, issue) } })
    }

    func configuration(extra: String) -> String {
        let sources = Self.names.map { name in
            "  - {feed: \"\(address.withLock { $0 })\(name).xml\", id: \(name), section: \(name.capitalized)}\n"
        }
        return """
            title: Three papers
            state: state/state.sqlite
            deadline: 600s
            fetch: {timeout: 600s, retries: 0}
            network: {allow-private: true}
            edition: {stories: 500, per-source: 500, max-window: 30d}
            \(extra)
            sources:
            \(sources.joined())
            """
    }

    private func answer(to request: String) -> String {
        guard let name = Self.names.first(where: { request.hasPrefix("GET /\($0).xml ") }) else {
            return "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
        }
        let body = feed(of: name)
        let head = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
        return head + body
    }

    private func feed(of paper: String) -> String {
        let issues = issues.withLock { $0 }
        let items = issues.enumerated().suffix(Self.issuesListed).reversed().flatMap { issue, instant in
            Self.addresses(in: paper, issue).map { Self.item($0, issue: issue, at: instant) }
        }
        return "<rss version=\"2.0\"><channel><title>The \(paper)</title><link>https://\(paper).example/</link>"
            + "<description>News</description>\(items.joined())</channel></rss>"
    }

    /// A story's address says by its last part what it tells: the one that two papers share has the same words in both.
    private static func addresses(in paper: String, _ issue: Int) -> [String] {
        var addresses = (0..<storiesAnIssue).map { "https://\(paper).example/\(issue)-\(paper.prefix(1))\($0)" }
        if paper != names[2] { addresses.append("https://\(paper).example/\(issue)-both") }
        return addresses
    }

    private static func item(_ address: String, issue: Int, at instant: Date) -> String {
        let telling = address.split(separator: "/").last.map(String.init) ?? ""
        var chance = SeededGenerator(1, telling)
        let words = (0..<14).map { _ in word(&chance) }
        let date = instant.addingTimeInterval(-3600).formatted(.iso8601)
        return "<item><title>\(words[..<6].joined(separator: " ").capitalized)</title><link>\(address)</link>"
            + "<guid>\(address)</guid><dc:date xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\(date)</dc:date>"
            + "<description>\(words[4...].joined(separator: " ")).</description></item>"
    }

    private static func word(_ chance: inout SeededGenerator) -> String {
        let (heads, vowels) = (Array("bdfgklmnprstvz"), Array("aeiou"))
        return String((0..<4).flatMap { _ in [heads[chance.below(heads.count)], vowels[chance.below(vowels.count)]] })
    }
}
