import ArgumentParser
import Foundation
import NewsModel
import Settings

extension EditionDate: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(argument)
    }
}

/// An instant on the command line: RFC 3339.
struct InstantArgument: ExpressibleByArgument {
    let date: Date

    init?(argument: String) {
        guard let date = try? Date(argument, strategy: .iso8601) else { return nil }  // nil says that it is none
        self.date = date
    }
}

/// A duration on the command line, as the configuration writes it.
struct DurationArgument: ExpressibleByArgument {
    let duration: Duration

    init?(argument: String) {
        guard let duration = Duration(written: argument) else { return nil }
        self.duration = duration
    }
}

extension FailurePolicy {
    /// What `--fail-on` says.
    init(argument: String) throws {
        do throws(Mistake) {
            try self.init(argument)
        } catch {
            throw ValidationError(
                "“\(argument)” is no condition: --fail-on takes \(Self.expects)"
                    + (error.advice.map { "; \($0)." } ?? "."))
        }
    }
}
