import Foundation
import NewsModel
import NewsStore
import TestSupport
import Testing

@Suite struct InterruptionTests {
    private struct Failure: Error {}

    @Test func aNightThatThrowsLeavesNothing() throws {
        let desk = try TestStore()
        try desk.run(.at(11, 22), ["paper": [.titled("Ferry returns", .at(11, 22))]])
        #expect(throws: Failure.self) {
            try desk.night(.at(11, 23)) { night in
                try night.answer(from: "paper", [.titled("Bridge closes", .at(11, 23))])
                try night.publish()
                throw Failure()
            }
        }
        #expect(try desk.store.archive().map(\.date) == [.day(11, 22)])
        #expect(try desk.store.memories(of: ["paper"])["paper"]?.history.count == 1)
    }

    /// What lies in the folder in the middle of a night is what `kill -9` would leave there. A large night has by then
    /// written pages into the file itself; a small one has not.
    @Test(arguments: [1, 3000]) func whatIsLeftOfAKilledRunReadsAsItWasBefore(items: Int) throws {
        let desk = try TestStore()
        try desk.run(.at(11, 22), ["paper": [.titled("Ferry returns", .at(11, 22))]])
        let text = String(repeating: "A long report. ", count: 600)
        let left = try TemporaryDirectory()
        try desk.night(.at(11, 23)) { night in
            try night.answer(from: "paper", (0..<items).map { .titled("Story \($0)", .at(11, 23), summary: text) })
            try night.publish()
            for name in try FileManager.default.contentsOfDirectory(atPath: desk.folder.path) {
                try FileManager.default.copyItem(atPath: desk.folder.path(name), toPath: left.path(name))
            }
        }
        let store = try NewsStore(path: left.path("state.sqlite"))
        #expect(try store.archive().map(\.headline) == ["Ferry returns"])
        let told = try store.night(of: .day(11, 23), now: .at(11, 23)) { night in
            try night.answer(from: "paper", [.titled("Bridge closes", .at(11, 23))])
            return try night.publish()
        }
        #expect(told == ["Bridge closes"])
        try store.close()
        #expect(try FileManager.default.contentsOfDirectory(atPath: left.path) == ["state.sqlite"])
    }

    @Test func damageThatShowsOnlyLaterIsSaidAndNoCrash() throws {
        let desk = try TestStore()
        try desk.run(.at(11, 22), ["paper": (0..<200).map { .titled("Story \($0)", .at(11, 22)) }])
        try desk.store.close()
        var bytes = try Data(contentsOf: URL(filePath: desk.path))
        for offset in stride(from: 8192, to: bytes.count, by: 7) { bytes[offset] = 0xA5 }
        try bytes.write(to: URL(filePath: desk.path))
        #expect {
            let store = try NewsStore(path: desk.path)
            _ = try store.editions(of: [.day(11, 22)])
            _ = try store.night(of: .day(11, 23), now: .at(11, 23)) { try $0.publish() }
        } throws: { error in
            guard case .unreadable = error as? StoreError else { return false }
            return true
        }
    }
}
