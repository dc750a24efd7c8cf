import NewsModel
import Testing

@testable import Curation

@Suite struct SharedHostsTests {
    @Test(
        arguments: [
            ("herald.example/world/storm", "herald.example"), ("github.com/a/b/releases/tag/v1", "github.com/a/b"),
            ("github.com/a/b", "github.com/a/b"), ("git.example/a/b/releases/tag/v1", "git.example/a/b"),
            ("git.example/a/b/c/-/issues/7", "git.example/a/b/c"), ("social.example/@a/7", "social.example/@a"),
            ("shell.example/~a/notes.html", "shell.example/~a"), ("youtube.com/watch?v=1", "youtube.com feed"),
            ("medium.com/title-4f1a", "medium.com feed"), ("medium.com/paper/title-4f1a", "medium.com/paper"),
            ("reddit.com/r/a/comments/1/b", nil), ("cooking.stackexchange.com/questions/1/a", nil),
            ("stackexchange.com/about", "stackexchange.com"), ("forum.example/t/title/7", nil),
            ("forum.example/t/title", "forum.example"), ("lemmy.example/post/7", nil),
            ("herald.example/post/storm", "herald.example"),
            ("herald.example/", "herald.example"),
        ] as [(String, String?)])
    func aSiteIsAHostOrWhatItsOwnerHasOfIt(key: String, site: String?) {
        #expect(SharedHosts.site(ofKey: key, source: "feed") == site)
    }
}
