package import NewsModel

/// The table of all providers. A new one is a file in this folder and a line here.
package enum Providers {
    private static let readers: [any SourceReader.Type] = [
        FeedSource.self,
        HackerNewsSource.self,
        LobstersSource.self,
        GuardianSource.self,
        NewsAPISource.self,
        JSONSource.self,
    ]

    /// What the configuration may name as a provider, in the order in which messages list them.
    package static let definitions = readers.map { $0.definition }

    private static let byName = Dictionary(uniqueKeysWithValues: readers.map { ($0.definition.name, $0) })

    static func reader(for provider: Provider) -> any SourceReader {
        guard let reader = byName[provider.name] else {
            preconditionFailure("no provider is called \(provider.name): it is missing in the table")
        }
        return reader.init(provider)
    }
}
