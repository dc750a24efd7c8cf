import Foundation
import NewsModel
import Testing

@testable import Publishing

/// The folder in which the last site was built is the beginning of the next, and never shows.
@Suite struct StandingTreeTests {
    private typealias Ground = SitePublisherTests.Ground
    private let ground: SitePublisherTests.Ground

    init() throws {
        ground = try Ground()
    }

    private func nights(_ nights: [String: String]...) throws {
        for files in nights { _ = try ground.publish(files) }
    }

    /// The files of the output, with what they say.
    private func site() throws -> [String: String] {
        let paths = try ground.files().filter { $0.hasPrefix("public/") && !$0.hasSuffix(".broadsheet.json") }
        return Dictionary(uniqueKeysWithValues: paths.map { (String($0.dropFirst(7)), ground.text($0) ?? "") })
    }

    private func standing() throws -> Set<String> {
        Set(try ground.everyFile().filter { $0.hasPrefix("state/staging/") }.map { String($0.dropFirst(14)) })
    }

    @Test func whatBothSitesHaveStaysForTheNextNight() throws {
        try nights(["index.html": "1", "a/b.html": "b"], ["index.html": "2", "a/b.html": "b"])
        #expect(try standing().contains("a/b.html") && !standing().contains("index.html"))
        #expect(try ground.inode("state/staging/a/b.html") == ground.inode("public/a/b.html"))
        let folder = try ground.inode("state/staging/a")
        try nights(["index.html": "3", "a/b.html": "b"])
        #expect(try ground.inode("public/a") == folder)
        #expect(try site() == ["index.html": "3", "a/b.html": "b"])
    }

    @Test(arguments: [(3, true), (4, false)]) func aSmallSiteLeavesNothing(count: Int, stays: Bool) throws {
        for text in ["1", "2"] {
            _ = try ground.publish(["index.html": text, "a.html": "a", "b.html": "b"], keepingFrom: count)
        }
        #expect(try standing().isEmpty != stays)
        #expect((Disk.kind(ground.staging.path) == .folder) == stays)
    }

    @Test func whatIsGoneFromTheSiteIsGoneAltogether() throws {
        let removed = ["index.html": "1", "2026/11/23/index.html": "secret"]
        try nights(removed, ["index.html": "2", "2026/11/23/index.html": "secret"], ["index.html": "3"])
        #expect(try site() == ["index.html": "3"])
        #expect(try standing().allSatisfy { $0 == ".broadsheet.json" })
        try nights(["index.html": "4"])
        #expect(try site() == ["index.html": "4"])
        #expect(Disk.kind(ground.output.path + "/2026") == .missing)
        #expect(Disk.kind(ground.staging.path + "/2026/11") == .missing)
    }

    @Test func whatSomebodyElseChangesBetweenTheNightsCounts() throws {
        try ground.write("public/CNAME", "a.example")
        try ground.write("public/own/mine.txt", "1")
        let files = ["index.html": "1", "style.css": "s"]
        try nights(files, files)
        try ground.write("public/CNAME", "b.example")
        try FileManager.default.removeItem(at: ground.output.appending(path: "own/mine.txt"))
        try ground.write("public/own/other.txt", "2")
        for text in ["2", "3", "4"] {
            try nights(["index.html": text, "style.css": "s"])
            let expected = ["index.html": text, "style.css": "s", "CNAME": "b.example", "own/other.txt": "2"]
            #expect(try site() == expected)
        }
    }

    @Test func nothingThatWasPutIntoItIsPublished() throws {
        let files = ["index.html": "1", "a/b.html": "b"]
        try nights(files, files)
        for path in ["index.html", "a/b.html", "a/c.html", "d/e.html", "style.css/f"] {
            try ground.write("state/staging/" + path, "not ours")
        }
        try FileManager.default.createSymbolicLink(
            atPath: ground.staging.path + "/link", withDestinationPath: ground.output.path)
        try nights(["index.html": "1", "a/b.html": "b", "style.css": "s"])
        #expect(try site() == ["index.html": "1", "a/b.html": "b", "style.css": "s"])
    }

    @Test func aFolderTakesThePlaceOfAFile() throws {
        for _ in 1...2 {
            try nights(["x": "file"], ["x": "file"])
            #expect(try site() == ["x": "file"])
            try nights(["x/z": "folder"])
            #expect(try site() == ["x/z": "folder"])
            try nights([:])
            #expect(try site() == [:])
        }
    }

    @Test func foldersHaveTheRightsOfNewOnesAndThoseOfOthersTheirOwn() throws {
        try ground.write("public/own/mine.txt", "mine")
        chmod(ground.output.path + "/own", 0o700)
        let files = ["a/b/c.html": "c"]
        try nights(files, files)
        for mode in [0o700, 0o777] as [mode_t] {
            chmod(ground.output.path + "/a/b", mode)
            chmod(ground.staging.path + "/a", mode)
            try nights(files)
            for path in ["a", "a/b"] { #expect(Disk.mode(ground.output.path + "/" + path) == 0o755) }
            #expect(Disk.mode(ground.output.path + "/own") == 0o700)
        }
    }

    @Test func aNameThatIsNoUTF8IsCarriedOverEachNight() throws {
        try nights(["index.html": "1"])
        let name = Array((ground.output.path + "/").utf8CString.dropLast()) + [CChar(bitPattern: 0xFF), 0]
        let file = open(name, O_WRONLY | O_CREAT, 0o644)
        try #require(file >= 0)
        close(file)
        for text in ["2", "3", "4"] {
            try nights(["index.html": text])
            #expect(access(name, F_OK) == 0)
        }
    }

    @Test func whatWasPutBackIsWhatTheNextNightBuildsOn() throws {
        let files = ["index.html": "1", "a/b.html": "b"]
        try nights(files, files)
        let parts = ["index.html": "2", "a/b.html": "c", "d.html": "d"].map { Ground.part($0.key, $0.value) }
        let done = try ground.publisher().publish(parts, keeping: [], fingerprint: "f")
        #expect(done.replaced.putBack())
        #expect(try site() == files)
        try nights(files)
        #expect(try site() == files)
        try nights(["index.html": "3", "a/b.html": "b"])
        #expect(try site() == ["index.html": "3", "a/b.html": "b"])
    }
}
