import NewsModel

/// What the files of a new project say of it. Texts are as the files write them, escaped already.
package struct Project: Sendable {
    /// As YAML scalars.
    package var title = "Broadsheet"
    package var url: String?
    package var timeZone = "UTC"
    package var language = "en"
    /// The entries of `sources`, indented by two spaces.
    package var sources = ""
    /// Absolute paths of the project's folder and of the program.
    package var folder = "/srv/news"
    package var program = "/usr/local/bin/broadsheet"
    package var user = "broadsheet"
    /// When the night's run begins, in the zone of the project.
    package var hour = 4
    package var minute = 47

    package init() {}

    var values: KeyValuePairs<String, String> {
        [
            "TITLE": title,
            "URL": url.map { "url: \($0)" }
                ?? "# url: https://example.org/news/   # where it will be published; makes ids and links absolute",
            "TIMEZONE": timeZone, "LANGUAGE": language, "SOURCES": sources, "DOWNLOADS": Product.downloads,
            "FOLDER": Self.forSystemd(folder), "PROGRAM": Self.forSystemd(program), "USER": user,
            "PROTECT_HOME": ["/home/", "/root/"].contains(where: (folder + "/").hasPrefix) ? "read-only" : "yes",
            "SHELL_FOLDER": Self.forShell(folder), "SHELL_PROGRAM": Self.forShell(program),
            "HOUR": Self.twoDigits(hour), "MINUTE": Self.twoDigits(minute),
        ]
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    /// A path in a unit file, where `%` begins a specifier, and blanks separate words.
    private static func forSystemd(_ path: String) -> String {
        path.replacing("%", with: "%%").replacing(" ", with: "\\x20")
    }

    /// A word for a shell in a crontab, where `%` is a line break.
    private static func forShell(_ path: String) -> String {
        let isPlain = path.utf8.allSatisfy { byte in
            byte > 0x7F || "/._-+:@".utf8.contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        }
        if isPlain { return path }
        return "'\(path.replacing("'", with: "'\\''").replacing("%", with: "\\%"))'"
    }
}
