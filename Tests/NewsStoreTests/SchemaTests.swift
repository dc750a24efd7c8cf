import Foundation
import GRDB
import NewsModel
import NewsStore
import Testing

/// States that other versions wrote.
@Suite struct SchemaTests {
    private let desk: TestStore

    init() throws {
        desk = try TestStore()
        try desk.run(.at(11, 23, 3), ["paper": [.titled("Ferry returns", .at(11, 23, 1))]])
        try desk.store.close()
    }

    private func change(_ sql: String) throws -> Data {
        let queue = try DatabaseQueue(path: desk.path)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
        return try bytes
    }

    private var bytes: Data {
        get throws { try Data(contentsOf: URL(filePath: desk.path)) }
    }

    private var error: StoreError? {
        do throws(StoreError) {
            _ = try NewsStore(path: desk.path, patience: .zero)
            return nil
        } catch {
            return error
        }
    }

    @Test func aStateOfThisVersionIsOpenedAsItIs() throws {
        let before = try bytes
        try NewsStore(path: desk.path).close()
        #expect(try bytes == before)
    }

    @Test func oneOfANewerVersionIsLeftAlone() throws {
        let before = try change("INSERT INTO grdb_migrations VALUES ('schema-9')")
        #expect(error == .newer(path: desk.path))
        #expect(try bytes == before)
    }

    @Test func oneFromBeforeTheFirstReleaseMakesWay() throws {
        let before = try change("DROP TABLE grdb_migrations; PRAGMA user_version = 5")
        #expect(error == .unreadable(path: desk.path, reason: "it is from before the first release"))
        #expect(try bytes == before)
    }

    @Test(arguments: [0, 7]) func oneOfAnotherProgramIsLeftAlone(application: Int) throws {
        let before = try change("PRAGMA application_id = \(application)")
        #expect(error == .foreign(path: desk.path))
        #expect(try bytes == before)
    }

    @Test func whatIsDamagedIsAnErrorAndNoCrash() throws {
        _ = try change("UPDATE edition SET omissions = '{'")
        let store = try NewsStore(path: desk.path)
        #expect(throws: StoreError.unreadable(path: desk.path, reason: "what stands in it is not what was written")) {
            try store.edition(of: .day(11, 23))
        }
    }
}
