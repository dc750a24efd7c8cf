import ArgumentParser
import FeedParsing
import Foundation
import NewsModel
import Newsroom

extension EditionDate: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(argument)
    }
}

/// An instant on the command line: RFC 3339.
struct Instant: ExpressibleByArgument {
    let date: Date

    init?(argument: String) {
        guard let date = try? Date(argument, strategy: .iso8601) else { return nil }  // nil says that it is none
        self.date = date
    }
}

/// `--fail-on`: which failures make the exit code 3.
enum FailurePolicy: ExpressibleByArgument, Hashable {
    case any, all, none
    /// Fewer than this share of the asked sources answered, 0…1.
    case quorum(Double)

    init?(argument: String) {
        switch argument {
        case "any": self = .any
        case "all": self = .all
        case "none": self = .none
        default:
            guard argument.hasPrefix("quorum:"), argument.hasSuffix("%"),
                let percent = Double(argument.dropFirst(7).dropLast()), (0...100).contains(percent)
            else { return nil }
            self = .quorum(percent / 100)
        }
    }

    var defaultValueDescription: String {
        switch self {
        case .any: "any"
        case .all: "all"
        case .none: "none"
        case .quorum(let share): "quorum:\(Int(share * 100))%"
        }
    }

    /// 3 for failures that matter, and for a site that the guard kept as it was.
    func exitCode(for report: RunReport) -> ExitCode {
        if case .guarded = report.publication { return ExitCodes.publishedWithFailures }
        let outcomes = report.health.sources.map(\.report.outcome)
        let failed = outcomes.count(where: \.isFailure)
        let answered = outcomes.count(where: \.isAnswer)
        let minds =
            switch self {
            case .none: false
            case .any: failed > 0
            case .all: failed > 0 && answered == 0
            case .quorum(let share): failed > 0 && Double(answered) < share * Double(failed + answered)
            }
        return minds ? ExitCodes.publishedWithFailures : .success
    }
}
