import Foundation
import NewsModel
import NewsStore
import TestSupport
import Testing

@Suite struct MessageTests {
    private let desk: TestStore

    init() throws {
        desk = try TestStore()
    }

    private static func message(_ id: String, to receiver: String = "one") -> OutgoingMessage {
        OutgoingMessage(
            id: id, receiver: receiver, event: .edition, created: .at(11, 23, 3),
            headers: ["content-type": "application/json", "title": "A: b"], body: Array("{\"a\": 1}".utf8))
    }

    @Test func whatIsKeptComesBackAsItWas() throws {
        try desk.night(.at(11, 23, 3)) { try $0.keep([Self.message("a"), Self.message("a", to: "two")]) }
        #expect(try desk.store.messages() == [Self.message("a"), Self.message("a", to: "two")])
    }

    @Test func aRunThatIsNotKeptHasNoMessages() throws {
        let run = try desk.store.beginRun(of: .day(11, 23), now: .at(11, 23, 3))
        try run.keep([Self.message("a")])
        run.rollBack()
        #expect(try desk.store.messages().isEmpty)
    }

    @Test func theSameMessageIsKeptOnce() throws {
        var tried = Self.message("a")
        (tried.attempts, tried.failure) = (2, "503")
        try desk.night(.at(11, 23, 3)) { try $0.keep([Self.message("a")]) }
        try desk.store.recordDeliveries(removed: [], failed: [tried], report: nil)
        try desk.night(.at(11, 24, 3)) { try $0.keep([Self.message("a")]) }
        #expect(try desk.store.messages() == [tried])
    }

    @Test func whatWasTakenWaitsNoMore() throws {
        try desk.night(.at(11, 23, 3)) { try $0.keep([Self.message("a"), Self.message("b")]) }
        try desk.store.recordDeliveries(removed: [Self.message("a").key], failed: [], report: nil)
        #expect(try desk.store.messages() == [Self.message("b")])
    }

    @Test(arguments: [20, 21, 25]) func ofTooManyTheOldestAreForgotten(count: Int) throws {
        for number in 1...count {
            try desk.night(.at(11, 23, 3)) { try $0.keep([Self.message("\(number)")]) }
        }
        #expect(try desk.store.messages().map(\.id) == (max(1, count - 19)...count).map(String.init))
    }

    @Test func theLastReportTakesThePlaceOfTheOneBefore() throws {
        #expect(try desk.store.healthReport() == nil)
        try desk.night(.at(11, 23, 3)) { try $0.keep(report: Array("one".utf8)) }
        try desk.night(.at(11, 24, 3)) { try $0.keep(report: Array("two".utf8)) }
        #expect(try desk.store.healthReport() == Data("two".utf8))
        try desk.store.recordDeliveries(removed: [], failed: [], report: Array("three".utf8))
        #expect(try desk.store.healthReport() == Data("three".utf8))
    }

    @Test func aCopyIsTheStateAsItWasCommitted() throws {
        try desk.night(.at(11, 23, 3)) { try $0.keep([Self.message("a")]) }
        let run = try desk.store.beginRun(of: .day(11, 24), now: .at(11, 24, 3))
        try run.keep([Self.message("b")])
        let copy = desk.folder.path("copy.sqlite")
        try NewsStore.copy(desk.path, to: copy)
        run.rollBack()
        let store = try NewsStore(path: copy)
        #expect(try store.messages() == [Self.message("a")])
        try store.close()
    }
}
