package import Foundation
package import NewsModel

/// What is known of where a source is at home on the web.
package struct SourceHome: Sendable, Hashable {
    /// The address at which it is asked.
    package var address: String?
    /// The page that its feed says it belongs to.
    package var site: String?
    /// How many of its stories stood on each host (with its port, where it is no usual one), over the nights.
    package var hosts: [String: Int]
    /// When it first answered; `nil` for a source that is new tonight.
    package var since: Date?
    /// Whether its API names the publisher of each item, so that none of them is at home there.
    package var namesPublishers: Bool

    package init(
        address: String? = nil, site: String? = nil, hosts: [String: Int] = [:], since: Date? = nil,
        namesPublishers: Bool = false
    ) {
        self.address = address
        self.site = site
        self.hosts = hosts
        self.since = since
        self.namesPublishers = namesPublishers
    }

    /// The home of a configured source.
    ///
    /// - Parameters:
    ///   - source: as it was configured.
    ///   - site: the page that its feed says it belongs to.
    ///   - hosts: how many of its stories stood on each host.
    ///   - since: when it first answered.
    package init(of source: Source, site: String?, hosts: [String: Int], since: Date?) {
        self.init(
            address: source.provider.address, site: site, hosts: hosts, since: since,
            namesPublishers: source.provider.namesPublishers)
    }
}

extension Provider {
    /// Whether its API says of each item who published it.
    var namesPublishers: Bool {
        switch self {
        case .hackerNews, .guardian, .newsAPI: true
        case .feed, .json: false
        }
    }
}
