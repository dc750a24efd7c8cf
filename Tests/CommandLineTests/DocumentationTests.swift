import Foundation
import TestSupport
import Testing

/// What the documents tell people to type, and where they lead, is there.
@Suite struct DocumentationTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static let documents = ["README.md", "docs/getting-started.md", "docs/deploy.md", "docs/coming-from.md"]

    private static func text(_ name: String) throws -> String {
        try String(contentsOf: root.appending(path: name), encoding: .utf8)
    }

    /// The lines of shell that begin with the program, without what follows a pipe or a remark.
    private static func commands(_ name: String) throws -> [[String]] {
        let blocks = try text(name).components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 1 }.map(
            \.element)
        return blocks.filter { $0.hasPrefix("sh\n") }.flatMap { $0.split(separator: "\n") }
            .flatMap { $0.components(separatedBy: "&&") }.map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { $0.hasPrefix("broadsheet ") }
            .map { line in
                line.split(separator: " ").prefix { $0 != "#" && $0 != "|" && $0 != ">" }.dropFirst().map(String.init)
            }
    }

    @Test(arguments: documents) func commandsAreKnown(document: String) async throws {
        let folder = try TemporaryDirectory()
        let commands = try Self.commands(document)
        #expect(!commands.isEmpty)
        for command in Set(commands) {
            guard let verb = command.first, !verb.hasPrefix("-") else { continue }
            let help = try await Program.run(verb, "--help", in: folder)
            #expect(help.code == 0, "\(verb)")
            for option in command where option.hasPrefix("--") {
                let name = option.split(separator: "=")[0]
                #expect(help.output.contains(name), "\(document): \(command.joined(separator: " "))")
            }
        }
    }

    @Test(arguments: documents) func linksLeadToFiles(document: String) throws {
        let folder = Self.root.appending(path: document).deletingLastPathComponent()
        let links = try Self.text(document).matches(of: /\]\(([^)#:]+)(?:#[^)]*)?\)/).map { String($0.1) }
        for link in links {
            #expect(FileManager.default.fileExists(atPath: folder.appending(path: link).path), "\(document): \(link)")
        }
    }

    @Test func theReadmeBeginsWithInstalling() throws {
        let headings = try Self.text("README.md").split(separator: "\n").filter { $0.hasPrefix("## ") }
        #expect(headings.first == "## Install")
    }
}
