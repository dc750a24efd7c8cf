import Foundation
import NewsModel
import Synchronization

/// Where words for people go: results to standard output, complaints and progress to standard error. No secret passes
/// that the configuration knows.
enum Console {
    /// A lock and no actor, since words are said from where nothing can be waited for.
    private static let redactor = Mutex(Redactor.none)

    /// From now on takes these out of all that is said.
    static func keep(_ secrets: [Secret]) {
        redactor.withLock { $0 = $0.adding(secrets) }
    }

    /// The same text without secrets, for what is said elsewhere.
    static func redacted(_ text: String, as form: Redactor.Form = .text) -> String {
        redactor.withLock { $0 }.redact(text, as: form)
    }

    /// Whether somebody is watching standard error.
    static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

    static func say(_ text: String, as form: Redactor.Form = .text) {
        write(text + "\n", as: form, to: .standardOutput)
    }

    static func complain(_ text: String) {
        write("broadsheet: \(text)\n", to: .standardError)
    }

    /// Progress and tables that are no result.
    static func note(_ text: String) {
        write(text + "\n", to: .standardError)
    }

    private static func write(_ text: String, as form: Redactor.Form = .text, to handle: FileHandle) {
        // Nobody to write to (a closed pipe) is no reason to fail the run.
        try? handle.write(contentsOf: Data(TerminalText.safe(redacted(text, as: form)).utf8))
    }
}
