import CPublicSuffix

/// The Public Suffix List, as libpsl has it built in: who owns a host.
package enum PublicSuffix {
    /// The registrable domain of a host: the public suffix and one label more, in ASCII and lower case.
    ///
    /// `news.herald.co.uk` gives `herald.co.uk`. An address, a bare suffix, a name of one label and what is no host at
    /// all give `nil`. Names in other scripts are read as IDNA (UTS #46) and come back as `xn--…`. Names below
    /// suffixes that companies list for their customers (`someone.github.io`) count as owned by the customer.
    package static func registrableDomain(of host: String) -> String? {
        guard let name = HostName(host), !name.isAddress, let list = psl_builtin() else { return nil }
        return name.ascii.withCString { text in
            guard let found = psl_registrable_domain(list, text) else { return nil }
            return String(cString: found)
        }
    }
}
