import Foundation
import GRDB
import Testing

@testable import NewsStore

@Suite struct IdentityRecordsTests {
    private let desk: TestStore

    init() throws {
        desk = try TestStore()
    }

    /// Adds identities of one source, by story and hash.
    private func insert(_ hashes: [(story: Int64, hash: Int64)], isNew: Bool) throws {
        try desk.store.use { db in
            let rows = hashes.map { IdentityRecords.Identity(source: 1, hash: $0.hash, story: $0.story) }
            try IdentityRecords(db).insert(rows, areOfNewSource: isNew)
        }
    }

    private func rows(_ table: String) throws -> [[Int64]] {
        try desk.store.use { db in
            try Row.fetchAll(db, sql: "SELECT story, hash FROM \(table) ORDER BY hash").map { [$0[0], $0[1]] }
        }
    }

    private func story(of hash: Int64) throws -> Int64? {
        try desk.store.use { db in
            try PreparedStatement(db, "SELECT \(IdentityRecords.story)").first(1, hash) { try $0.optionalInteger(0) }
                ?? nil
        }
    }

    @Test func aHashStaysWhereItStandsInEitherTable() throws {
        try insert([(1, 10), (1, 11)], isNew: true)
        try insert([(2, 11), (2, 12)], isNew: false)
        try insert([(3, 12), (3, 13)], isNew: true)
        #expect(try rows("identity") == [[1, 10], [1, 11], [3, 13]])
        #expect(try rows("recentIdentity") == [[2, 12]])
        #expect(try [10, 11, 12, 13, 14].map(story) == [1, 1, 2, 3, nil])
    }

    @Test func aHashIsClaimedInEitherTable() throws {
        try insert([(1, 10)], isNew: true)
        try insert([(2, 11)], isNew: false)
        try desk.store.use { db in
            let records = try IdentityRecords(db)
            for hash in [10, 11, 12] as [Int64] { try records.claim(hash, of: 1, for: 5) }
            #expect(try records.hashes(of: 5).sorted() == [10, 11])
        }
    }

    @Test func whatIsRecentIsMovedOnceItIsMuch() throws {
        try insert([(1, 10)], isNew: true)
        try insert([(2, 12), (2, 11)], isNew: false)
        try desk.store.use { try IdentityRecords.settle($0, fewest: 2) }
        #expect(try rows("recentIdentity").count == 2)
        try insert([(3, 9)], isNew: false)
        try desk.store.use { try IdentityRecords.settle($0, fewest: 2) }
        #expect(try rows("recentIdentity").isEmpty)
        #expect(try rows("identity") == [[3, 9], [1, 10], [2, 11], [2, 12]])
    }

    @Test func bothAreForgottenWithTheirStory() throws {
        try insert([(1, 10), (2, 11)], isNew: true)
        try insert([(1, 12), (2, 13)], isNew: false)
        try desk.store.use { try IdentityRecords.forget([1], $0) }
        #expect(try rows("identity") == [[2, 11]])
        #expect(try rows("recentIdentity") == [[2, 13]])
    }
}
