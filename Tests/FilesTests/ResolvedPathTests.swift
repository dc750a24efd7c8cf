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

    @Test(arguments: [
        ("/a", "/a", true), ("/a", "/a/b", true), ("/a", "/ab", false), ("/", "/a", true), ("/a/b", "/a", false),
    ])
    func tellsWhatLiesWithinWhat(folder: String, path: String, isWithin: Bool) {
        #expect(ResolvedPath.contains(folder, path) == isWithin)
    }
}
