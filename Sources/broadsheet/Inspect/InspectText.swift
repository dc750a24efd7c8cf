import ArgumentParser
import Curation
import Foundation
import NewsModel
import Publishing
import WebText

/// `inspect url`: the canonical identity of each address on standard input.
struct InspectURL: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "url",
        abstract: "Print the canonical identity of each address on standard input.",
        discussion: """
            Reads an address a line and prints a key a line. Two addresses name one article exactly when their keys \
            are equal. A line that is no web address is its own key.

            Examples:
              echo https://example.org/?utm_source=x | broadsheet inspect url
              broadsheet inspect url < addresses.txt
            """
    )

    /// As much is written at once; on a terminal each line.
    private static let blockBytes = 1 << 16

    func run() throws {
        let isWatched = isatty(STDOUT_FILENO) == 1
        var block: [String] = []
        var bytes = 0
        while let line = readLine() {
            let key = CanonicalURL.key(of: line) ?? line
            block.append(key)
            bytes += key.utf8.count
            guard isWatched || bytes >= Self.blockBytes else { continue }
            try Console.say(block.joined(separator: "\n"))
            (block, bytes) = ([], 0)
        }
        if !block.isEmpty { try Console.say(block.joined(separator: "\n")) }
    }
}

/// `broadsheet inspect html`: the sanitised form of the HTML on standard input.
struct InspectHTML: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "html", abstract: "Sanitise the HTML on standard input.",
        discussion: """
            Examples:
              broadsheet inspect html < page.html
              broadsheet inspect html --url https://example.org/ < page.html
            """)

    @Option(name: .long, help: "The address that relative links are relative to.")
    var url: String?

    func run() throws {
        let input = try FileHandle.standardInput.readToEnd() ?? Data()
        let markup = Markup(.html, String(decoding: input, as: UTF8.self), base: url)
        let reach = HostReach(ofSourceAt: url ?? "", allowsPrivate: true)
        try Console.say(Sanitiser.html(markup, reach: reach).html)
    }
}
