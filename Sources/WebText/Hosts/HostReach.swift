/// Where the addresses may lead that a source's items carry, once they are published: a page must not make its readers'
/// browsers ask a machine of their own network.
///
/// Every host of the internet will do, and no private one but the source's own, where it may be asked there: a
/// feed of one's own network may link to where it comes from. On one's own machine the port counts too, since another is
/// another service.
package struct HostReach: Sendable, Hashable {
    /// Nothing but hosts of the internet.
    package static let publicOnly = HostReach(own: nil, port: nil)

    private let own: HostName?
    private let port: Int?

    private init(own: HostName?, port: Int?) {
        self.own = own
        self.port = port
    }

    /// The reach of a source that is asked at `address`, where the user may allow sources in private places.
    package init(ofSourceAt address: String, allowsPrivate: Bool) {
        guard let address = WebAddress(address), let host = HostName(address.host), PrivateHost.mayContain(host),
            allowsPrivate || !PrivateHost.contains(host)
        else {
            self = .publicOnly
            return
        }
        self.init(own: host, port: PrivateHost.isLoopback(host) ? address.port : nil)
    }

    /// Whether an address leads where it may.
    package func allows(_ address: WebAddress) -> Bool {
        guard let host = HostName(address.host) else { return false }
        guard PrivateHost.mayContain(host) else { return true }
        return host == own && (port ?? address.port) == address.port
    }

    /// Whether an absolute address of the web leads where it may; `false` for what is none.
    package func allows(_ address: String) -> Bool { WebAddress(address).map(allows) ?? false }
}
