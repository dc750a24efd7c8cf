package import Foundation
import GRDB
package import NewsModel

/// The notifications that wait for delivery, oldest first.
enum MessageRecords {
    /// The most that wait for one receiver: of more, the oldest are forgotten.
    static let mostOfReceiver = 20

    /// Adds messages; one that waits already stays as it is.
    static func insert(_ messages: [OutgoingMessage], _ db: Database) throws {
        for message in messages {
            try db.execute(
                sql: """
                    INSERT OR IGNORE INTO message (receiver, id, event, created, headers, body, attempts, failure)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    message.receiver, message.id, message.event.rawValue, message.created.milliseconds,
                    text(of: message.headers), Data(message.body), message.attempts, message.failure,
                ])
        }
        for receiver in Set(messages.map(\.receiver)) {
            try db.execute(
                sql: """
                    DELETE FROM message WHERE receiver = ? AND number NOT IN
                    (SELECT number FROM message WHERE receiver = ? ORDER BY number DESC LIMIT \(mostOfReceiver))
                    """, arguments: [receiver, receiver])
        }
    }

    static func all(_ db: Database) throws -> [OutgoingMessage] {
        try Row.fetchAll(db, sql: "SELECT * FROM message ORDER BY number").compactMap { row in
            // An event that this version does not know can only be a newer one's.
            guard let event = NotificationEvent(rawValue: row["event"]) else { return nil }
            let body: Data = row["body"]
            return OutgoingMessage(
                id: row["id"], receiver: row["receiver"], event: event, created: Date(milliseconds: row["created"]),
                headers: headers(in: row["headers"]), body: Array(body), attempts: row["attempts"],
                failure: row["failure"])
        }
    }

    static func remove(_ key: OutgoingMessage.Key, _ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM message WHERE receiver = ? AND id = ?", arguments: [key.receiver, key.id])
    }

    /// Records how often a message was tried, and why it still waits.
    static func update(_ message: OutgoingMessage, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE message SET attempts = ?, failure = ? WHERE receiver = ? AND id = ?",
            arguments: [message.attempts, message.failure, message.receiver, message.id])
    }

    /// One field a line.
    private static func text(of headers: [String: String]) -> String {
        headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: "\n")
    }

    private static func headers(in text: String) -> [String: String] {
        let fields = text.split(separator: "\n").compactMap { line -> (String, String)? in
            let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
            return parts.count == 2 ? (parts[0], parts[1]) : nil
        }
        return Dictionary(fields) { first, _ in first }
    }
}

extension RunTransaction {
    /// Keeps messages until they are delivered, with all that the run does, or not at all.
    package func keep(_ messages: [OutgoingMessage]) throws {
        try work { db in try MessageRecords.insert(messages, db) }
    }

    /// What waits for delivery, oldest first.
    package func messages() throws -> [OutgoingMessage] {
        try work { db in try MessageRecords.all(db) }
    }

    /// The health report of the last run that asked anybody; `nil` where there is none.
    package func healthReport() throws -> Data? {
        try work { db in try NewsStore.healthReport(db) }
    }

    /// Keeps the health report of this run in place of the last one.
    package func keep(report document: [UInt8]) throws {
        try work { db in try NewsStore.keep(report: document, db) }
    }
}

extension NewsStore {
    /// What waits for delivery, oldest first.
    package func messages() throws -> [OutgoingMessage] {
        try read { db in try MessageRecords.all(db) }
    }

    /// Records how the delivery of messages went.
    ///
    /// - Parameters:
    ///   - removed: those that wait no more.
    ///   - failed: those that wait on, as they are now.
    ///   - document: the health report that tells of it; `nil` leaves the last one.
    /// - Throws: a ``StoreError``.
    package func recordDeliveries(
        removed: [OutgoingMessage.Key], failed: [OutgoingMessage], report document: [UInt8]?
    ) throws {
        try use { db in
            try db.inTransaction(.immediate) {
                for key in removed { try MessageRecords.remove(key, db) }
                for message in failed { try MessageRecords.update(message, db) }
                if let document { try Self.keep(report: document, db) }
                return .commit
            }
        }
    }

    /// The health report of the last run that asked anybody, as it was kept; `nil` where there is none.
    package func healthReport() throws -> Data? {
        try read { db in try Self.healthReport(db) }
    }

    fileprivate static func healthReport(_ db: Database) throws -> Data? {
        try Data.fetchOne(db, sql: "SELECT document FROM report")
    }

    static func keep(report document: [UInt8], _ db: Database) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO report (number, document) VALUES (1, ?)", arguments: [Data(document)])
    }
}
