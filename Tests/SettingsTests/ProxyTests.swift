import NewsModel
import Settings
import Testing

@Suite struct ProxyTests {
    private func proxy(_ text: String) throws -> NetworkPolicy.Proxy? {
        try Sample.settings("network: {proxy: '\(text)'}").network.proxy
    }

    @Test func aProxyIsAHostAPortAndPerhapsAPassword() throws {
        #expect(try proxy("http://proxy:3128") == .init(host: "proxy", port: 3128))
        #expect(try proxy("proxy.example:8080/") == .init(host: "proxy.example", port: 8080))
        #expect(try proxy("http://proxy") == .init(host: "proxy", port: 80))
        #expect(try proxy("http://[::1]:3128") == .init(host: "::1", port: 3128))
        let credentials = Secret("me:p@ss")
        #expect(try proxy("http://me:p%40ss@proxy:1") == .init(host: "proxy", port: 1, credentials: credentials))
    }

    @Test(arguments: [
        "https://proxy:1", "socks5://proxy:1", "http://", "http://proxy:0", "http://proxy/path", "http://p?x",
    ])
    func whatIsNoProxyIsExplained(text: String) {
        let mistakes = Sample.mistakes(in: "network: {proxy: '\(text)'}")
        #expect(mistakes.count == 1)
        #expect(
            mistakes.first?.hasPrefix("1:18: `network.proxy` is a proxy such as http://proxy.example.org:3128") == true)
    }

    @Test(arguments: [
        ["HTTPS_PROXY": "http://one:1", "https_proxy": "http://two:1", "ALL_PROXY": "http://three:1"],
        ["HTTPS_PROXY": "", "https_proxy": "http://one:1", "ALL_PROXY": "http://three:1"],
        ["ALL_PROXY": "http://one:1", "all_proxy": "http://two:1", "http_proxy": "http://three:1"],
    ])
    func theEnvironmentsProxyIsTheFirstThatIsSet(environment: [String: String]) throws {
        let proxy = try Sample.settings("", environment: environment).network.proxy
        #expect(proxy == .init(host: "one", port: 1, isFromEnvironment: true))
    }

    @Test func theFilesProxyStandsBeforeTheEnvironments() throws {
        let environment = ["HTTPS_PROXY": "http://other:1", "NO_PROXY": "localhost, .corp.example,10.0.0.1"]
        let network = try Sample.settings("network: {proxy: 'http://mine:1'}", environment: environment).network
        #expect(network.proxy == .init(host: "mine", port: 1))
        #expect(network.proxyExceptions == ["localhost", ".corp.example", "10.0.0.1"])
    }
}
