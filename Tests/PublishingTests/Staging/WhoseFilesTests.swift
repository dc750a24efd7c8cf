import Foundation
import NewsModel
import Testing

@testable import Publishing

/// Nothing is overwritten or removed that an earlier run did not make.
@Suite struct WhoseFilesTests {
    typealias Ground = SitePublisherTests.Ground

    /// What somebody put into an output, and how it is named.
    enum Obstacle: String, CaseIterable {
        case file, fileForAFolder, folderForAFile, link, linkForAFolder, pipe, unreadableManifest

        var path: String {
            switch self {
            case .file, .folderForAFile, .link, .pipe: "index.html"
            case .fileForAFolder, .linkForAFolder: "archive"
            case .unreadableManifest: ".broadsheet.json"
            }
        }

        func put(_ ground: Ground) throws {
            let place = ground.output.appending(path: path).path
            try ground.write("public/own.txt", "own")
            switch self {
            case .file, .fileForAFolder, .unreadableManifest: try ground.write("public/" + path, "mine")
            case .folderForAFile: try ground.write("public/\(path)/deep/mine.txt", "mine")
            case .link, .linkForAFolder:
                try ground.write("elsewhere/mine.txt", "mine")
                try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: "../elsewhere")
            case .pipe: mkfifo(place, 0o600)
            }
        }
    }

    private static let site = ["index.html": "1", "archive/index.html": "2"]

    private func publish(_ ground: Ground, adopting: Bool = false, mounted: Bool = false) throws {
        let publisher = SitePublisher(
            output: ground.output, staging: ground.staging, maker: .run, adopts: adopting
        ) { mounted ? [$0 + "/none"] : [] }
        _ = try publisher.publish(
            Self.site.map { Ground.part($0.key, $0.value) }, keeping: [], fingerprint: "f")
    }

    @Test(arguments: Obstacle.allCases, [false, true])
    func whatIsNotOursStopsTheSiteAndIsNamed(obstacle: Obstacle, mounted: Bool) throws {
        let ground = try Ground()
        try obstacle.put(ground)
        let before = try ground.files()
        let error = #expect(throws: PublishingError.self) { try publish(ground, mounted: mounted) }
        #expect(error?.description.contains(": \(obstacle.path)") == true)
        #expect(error?.description.contains("--adopt") == true)
        #expect(try ground.files() == before)
        #expect(ground.text("public/\(obstacle.path)") ?? "mine" == "mine")
    }

    @Test(arguments: Obstacle.allCases, [false, true])
    func adoptingTakesItOverAndNothingElse(obstacle: Obstacle, mounted: Bool) throws {
        let ground = try Ground()
        try obstacle.put(ground)
        try publish(ground, adopting: true, mounted: mounted)
        for (path, text) in Self.site { #expect(ground.text("public/" + path) == text) }
        #expect(ground.text("public/own.txt") == "own")
        #expect(ground.text("elsewhere/mine.txt") ?? "mine" == "mine")
        try publish(ground, mounted: mounted)
    }

    @Test(arguments: Obstacle.allCases)
    func whatWouldHaveBeenTakenOverIsThereWhereTheSiteCannotBeWritten(obstacle: Obstacle) throws {
        let ground = try Ground()
        try obstacle.put(ground)
        // Where the last of the new files would lie until it takes its place.
        try ground.write("public/.broadsheet-new-z.html/own.txt", "own")
        let before = try ground.files()
        let publisher = SitePublisher(
            output: ground.output, staging: ground.staging, maker: .run, adopts: true
        ) { [$0 + "/none"] }
        let parts = Self.site.merging(["z.html": "3"]) { $1 }.map { Ground.part($0.key, $0.value) }
        #expect(throws: PublishingError.self) { try publisher.publish(parts, keeping: [], fingerprint: "f") }
        #expect(try ground.files() == before)
        #expect(ground.text("public/\(obstacle.path)") ?? "mine" == "mine")
    }

    /// It would be moved aside with what is mounted in it, and could not be removed from there.
    @Test func aFolderInWhichSomethingIsMountedIsNotTakenOver() throws {
        let ground = try Ground()
        try Obstacle.folderForAFile.put(ground)
        let publisher = SitePublisher(
            output: ground.output, staging: ground.staging, maker: .run, adopts: true
        ) { [$0 + "/index.html/deep"] }
        let before = try ground.files()
        #expect(throws: PublishingError.self) {
            try publisher.publish([Ground.part("index.html", "1")], keeping: [], fingerprint: "f")
        }
        #expect(try ground.files() == before)
    }

    @Test func whatMadeWayForARunThatWasKilledIsLeftoverOfIt() throws {
        let ground = try Ground()
        try publish(ground)
        try ground.write("public/.broadsheet-old-archive/mine.txt", "taken over")
        try publish(ground, mounted: true)
        #expect(!FileManager.default.fileExists(atPath: ground.output.path + "/.broadsheet-old-archive"))
        try ground.write("public/.broadsheet-old-archive/mine.txt", "taken over")
        try publish(ground)
        #expect(!FileManager.default.fileExists(atPath: ground.output.path + "/.broadsheet-old-archive"))
    }

    @Test func whatWasChangedByHandIsStillOurs() throws {
        let ground = try Ground()
        try publish(ground)
        try ground.write("public/index.html", "changed")
        try publish(ground)
        #expect(ground.text("public/index.html") == "1")
    }

    @Test func aFileThatSaysTheSameIsNoLoss() throws {
        let ground = try Ground()
        try ground.write("public/index.html", "1")
        let before = try ground.inode("public/index.html")
        try publish(ground)
        #expect(try ground.inode("public/index.html") == before)
    }

    @Test func soManyAreNamedAndTheOthersCounted() throws {
        let ground = try Ground()
        let paths = (0..<7).map { "\($0).html" }
        for path in paths { try ground.write("public/" + path, "mine") }
        let error = #expect(throws: PublishingError.self) {
            try ground.publish(Dictionary(uniqueKeysWithValues: paths.map { ($0, "1") }))
        }
        let text = error?.description ?? ""
        #expect(text.contains("0.html, 1.html, 2.html, 3.html, 4.html and 2 more"))
    }

    @Test func aSiteThatLostItsListIsTakenOverWhenAskedTo() throws {
        let ground = try Ground()
        try publish(ground)
        try FileManager.default.removeItem(at: ground.output.appending(path: ".broadsheet.json"))
        try ground.write("public/index.html", "changed")
        let error = #expect(throws: PublishingError.self) { try publish(ground) }
        #expect(error?.description.contains(".broadsheet.json, which tells our files from others, is missing") == true)
        try publish(ground, adopting: true)
        try publish(ground)
    }

    @Test func healthPagesAreWrittenOverNothingElseEither() throws {
        let ground = try Ground()
        try publish(ground)
        try ground.write("public/health.html", "mine")
        let page = [Ground.part("health.html", "h")]
        #expect(throws: PublishingError.self) { try ground.publisher().replace(page) }
        #expect(ground.text("public/health.html") == "mine")
        _ = try ground.publisher(adopting: true).replace(page)
        #expect(ground.text("public/health.html") == "h")
    }

    /// A path that was ours, where somebody made a folder or a link since.
    @Test(arguments: [false, true]) func whatTookThePlaceOfAFileOfOursIsNotRemovedWithIt(mounted: Bool) throws {
        let ground = try Ground()
        _ = try ground.publish(["index.html": "1", "archive/index.html": "2", "a.html": "a", "b/c.html": "c"])
        try ground.write("elsewhere/c.html", "mine")
        for path in ["a.html", "b"] { try FileManager.default.removeItem(at: ground.output.appending(path: path)) }
        try ground.write("public/a.html/mine.txt", "mine")
        try FileManager.default.createSymbolicLink(
            atPath: ground.output.path + "/b", withDestinationPath: "../elsewhere")
        try publish(ground, mounted: mounted)
        #expect(ground.text("public/a.html/mine.txt") == "mine" && ground.text("elsewhere/c.html") == "mine")
        #expect(Disk.kind(ground.output.path + "/b") == .link)
        #expect(Manifest.read(in: ground.output)?.files == ["archive/index.html", "index.html"])
    }

    @Test func whatIsCertainToBeWrittenIsLookedAtBefore() throws {
        let ground = try Ground()
        for path in ["2026", "source", "style.css", "CNAME", ".nojekyll"] { try ground.write("public/" + path, "mine") }
        let error = #expect(throws: PublishingError.self) { try ground.publisher().check(for: Samples.date) }
        #expect(error?.description.contains("the names: 2026, source, style.css (.broadsheet.json") == true)
        try ground.publisher(adopting: true).check(for: Samples.date)
        try ground.publisher().check()
    }

    /// A run that is killed between its files must find them its own the next night.
    @Test func fileByFileTheListComesFirst() throws {
        let ground = try Ground()
        try publish(ground, mounted: true)
        let new = ["new.html": [1 as UInt8], "z/other.html": [2]]
        let plan = SitePlan(
            new.map { SiteFile(path: $0.key, bytes: $0.value) }, previous: Manifest.read(in: ground.output),
            keeping: [],
            maker: .run, fingerprint: "g")
        try ground.write("public/.broadsheet.json", String(decoding: plan.announcement, as: UTF8.self))
        let manifest = try #require(Manifest.read(in: ground.output))
        #expect(manifest.files == ["archive/index.html", "index.html", "new.html", "z/other.html"])
        #expect(manifest.fingerprint == "", "a site with two looks is made anew")
        try ground.write("public/new.html", "half of the site")
        _ = try ground.publish(["new.html": "2"])
        #expect(ground.text("public/new.html") == "2")
    }

    @Test func theListSaysWhoseTheSiteIs() throws {
        let ground = try Ground()
        let owner = SiteOwner(id: "abc", title: "Post", url: nil, sources: ["one"])
        let part = [Ground.part("index.html", "1")]
        _ = try ground.publisher().owned(by: owner).publish(part, keeping: [], fingerprint: "f")
        #expect(Manifest.read(in: ground.output)?.owner == owner)
        #expect(ground.text("public/.broadsheet.json")?.contains("\"site\": \"abc\"") != nil)
        _ = try ground.publisher().replace([Ground.part("health.html", "1")])
        #expect(Manifest.read(in: ground.output)?.owner == owner)
    }

    @Test(arguments: [
        ("Post", nil, ["one", "two"], true), ("Post", nil, ["three"], false), ("Ledger", nil, ["one"], false),
        ("Ledger", "https://a.example/", ["one"], true), ("Post", "https://b.example/", ["two"], true),
    ])
    func aProjectIsKnownWithoutItsState(title: String, url: String?, sources: [String], isKnown: Bool) {
        let owner = SiteOwner(id: "a", title: "Post", url: "https://a.example/", sources: ["one", "two"])
        let other = SiteOwner(id: "b", title: title, url: url, sources: sources)
        #expect(owner.resembles(other) == isKnown && other.resembles(owner) == isKnown)
        #expect(owner.resembles(SiteOwner(id: "c", traits: [])))
    }
}
