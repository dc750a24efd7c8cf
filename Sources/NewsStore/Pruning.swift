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

    /// Forgets visits and stories from before `oldest`, with what identified them.
    ///
    /// A story stays while an edition tells it, and while its source may still list it: without its memory, an undated
    /// one would be news again. A source that has answered "unchanged" ever since still lists what it listed then.
    /// - Returns: how many stories were forgotten.
    static func all(olderThan oldest: Date, _ db: Database) throws -> Int {
        let arguments: StatementArguments = [
            "oldest": oldest.milliseconds, "listedEvery": Int64(StoryWriter.listedEvery * 1000),
        ]
        let oldRuns = "(SELECT number FROM run WHERE at < :oldest)"
        try db.execute(
            sql: "DELETE FROM visit WHERE run IN \(oldRuns)", arguments: ["oldest": oldest.milliseconds])
        try db.execute(
            sql: """
                DELETE FROM story WHERE number IN (
                    SELECT story.number FROM story INDEXED BY storyByRun
                    WHERE run IN \(oldRuns)
                    AND NOT EXISTS (SELECT 1 FROM told JOIN edition USING (date) WHERE told.story = story.number)
                    AND listed < :oldest
                    AND listed < (SELECT source.listed - :listedEvery FROM source WHERE source.number = story.source)
                )
                """, arguments: arguments)
        let forgotten = db.changesCount
        guard forgotten > 0 else { return 0 }
        for table in ["identity", "leftOut"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE story NOT IN (SELECT number FROM story)")
        }
        return forgotten
    }
}
