/// Tells hosts of a private network, or of one's own machine, from those of the internet by how they are written: an
/// address out of the ranges set apart for that, or a name that no public one can be.
package enum PrivateHost {
    /// Whether a name can only mean a machine of one's own network: one without a dot, or below a domain for that.
    package static func isPrivate(name: String) -> Bool {
        var name = name.lowercased()[...]
        while name.last == "." { name.removeLast() }
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return true }
        return domains.contains(String(name[name.utf8.index(after: dot)...])) || name.hasSuffix(".home.arpa")
    }

    /// Whether a host, a name or an address, leads into a private place.
    package static func contains(_ host: HostName) -> Bool {
        guard host.isAddress else { return isPrivate(name: host.ascii) }
        return LiteralAddress(host.ascii)?.privateKind != nil
    }

    /// Whether a host leads into a private place, or may do so for whoever follows a link: a name that nobody can have
    /// on the internet is what a resolver at home makes of it.
    static func mayContain(_ host: HostName) -> Bool {
        if contains(host) { return true }
        guard !host.isAddress else { return false }
        let name = host.ascii
        let lastDot = name.utf8.lastIndex(of: UInt8(ascii: ".")) ?? name.startIndex
        return specialDomains.contains(String(name[lastDot...].dropFirst()))
            || routers.contains { isDomain($0, of: name) }
    }

    /// Whether a name is a domain's own or lies below it.
    private static func isDomain(_ domain: String, of name: String) -> Bool {
        guard name.hasSuffix(domain) else { return false }
        return name.utf8.count == domain.utf8.count
            || name.utf8.dropLast(domain.utf8.count).last == UInt8(ascii: ".")
    }

    /// Whether a host is one's own machine.
    static func isLoopback(_ host: HostName) -> Bool {
        guard host.isAddress else { return host.ascii == "localhost" || host.ascii.hasSuffix(".localhost") }
        return LiteralAddress(host.ascii)?.privateKind == "loopback"
    }

    /// RFC 6761, RFC 6762 with its appendix G, and what ICANN has set apart for private use; RFC 8375 is `home.arpa`.
    private static let domains: Set<String> = [
        "localhost", "localdomain", "local", "internal", "intranet", "private", "corp", "home", "lan",
    ]

    /// RFC 6761, RFC 7686, RFC 9476. `example` is what documentation is written with.
    private static let specialDomains: Set<String> = ["test", "onion", "alt"]

    /// What routers call themselves, whoever holds the name outside.
    private static let routers = [
        "fritz.box", "easy.box", "o2.box", "speedport.ip", "routerlogin.net", "routerlogin.com", "tplinkwifi.net",
        "tplinklogin.net", "tplinkmodem.net", "orbilogin.com", "mywifiext.net", "router.asus.com", "repeater.asus.com",
    ]
}
