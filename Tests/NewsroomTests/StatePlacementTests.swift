import Files
import Foundation
import TestSupport
import Testing

@testable import Newsroom

/// A state in the output would be published, and would go with the site that is replaced.
@Suite struct StatePlacementTests {
    private let folder: TemporaryDirectory
    private let root: String

    init() throws {
        folder = try TemporaryDirectory()
        root = ResolvedPath.of(folder.url.path)
        try folder.write("state", to: "state/state.sqlite")
        try folder.write("page", to: "public/index.html")
    }

    private func complaint(state: String = "state/state.sqlite", output: String = "public") -> String? {
        do throws(RunFailure) {
            try StatePlacement(state: root + "/" + state, output: root + "/" + output).check()
            return nil
        } catch {
            return error.description
        }
    }

    @Test func besideTheOutputItIsWellPlaced() throws {
        #expect(complaint() == nil)
        #expect(complaint(state: "none/state.sqlite", output: "none/public") == nil)
        #expect(complaint(state: "public-state/state.sqlite") == nil)
        symlink("public", root + "/www")
        #expect(complaint(output: "www") == nil)
    }

    @Test func withinTheOutputItIsRefused() throws {
        #expect(complaint(state: "public/state.sqlite")?.contains("lies in the output") == true)
        #expect(complaint(state: "public/.deep/er/state.sqlite") != nil)
        #expect(complaint(output: ".") != nil)
        symlink("public", root + "/www")
        #expect(complaint(state: "www/state.sqlite") != nil)
        symlink(root + "/public/kept.sqlite", root + "/linked.sqlite")
        #expect(complaint(state: "linked.sqlite") != nil)
    }

    @Test func linkedIntoTheOutputItIsRefused() throws {
        symlink("../state/state.sqlite", root + "/public/a.txt")
        #expect(complaint()?.contains("public/a.txt in the output leads to the state") == true)
        unlink(root + "/public/a.txt")
        symlink("../state", root + "/public/folder")
        #expect(complaint() != nil)
        unlink(root + "/public/folder")
        link(root + "/state/state.sqlite", root + "/public/b.txt")
        #expect(complaint()?.contains("public/b.txt") == true)
    }

    @Test func whereTheNextSiteIsBuiltNeitherMayBe() {
        #expect(complaint(output: "state/state.sqlite.staging") != nil)
        #expect(complaint(output: "state/state.sqlite.staging/public") != nil)
        #expect(complaint(state: ".public.broadsheet-staging/state.sqlite") != nil)
    }

    @Test func theLockFollowsNoLinkAndWaitsForNoPipe() throws {
        let state = root + "/state/state.sqlite"
        symlink("elsewhere", state + ".lock")
        #expect(throws: RunFailure.self) { try StateLock.take(state: state).release() }
        #expect(!FileManager.default.fileExists(atPath: root + "/state/elsewhere"))
        unlink(state + ".lock")
        mkfifo(state + ".lock", 0o600)
        #expect(throws: RunFailure.self) { try StateLock.take(state: state).release() }
        unlink(state + ".lock")
        try StateLock.take(state: state).release()
    }

    @Test func aFolderThatAnybodyMayWriteIntoIsNamed() {
        let state = root + "/state/state.sqlite"
        chmod(root + "/state", 0o755)
        #expect(StateLock.warning(about: state) == nil)
        chmod(root + "/state", 0o777)
        #expect(StateLock.warning(about: state)?.contains("\(root)/state") == true)
    }
}
