import Foundation
import TestSupport
import Testing

/// What the documents tell people to type, and where they lead, is there.
@Suite struct DocumentationTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static let documents: [String] = {
        // The test that counts them says where the folder can't be read.
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "docs").path)) ?? []
        return ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"]
            + names.filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }
    }()

    private static func text(_ name: String) throws -> String {
        try String(contentsOf: root.appending(path: name), encoding: .utf8)
    }

    /// What begins with the program, in blocks of shell and as code within a line, without what follows a pipe, a
    /// redirection or a remark.
    private static func commands(_ name: String) throws -> [[String]] {
        let parts = try text(name).components(separatedBy: "```").enumerated()
        let blocks = parts.filter { $0.offset % 2 == 1 && $0.element.hasPrefix("sh\n") }.flatMap {
            $0.element.split(separator: "\n").flatMap { $0.components(separatedBy: "&&") }
        }
        let inline = parts.filter { $0.offset % 2 == 0 }.flatMap {
            $0.element.matches(of: /`(broadsheet [^`]+)`/).map { String($0.1).replacing("\n", with: " ") }
        }
        return (blocks + inline).map { $0.trimmingCharacters(in: .whitespaces) }.filter { $0.hasPrefix("broadsheet ") }
            .map { line in
                line.split(separator: " ").prefix { !"#|>;".contains($0.first ?? " ") }.dropFirst().map(String.init)
            }
    }

    @Test func thereAreDocuments() throws {
        #expect(Self.documents.count > 14)
        #expect(try Self.documents.flatMap(Self.commands).count > 60)
    }

    @Test(.timeLimit(.minutes(2)), arguments: documents) func commandsAreKnown(document: String) async throws {
        let folder = try TemporaryDirectory()
        for command in Set(try Self.commands(document)) {
            let words = Array(command.prefix { $0.allSatisfy { $0.isLetter || $0 == "-" } && !$0.hasPrefix("-") })
            let isNested = ["edition", "inspect", "templates"].contains(words.first)
            let verb = Array(words.prefix(isNested ? 2 : 1))
            let help = try await Program.run(verb + ["--help"], by: nil, in: folder)
            #expect(help.code == 0, "\(document): \(command.joined(separator: " "))")
            for option in command where option.hasPrefix("-") && option != "-" {
                let name = option.split(separator: "=")[0]
                let isThere = help.output.matches(of: /-{1,2}[a-zA-Z][a-z\-]*/).contains { $0.output == name }
                #expect(isThere || name == "--version", "\(document): \(command.joined(separator: " "))")
            }
        }
    }

    @Test(arguments: documents) func linksLeadSomewhere(document: String) throws {
        let folder = Self.root.appending(path: document).deletingLastPathComponent()
        for link in try Self.text(document).matches(of: /\]\(([^):]+)\)/).map({ String($0.1) }) {
            let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let file = parts[0].isEmpty ? Self.root.appending(path: document) : folder.appending(path: parts[0])
            #expect(FileManager.default.fileExists(atPath: file.path), "\(document): \(link)")
            guard parts.count > 1, file.pathExtension == "md" else { continue }
            let anchors = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap(Self.anchor)
            #expect(anchors.contains(parts[1]), "\(document): \(link)")
        }
    }

    /// The fragment that leads to a heading, as GitHub makes it; `nil` for any other line.
    private static func anchor(of line: Substring) -> String? {
        guard let match = line.wholeMatch(of: /#+ (.+)/) else { return nil }
        return String(
            match.1.lowercased().filter { $0.isLetter || $0.isNumber || " -_".contains($0) }.map {
                $0 == " " ? "-" : $0
            })
    }

    @Test func theReadmeBeginsWithInstalling() throws {
        let headings = try Self.text("README.md").split(separator: "\n").filter { $0.hasPrefix("## ") }
        #expect(headings.first == "## Install")
    }
}
