import Files
import Foundation
import TestSupport
import Testing

@Suite struct ResolvedPathTests {
    @Test func followsLinksAlsoToWhatIsNotThere() throws {
        let directory = try TemporaryDirectory()
        let folder = ResolvedPath.of(directory.url.path)
        try FileManager.default.createDirectory(atPath: folder + "/a", withIntermediateDirectories: false)
        symlink("a", folder + "/b")
        symlink("b/missing", folder + "/c")
        symlink("d", folder + "/d")
        #expect(ResolvedPath.of(folder + "/b/x/y") == folder + "/a/x/y")
        #expect(ResolvedPath.of(folder + "/c") == folder + "/a/missing")
        #expect(ResolvedPath.of(folder + "/x/../a/./b") == folder + "/a/b")
        // A link to itself leads nowhere, and ends.
        #expect(ResolvedPath.of(folder + "/d").hasSuffix("/d"))
    }

    /// A relative path leaves the working directory by its dots too.
    @Test func startsAtTheWorkingDirectory() {
        let here = FileManager.default.currentDirectoryPath
        let above = URL(filePath: here).deletingLastPathComponent().path
        #expect(ResolvedPath.absolute("a") == here + "/a" && ResolvedPath.absolute("./b/../a") == here + "/a")
        #expect(ResolvedPath.absolute("../a") == (above == "/" ? "" : above) + "/a")
        #expect(ResolvedPath.absolute("/a/../b//c/") == "/b/c")
        #expect(ResolvedPath.of("../no-such-file-here") == ResolvedPath.of(above) + "/no-such-file-here")
    }

    @Test(arguments: [
        ("/a", "/a", true), ("/a", "/a/b", true), ("/a", "/ab", false), ("/", "/a", true), ("/a/b", "/a", false),
    ])
    func tellsWhatLiesWithinWhat(folder: String, path: String, isWithin: Bool) {
        #expect(ResolvedPath.contains(folder, path) == isWithin)
    }
}
