internal import NewsModel
import WebText

/// Who else has a story, as pages say it.
struct Coverage: Sendable {
    let names: [StoryView.CoverageView]
    /// The same as the end of a sentence; `nil` where nobody has it.
    let words: RawText?

    init(_ names: [StoryView.CoverageView]) {
        self.names = names
        words = names.isEmpty ? nil : .made(of: names.map(Self.markup).joined())
    }

    private static func markup(_ name: StoryView.CoverageView) -> String {
        let (separator, outlet) = (Escape.markup(name.separator), RawText.isolated(name.outlet).text)
        guard let href = name.href.map(Escape.markup) else { return separator + outlet }
        let headline = Escape.markup(name.headline)
        return "\(separator)<a href=\"\(href)\" rel=\"external noopener\" title=\"\(headline)\">\(outlet)</a>"
    }
}

extension SiteContext {
    /// More names than these make no sentence.
    private static let mostCoverage = 12

    /// Who else has a cluster, each outlet once, in the order in which it has them.
    func names(in cluster: Cluster, of edition: Edition) -> [StoryView.CoverageView] {
        guard !cluster.also.isEmpty else { return [] }
        var seen: Set<String> = [outlet(of: cluster.lead, in: edition)]
        let named = cluster.also.map { ($0, outlet(of: $0, in: edition)) }
            .filter { seen.insert($0.1).inserted }.prefix(Self.mostCoverage)
        return zip(words.separators(named.count), named).map { separator, pair in
            .init(
                separator: separator, outlet: pair.1, headline: PlainText.headline(pair.0.title),
                href: WebAddress(pair.0.link)?.text)
        }
    }
}
