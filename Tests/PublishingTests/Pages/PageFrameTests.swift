import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Publishing

@Suite struct PageFrameTests {
    private func frame(_ publication: Publication, of edition: Edition? = nil) throws -> PageFrame {
        let context = SiteContext(
            publication, templates: try TemplateSet(directory: nil, language: publication.site.language))
        return context.frame(path: "section/a/index.html", of: edition, title: "T", description: "D")
    }

    @Test(arguments: [(6, "Next edition due Sunday, about 06:30"), (7, "Next edition due 30 Nov, about 06:30")])
    func namesTheDayOfTheNextEditionWhereItIsWithinAWeek(days: Int, expected: String) throws {
        let editions = [0, days].map { Samples.edition(Samples.date.adding(days: -$0)) }
        #expect(try frame(Samples.publication(editions)).dueLine == expected)
    }

    @Test func saysWhatWasSoOnTheNightOfAnEdition() throws {
        let edition = Samples.edition(Samples.date.adding(days: -1))
        var publication = Samples.publication([Samples.edition(), edition])
        publication.health.sources.removeLast()
        let tonight = try frame(publication)
        #expect(tonight.builtAt == "2026-11-23T06:30:00Z" && tonight.sourcesLine == "1 of 1 source answered")
        let then = try frame(publication, of: edition)
        #expect(then.builtAt == "2026-11-22T06:30:00Z" && then.sourcesLine == "1 of 2 sources answered")
        #expect(tonight.dueLine != nil && then.dueLine == nil && then.dueAt == nil)
    }

    @Test func namesItsPlaceWhereTheSiteHasAnAddress() throws {
        #expect(try frame(Samples.publication()).canonical == nil)
        let frame = try frame(Samples.publication(site: SitePolicy(title: "A", url: "https://a.example/n/")))
        #expect(frame.canonical == "https://a.example/n/section/a/")
        #expect(frame.root == "../../" && frame.title == "T · A")
    }

    @Test(arguments: [
        (SitePolicy.Images.none, "img-src 'self' file:;"), (.linked, "img-src 'self' file: https: http:;"),
        (.copied, "img-src 'self' file:;"),
    ])
    func letsPicturesInWhereTheyAreShown(images: SitePolicy.Images, expected: String) throws {
        var site = SitePolicy(title: "A")
        site.images = images
        #expect(try frame(Samples.publication(site: site)).policy.contains(expected))
    }

    @Test func aPageThatIsServedFromAnywhereLinksToWhereTheSiteIs() throws {
        let renderer = try SiteRenderer(templates: nil, language: "en")
        #expect(renderer.render(Samples.publication()).text("404.html").contains("<a href=\"index.html\">"))
        let site = SitePolicy(title: "A", url: "https://a.example/n/")
        let page = renderer.render(Samples.publication(site: site)).text("404.html")
        #expect(page.contains("<a href=\"https://a.example/n/index.html\">"))
        #expect(page.contains("<a href=\"https://a.example/n/archive/index.html\">"))
    }
}
