import Foundation
import NIOCore
import WebText

/// Where requests may go: http and https alone, and no private address unless the user allows it.
///
/// A name is judged by the address that its connection really has (``judge(connection:of:)``), so that a name that
/// changes its answer gains nothing; a literal address is judged before anybody connects.
package struct AddressPolicy: Sendable {
    package let allowsPrivate: Bool

    package init(allowsPrivate: Bool) {
        self.allowsPrivate = allowsPrivate
    }

    /// - Throws: ``AddressRefusal`` for another scheme, no host, or a literal address that is private.
    package func judge(url: String) throws(AddressRefusal) {
        let host = try HTTPEndpoint(url).origin.host
        guard !allowsPrivate, let kind = LiteralAddress(host)?.privateKind else { return }
        throw .privateAddress(host: host, kind: kind)
    }

    /// - Throws: ``AddressRefusal`` if a connection to the address would lead to a private place.
    func judge(connection address: SocketAddress, of host: String) throws(AddressRefusal) {
        guard !allowsPrivate else { return }
        guard let text = address.ipAddress, let literal = LiteralAddress(text) else { throw .noIPAddress(host: host) }
        guard let kind = literal.privateKind else { return }
        // Which address a name has inside of a network, and so whether it is one, is for that network alone to know.
        throw text == host ? .privateAddress(host: host, kind: kind) : .leadsToPrivateAddress
    }

    /// A name that can only mean a private place, judged by itself: through a proxy no connection of ours has its
    /// address.
    func judge(nameThroughProxy host: String) throws(AddressRefusal) {
        guard !allowsPrivate, LiteralAddress(host) == nil, PrivateHost.isPrivate(name: host) else { return }
        throw .privateName(host: host)
    }

    /// Whether the address may be asked, or be where a link leads.
    package func allows(_ url: String) -> Bool {
        do throws(AddressRefusal) {
            try judge(url: url)
            return true
        } catch {
            return false
        }
    }
}

/// Why an address is not asked.
package enum AddressRefusal: Error, Hashable, Sendable {
    case notAnAddress(String)
    /// Neither http nor https.
    case otherScheme(String)
    /// An address without a host that can be read.
    case noHost(String)
    case invalidPort(Int)
    /// A literal address; `kind` such as "loopback".
    case privateAddress(host: String, kind: String)
    case leadsToPrivateAddress
    case privateName(host: String)
    case noIPAddress(host: String)
}

extension LiteralAddress {
    /// The address as a socket has it, without a port.
    var socketAddress: SocketAddress? {
        // Four and sixteen bytes are all that there is.
        try? SocketAddress(packedIPAddress: ByteBuffer(bytes: bytes), port: 0)
    }
}
