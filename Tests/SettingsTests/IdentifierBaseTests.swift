import NewsModel
import Settings
import Testing

@Suite struct IdentifierBaseTests {
    @Test(arguments: [
        ("", "Broadsheet"), ("title: A", "A"), ("url: https://a.example/n", "https://a.example/n/"),
        ("{url: https://b.example/, pages: {id-base: https://a.example}}", "https://a.example/"),
        ("{url: https://b.example/, pages: {id-base: The Former Title}}", "The Former Title"),
    ])
    func isTheAddressOrTheTitleUnlessOneIsGiven(lines: String, base: String) throws {
        let text =
            lines.hasPrefix("{") ? String(lines.dropFirst().dropLast()).replacing(", pages", with: "\npages") : lines
        #expect(try Sample.settings(text).site.identifierBase == base)
    }

    @Test(arguments: ["ftp://a.example/", "https://a.example/?x=1", "https://", "https://u:p@a.example/"])
    func whatIsNoAddressOfASiteIsAMistake(base: String) {
        let mistakes = Sample.mistakes("pages: {id-base: \"\(base)\"}\n" + Sample.sources)
        #expect(mistakes.count == 1 && mistakes[0].contains("`pages.id-base`"), "\(mistakes)")
    }
}
