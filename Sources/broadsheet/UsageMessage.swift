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
        let sentence = message.trimmed
        let end = sentence.last.map { ".!?".contains($0) } ?? true ? "" : "."
        text = "\(sentence)\(end) `\(verb) --help` says more."
    }
}

/// The verbs of the command line.
enum Verb {
    static var all: [String] { Broadsheet.configuration.subcommands.compactMap { $0.configuration.commandName } }

    /// Whether the first argument is a verb or an option.
    /// - Throws: ``CommandFailure`` with the verb that was meant, and the list of all.
    static func check(_ argument: String?) throws(CommandFailure) {
        guard let argument, !argument.hasPrefix("-"), argument != "help", !all.contains(argument) else { return }
        let word = argument.lowercased()
        let words = all + habits.keys.sorted().filter { habits[$0].map(isThere) ?? false }
        let near = words.map { ($0, EditDistance.between(word, $0)) }.min { $0.1 < $1.1 }
        let meant = near.flatMap { $0.1 <= max(1, word.count / 3) ? habits[$0.0] ?? $0.0 : nil }
        let suggestion = meant.map { "; did you mean `\($0)`?" } ?? "."
        throw CommandFailure(
            sentence:
                "There is no verb `\(argument.prefix(40))`\(suggestion) The verbs are \(all.joined(separator: ", ")).",
            code: ExitCodes.usage)
    }

    private static func isThere(_ meant: String) -> Bool { meant.hasPrefix("-") || all.contains(meant) }

    /// What people type out of habit with other tools.
    private static let habits = [
        "build": "run", "generate": "run", "fetch": "run", "update": "run", "new": "init", "create": "init",
        "validate": "check", "lint": "check", "doctor": "check", "subscribe": "add", "server": "serve",
        "preview": "serve", "opml": "import", "status": "health", "why": "explain", "version": "--version",
    ]
}
