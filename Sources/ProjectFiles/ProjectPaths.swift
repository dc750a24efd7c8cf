import Foundation

/// Where the parts of a project lie, as absolute paths without links.
package struct ProjectPaths: Sendable {
    /// That of the project itself.
    package var folder: String
    package var program: String
    /// The folder of the site.
    package var output: String
    /// The file of the state.
    package var state: String
    /// The folder of the copies of lists of feeds, beside the state; `nil` where there are none.
    package var lists: String?
    /// What else a run only reads: templates, files that the configuration names.
    package var read: [String] = []
    /// Whether the configuration means the same files wherever the project's folder is.
    package var isRelocatable = true

    /// Those of a project as `init` makes it.
    package init(folder: String, program: String) {
        self.folder = folder
        self.program = program
        output = folder + "/public"
        state = folder + "/.broadsheet/state.sqlite"
    }

    /// A path from the project's folder; `nil` for one that does not lie below that.
    func relative(_ path: String) -> String? {
        let inside = folder.hasSuffix("/") ? folder : folder + "/"
        return path.hasPrefix(inside) ? String(path.dropFirst(inside.count)) : nil
    }

    private func isOutside(_ path: String) -> Bool { path != folder && relative(path) == nil }

    /// The folders outside of the project that a run writes into.
    package var writtenOutside: [String] {
        var folders: [String] = []
        for path in [output, stateFolder] where isOutside(path) && !folders.contains(path) { folders.append(path) }
        return folders
    }

    /// What a run only reads outside of the project.
    var readOutside: [String] { Set(read).sorted().filter(isOutside) }

    package var stateFolder: String { (state as NSString).deletingLastPathComponent }

    var all: [String] { [folder, program, output, state] + read }

    // MARK: - What is made anew

    private static let standardFolder = ".broadsheet"

    /// The state from the project's folder, where that is another than the usual.
    private var ownState: String? { relative(state).flatMap { $0.hasPrefix(Self.standardFolder + "/") ? nil : $0 } }

    /// What a cache has to keep for the next run, from the project's folder: a `*` stands for any ending.
    var cached: [String] {
        let memory: [String?] = ownState.map { [$0 + "*", lists.flatMap(relative)] } ?? [Self.standardFolder]
        return (memory + [relative(output)]).compactMap(\.self)
    }

    /// Lines for a `.gitignore` in the project's folder (gitignore(5)).
    var ignored: [String] {
        var lines = ["/\(Self.standardFolder)/"]
        if let state = ownState {
            let stem = (state as NSString).deletingPathExtension
            lines += ["/\(Self.gitPattern(state))*", "/\(Self.gitPattern(stem))-unreadable-*"]
            if let lists = lists.flatMap(relative) { lines.append("/\(Self.gitPattern(lists))/") }
        }
        if let output = relative(output) { lines.append("/\(Self.gitPattern(output))/") }
        return lines
    }

    private static func gitPattern(_ path: String) -> String {
        path.reduce(into: "") { pattern, character in
            if "\\*?[ ".contains(character) { pattern.append("\\") }
            pattern.append(character)
        }
    }
}
