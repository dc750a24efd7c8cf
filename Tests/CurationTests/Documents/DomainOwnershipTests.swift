import Foundation
import NewsModel
import Testing

@testable import Curation

@Suite struct OwnershipTests {
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
}
