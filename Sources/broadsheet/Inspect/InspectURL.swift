import ArgumentParser
import Curation
import WebText

/// `inspect url`: the canonical identity of each address on standard input.
struct InspectURL: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "url",
        abstract: "Print the canonical identity of each address on standard input.",
        discussion: """
            Reads an address a line and prints a key a line. Two addresses name one article exactly when their keys \
            are equal. A line that is no web address is its own key.
            """
    )

    func run() {
        while let line = readLine() {
            print(TerminalText.safe(CanonicalURL.key(of: line) ?? line))
        }
    }
}
