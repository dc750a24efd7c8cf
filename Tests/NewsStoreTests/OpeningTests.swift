import Foundation
import NewsModel
import NewsStore
import TestSupport
import Testing

@Suite struct OpeningTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
    }

    private func error(at path: String) -> StoreError? {
        do throws(StoreError) {
            _ = try NewsStore(path: path, patience: .zero)
            return nil
        } catch {
            return error
        }
    }

    @Test func foldersAndFileAreMade() throws {
        let path = folder.path("deep/er/state.sqlite")
        try NewsStore(path: path).close()
        #expect(FileManager.default.fileExists(atPath: path))
    }

    @Test func nothingButTheFileIsLeft() throws {
        let desk = try TestStore()
        try desk.run(.at(11, 23), ["paper": [.titled("Ferry returns")]])
        try desk.store.close()
        #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder.path) == ["state.sqlite"])
    }

    @Test func anEmptyFileBecomesAStore() throws {
        let path = try folder.write("", to: "state.sqlite")
        #expect(error(at: path) == nil)
    }

    @Test func textIsNoStore() throws {
        let path = try folder.write(String(repeating: "This is a shopping list. ", count: 100), to: "state.sqlite")
        #expect(error(at: path) == .unreadable(path: path, reason: "it is not an SQLite file"))
    }

    @Test func aFileThatWasCutOffIsDamaged() throws {
        let path = folder.path("state.sqlite")
        try NewsStore(path: path).close()
        let bytes = try Data(contentsOf: URL(filePath: path))
        try bytes.prefix(bytes.count / 2).write(to: URL(filePath: path))
        #expect(error(at: path) == .unreadable(path: path, reason: "it is damaged"))
    }

    @Test func aFolderInItsPlaceIsSaid() throws {
        let path = folder.path("state.sqlite")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        #expect(error(at: path) == .notWritable(path: path, reason: "a folder stands there"))
    }

    @Test func aFileInPlaceOfItsFolderIsSaid() throws {
        let path = try folder.write("", to: "file") + "/state.sqlite"
        guard case .notWritable(path, let reason) = error(at: path) else {
            Issue.record("opened below a file")
            return
        }
        #expect(reason.hasSuffix("can't be made"))
    }

    @Test func whatIsNoOrdinaryFileIsSaid() {
        #expect(error(at: "/dev/null") == .notWritable(path: "/dev/null", reason: "it is no ordinary file"))
    }

    @Test(.enabled(if: getuid() != 0, "the superuser may write everywhere"), arguments: ["state.sqlite", ""])
    func whatIsReadOnlyIsSaid(protected: String) throws {
        let path = folder.path("locked/state.sqlite")
        try NewsStore(path: path).close()
        let target = folder.path("locked/\(protected)")
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: target)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: target) }
        guard case .notWritable = error(at: path) else {
            Issue.record("opened what can't be written")
            return
        }
    }

    @Test func aSecondRunIsToldThatTheStateIsBusyAndReadsItAsItWas() throws {
        let desk = try TestStore()
        try desk.run(.at(11, 22), ["paper": [.titled("Ferry returns")]])
        let other = try NewsStore(path: desk.path, patience: .zero)
        try desk.night(.at(11, 23)) { night in
            try night.answer(from: "paper", [.titled("Bridge closes")])
            #expect(throws: StoreError.busy(path: desk.path)) {
                try other.night(of: .day(11, 23), now: .at(11, 23)) { _ in }
            }
            #expect(try other.archive().map(\.headline) == ["Ferry returns"])
        }
    }

    @Test func manyMayOpenANewFileAtOnce() async throws {
        let path = folder.path("state.sqlite")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<6 { group.addTask { try NewsStore(path: path, patience: .seconds(60)).close() } }
            try await group.waitForAll()
        }
        #expect(error(at: path) == nil)
    }

    @Test func afterItWasClosedEveryCallThrows() throws {
        let desk = try TestStore()
        try desk.store.close()
        #expect(throws: (any Error).self) { try desk.store.archive() }
        #expect(throws: (any Error).self) { try desk.run(.at(11, 23)) }
    }
}
