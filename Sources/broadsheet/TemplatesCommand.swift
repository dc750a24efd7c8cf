import ArgumentParser
import Foundation
import Publishing

/// `broadsheet templates …`: the templates that the site is made with.
struct TemplatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates", abstract: "Write out the templates, to change them.",
        discussion: """
            Examples:
              broadsheet templates export Templates
              broadsheet templates export Templates --force
            """, subcommands: [Export.self])

    /// `broadsheet templates export DIR`.
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export", abstract: "Write all templates, style sheets and words into a folder.",
            discussion: """
                    Name the folder as `templates:` in broadsheet.yml, change what you like, and delete the rest: what is \
                    not in the folder stays as it came. docs/templates.md says what each template is given.

                Examples:
                  broadsheet templates export Templates
                  broadsheet templates export Templates --force
                """)

        @Argument(help: "The folder; it is made if it is not there.")
        var directory: String

        @Flag(name: .long, help: "Replace files that are there already.")
        var force = false

        func run() throws {
            let written: [String]
            do {
                written = try TemplateExport.write(to: URL(filePath: directory), overwriting: force)
            } catch {
                throw CommandFailure(sentence: "\(error.description).", code: ExitCodes.failed)
            }
            guard !written.isEmpty else {
                return try Console.say(
                    "All files are in \(directory) already, and stay as they are; --force replaces them.")
            }
            let files = written.count.of("file")
            try Console.say(
                "\(files) written into \(directory). Name the folder in broadsheet.yml (templates: \(directory)), and "
                    + "delete what you do not change.")
        }
    }
}
