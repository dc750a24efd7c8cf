import ArgumentParser
import NewsModel

/// A mistake in the arguments, in one or two lines: what is wrong, and where it is said what would be right.
struct UsageMessage {
    let text: String

    /// - Parameters:
    ///   - message: what the parser says is wrong.
    ///   - full: the same with the usage, of which only the verb counts.
    init(_ message: String, _ full: String) {
        let verb = full.firstMatch(of: /See '([^']+) --help'/).map { String($0.1) } ?? "broadsheet"
        let sentence = Self.wrongValue(message.trimmed) ?? message.trimmed
        let end = sentence.last.map { ".!?".contains($0) } ?? true ? "" : "."
        text = "\(sentence)\(end) `\(verb) --help` says more."
    }

    /// `The value 'x' is invalid for '--date <date>': a date such as 2026-11-23`, as the parser says it of a
    /// ``WrongValue``, in a sentence.
    private static func wrongValue(_ message: String) -> String? {
        let pattern = #/The value '(?<value>.*)' is invalid for '(?<name>[^']+)': (?<expects>.+)/#.dotMatchesNewlines()
        guard let match = message.wholeMatch(of: pattern) else { return nil }
        let value = match.value.isEmpty ? "An empty text" : "`\(match.value.prefix(60))`"
        let name = match.name.hasPrefix("-") ? match.name.prefix { $0 != " " } : match.name
        return "\(value) is no value of \(name), which takes \(match.expects)"
    }
}
