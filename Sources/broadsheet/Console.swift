import Foundation

/// Where words for people go: results to standard output, complaints and progress to standard error.
enum Console {
    /// Whether somebody is watching standard error.
    static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

    static func say(_ text: String) {
        write(text + "\n", to: .standardOutput)
    }

    static func complain(_ text: String) {
        write("broadsheet: \(text)\n", to: .standardError)
    }

    /// Progress and tables that are no result.
    static func note(_ text: String) {
        write(text + "\n", to: .standardError)
    }

    private static func write(_ text: String, to handle: FileHandle) {
        // Nobody to write to (a closed pipe) is no reason to fail the run.
        try? handle.write(contentsOf: Data(TerminalText.safe(text).utf8))
    }
}
