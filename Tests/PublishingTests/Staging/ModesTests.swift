import Foundation
import NewsModel
import Testing

@testable import Publishing

/// Everybody may read what is published, and the folder stays whose it was.
@Suite struct ModesTests {
    private typealias Ground = SitePublisherTests.Ground

    private func mode(_ ground: Ground, _ path: String) -> mode_t? { Disk.mode(ground.root.path + "/" + path) }

    private func publish(_ ground: Ground, _ files: [String: String], mounted: Bool = false) throws {
        let publisher = SitePublisher(output: ground.output, staging: ground.staging, maker: .run) {
            mounted ? [$0 + "/none"] : []
        }
        _ = try publisher.publish(files.map { Ground.part($0.key, $0.value) }, keeping: [], fingerprint: "f")
    }

    private let site = ["index.html": "1", "a/b/c.html": "2", "style.css": "s"]

    @Test(arguments: [false, true]) func whatWasMadeUnderAnotherUmaskIsMended(mounted: Bool) throws {
        let ground = try Ground()
        try publish(ground, site)
        try ground.write("public/own/mine.txt", "mine")
        for (path, mode) in [
            ("index.html", 0o600), ("style.css", 0o666), ("a/b/c.html", 0o640), ("a", 0o700), ("a/b", 0o777),
            ("own", 0o700), ("own/mine.txt", 0o600),
        ] as [(String, mode_t)] { chmod(ground.output.path + "/" + path, mode) }
        let before = try ground.inode("public/style.css")
        try publish(ground, site, mounted: mounted)
        for path in site.keys + [".broadsheet.json"] { #expect(mode(ground, "public/" + path) == 0o644, "\(path)") }
        for path in ["public", "public/a", "public/a/b"] { #expect(mode(ground, path) == 0o755, "\(path)") }
        #expect(mode(ground, "public/own") == 0o700 && mode(ground, "public/own/mine.txt") == 0o600)
        #expect(try ground.inode("public/style.css") == before)
    }

    @Test(arguments: [0o2775, 0o750, 0o2750] as [mode_t], [false, true])
    func theOutputKeepsItsModeAndHandsItsGroupDown(mode: mode_t, mounted: Bool) throws {
        let ground = try Ground()
        try publish(ground, ["index.html": "1"])
        let group = Self.otherGroup ?? getegid()
        #expect(chown(ground.output.path, uid_t.max, group) == 0 && chmod(ground.output.path, mode) == 0)
        for text in ["2", "3"] {
            try publish(ground, ["index.html": text, "a/\(text).html": text], mounted: mounted)
            let rights = try #require(FolderRights(of: ground.output.path))
            #expect(rights.mode == mode && rights.group == group)
            guard rights.handsItsGroupDown else { continue }
            for path in ["a", "index.html", "a/\(text).html"] {
                #expect(FolderRights(of: ground.output.path + "/" + path)?.group == group, "\(path)")
            }
            #expect(self.mode(ground, "public/a") == 0o2755 && self.mode(ground, "public/index.html") == 0o644)
        }
    }

    @Test(.enabled(if: geteuid() == 0), arguments: [false, true])
    func whatRootPublishesIntoSomebodysFolderIsTheirs(mounted: Bool) throws {
        let (ground, user) = (try Ground(), uid_t(4321))
        try publish(ground, ["index.html": "1", "a/1.html": "1"])
        try ground.write("public/own/mine.txt", "mine")
        for path in try [""] + FileManager.default.subpathsOfDirectory(atPath: ground.root.path).map({ "/" + $0 }) {
            #expect(chown(ground.root.path + path, user, gid_t.max) == 0)
        }
        try publish(ground, ["index.html": "2", "b/2.html": "2"], mounted: mounted)
        for path in ["", "/own", "/own/mine.txt", "/index.html", "/b", "/b/2.html"] {
            #expect(FolderRights(of: ground.output.path + path)?.owner == user, "\(path)")
        }
    }

    @Test(.enabled(if: geteuid() != 0)) func aFolderThatThisUserMayNotLookIntoStays() throws {
        let ground = try Ground()
        try publish(ground, ["index.html": "1"])
        try ground.write("public/lost+found/x", "x")
        let folder = ground.output.path + "/lost+found"
        chmod(folder, 0)
        defer { chmod(folder, 0o700) }
        try publish(ground, ["index.html": "2"])
        #expect(ground.text("public/index.html") == "2" && Disk.mode(folder) == 0)
    }

    @Test(arguments: [0, S_ISGID]) func aFolderIsGivenAGroupThatThisUserMayGive(bit: mode_t) throws {
        let ground = try Ground()
        try ground.write("public/own/mine.txt", "mine")
        let folder = ground.output.path + "/own"
        var rights = try #require(FolderRights(of: folder))
        // That which it has, and another one.
        for group in [rights.group, Self.otherGroup ?? rights.group] {
            (rights.group, rights.mode) = (group, 0o755 | bit)
            #expect(rights.giveGroup(to: folder))
            let given = try #require(FolderRights(of: folder))
            #expect(given.group == group && given.mode == 0o700 | bit)
        }
    }

    @Test func aNewOutputTakesTheGroupOfAFolderThatHandsItDown() throws {
        let ground = try Ground()
        let group = Self.otherGroup ?? getegid()
        #expect(chown(ground.root.path, uid_t.max, group) == 0 && chmod(ground.root.path, 0o2775) == 0)
        try publish(ground, ["index.html": "1"])
        let rights = try #require(FolderRights(of: ground.output.path))
        #expect(rights.mode == 0o2755 && rights.group == group)
    }

    @Test func foldersOfOthersKeepTheirGroup() throws {
        let ground = try Ground()
        try publish(ground, ["index.html": "1"])
        try ground.write("public/own/mine.txt", "mine")
        let group = Self.otherGroup ?? getegid()
        #expect(chown(ground.output.path + "/own", uid_t.max, group) == 0)
        #expect(chmod(ground.output.path + "/own", 0o2770) == 0)
        try publish(ground, ["index.html": "2"])
        let rights = try #require(FolderRights(of: ground.output.path + "/own"))
        #expect(rights.mode == 0o2770 && rights.group == group)
    }

    /// A group that this process may give: any for the superuser, else a second one of this user's, if there is one.
    private static var otherGroup: gid_t? {
        if geteuid() == 0 { return 4_242 }
        var groups = [gid_t](repeating: 0, count: 64)
        let count = Int(getgroups(Int32(groups.count), &groups))
        return groups.prefix(max(0, count)).first { $0 != getegid() }
    }
}
