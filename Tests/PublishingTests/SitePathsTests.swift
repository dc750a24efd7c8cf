import NewsModel
import Testing

@testable import Publishing

@Suite struct SectionPlaceTests {
    private func slugs(_ names: [String]) -> [String] { SectionPlace.all(names).map(\.slug) }

    @Test(arguments: [
        ("World", "world"), ("Science & Nature", "science-and-nature"), ("Café Société", "cafe-societe"),
        ("A/B..\\C", "a-b-c"), ("24 h", "24-h"),
    ])
    func namesAFolderByTheWordsOfTheName(name: String, slug: String) {
        #expect(slugs([name]) == [slug])
    }

    @Test(arguments: ["العالم", "世界", "!", "..", String(repeating: "long ", count: 40), "Мир 2"])
    func tellsApartWhatHasNoSuchWords(name: String) {
        let slug = slugs([name])[0]
        #expect(slug.wholeMatch(of: /[a-z0-9-]+-[0-9a-f]{8}/) != nil)
        #expect(slug.utf8.count < 80 && slugs([name, "World"])[0] == slug)
    }

    @Test(arguments: [(59, true), (60, false), (61, false)])
    func takesNoLongerNameThanSoMany(length: Int, isWhole: Bool) {
        let slug = slugs([String(repeating: "x", count: length)])[0]
        #expect(slug.utf8.count == (isWhole ? length : 60 + 9))
    }

    @Test func tellsApartNamesThatLookAlike() {
        let slugs = slugs(["World", "world", "Arts", "World"])
        #expect(slugs.count == 3 && Set(slugs).count == 3)
        #expect(slugs[2] == "arts")
        #expect(Set(self.slugs(["World", "world", "WORLD"])).count == 3)
    }
}

@Suite struct SitePathsTests {
    @Test(arguments: [
        ("index.html", nil), ("2026/11/23/index.html", "2026-11-23"), ("2026/11/23/atom.xml", "2026-11-23"),
        ("2026/11/23/own/index.html", nil), ("2026/11/index.html", nil), ("2026/13/01/index.html", nil),
        ("2026/11/23/", nil), ("2026/11/23", nil), ("2026/11/23x/a", nil), ("source/a/b/c", nil),
    ])
    func knowsTheEditionOfAFile(path: String, date: String?) {
        #expect(SitePaths.edition(of: path)?.description == date)
    }

    @Test(arguments: [
        ("index.html", ""), ("archive/index.html", "archive/"), ("health.html", "health.html"),
        ("2026/11/23/atom.xml", "2026/11/23/atom.xml"), ("my-index.html", "my-index.html"),
    ])
    func namesAFolderForItsPage(path: String, expected: String) {
        #expect(SitePaths.published(path) == expected)
    }

    @Test(arguments: [
        ("atom.xml", true), ("digest.xml", true), ("feed.json", true), ("health.xml", true),
        ("section/world/atom.xml", true), ("2026/11/23/atom.xml", false), ("section/world/index.html", false),
        ("sitemap.xml", false), ("health.json", false), ("opml.xml", false),
    ])
    func knowsWhatCanBeSubscribedTo(path: String, expected: Bool) {
        #expect(SitePaths.canBeSubscribedTo(path) == expected)
    }

    @Test(arguments: [
        ("post", "source/post.html"), ("a.b_c-D9", "source/a.b_c-D9.html"), ("a/b é", "source/a-b---.html"),
        (".x", "source/s.x.html"), ("", "source/s.html"),
    ])
    func namesThePageOfASource(id: String, expected: String) {
        #expect(SitePaths.source(SourceID(rawValue: id)) == expected)
    }

    @Test func cutsANameThatIsTooLong() {
        let name = { String(repeating: "x", count: $0) }
        #expect(SitePaths.name(name(80)) == name(80) && SitePaths.name(name(81)) == name(80))
        #expect(SitePaths.source(SourceID(rawValue: name(81))) == "source/\(name(80)).html")
        #expect(SitePaths.name("azAZ09-_.") == "azAZ09---")
    }

    @Test func namesThePlaceOfAStoryAndOfASource() {
        #expect(SitePaths.story(Samples.cluster(1), on: Samples.date) == "2026/11/23/index.html#s-0000000000000011")
        #expect(SitePaths.health(of: "a.b") == "health.html#source-a-b")
    }

    @Test(arguments: [("index.html", ""), ("source/a.html", "../"), ("2026/11/23/index.html", "../../../")])
    func leadsToTheRoot(path: String, expected: String) {
        #expect(SitePaths.root(from: path) == expected)
    }
}
