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

    @Test func tellsApartNamesThatLookAlike() {
        let slugs = slugs(["World", "world", "Arts", "World"])
        #expect(slugs.count == 3 && Set(slugs).count == 3)
        #expect(slugs[2] == "arts")
    }
}
