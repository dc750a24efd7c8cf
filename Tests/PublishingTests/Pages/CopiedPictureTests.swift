import Foundation
import NewsModel
import TestSupport
import Testing
import WebText

@testable import Publishing

/// `images: copy`: pages show what the site has, and nothing else.
@Suite struct CopiedPictureTests {
    private static let name = "0123456789abcdef0123456789abcdef.jpg"

    private func edition(_ date: EditionDate = Samples.date, copied: [Int] = [0], width: Int = 640) -> Edition {
        var edition = Samples.edition(date)
        edition.changeStories { story in story.image = WebAddress("https://cdn.example/\(story.id)") }
        let copies = copied.map { number in
            PictureCopy(
                address: "https://cdn.example/\(Samples.story(number).id)", name: Self.name, width: width, height: 360)
        }
        edition.pictures = copies
        return edition
    }

    private func site(_ images: SitePolicy.Images, url: String? = nil, content: SitePolicy.Content = .summary)
        -> SitePolicy
    {
        SitePolicy(title: "A", url: url, images: images, content: content)
    }

    private func files(_ editions: [Edition], _ site: SitePolicy) throws -> [SiteFile] {
        let renderer = try SiteRenderer(templates: nil, language: "en")
        return renderer.render(Samples.publication(editions, site: site))
    }

    @Test func pagesLeadToTheCopyFromWhereTheyAre() throws {
        let files = try files([edition()], site(.copied))
        #expect(files.text("index.html").contains("src=\"picture/\(Self.name)\""))
        #expect(files.text("2026/11/23/index.html").contains("src=\"../../../picture/\(Self.name)\""))
        for page in ["index.html", "2026/11/23/index.html", "feed.json", "atom.xml"] {
            #expect(!files.text(page).contains("cdn.example"), "\(page)")
        }
        #expect(!files.text("feed.json").contains(Self.name), "without its own address a feed leads nowhere")
    }

    @Test func feedsLeadToTheCopyByTheAddressOfTheSite() throws {
        let files = try files([edition()], site(.copied, url: "https://a.example/n/"))
        #expect(files.text("feed.json").contains("\"image\": \"https://a.example/n/picture/\(Self.name)\""))
    }

    @Test func aPictureThatIsTooNarrowIsNotSetLarge() throws {
        #expect(!(try files([edition(width: 299)], site(.copied))).text("index.html").contains("class=\"picture\""))
        #expect((try files([edition(width: 300)], site(.copied))).text("index.html").contains("class=\"picture\""))
    }

    @Test func wholeTextsShowTheirCopiesAndNoOther() throws {
        var edition = edition(copied: [])
        edition.changeStories { story in
            story.image = nil
            story.content = Markup(
                .html,
                "<p>Text</p><figure><img src='https://cdn.example/a'><figcaption>Kept</figcaption></figure>"
                    + "<figure><img src='https://cdn.example/b'><figcaption>Lost</figcaption></figure>")
        }
        edition.pictures = [PictureCopy(address: "https://cdn.example/a", name: Self.name, width: 64, height: 64)]
        let page = try files([edition], site(.copied, content: .full)).text("2026/11/23/index.html")
        #expect(page.contains("<figure><img src=\"../../../picture/\(Self.name)\""))
        #expect(page.contains("<figcaption>Kept</figcaption></figure>") && !page.contains("Lost"))
        let wanted = try SiteRenderer(templates: nil, language: "en").pictures(
            wantedBy: edition, in: Samples.publication([edition], site: site(.copied, content: .full)))
        #expect(wanted == ["https://cdn.example/a", "https://cdn.example/b"])
    }

    @Test func thePicturesThatAPageWouldShowAreWantedOnceAndInItsOrder() throws {
        let edition = edition(copied: [])
        let wanted = try SiteRenderer(templates: nil, language: "en").pictures(
            wantedBy: edition, in: Samples.publication([edition], site: site(.copied)))
        #expect(wanted == [0, 1, 2].map { "https://cdn.example/\(Samples.story($0).id)" })
    }

    @Test func anEditionIsReadBackWithItsPictures() throws {
        let edition = edition(copied: [0, 1])
        let document = EditionDocument.bytes(of: edition)
        #expect(String(decoding: document, as: UTF8.self).contains("\"file\": \"picture/\(Self.name)\""))
        #expect(try EditionReader.edition(Data(document)).pictures == edition.pictures)
    }

    @Test(arguments: ["../../etc/passwd", "picture/../a.jpg", "picture/a/b.jpg", "style.css", "picture/"])
    func aFileThatIsNoPictureOfTheSiteIsNotReadBack(path: String) throws {
        let document = String(decoding: EditionDocument.bytes(of: edition()), as: UTF8.self)
            .replacing("picture/\(Self.name)", with: path)
        #expect(try EditionReader.edition(Data(document.utf8)).pictures.isEmpty)
    }

    // MARK: Files

    private func plan(
        _ files: [SiteFile], _ previous: Manifest, keeping: Set<EditionDate>, _ pictures: [EditionDate: [String]] = [:]
    )
        -> SitePlan
    {
        SitePlan(
            files, previous: previous, keeping: keeping, pictures: pictures, maker: .run, fingerprint: "f")
    }

    @Test func aCopyStaysAsLongAsAnEditionShowsIt() throws {
        let (today, yesterday) = (Samples.date, Samples.date.adding(days: -1))
        let listed = ["2026/11/22/index.html", "picture/a.jpg", "picture/b.jpg", "picture/c.jpg"]
        let previous = Manifest(
            maker: .run, fingerprint: "f", files: listed,
            picturesByEdition: [yesterday: ["a.jpg", "b.jpg"], today: ["c.jpg"]])
        let files = [SiteFile(path: "picture/d.jpg", bytes: [1])]

        let night = plan(files, previous, keeping: [today, yesterday], [today: ["b.jpg", "d.jpg"]])
        #expect(night.obsolete == ["picture/c.jpg"])
        #expect(night.order.first == "picture/d.jpg", "before what shows it")

        let removed = plan(files, previous, keeping: [today], [today: ["b.jpg", "d.jpg"]])
        #expect(removed.obsolete == ["2026/11/22/index.html", "picture/a.jpg", "picture/c.jpg"])

        let manifest = try #require(night.files[SitePaths.manifest].flatMap { Manifest(Data($0)) })
        #expect(manifest.picturesByEdition == [yesterday: ["a.jpg", "b.jpg"], today: ["b.jpg", "d.jpg"]])
        #expect(plan([], manifest, keeping: []).obsolete.isSuperset(of: ["picture/a.jpg", "picture/b.jpg"]))
    }

    @Test func noByteOfAPictureIsTakenForASecret() {
        let picture = SiteFile(path: "picture/a.png", bytes: Array("..open-sesame..".utf8))
        let redactor = Redactor(secrets: [Secret("open-sesame")])
        #expect(picture.redacted(by: redactor) == picture)
    }
}
