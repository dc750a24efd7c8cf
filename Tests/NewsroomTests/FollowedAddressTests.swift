import Testing

@testable import Newsroom

@Suite struct FollowedAddressTests {
    @Test(arguments: [
        "https://paper.example", "http://paper.example/a?b=c&d#e", "HTTPS://Paper.example/",
        "https://paper.example:8080/a",
        "https://пример.example/б", "https://paper.example/a%20b", "https://[2001:db8::1]/a",
    ])
    func whatLeadsToAPageIsFollowed(address: String) {
        #expect(FollowedAddress.isOne(address))
    }

    @Test(arguments: [
        "", "paper.example", "/a", "//paper.example/a", "ftp://paper.example/a", "javascript:alert(1)", "https://",
        "https:///a", "mailto:desk@paper.example", "http:paper", "not an address",
    ])
    func whatDoesNotIsNot(address: String) {
        #expect(!FollowedAddress.isOne(address))
    }
}
