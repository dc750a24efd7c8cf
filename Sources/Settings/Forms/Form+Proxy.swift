import Foundation
import NewsModel

extension Form where Value == NetworkPolicy.Proxy {
    static var proxy: Form {
        scalar("a proxy such as http://proxy.example.org:3128", schema: .plainText) { text, reading throws(Complaint) in
            try reading.proxy(text.value, isFromEnvironment: false)
        }
    }
}

extension Reading {
    /// The proxy that the environment names, in the order in which other tools look.
    mutating func proxyOfEnvironment() -> NetworkPolicy.Proxy? {
        for name in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
            guard let text = variables.environment[name], !text.isEmpty else { continue }
            do throws(Complaint) {
                return try proxy(text, isFromEnvironment: true)
            } catch {
                let advice = error.advice.map { "; \($0)" } ?? ""
                report(
                    "the variable `\(name)` of the environment is no proxy such as "
                        + "http://proxy.example.org:3128\(advice)"
                )
                return nil
            }
        }
        return nil
    }

    /// The hosts of NO_PROXY: names, `.domain` suffixes, addresses, or `*`.
    func proxyExceptionsOfEnvironment() -> [String] {
        let text = variables.environment["NO_PROXY"] ?? variables.environment["no_proxy"] ?? ""
        return text.split { $0 == "," || $0.isWhitespace }.map(String.init)
    }

    /// A proxy's address, with or without `http://` before it; the port is 80 where none is named.
    fileprivate mutating func proxy(
        _ text: String, isFromEnvironment: Bool
    ) throws(Complaint) -> NetworkPolicy.Proxy {
        let text = text.trimmed
        let scheme = text.firstRange(of: "://").map { text[..<$0.lowerBound].lowercased() } ?? "http"
        guard scheme != "https" else { throw Complaint("the way to a proxy is http; write http:// before it") }
        guard scheme == "http" else { throw Complaint("only proxies that speak HTTP can be used") }
        let address = try Address(text.contains("://") ? text : "http://" + text)
        AddressSecrets.all(in: address.text).forEach { keepSecret($0) }
        guard ["", "/"].contains(address.path), address.query == nil, address.fragment == nil else {
            throw Complaint("nothing stands behind its port")
        }
        let credentials = address.credentials.map { Secret($0.removingPercentEncoding ?? $0) }
        return NetworkPolicy.Proxy(
            host: address.host.trimmingCharacters(in: CharacterSet(charactersIn: "[]")), port: address.port ?? 80,
            credentials: credentials, isFromEnvironment: isFromEnvironment
        )
    }
}
