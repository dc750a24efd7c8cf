import Foundation
import NIOCore
import WebText

/// Where requests may go: http and https alone, and no private address unless the user allows it.
///
/// A name is judged by the address that its connection really has (``judge(connection:of:)``), so that a name that
/// changes its answer gains nothing; a literal address is judged before anybody connects.
struct AddressPolicy: Sendable {
    let allowsPrivate: Bool

    /// An address that is not asked, why, and what to do about it.
    struct Refusal: Error, Hashable {
        let reason: String
        var advice = Advice.address
    }

    /// - Throws: ``Refusal`` for another scheme, no host, or a literal address that is private.
    func judge(url: String) throws(Refusal) {
        let host = try Endpoint(url).route.host
        guard !allowsPrivate, let kind = LiteralAddress(host)?.privateKind else { return }
        throw Self.refusal(host, kind)
    }

    /// - Throws: ``Refusal`` if a connection to the address would lead to a private place.
    func judge(connection address: SocketAddress, of host: String) throws(Refusal) {
        guard !allowsPrivate else { return }
        guard let text = address.ipAddress, let literal = LiteralAddress(text) else {
            throw Refusal(reason: "\(host) leads to something that is no IP address")
        }
        guard let kind = literal.privateKind else { return }
        // Which address a name has inside of a network, and so whether it is one, is for that network alone to know.
        throw text == host
            ? Self.refusal(host, kind)
            : Refusal(reason: "its name leads to a private address", advice: Advice.privateAddress)
    }

    /// A name that can only mean a private place, judged by itself: through a proxy no connection of ours has its
    /// address.
    func judge(nameThroughProxy host: String) throws(Refusal) {
        guard !allowsPrivate, LiteralAddress(host) == nil else { return }
        if PrivateHost.isPrivate(name: host) {
            throw Refusal(reason: "\(host) is a private name", advice: Advice.privateAddress)
        }
    }

    /// Whether the address may be asked, or be where a link leads.
    func allows(_ url: String) -> Bool {
        do throws(Refusal) {
            try judge(url: url)
            return true
        } catch {
            return false
        }
    }

    private static func refusal(_ host: String, _ kind: String) -> Refusal {
        Refusal(reason: "\(host) is a \(kind) address", advice: Advice.privateAddress)
    }
}
