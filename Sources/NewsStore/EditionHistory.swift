import Foundation
import GRDB
import NewsModel

/// Which edition each run's stories were for: what ``EditionWindow`` decides for many stories in SQL, told for one.
struct EditionHistory {
    /// One edition: the run that built it last, and when.
    private struct Build {
        let date: EditionDate
        let run: Int64
        let generated: Date
    }

    /// How a story came into the store.
    struct Arrival {
        let run: Int64
        let dated: Date
        let sourceFirstRun: Int64?
    }

    /// In the order of their dates.
    private let builds: [Build]

    init(_ db: Database) throws {
        let statement = try PreparedStatement(db, "SELECT date, run, generated FROM edition ORDER BY date")
        builds = try statement.all { row in
            Build(
                date: try EditionRecords.date(row.integer(0)), run: try row.integer(1),
                generated: try row.instant(2))
        }
    }

    /// Why a story that is neither told nor left out belonged to no edition.
    func absence(of arrival: Arrival, policy: EditionPolicy) -> Absence {
        guard let place = builds.firstIndex(where: { $0.run >= arrival.run }) else { return .notYet }
        let (build, predecessor) = (builds[place], place > 0 ? builds[place - 1] : nil)
        let reach = EditionWindow.reach(policy, isFirst: predecessor == nil)
        let oldest = build.generated.addingTimeInterval(-reach)
        if arrival.dated < oldest { return .tooOld(build.date, reach: oldest) }
        if let predecessor, let first = arrival.sourceFirstRun, first > predecessor.run,
            arrival.dated < predecessor.generated
        {
            return .backCatalogue(build.date, since: predecessor.generated)
        }
        return .passedOver(build.date)
    }
}
