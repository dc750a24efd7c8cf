import Foundation
import Testing

@testable import Fetching

@Suite struct CookieJarTests {
    private static let now = Date(timeIntervalSince1970: 1_795_435_200)

    private static func jar(_ fields: String..., from url: String = "https://www.paper.com/") -> CookieJar {
        var jar = CookieJar()
        jar.keep(fields, from: url, now: now)
        return jar
    }

    @Test(
        arguments: [
            ("paper.com", true), ("www.paper.com", true), ("feeds.paper.com", true), ("a.b.paper.com", true),
            ("notpaper.com", false), ("paper.com.evil.com", false), ("com", false),
        ])
    func aCookieOfADomainGoesToItAndToHostsBelowIt(host: String, isSent: Bool) {
        for domain in ["paper.com", ".paper.com"] {
            let header = Self.jar("a=1; Domain=\(domain)").header(for: "https://\(host)/")
            #expect((header != nil) == isSent, "Domain=\(domain)")
        }
    }

    @Test(arguments: [("www.paper.com", true), ("paper.com", false), ("a.www.paper.com", false)])
    func aCookieWithoutADomainGoesToItsHostAlone(host: String, isSent: Bool) {
        #expect((Self.jar("a=1").header(for: "https://\(host)/") != nil) == isSent)
        #expect((Self.jar("a=1; Domain=").header(for: "https://\(host)/") != nil) == isSent)
    }

    @Test(arguments: ["a.www.paper.com", "feeds.paper.com", "evil.com", "com", "co.uk"])
    func aDomainThatIsNotItsOwnIsRefused(domain: String) {
        let jar = Self.jar("a=1; Domain=\(domain)")
        #expect(jar == CookieJar())
        #expect(jar.header(for: "https://www.paper.com/") == nil)
    }

    @Test func aHostThatIsItsOwnDomainCoversWhatIsBelowIt() {
        let jar = Self.jar("a=1; Domain=www.paper.com")
        #expect(jar.header(for: "https://a.www.paper.com/") == "a=1")
    }

    @Test func anAddressHasNoHostsBelowIt() {
        let jar = Self.jar("a=1; Domain=192.0.2.7", from: "http://192.0.2.7/")
        #expect(jar.header(for: "http://192.0.2.7/") == "a=1")
        #expect(jar.header(for: "http://1.192.0.2.7/") == nil)
    }

    @Test func pairsAreSentInTheOrderOfTheirNames() {
        let jar = Self.jar("b=2", "a = 1 ", "c", "=5", "d=", "e=x=y")
        #expect(jar.header(for: "https://www.paper.com/") == "a=1; b=2; d=; e=x=y")
    }

    @Test func theLastValueCountsAndOneThatIsOverIsDeleted() {
        #expect(Self.jar("a=1", "a=2").header(for: "https://www.paper.com/") == "a=2")
        #expect(Self.jar("a=1", "a=; Max-Age=0").header(for: "https://www.paper.com/") == nil)
        #expect(Self.jar("a=1", "a=; Max-Age=-1").header(for: "https://www.paper.com/") == nil)
        #expect(Self.jar("a=1; Max-Age=1").header(for: "https://www.paper.com/") == "a=1")
        #expect(Self.jar("a=1; Max-Age=soon").header(for: "https://www.paper.com/") == "a=1")
    }

    /// Its own instant is past.
    @Test(arguments: [("Mon, 23 Nov 2026 12:00:00 GMT", false), ("Mon, 23 Nov 2026 12:00:01 GMT", true)])
    func aCookieExpiresAtItsInstant(expires: String, isKept: Bool) {
        #expect((Self.jar("a=1; Expires=\(expires)").header(for: "https://www.paper.com/") != nil) == isKept)
    }

    @Test func soManyAreKeptAndNoMore() {
        var jar = CookieJar()
        jar.keep((1...21).map { "c\($0)=1" }, from: "https://www.paper.com/", now: Self.now)
        #expect(CookieJar.maxCookies == 20)
        #expect(jar.header(for: "https://www.paper.com/")?.split(separator: ";").count == 20)
        #expect(jar.header(for: "https://www.paper.com/")?.contains("c21=") == false)
    }

    @Test func oneThatIsTooLongIsNotKept() {
        let value = String(repeating: "x", count: 4094)
        #expect(Self.jar("a=\(value)").header(for: "https://www.paper.com/") != nil)
        #expect(Self.jar("a=\(value)x").header(for: "https://www.paper.com/") == nil)
    }

    @Test func theFingerprintIsThatOfItsCookies() {
        #expect(CookieJar().fingerprint.isEmpty)
        #expect(Self.jar("a=1").fingerprint != Self.jar("a=2").fingerprint)
        #expect(Self.jar("a=1", "b=2").fingerprint == Self.jar("b=2", "a=1").fingerprint)
        #expect(Self.jar("a=1").fingerprint != Self.jar("a=1", from: "https://paper.com/").fingerprint)
    }
}
