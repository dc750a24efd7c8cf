package import HTTPTransport
package import NewsModel

extension HTTPClient {
    /// A client as the configuration asks for it.
    package init(fetch: FetchPolicy, network: NetworkPolicy) throws(UnreadableAuthorities) {
        do throws(InvalidAuthorityFile) {
            try self.init(
                policy: AddressPolicy(allowsPrivate: network.allowsPrivate), maxBodyBytes: fetch.maxBodyBytes,
                authorityFile: network.certificateAuthorityFile,
                proxy: network.proxy.map { proxy in
                    ProxyConfiguration(
                        host: proxy.host, port: proxy.port, credentials: proxy.credentials?.reveal(),
                        exceptions: network.proxyExceptions, sparesLoopback: proxy.isFromEnvironment)
                })
        } catch {
            throw UnreadableAuthorities(path: error.path)
        }
    }
}

/// The certificate authorities of the configuration could not be read.
package struct UnreadableAuthorities: Error, CustomStringConvertible {
    let path: String
    package var description: String {
        "\(path) holds no certificate authority in PEM form that can be read; correct network.ca-file."
    }
}
