import ArgumentParser
import Foundation
import NewsModel
import Settings

/// A value of the command line that is written in a form of its own.
protocol WrittenArgument {
    /// What is expected, as the end of a sentence.
    static var expects: String { get }

    init?(written: String)
}

extension WrittenArgument {
    /// For `transform:` of an argument or option.
    /// - Throws: ``WrongValue``.
    static func read(_ text: String) throws -> Self {
        guard let value = Self(written: text) else { throw WrongValue(expects: expects) }
        return value
    }
}

/// Why a value of the command line is none: what was expected in its place.
struct WrongValue: Error, CustomStringConvertible {
    let expects: String
    var advice: String?

    // The parser of the arguments puts it behind a colon, where `UsageMessage` finds it.
    var description: String { ([expects] + [advice].compactMap(\.self)).joined(separator: "; ") }
}

extension EditionDate: WrittenArgument {
    static var expects: String { "a date such as 2026-11-23" }

    init?(written: String) { self.init(written) }
}

/// An instant on the command line: RFC 3339.
struct InstantArgument: WrittenArgument {
    static let expects = "an instant such as 2026-11-23T03:00:00Z"
    let date: Date

    init?(written: String) {
        guard let date = try? Date(written, strategy: .iso8601) else { return nil }  // nil says that it is none
        self.date = date
    }
}

/// A duration on the command line, as the configuration writes it.
struct DurationArgument: WrittenArgument {
    static let expects = "a duration such as 7d or 26h"
    let duration: Duration

    init?(written: String) {
        guard let duration = Duration(written: written) else { return nil }
        self.duration = duration
    }
}

/// A whole number on the command line, up to a bound.
enum BoundedNumber {
    /// For `transform:` of an option.
    static func read(_ range: ClosedRange<Int>) -> @Sendable (String) throws -> Int {
        { text in
            guard let number = Int(text), range.contains(number) else {
                throw WrongValue(expects: "a number from \(range.lowerBound) to \(range.upperBound)")
            }
            return number
        }
    }
}

/// Some sources on the command line, by their ids: `a,b`.
struct SourceSelection {
    let ids: [SourceID]

    init(argument: String) throws {
        ids = argument.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }.map(
            SourceID.init(rawValue:))
        guard !ids.isEmpty else {
            throw WrongValue(expects: "ids of sources with commas between them, such as a,b")
        }
    }
}

extension FailurePolicy {
    /// What `--fail-on` says.
    init(argument: String) throws {
        do throws(Mistake) {
            try self.init(argument)
        } catch {
            throw WrongValue(expects: Self.expects, advice: error.advice)
        }
    }
}
