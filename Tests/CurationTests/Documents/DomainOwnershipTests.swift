import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Curation

@Suite struct DomainOwnershipTests {
    private func claim(_ source: SourceID, _ key: String, among sources: [SourceTraits]) -> DomainOwnership.Claim {
        DomainOwnership(sources: sources, stories: []).claim(
            of: source, onKey: key, publisher: CanonicalURL.publisher(ofKey: key))
    }

    private func source(_ id: SourceID, _ home: SourceHome) -> SourceTraits { SourceTraits(id: id, home: home) }

    private let early = Date(timeIntervalSince1970: 1_700_000_000)

    @Test func aSourceIsAtHomeWhereItIsAsked() {
        let sources = [
            source("post", SourceHome(address: "https://feeds.post.example/rss")),
            source("guest", SourceHome(hosts: ["post.example": 90], since: early)),
        ]
        #expect(claim("post", "post.example/a", among: sources) == .own)
        #expect(claim("guest", "post.example/a", among: sources) == .others)
        #expect(claim("guest", "else.example/a", among: sources) == .open)
    }

    @Test func feedsOfOneSiteAreAllAtHomeThere() {
        let sources = ["world", "sport"].map {
            source(SourceID(rawValue: $0), SourceHome(address: "https://post.example/\($0).xml"))
        }
        #expect(sources.allSatisfy { claim($0.id, "post.example/a", among: sources) == .own })
    }

    @Test func whereMostOfItsStoriesStoodItIsAtHome() {
        let hosted = SourceHome(address: "https://burner.example/post", hosts: ["post.example": 9, "x.example": 8])
        let sources = [source("post", hosted), source("guest", SourceHome(site: "https://post.example/"))]
        #expect(claim("post", "news.post.example/a", among: sources) == .own)
        #expect(claim("post", "x.example/a", among: sources) == .open)
        #expect(claim("guest", "post.example/a", among: sources) == .others)
    }

    @Test func ofTwoWithMostOfTheirStoriesThereTheOneThatCameFirstIs() {
        let sources = [
            source("guest", SourceHome(hosts: ["post.example": 50], since: early.addingTimeInterval(86_400))),
            source("post", SourceHome(hosts: ["post.example": 5], since: early)),
        ]
        #expect(claim("post", "post.example/a", among: sources) == .own)
        #expect(claim("guest", "post.example/a", among: sources) == .others)
    }

    @Test func feedsThatOneHostReadsOutForASiteAreAllAtHomeThere() {
        let sources = ["world", "tech"].map { name in
            source(
                SourceID(rawValue: name),
                SourceHome(address: "https://feeds.bbn.example/\(name)", hosts: ["bbn-news.example": 9], since: early))
        }
        #expect(sources.allSatisfy { claim($0.id, "bbn-news.example/a", among: sources) == .own })
    }

    @Test func whoLinksEverywhereIsAtHomeNowhere() {
        let aggregator = source(
            "links", SourceHome(hosts: ["video.example": 20, "post.example": 5, "": 75], since: early))
        let sources = [aggregator, source("video", SourceHome(hosts: ["video.example": 3]))]
        #expect(claim("links", "video.example/a", among: sources) == .others)
        #expect(claim("video", "video.example/a", among: sources) == .own)
    }

    @Test func whatTheUserCallsByADomainIsAtHomeThereBeforeWhoCameFirst() {
        let sources = [
            source("guest", SourceHome(hosts: ["harbour-post.example": 50], since: early)),
            source("harbour-post-world", SourceHome(hosts: ["harbour-post.example": 5])),
        ]
        #expect(claim("harbour-post-world", "harbour-post.example/a", among: sources) == .own)
        #expect(claim("guest", "harbour-post.example/a", among: sources) == .others)
    }

    @Test func aSiteLinkMakesAHomeWhereNobodyHasMore() {
        let sources = [source("post", SourceHome(site: "https://www.post.example/news"))]
        #expect(claim("post", "post.example/a", among: sources) == .own)
    }

    @Test func whoNamesThePublisherOfEachItemIsAtHomeNowhere() {
        let sources = [
            source("hn", SourceHome(address: "https://post.example/v0", namesPublishers: true)),
            source("guest", SourceHome(address: "https://guest.example/")),
        ]
        #expect(claim("hn", "post.example/a", among: sources) == .named)
        #expect(claim("guest", "post.example/a", among: sources) == .open)
    }

    @Test func portsTellMachinesApart() {
        let sources = [
            source("one", SourceHome(address: "http://127.0.0.1:8001/feed")),
            source("two", SourceHome(address: "http://127.0.0.1:8002/feed")),
        ]
        #expect(claim("one", "127.0.0.1:8001/a", among: sources) == .own)
        #expect(claim("one", "127.0.0.1:8002/a", among: sources) == .others)
    }

    @Test(arguments: [(5, 5, false), (6, 5, true)])
    func aHomeHasMoreThanHalfOfTheStories(there: Int, elsewhere: Int, isOwn: Bool) {
        let hosts = ["post.example": there, "x.example": elsewhere]
        let sources = [source("blog", SourceHome(hosts: hosts))]
        #expect(claim("blog", "post.example/a", among: sources) == (isOwn ? .own : .open))
    }

    @Test func halfOfTheStoriesMakeNoHomeWhereTheOtherHalfHasNoHost() {
        let sources = [source("blog", SourceHome(hosts: ["post.example": 5, "": 5]))]
        #expect(claim("blog", "post.example/a", among: sources) == .open)
    }

    @Test func hostsOfOneDomainAddUp() {
        let hosts = ["news.post.example": 3, "www.post.example": 3, "x.example": 5]
        #expect(claim("blog", "post.example/a", among: [source("blog", SourceHome(hosts: hosts))]) == .own)
    }

    @Test func tonightsStoriesCountOnlyWhereNothingElseIsKnown() {
        let stories = [Story.made("Owl", source: "blog", link: "https://post.example/owl")]
        func claim(_ home: SourceHome, _ stories: [Story]) -> DomainOwnership.Claim {
            DomainOwnership(sources: [source("blog", home)], stories: stories).claim(
                of: "blog", onKey: "post.example/a", publisher: "post.example")
        }
        #expect(claim(SourceHome(), stories) == .own)
        #expect(claim(SourceHome(hosts: ["x.example": 1]), stories) == .open)
        let own = Story(
            id: "x", source: "blog", key: Story.ownKey("owl", of: "blog"), link: nil, title: "Owl", firstSeen: early)
        #expect(claim(SourceHome(), [own]) == .open)
    }

    private struct Rivalry: Sendable {
        var one: String
        var home = SourceHome()
        var otherHome = SourceHome()
        var domain = "post.example"
        var holds = true
    }

    /// Of two sources with most of their stories on one domain, each rule alone.
    @Test(arguments: [
        // Named after the domain by four letters at least, in either direction and any case.
        Rivalry(one: "news", domain: "news.example"), Rivalry(one: "NEWS-2", domain: "news.example"),
        Rivalry(one: "newsroom", domain: "news.example"), Rivalry(one: "news", domain: "newsroom.example"),
        Rivalry(one: "new", domain: "newsroom.example", holds: false),
        Rivalry(one: "newsroom", domain: "new.example", holds: false),
        // Whose site is there.
        Rivalry(one: "zulu", home: SourceHome(site: "https://post.example/")),
        // Who has the greater part of its stories there.
        Rivalry(one: "zulu", home: SourceHome(hosts: ["post.example": 9, "x.example": 1])),
        // Who came first, beside whose site it is.
        Rivalry(
            one: "zulu", home: SourceHome(since: Date(timeIntervalSince1970: 0)),
            otherHome: SourceHome(site: "https://post.example/")),
        // Who stands first in the configuration.
        Rivalry(one: "zulu", holds: false),
    ])
    private func ofTwoTheBetterClaimHolds(rivalry: Rivalry) {
        func traits(_ id: String, _ home: SourceHome) -> SourceTraits {
            var home = home
            if home.hosts.isEmpty { home.hosts = [rivalry.domain: 6, "y.example": 4] }
            return source(SourceID(rawValue: id), home)
        }
        let sources = [traits("guest", rivalry.otherHome), traits(rivalry.one, rivalry.home)]
        let claims = sources.map { claim($0.id, "\(rivalry.domain)/a", among: sources) }
        #expect(claims == (rivalry.holds ? [.others, .own] : [.own, .others]))
    }

    @Test func whereItIsAskedCountsBeforeItsStoriesAndTheseBeforeItsSite() {
        let asked = source("asked", SourceHome(address: "https://post.example/feed"))
        let tells = source("tells", SourceHome(hosts: ["post.example": 9], since: early))
        let says = source("says", SourceHome(site: "https://post.example/", since: early))
        let all = [says, tells, asked]
        #expect(all.map { claim($0.id, "post.example/a", among: all) } == [.others, .others, .own])
        let two = [says, tells]
        #expect(two.map { claim($0.id, "post.example/a", among: two) } == [.others, .own])
    }

    @Test func sitesAndStoriesAreHomesOfOneSourceAlone() {
        let sites = ["one", "two"].map { (id: SourceID) in
            source(id, SourceHome(site: "https://post.example/"))
        }
        #expect(sites.map { claim($0.id, "post.example/a", among: sites) } == [.own, .others])
        let stories = ["one", "two"].map { (id: SourceID) in source(id, SourceHome(hosts: ["post.example": 3])) }
        #expect(stories.map { claim($0.id, "post.example/a", among: stories) } == [.own, .others])
    }
}
