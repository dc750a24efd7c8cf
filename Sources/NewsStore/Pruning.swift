import Foundation
import GRDB

/// Forgetting what is old, so that the file does not grow for ever.
enum Pruning {
    /// How many runs of history are kept for each source; twice what is shown, so that a day of trials leaves some.
    static let historyRuns = 60

    /// Forgets all but the newest visits.
    static func history(_ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM visit WHERE run <= (SELECT number FROM run ORDER BY number DESC LIMIT 1 OFFSET ?)",
            arguments: [historyRuns])
    }

    /// Forgets visits, stories and what was left out from before `oldest`, with what identified the stories: at the cost of
    /// what is forgotten and of what stays of that time, however much has come since.
    ///
    /// A story stays while an edition tells it, and while its source may still list it: without its memory, an undated
    /// one would be news again. A source that has answered "unchanged" ever since still lists what it listed then.
    /// - Returns: how many stories were forgotten.
    static func all(olderThan oldest: Date, _ db: Database) throws -> Int {
        let arguments: StatementArguments = ["oldest": oldest.milliseconds]
        try db.execute(sql: "DELETE FROM visit WHERE run IN \(oldRuns)", arguments: arguments)
        try db.execute(
            sql: """
                DELETE FROM leftOut WHERE date IN (
                    SELECT date FROM run WHERE at < :oldest EXCEPT SELECT date FROM run WHERE at >= :oldest
                )
                """, arguments: arguments)
        let forgotten = try stories(olderThan: oldest, db)
        try IdentityRecords.forget(forgotten, db)
        return forgotten.count
    }

    private static let oldRuns = "(SELECT number FROM run WHERE at < :oldest)"

    /// Forgets stories, and returns their numbers. The newest stays, so that no number is given twice.
    private static func stories(olderThan oldest: Date, _ db: Database) throws -> [Int64] {
        try Int64.fetchAll(
            db,
            sql: """
                DELETE FROM story WHERE number IN (
                    SELECT story.number FROM story INDEXED BY storyByRun
                    WHERE run IN \(oldRuns)
                    AND NOT EXISTS (SELECT 1 FROM told JOIN edition USING (date) WHERE told.story = story.number)
                    AND listed < :oldest
                    AND listed < (SELECT source.listed - :listedEvery FROM source WHERE source.number = story.source)
                    AND number < (SELECT max(number) FROM story)
                )
                RETURNING number
                """,
            arguments: ["oldest": oldest.milliseconds, "listedEvery": Int64(StoryWriter.listedEvery * 1000)])
    }
}
