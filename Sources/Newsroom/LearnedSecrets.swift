import NewsModel

extension AddressSecrets {
    /// The secrets of the addresses to which a source was sent on, its own left out.
    static func all(in addresses: some Sequence<String>, besides source: Source) -> [Secret] {
        Set(addresses).subtracting([source.provider.address]).flatMap { all(in: $0) }
    }
}

extension Feed {
    /// Where it was asked for: what redirects named, and what answered.
    var addresses: [String] { Array(redirects) + [address].compactMap { $0 } }
}

extension SourceVisit {
    /// What stands in the addresses that redirects led to, now and before.
    func secrets(besides memory: SourceMemory?, of source: Source) -> [Secret] {
        let addresses = [
            permanentRedirect, validators?.url, memory?.permanentRedirect?.url, memory?.validators?.url,
        ].compactMap { $0 }
        return AddressSecrets.all(in: redirects.union(addresses), besides: source)
    }
}
