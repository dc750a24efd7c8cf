import Foundation
import NewsModel
import Parallelism
import Testing

@testable import Publishing

@Suite struct SitePublisherTests {
    /// A folder of its own for each test, with the output and the state in it.
    final class Ground {
        let root: URL
        var output: URL { root.appending(path: "public") }
        var staging: URL { root.appending(path: "state/staging") }

        init() throws {
            root = FileManager.default.temporaryDirectory.appending(path: "broadsheet-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        }

        deinit {
            try? FileManager.default.removeItem(at: root)
        }

        func publisher(
            _ maker: Manifest.Maker = .run, adopting: Bool = false, keepingFrom files: Int = 1
        ) -> SitePublisher {
            SitePublisher(
                output: output, staging: staging, maker: maker, adopts: adopting, filesWorthKeeping: files)
        }

        func publish(
            _ files: [String: String], keeping: Set<EditionDate> = [], maker: Manifest.Maker = .run,
            fingerprint: String = "f", keepingFrom count: Int = 1
        ) throws -> SitePublisher.Published {
            let published = try publisher(maker, keepingFrom: count).publish(
                files.map { Self.part($0.key, $0.value) }, keeping: keeping, fingerprint: fingerprint)
            published.replaced.letGo()
            return published
        }

        static func part(_ path: String, _ text: String) -> SitePart {
            SitePart([SiteFile(path: path, bytes: Array(text.utf8))])
        }

        func write(_ path: String, _ text: String) throws {
            let url = root.appending(path: path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }

        func text(_ path: String) -> String? { try? String(contentsOf: root.appending(path: path), encoding: .utf8) }

        func inode(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: root.appending(path: path).path)[.systemFileNumber] as? Int
        }

        /// Everything below the root, without the folders, and without what lies ready for the next site.
        func files() throws -> Set<String> {
            try everyFile().filter { !$0.hasPrefix("state/staging/") }
        }

        func everyFile() throws -> Set<String> {
            Set(
                try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { path in
                    var isFolder: ObjCBool = false
                    return !FileManager.default.fileExists(
                        atPath: root.appending(path: path).path, isDirectory: &isFolder) || !isFolder.boolValue
                })
        }
    }

    @Test func makesASiteWhereNoneWas() throws {
        let ground = try Ground()
        let done = try ground.publish(["index.html": "1", "2026/11/23/index.html": "1"])
        #expect(done.replaced.isFolder)
        #expect(Set(done.changed) == ["index.html", "2026/11/23/index.html", ".broadsheet.json"])
        #expect(try ground.files() == ["public/index.html", "public/2026/11/23/index.html", "public/.broadsheet.json"])
    }

    @Test func leavesUnchangedFilesAsTheyAre() throws {
        let ground = try Ground()
        _ = try ground.publish(["index.html": "1", "style.css": "s"])
        let before = try ground.inode("public/style.css")
        let front = try ground.inode("public/index.html")
        let done = try ground.publish(["index.html": "2", "style.css": "s"])
        #expect(done.changed == ["index.html"])
        #expect(try ground.inode("public/style.css") == before)
        #expect(try ground.inode("public/index.html") != front)
        #expect(try ground.publish(["index.html": "2", "style.css": "s"]).changed.isEmpty)
    }

    /// So that a run that is killed has told of it.
    @Test(arguments: [false, true]) func tellsWhatChangesBeforeItDoes(inPlace: Bool) throws {
        let ground = try Ground()
        _ = try ground.publish(["index.html": "1", "old.html": "o", "style.css": "s"])
        let told = Guarded<[String]>([])
        let (page, root) = (ground.output.path + "/index.html", ground.output)
        let publisher = SitePublisher(output: root, staging: ground.staging, maker: .run) {
            inPlace ? [$0 + "/none"] : []
        }
        .telling { paths in
            #expect(FileManager.default.contents(atPath: page) == Data("1".utf8))
            told.withLock { $0 += paths }
        }
        _ = try publisher.publish(
            ["index.html": "2", "style.css": "s"].map { Ground.part($0.key, $0.value) }, keeping: [], fingerprint: "f")
        #expect(told.withLock { $0 } == ["index.html", ".broadsheet.json", "old.html"])
        #expect(ground.text("public/index.html") == "2")
    }

    @Test func writesManyPartsAtOnce() throws {
        let ground = try Ground()
        let paths = (10..<110).map { "source/\($0)/page.html" }
        _ = try ground.publish(Dictionary(uniqueKeysWithValues: paths.prefix(50).map { ($0, $0) }))
        let done = try ground.publish(Dictionary(uniqueKeysWithValues: paths.map { ($0, $0) }))
        #expect(done.changed == paths.dropFirst(50).sorted() + [".broadsheet.json"])
        for path in paths { #expect(ground.text("public/" + path) == path) }
    }

    @Test func leavesTheSiteAsItWasWhereAPartCannotBeWritten() throws {
        let ground = try Ground()
        _ = try ground.publish(["index.html": "1"])
        let before = try ground.files()
        let error = #expect(throws: PublishingError.self) {
            try ground.publish(["index.html": "2", "a": "x", "a/b": "y", "z": "z"])
        }
        #expect(error?.description.hasPrefix("something else stands at") == true)
        #expect(try ground.files() == before)
        #expect(ground.text("public/index.html") == "1")
    }

    @Test func removesWhatItMadeAndKeepsWhatItDidNot() throws {
        let ground = try Ground()
        let kept = try #require(EditionDate("2026-11-22"))
        try ground.write("public/CNAME", "a.example")
        try ground.write("public/.git/objects/ab/cd", "blob")
        try ground.write("public/2026/11/20/mine.txt", "mine")
        try FileManager.default.createDirectory(
            at: ground.output.appending(path: "empty"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: ground.output.appending(path: "link").path, withDestinationPath: "nowhere")
        _ = try ground.publish([
            "index.html": "1", "old.xml": "o", "2026/11/20/index.html": "a", "2026/11/21/index.html": "b",
            "2026/11/22/index.html": "c", "2026/11/22/atom.xml": "d",
        ])
        let before = try ground.inode("public/.git/objects/ab/cd")
        let done = try ground.publish(["index.html": "2", "2026/11/23/index.html": "e"], keeping: [kept])
        #expect(done.removed == ["2026/11/20/index.html", "2026/11/21/index.html", "old.xml"])
        #expect(
            try ground.files() == [
                "public/CNAME", "public/.git/objects/ab/cd", "public/2026/11/20/mine.txt", "public/link",
                "public/index.html",
                "public/2026/11/22/index.html", "public/2026/11/22/atom.xml", "public/2026/11/23/index.html",
                "public/.broadsheet.json",
            ])
        #expect(Disk.kind(ground.output.path + "/empty") == .folder)
        #expect(Disk.kind(ground.output.path + "/2026/11/21") == .missing)
        #expect(try ground.inode("public/.git/objects/ab/cd") == before)
        #expect(Manifest.read(in: ground.output)?.editions == [kept, try #require(EditionDate("2026-11-23"))])
    }

    @Test func replacesAFewFilesAndLeavesTheRest() throws {
        let ground = try Ground()
        _ = try ground.publish(["index.html": "1", "health.html": "h"], fingerprint: "x")
        let done = try ground.publisher().replace([Ground.part("health.html", "i")])
        #expect(done.changed == ["health.html"])
        #expect(ground.text("public/index.html") == "1" && ground.text("public/health.html") == "i")
        #expect(Manifest.read(in: ground.output)?.fingerprint == "x")
    }

    @Test func cleansUpAfterAKilledRun() throws {
        let ground = try Ground()
        _ = try ground.publish(["index.html": "1"])
        try ground.write("state/staging/half", "x")
        try ground.write(".public.broadsheet-staging/half", "x")
        try ground.write("public/.broadsheet-new-atom.xml", "x")
        _ = try ground.publish(["index.html": "2"])
        #expect(try ground.files() == ["public/index.html", "public/.broadsheet.json"])
        #expect(Disk.kind(ground.staging.path + "/half") == .missing)
    }

    @Test func followsALinkToTheOutput() throws {
        let ground = try Ground()
        try ground.write("www/.gitkeep", "")
        try FileManager.default.createSymbolicLink(
            at: ground.output, withDestinationURL: ground.root.appending(path: "www"))
        _ = try ground.publish(["index.html": "1"])
        _ = try ground.publish(["index.html": "2"])
        #expect(Disk.kind(ground.output.path) == .link)
        #expect(ground.text("www/index.html") == "2")
    }

    @Test func replacesFileByFileWhereTheStateLiesInTheOutput() throws {
        let ground = try Ground()
        let publisher = SitePublisher(
            output: ground.root, staging: ground.root.appending(path: ".broadsheet/staging"), maker: .run)
        try ground.write(".broadsheet/state.sqlite", "state")
        let done = try publisher.publish([Ground.part("index.html", "1")], keeping: [], fingerprint: "f")
        #expect(!done.replaced.isFolder)
        done.replaced.letGo()
        #expect(try ground.files() == [".broadsheet/state.sqlite", "index.html", ".broadsheet.json"])
        let emptied = try publisher.publish([], keeping: [], fingerprint: "f")
        #expect(emptied.removed == ["index.html"])
        emptied.replaced.letGo()
        #expect(try ground.files() == [".broadsheet/state.sqlite", ".broadsheet.json"])
    }

    @Test func keepsTheModeOfTheOutput() throws {
        let ground = try Ground()
        try ground.write("public/.gitkeep", "")
        try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: ground.output.path)
        _ = try ground.publish(["index.html": "1"])
        #expect(Disk.mode(ground.output.path) == 0o750)
    }

    @Test func saysThatAFileStandsInTheWay() throws {
        let ground = try Ground()
        try ground.write("public", "file")
        let error = #expect(throws: PublishingError.self) { try ground.publish(["index.html": "1"]) }
        #expect(error?.description.contains("is no folder; move it away, or choose another output") == true)
        #expect(ground.text("public") == "file")
    }

    @Test func refusesToLetADemoWriteOverAnotherSite() throws {
        let ground = try Ground()
        _ = try ground.publish(["index.html": "1"], maker: .run)
        let error = #expect(throws: PublishingError.self) { try ground.publish(["index.html": "2"], maker: .demo) }
        #expect(error?.description.hasSuffix("holds a site that the demo did not make; choose another with -o") == true)
        #expect(ground.text("public/index.html") == "1")
    }

    @Test func letsADemoWriteOverADemoAndIntoAnEmptyFolder() throws {
        let ground = try Ground()
        try ground.write("public/.gitkeep", "")
        _ = try ground.publish(["index.html": "1", "old.html": "o"], maker: .demo)
        _ = try ground.publish(["index.html": "2"], maker: .demo)
        #expect(try ground.files() == ["public/.gitkeep", "public/index.html", "public/.broadsheet.json"])
        _ = try ground.publish(["index.html": "3"], maker: .run)
        #expect(Manifest.read(in: ground.output)?.maker == .run)
    }

    @Test func refusesNamesThatAreNotOurs() {
        for path in ["", "/x", "../x", "a//b", "a/./b", "é.html", "a b", String(repeating: "x", count: 121)] {
            #expect(!SitePaths.isSound(path), "\(path)")
        }
        #expect(SitePaths.isSound("2026/11/23/" + String(repeating: "x", count: 120)))
    }
}

extension ReplacedSite {
    /// Whether a folder was swapped; otherwise files were replaced one by one.
    var isFolder: Bool {
        switch self {
        case .folder: true
        case .files: false
        }
    }
}
