/// Paths as the files of jobs write them.
package enum JobText {
    /// A whole value of a unit file, such as that of `WorkingDirectory=`: it is taken as it stands, but for `%`, which
    /// begins a specifier (systemd.unit(5)).
    static func unitValue(_ path: String) -> String { path.replacing("%", with: "%%") }

    /// The program of `ExecStart=`, where blanks separate words (systemd.service(5)).
    static func unitProgram(_ path: String) -> String { isPlain(path) ? path : "\"\(unitValue(path))\"" }

    /// The file of `EnvironmentFile=`, which is a pattern (systemd.exec(5)).
    static func unitPattern(_ path: String) -> String {
        unitValue(escaped(path) { "\\*?[".contains($0) })
    }

    /// A word of a list of paths, such as `ReadWritePaths=`: quotes hold it together, and a backslash is one.
    static func unitWord(_ path: String) -> String {
        guard !isPlain(path) else { return path }
        let quote = path.contains("\"") ? "'" : "\""
        return quote + unitValue(path) + quote
    }

    /// A word for a shell.
    package static func shellWord(_ path: String) -> String {
        isPlain(path) ? path : "'\(path.replacing("'", with: "'\\''"))'"
    }

    /// A word for the shell of a crontab, where `%` is a line break.
    static func cronWord(_ path: String) -> String { shellWord(path).replacing("%", with: "\\%") }

    /// A text of a compose file, where `$` begins a variable.
    static func composeText(_ path: String) -> String {
        "\"\(escaped(path) { "\\\"".contains($0) }.replacing("$", with: "$$"))\""
    }

    /// A scalar of YAML out of what ``isFit(_:)`` lets through.
    static func pipelineText(_ path: String) -> String {
        path.contains(where: { " @+*".contains($0) }) ? "\"\(path)\"" : path
    }

    /// Whether a path can stand in a pipeline, where some characters would be patterns, expressions or further words.
    static func isFit(_ path: String) -> Bool {
        isPlain(path.replacing(" ", with: "")) && !path.contains(":") && !path.hasPrefix(" ") && !path.hasSuffix(" ")
    }

    private static func escaped(_ path: String, _ isSpecial: (Character) -> Bool) -> String {
        path.reduce(into: "") { text, character in
            if isSpecial(character) { text.append("\\") }
            text.append(character)
        }
    }

    private static func isPlain(_ path: String) -> Bool {
        path.utf8.allSatisfy { byte in
            byte > 0x7F || "/._-+:@".utf8.contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        }
    }
}
