/// A feed that somebody reads, as lists of feeds pass it on.
package struct Subscription: Sendable, Hashable {
    /// What stands at its address.
    package enum Kind: Sendable, Hashable {
        case feed
        /// Another list of feeds (OPML).
        case list
    }

    /// An absolute `http` or `https` address.
    package var address: String
    package var kind = Kind.feed
    package var title: String?
    /// The section that its stories are meant for; `nil` where the list does not say.
    package var section: String?
    /// Where it stands in its list; counts from 1.
    package var line: Int
    /// Whether who knows the address needs to know nothing else to read what is not for everybody.
    package var looksPrivate = false

    package init(
        address: String, kind: Kind = .feed, title: String? = nil, section: String? = nil, line: Int = 1
    ) {
        self.address = address
        self.kind = kind
        self.title = title
        self.section = section
        self.line = line
    }
}

/// A list of feeds as it was read, and what had to be done to it.
package struct SubscriptionList: Sendable, Hashable {
    package var format: ListFormat
    /// What the list, or the site that was made of it, is called.
    package var title: String?
    /// In the order of the list; no feed stands twice.
    package var subscriptions: [Subscription]
    package var remarks: [ListRemark]
}

/// A kind of list that other programs keep.
package enum ListFormat: String, Sendable, Hashable, CaseIterable {
    case opml = "OPML"
    case planet = "planet.ini"
    case osmosfeed = "osmosfeed.yaml"
    case kite = "kite_feeds.json"
    case json = "JSON list of feeds"
    case lines = "list of addresses"
}

/// What a person should know about an entry of a list that was not taken over as it is.
package enum ListRemark: Sendable, Hashable {
    /// An address that was written wrongly, and how it was understood.
    case mended(line: Int, from: String, to: String, reason: String)
    case leftOut(line: Int, text: String, reason: String)
    /// A feed that is there already: on a line of the same list, or in the configuration (`nil`).
    case duplicate(line: Int, address: String, first: Int?)
    /// Something about the list as a whole.
    case note(String)
}

/// Why a file is no list of feeds.
package enum ListError: Error, Sendable, Hashable, CustomStringConvertible {
    case empty
    /// It is something else; what.
    case notAList(String)
    /// It is a list of the format, but without any feed that can be asked.
    case noFeeds(ListFormat)
    case broken(ListFormat, line: Int?, reason: String)

    /// Words that follow the name of the file.
    package var description: String {
        switch self {
        case .empty: "is empty; it should be a list of feeds such as OPML, or an address a line"
        case .notAList(let what):
            "is \(what), not a list of feeds; known are OPML, osmosfeed.yaml, planet.ini, kite_feeds.json, lists of "
                + "Miniflux and newsboat, and an address a line"
        case .noFeeds(let format): "is read as \(format.rawValue), but names no feed that can be asked"
        case .broken(let format, let line, let reason):
            "can't be read as \(format.rawValue)\(line.map { ", line \($0)" } ?? ""): \(reason)"
        }
    }
}
