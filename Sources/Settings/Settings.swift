package import NewsModel

/// Everything that `broadsheet.yml` says, read, checked and completed with defaults.
package struct Settings: Sendable {
    package var site: SitePolicy
    /// The folder of the published site, as an absolute path.
    package var output: String
    /// The folder that the configuration names, where a run publishes into another.
    package var configuredOutput: String?
    /// The file of the memory between runs, as an absolute path.
    package var state: String
    /// The folder whose templates stand in for the built-in ones, as an absolute path.
    package var templates: String?
    package var fetch: FetchPolicy
    package var network: NetworkPolicy
    package var edition: EditionPolicy
    package var ranking: RankingPolicy
    /// Those that the user listed, in that order, then those that only sources name, in the order of first use.
    package var sections: [SectionRule]
    /// How long the state remembers what it saw.
    package var keepsState: Duration
    package var publishGuard: PublishGuard
    package var notify: [NotifyTarget]
    /// The longest that telling all of them takes.
    package var notifyDeadline: Duration = .seconds(10)
    /// Which failures make a run end with 3.
    package var failOn = FailurePolicy.standard
    /// In the order of the file, and no id stands twice; empty only where all of them are in lists that were not read yet.
    package var sources: [Source]
    /// Lists of feeds at other places, which a run reads anew.
    package var lists: [RemoteList] = []
    /// Everything that must not leave: values of the environment, keys, passwords, credential headers.
    package var secrets: [Secret]
    /// The files whose contents stand in these settings, as absolute paths.
    package var files: [String] = []

    /// The secrets by the sources that they belong to.
    package var namedSecrets: NamedSecrets { NamedSecrets(secrets, of: sources) }
}

/// A list of feeds at an address, of which the state keeps a copy.
package struct RemoteList: Sendable, Hashable {
    package var url: String
    /// The copy, as an absolute path.
    package var file: String
    /// What was read in place of the copy, where none is kept.
    package var bytes: [UInt8]?
}
