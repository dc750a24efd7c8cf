import NewsModel
import TestSupport
import Testing
import WebText

@testable import Publishing

/// No page makes the browser of its reader ask a machine of the reader's own network.
@Suite struct PrivateAddressTests {
    private static let ownReach = HostReach(ofSourceAt: "http://192.168.1.5/rss", allowsPrivate: true)

    private func html(_ source: String, base: String? = "https://outlet.example/", reach: HostReach = .publicOnly)
        -> String
    {
        Sanitiser.html(Markup(.html, source, base: base), showsImages: true, reach: reach).html
    }

    @Test(arguments: [
        "http://192.168.1.1/reboot", "//10.0.0.1/a.png", "http://0x7f.1/a.png", "http://2130706433/",
        "http://localhost/",
        "http://printer/", "http://nas.local:8080/", "http://[::1]/", "http://[::ffff:10.0.0.1]/", "http://１２７.0.0.1/",
        "http://127。0。0。1/", "http://%31%32%37.0.0.1/", "http://192.168.1.1./",
    ])
    func undoesLinksAndDropsPictures(address: String) {
        #expect(html("<p>x<img src=\"\(address)\"></p>") == "<p>x</p>")
        #expect(html("<a href=\"\(address)\">x</a>") == "<p>x</p>")
        #expect(
            html("<a href=\"/\">x</a><img src=/y>", base: address.hasPrefix("//") ? "http:\(address)" : address)
                == "<p>x</p>")
    }

    @Test func leadsToTheSourceItselfWhereTheUserAllowsThat() {
        let own = "<p><a href=\"http://192.168.1.5/a\" rel=\"noopener nofollow ugc\">x</a></p>"
        #expect(html("<a href=http://192.168.1.5/a>x</a>", reach: Self.ownReach) == own)
        #expect(html("<a href=http://192.168.1.1/a>x</a>", reach: Self.ownReach) == "<p>x</p>")
    }

    /// A state, or a published file that it is restored from, may be older than the rule.
    @Test func screensWhatIsRemembered() throws {
        var story = Samples.story(1, link: "http://192.168.1.1/setup")
        story.image = "http://10.1.1.1/a.png"
        story.discussion = "http://router/"
        story.content = Markup(.html, "<p>Long <img src=http://172.16.0.1/b.png></p>")
        let also = Samples.story(2, source: "gazette", link: "http://192.168.1.5/b")
        let edition = Samples.edition(
            Samples.date,
            [Samples.cluster(1)].map { given in
                var cluster = given
                cluster.lead = story
                cluster.also = [also]
                return cluster
            })
        var publication = Samples.publication([edition])
        publication.site.images = .linked
        publication.site.content = .full
        let strict = try SiteRenderer(templates: nil, language: "en").render(publication)
        for file in strict {
            let text = String(decoding: file.bytes ?? [], as: UTF8.self)
            for host in ["192.168.1", "10.1.1.1", "router", "172.16.0.1"] {
                #expect(!text.contains(host), "\(file.path) holds \(host)")
            }
        }
        publication.reaches = ["gazette": Self.ownReach]
        let allowed = try SiteRenderer(templates: nil, language: "en").render(publication)
        #expect(allowed.text("index.html").contains("http://192.168.1.5/b"))
        #expect(!allowed.text("index.html").contains("192.168.1.1"))
    }
}
