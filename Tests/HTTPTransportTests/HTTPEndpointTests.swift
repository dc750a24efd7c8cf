import Testing

@testable import HTTPTransport

@Suite struct HTTPEndpointTests {
    @Test(arguments: [
        ("http://paper.example", false, 80, "paper.example", "/"),
        ("HTTPS://Paper.Example/", true, 443, "paper.example", "/"),
        ("http://paper.example:80/a?b=c#d", false, 80, "paper.example", "/a?b=c"),
        ("http://paper.example:443/", false, 443, "paper.example:443", "/"),
        ("https://paper.example:80/", true, 80, "paper.example:80", "/"),
        ("https://paper.example:8443?x", true, 8443, "paper.example:8443", "/?x"),
        ("http://paper.example:65535/", false, 65535, "paper.example:65535", "/"),
        ("http://paper.example:1/", false, 1, "paper.example:1", "/"),
        ("http://[2001:DB8::1]/%20", false, 80, "[2001:db8::1]", "/%20"),
    ])
    func aURLIsSplitAsARequestNeedsIt(url: String, isSecure: Bool, port: Int, authority: String, target: String) throws
    {
        let endpoint = try HTTPEndpoint(url)
        #expect(endpoint.origin.isSecure == isSecure)
        #expect(endpoint.origin.port == port)
        #expect(endpoint.authority == authority)
        #expect(endpoint.target == target)
        #expect(endpoint.credentials == nil)
    }

    @Test(
        arguments: [
            ("http://paper.example:0/", .invalidPort(0)), ("http://paper.example:65536/", .invalidPort(65_536)),
            ("ftp://paper.example/", .otherScheme("ftp")), ("//paper.example/", .notAnAddress("//paper.example/")),
            ("http://", .noHost("http://")), ("http:///rss", .noHost("http:///rss")),
        ] as [(String, AddressRefusal)])
    func whatCantBeAskedIsRefused(url: String, refusal: AddressRefusal) {
        #expect(throws: refusal) { try HTTPEndpoint(url) }
    }

    @Test(arguments: [
        ("http://me:word@paper.example/", "me:word"), ("http://me@paper.example/", "me:"),
        ("http://m%C3%A9:a%3Ab@paper.example/", "mé:a:b"),
    ])
    func theUserOfAURLIsDecoded(url: String, credentials: String) throws {
        #expect(try HTTPEndpoint(url).credentials == credentials)
    }

    @Test func credentialsAreEncodedForTheirField() {
        #expect(BasicAuthorization.field("Aladdin:open sesame") == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")
    }

    @Test func originsDifferBySchemeHostAndPort() throws {
        let urls = ["http://a.example/", "https://a.example/", "http://b.example/", "http://a.example:81/"]
        #expect(Set(try urls.map { try HTTPEndpoint($0).origin }).count == 4)
        #expect(try HTTPEndpoint("http://A.example:80/x").origin == HTTPEndpoint("http://a.example/y").origin)
    }
}
