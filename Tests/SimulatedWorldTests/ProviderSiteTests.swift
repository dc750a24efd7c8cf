import Foundation
import NIOHTTP1
import Testing

@testable import SimulatedWorld

@Suite struct ProviderSiteTests {
    private static let sites = SiteBuilder(.demo, night: SimulatedNight(now: monday)).sites()

    private func ask(_ id: String, _ target: String, _ headers: HTTPHeaders = [:]) throws -> (status: Int, json: Any) {
        let answer = try #require(Self.sites[id]).answer(SiteRequest(target: target, headers: headers))
        return (answer.status, try JSONSerialization.jsonObject(with: Data(answer.body), options: .fragmentsAllowed))
    }

    private func object(_ id: String, _ target: String, _ headers: HTTPHeaders = [:]) throws -> [String: Any] {
        try #require(ask(id, target, headers).json as? [String: Any])
    }

    @Test func everyItemOfTheTopListHasTheShapeOfTheAPI() throws {
        let ids = try #require(ask("harbour-hackers", "/v0/topstories.json").json as? [Int])
        #expect(ids.count >= 30)
        var types: Set<String> = []
        for id in ids {
            let (status, json) = try ask("harbour-hackers", "/v0/item/\(id).json")
            #expect(status == 200)
            guard let item = json as? [String: Any] else { continue }
            #expect(item["id"] as? Int == id)
            #expect(item["time"] is Int)
            if item["deleted"] == nil { #expect(item["title"] is String && item["by"] is String) }
            types.insert(item["type"] as? String ?? "")
        }
        #expect(types.isSubset(of: ["story", "job"]))
        #expect(types.contains("story"))
    }

    @Test(arguments: ["topstories", "newstories", "beststories", "askstories", "showstories", "jobstories"])
    func theForumHasAllListsOfTheAPI(list: String) throws {
        #expect(try ask("harbour-hackers", "/v0/\(list).json").json is [Int])
    }

    @Test(arguments: [("/v0/item/7.json", 200), ("/v0/nothing.json", 401), ("/v0/topstories", 401), ("/", 401)])
    func unknownItemsAreNullAndUnknownPathsDenied(target: String, status: Int) throws {
        let answer = try ask("harbour-hackers", target)
        #expect(answer.status == status)
        #expect(status == 401 || answer.json is NSNull)
    }

    @Test(arguments: ["hottest", "newest", "active", "t/unix,ask,programming"])
    func everyListOfLobstersHasTheShapeOfItsJSON(list: String) throws {
        let stories = try #require(ask("rock-pool", "/\(list).json").json as? [[String: Any]])
        #expect(!stories.isEmpty && stories.count <= 25)
        for story in stories {
            #expect(story["short_id"] is String && story["title"] is String && story["created_at"] is String)
            #expect(story["score"] is Int && story["comment_count"] is Int && story["tags"] is [String])
            #expect((story["comments_url"] as? String)?.hasPrefix("https://lobste.rs/s/") == true)
        }
    }

    @Test func furtherPagesOfLobstersHoldFurtherStories() throws {
        let ids = try (1...3).map { page in
            let stories = try #require(ask("rock-pool", "/hottest.json?page=\(page)").json as? [[String: Any]])
            return Set(stories.compactMap { $0["short_id"] as? String })
        }
        #expect(ids[0].count == 25)
        #expect(!ids[1].isEmpty)
        #expect(ids[0].isDisjoint(with: ids[1]) && ids[1].isDisjoint(with: ids[2]))
        #expect(try #require(Self.sites["rock-pool"]).answer(SiteRequest(target: "/nothing.json")).status == 404)
    }

    @Test func aSearchGivesResultsWithTheFieldsAskedFor() throws {
        let target = "/search?api-key=\(GuardianSite.key)&page-size=5&show-fields=trailText,byline"
        let response = try #require(object("sentinel", target)["response"] as? [String: Any])
        let results = try #require(response["results"] as? [[String: Any]])
        let fields = try #require(results.first?["fields"] as? [String: Any])
        #expect(response["status"] as? String == "ok")
        #expect(results.count == 5)
        #expect(Set(fields.keys) == ["trailText", "byline"])
        #expect((results.first?["webUrl"] as? String)?.hasPrefix("https://sentinel.example/") == true)
    }

    @Test func fieldsAreLeftOutUnlessAskedFor() throws {
        let response = try object("sentinel", "/search?api-key=\(GuardianSite.key)")["response"] as? [String: Any]
        let results = try #require(response?["results"] as? [[String: Any]])
        #expect(results.count == 10)
        #expect(results.allSatisfy { $0["fields"] == nil })
    }

    @Test(arguments: [
        ("/search?api-key=wrong", 401), ("/search", 401), ("/search?api-key=\(GuardianSite.key)&page=90", 400),
        ("/tags?api-key=\(GuardianSite.key)", 404),
    ])
    func theSearchRefusesAsTheAPIDoes(target: String, status: Int) throws {
        #expect(try ask("sentinel", target).status == status)
    }

    @Test func headlinesNameTheirPublisherAndHoldARemovedOne() throws {
        let headers: HTTPHeaders = ["X-Api-Key": NewsAPISite.key, "User-Agent": "test"]
        let answer = try object("market-headlines", "/v2/top-headlines?country=us&pageSize=50", headers)
        let articles = try #require(answer["articles"] as? [[String: Any]])
        let first = try #require(articles.first)
        let name = try #require((first["source"] as? [String: Any])?["name"] as? String)
        #expect(answer["status"] as? String == "ok")
        #expect((first["title"] as? String)?.hasSuffix(" - \(name)") == true)
        #expect(articles.last?["title"] as? String == "[Removed]")
    }

    @Test(
        arguments: [
            (HTTPHeaders(), "country=us", 401, "apiKeyMissing"),
            (["X-Api-Key": "wrong", "User-Agent": "t"], "country=us", 401, "apiKeyInvalid"),
            (["X-Api-Key": NewsAPISite.key], "country=us", 400, "userAgentMissing"),
            (["X-Api-Key": NewsAPISite.key, "User-Agent": "t"], "page=1", 400, "parametersMissing"),
        ] as [(HTTPHeaders, String, Int, String)])
    func headlinesRefuseAsTheAPIDoes(headers: HTTPHeaders, query: String, status: Int, code: String) throws {
        #expect(try ask("market-headlines", "/v2/top-headlines?\(query)", headers).status == status)
        #expect(try object("market-headlines", "/v2/top-headlines?\(query)", headers)["code"] as? String == code)
    }

    @Test func theBoardPutsItsPostsWhereTheConfigurationSays() throws {
        let data = try #require(object("lanternboard", SitePath.feed)["data"] as? [String: Any])
        let post = try #require((data["posts"] as? [[String: Any]])?.first)
        #expect(post["headline"] is String)
        #expect(post["created_at"] is Int)
        #expect((post["replies"] as? [String: Any])?["count"] is Int)
    }

    @Test func membersOfTheForumLinkToThePress() throws {
        let forum = Forum(
            source: [SimulatedSource].demo[5], night: SimulatedNight(now: monday),
            linkingTo: (0..<12).map { index in
                Article(
                    id: "\(index)", link: "https://a.example/\(index)", title: "Title \(index)", summary: "",
                    paragraphs: [], categories: [], published: monday.addingTimeInterval(-40_000))
            })
        #expect(forum.posts.contains { $0.link?.hasPrefix("https://a.example/") == true })
        #expect(Set(forum.posts.map(\.id)).count == forum.posts.count)
        #expect(forum.posts.allSatisfy { $0.posted <= monday })
    }
}
