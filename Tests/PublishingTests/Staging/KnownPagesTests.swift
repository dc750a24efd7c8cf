import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Publishing

@Suite struct KnownPagesTests {
    private let ground: SitePublisherTests.Ground
    private let renderer: SiteRenderer

    init() throws {
        ground = try SitePublisherTests.Ground()
        renderer = try SiteRenderer(templates: nil, language: "en")
    }

    private func publish(_ publication: Publication) throws {
        let dates = Set(publication.editions.map(\.date))
        _ = try ground.publisher().publish(
            renderer.parts(of: publication), keeping: dates, fingerprint: renderer.fingerprint(of: publication.site))
    }

    /// What the next night makes, by path: `nil` for a page that stays.
    private func made(_ publication: Publication) -> [String: [UInt8]?] {
        let known = KnownPages(
            Manifest.read(in: ground.output), fingerprint: renderer.fingerprint(of: publication.site),
            folder: ground.output.path)
        let files = SitePart.files(of: renderer.parts(of: publication), given: known)
        return Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
    }

    /// Whether the next night makes the pages at these paths.
    private func expect(
        _ expected: [String: Bool], _ publication: Publication, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let files = made(publication)
        let found = expected.keys.map { path in (path, files[path].map { $0 != nil }) }
        let known = Dictionary(uniqueKeysWithValues: found)
        #expect(known == expected.mapValues(Optional.some), sourceLocation: sourceLocation)
    }

    @Test func aPageThatWouldSayTheSameIsNotMade() throws {
        try publish(Samples.publication())
        var health = Samples.health()
        health.sources[0].report.detail = "something else"
        let next = Samples.publication(health: health)
        expect(["health.html": true, "source/post.html": false, "index.html": false], next)
    }

    @Test func aPageOfWhichMoreIsToldIsMade() throws {
        try publish(Samples.publication([Samples.edition(Samples.date, [Samples.cluster(0)])]))
        let next = Samples.publication([
            Samples.edition(Samples.date, [Samples.cluster(0, also: [Samples.story(5, source: "ledger")])])
        ])
        expect(["index.html": true, "source/ledger.html": true], next)
    }

    @Test func anotherLookMakesAllPagesAnew() throws {
        try publish(Samples.publication())
        let next = Samples.publication(site: SitePolicy(title: "The Evening Paper"))
        let files = made(next)
        #expect(!files.values.contains(nil))
    }

    @Test(arguments: [nil, "", "cut off"]) func aPageThatIsNotAsItWasLeftIsMade(text: String?) throws {
        try publish(Samples.publication())
        let path = ground.output.appending(path: "source/post.html")
        if let text { try Data(text.utf8).write(to: path) } else { try FileManager.default.removeItem(at: path) }
        expect(["source/post.html": true], Samples.publication())
    }

    @Test func whatStandsStaysInTheNewSiteAndIsKnownTheNightAfter() throws {
        try publish(Samples.publication())
        let page = "public/source/post.html"
        let before = (text: ground.text(page), file: try ground.inode(page))
        for _ in 0..<2 {
            try publish(Samples.publication())
            let after = (text: ground.text(page), file: try ground.inode(page))
            #expect(after == before)
        }
        expect(["source/post.html": false], Samples.publication())
        let files = Manifest.read(in: ground.output)?.files
        #expect(files?.contains("source/post.html") == true)
    }

    /// A night that is held back makes its pages with a look of its own.
    @Test func whatWasReplacedByItselfIsMadeAgain() throws {
        try publish(Samples.publication())
        _ = try ground.publisher().replace(renderer.healthParts(of: Samples.publication()))
        expect(["source/post.html": true, "index.html": false], Samples.publication())
    }
}
