extension Project {
    /// Why a file can't be written for the project, in one sentence; `nil` where it can.
    package func mistake(in file: ProjectFile) -> String? {
        switch file {
        case .configuration, .gitignore, .timer: nil
        case .githubPages: pagesMistake("GitHub Pages")
        case .gitlabPages: pagesMistake("GitLab Pages")
        case .service: lineMistake(jobPaths) ?? serviceMistake
        case .cron: lineMistake([folder, paths.program])
        case .compose: lineMistake(jobPaths)
        }
    }

    private var jobPaths: [String] { [folder, paths.program] + paths.writtenOutside }

    /// No job can name what does not stand on one line.
    private func lineMistake(_ paths: [String]) -> String? {
        let broken = paths.first { $0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } }
        return broken.map { path in
            let shown = String(path.map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 0x20 } ? "?" : $0 })
            return "The path \(shown) has a line break or another control character, which no job can name: rename it."
        }
    }

    private var serviceMistake: String? {
        if let end = folder.last, " \\".contains(end) {
            return "The folder \(folder) ends in a blank or a backslash, which a unit of systemd can't name: rename it."
        }
        if paths.program.contains(where: { "\"'\\".contains($0) }) {
            return "systemd starts no program whose path has a quote or a backslash: move \(paths.program)."
        }
        let mixed = ([folder] + paths.writtenOutside).first { $0.contains("\"") && $0.contains("'") }
        return mixed.map { "A unit of systemd can't name \($0), which has quotes of both kinds: rename it." }
    }

    /// A pipeline has a checkout of the project, and nothing else is kept for its next run.
    private func pagesMistake(_ name: String) -> String? {
        for (key, path) in [("output", paths.output), ("state", paths.state)] {
            guard let relative = paths.relative(path) else {
                return "A pipeline of \(name) has nothing but the project, and \(path) lies outside: set `\(key)` to a "
                    + "place within the project's folder."
            }
            guard JobText.isFit(relative) else {
                return "A pipeline of \(name) can't name \(relative): set `\(key)` to a path of letters, digits, "
                    + "blanks, “.”, “_” and “-”."
            }
        }
        return nil
    }
}
