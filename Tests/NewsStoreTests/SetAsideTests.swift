import Foundation
import NewsStore
import TestSupport
import Testing

@Suite struct SetAsideTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
    }

    private var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
    }

    @Test func theFileGetsADatedNameBesideIt() throws {
        let path = try folder.write("junk", to: "state.sqlite")
        let name = try NewsStore.setAside(path: path, now: .at(11, 23, 3))
        #expect(name == "state-unreadable-2026-11-23.sqlite")
        #expect(try names == [name])
        #expect(try folder.read(name) == "junk")
        try NewsStore(path: path).close()
    }

    @Test func aJournalGoesWithItSoThatItIsNotRolledBackIntoTheNextFile() throws {
        let path = try folder.write("junk", to: "state.sqlite")
        for ending in ["-journal", "-wal"] { try folder.write("pages", to: "state.sqlite\(ending)") }
        let name = try NewsStore.setAside(path: path, now: .at(11, 23, 3))
        #expect(try names == [name, "\(name)-journal", "\(name)-wal"])
    }

    @Test func aSecondOneOfADayGetsANumber() throws {
        for expected in ["s-unreadable-2026-11-23", "s-unreadable-2026-11-23-2", "s-unreadable-2026-11-23-3"] {
            let path = try folder.write("junk", to: "s")
            #expect(try NewsStore.setAside(path: path, now: .at(11, 23)) == expected)
        }
    }
}
