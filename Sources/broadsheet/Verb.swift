import ArgumentParser
import NewsModel

/// The verbs of the command line.
enum Verb {
    /// Whether the first arguments are verbs or options.
    /// - Throws: ``CommandFailure`` with the verb that was meant, and the list of all.
    static func check(_ arguments: ArraySlice<String>) throws(CommandFailure) {
        var rest = arguments
        if rest.first == "help" { rest = rest.dropFirst() }
        try check(rest, in: Broadsheet.self, behind: "", habits: habits)
    }

    private static func check(
        _ arguments: ArraySlice<String>, in command: any ParsableCommand.Type, behind prefix: String,
        habits: [String: String]
    ) throws(CommandFailure) {
        let verbs = command.configuration.subcommands
        guard let word = arguments.first, !word.hasPrefix("-"), !verbs.isEmpty else { return }
        guard let verb = verbs.first(where: { $0.configuration.commandName == word }) else {
            throw unknown(word, among: verbs.compactMap { $0.configuration.commandName }, behind: prefix, habits)
        }
        try check(arguments.dropFirst(), in: verb, behind: prefix + word + " ", habits: [:])
    }

    private static func unknown(
        _ word: String, among verbs: [String], behind prefix: String, _ habits: [String: String]
    ) -> CommandFailure {
        let typed = word.lowercased()
        let words = verbs + habits.keys.sorted()
        let near = words.map { ($0, EditDistance.between(typed, $0)) }.min { $0.1 < $1.1 }
        let meant = near.flatMap { $0.1 <= max(1, typed.count / 3) ? habits[$0.0] ?? prefix + $0.0 : nil }
        let suggestion = meant.map { "; did you mean `\($0)`?" } ?? "."
        let list = verbs.map { prefix + $0 }.joined(separator: ", ")
        return CommandFailure(
            sentence:
                "There is no verb `\(prefix)\(word.prefix(40))`\(suggestion) \(verbs.count == 1 ? "The verb is" : "The verbs are") \(list).",
            code: ExitCodes.usage)
    }

    /// What people type out of habit with other tools.
    private static let habits = [
        "build": "run", "generate": "run", "update": "run", "new": "init", "create": "init", "validate": "check",
        "lint": "check", "doctor": "check", "subscribe": "add", "server": "serve", "preview": "serve",
        "opml": "import", "status": "health", "why": "explain", "version": "--version", "list": "edition list",
        "remove": "edition remove", "rebuild": "edition rebuild", "compare": "diff",
    ]
}
