import Foundation
import TestSupport
import Testing

@testable import Publishing

/// Files that were replaced one by one are put back whole, or let go whole.
@Suite struct ReplacedFilesTests {
    private let folder: TemporaryDirectory
    private var replaced: ReplacedFiles

    init() throws {
        folder = try TemporaryDirectory()
        try folder.write("old front", to: "index.html")
        try folder.write("old list", to: "list.json")
        try folder.write("old day", to: "2026/11/22/index.html")
        replaced = ReplacedFiles(in: folder.url.path)
    }

    private static let old = ["index.html": "old front", "list.json": "old list", "2026/11/22/index.html": "old day"]

    private func replace(_ path: String, _ text: String, _ files: inout ReplacedFiles) throws {
        try files.makeFolders(above: path)
        try folder.write(text, to: path + ".new")
        try files.replace(path, by: folder.url.path + "/" + path + ".new")
    }

    /// A front page and a list that were there, a page that was not, and a day that goes.
    private func renewed() throws -> ReplacedFiles {
        var files = replaced
        try replace("list.json", "announced list", &files)
        try replace("2026/11/23/index.html", "new day", &files)
        try replace("index.html", "new front", &files)
        try replace("list.json", "new list", &files)
        try files.remove("2026/11/22/index.html")
        return files
    }

    private func texts() throws -> [String: String] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.url.path)
        return Dictionary(
            uniqueKeysWithValues: paths.compactMap { path in
                (try? String(contentsOf: folder.url.appending(path: path), encoding: .utf8)).map { (path, $0) }
            })
    }

    @Test func whatIsLetGoLeavesTheNewFilesAlone() throws {
        let files = try renewed()
        files.letGo()
        #expect(
            try texts() == ["index.html": "new front", "list.json": "new list", "2026/11/23/index.html": "new day"])
        #expect(!FileManager.default.fileExists(atPath: folder.url.path + "/2026/11/22"))
    }

    @Test func whatIsPutBackIsAsItWas() throws {
        #expect(try renewed().putBack())
        #expect(try texts() == Self.old)
        #expect(!FileManager.default.fileExists(atPath: folder.url.path + "/2026/11/23"))
    }

    /// A folder that was made for a file has the place of a file that had to go, and somebody else's file gets into it.
    @Test func foldersThatWereMadeGoUnlessSomethingIsInThem() throws {
        var files = replaced
        try files.remove("2026/11/22/index.html")
        try files.remove("2026/11/22")
        try replace("2026/11/22/new/index.html", "new", &files)
        try replace("2026/11/23/index.html", "new", &files)
        try folder.write("own", to: "2026/11/23/own.txt")
        #expect(files.putBack())
        #expect(try texts() == Self.old.merging(["2026/11/23/own.txt": "own"]) { $1 })
    }

    @Test func aFolderThatWasTakenAwayComesBackOrGoesWithAllInIt() throws {
        var files = replaced
        try files.remove("2026")
        try replace("2026/11/23/index.html", "new", &files)
        #expect(try texts()["2026/11/22/index.html"] == nil)
        #expect(files.putBack())
        #expect(try texts() == Self.old)
        files = replaced
        try files.remove("2026")
        files.letGo()
        #expect(try texts().keys.sorted() == ["index.html", "list.json"])
    }

    /// What stands in the way of a file is a folder with something in it.
    @Test func afterAFileThatCannotTakeItsPlaceTheOthersArePutBack() throws {
        try folder.write("own", to: "blocked/own.txt")
        var files = replaced
        try replace("index.html", "new front", &files)
        #expect(throws: DiskError.self) { try replace("blocked", "new", &files) }
        #expect(files.putBack())
        try FileManager.default.removeItem(atPath: folder.url.path + "/blocked.new")
        #expect(try texts() == Self.old.merging(["blocked/own.txt": "own"]) { $1 })
    }
}
