import Foundation
import TestSupport

/// A project's folder, in which the program is run.
struct Project: Sendable {
    static let night = Date(timeIntervalSince1970: 1_795_410_000)

    /// The instant of a run, so many nights after the first.
    static func night(_ number: Int) -> Date { night.addingTimeInterval(Double(number) * 86_400) }

    let folder: TemporaryDirectory
    /// Whether the program's folders can be exchanged.
    var canExchange = true

    init(_ configuration: String) throws {
        folder = try TemporaryDirectory()
        try folder.write(configuration, to: "broadsheet.yml")
    }

    private init(folder: TemporaryDirectory) { self.folder = folder }

    var site: URL { folder.url.appending(path: "public") }
    var state: URL { folder.url.appending(path: "state/state.sqlite") }

    /// The same files, with their times, somewhere else.
    func copy() async throws -> Project {
        let copy = try TemporaryDirectory()
        guard try await Program.succeeds("cp", "-a", folder.path + "/.", copy.path) else {
            throw CocoaError(.fileWriteUnknown)
        }
        var project = Project(folder: copy)
        project.canExchange = canExchange
        return project
    }

    struct Run {
        var ending: Program.Ending
        var calls: DiskCalls

        var isKilled: Bool { ending.code == -SIGKILL }
    }

    /// Runs a night on a disk that may fail; without one, on the machine's own.
    func run(_ now: Date, _ fault: DiskFault? = DiskFault()) async throws -> Run {
        var fault = fault
        fault?.canExchange = canExchange
        let log = try TemporaryDirectory()
        let root = folder.url.resolvingSymlinksInPath().path(percentEncoded: false)
        let ending = try await Program.run(
            "run", "--now", now.formatted(.iso8601), in: folder,
            environment: fault?.environment(
                root: root.hasSuffix("/") ? String(root.dropLast()) : root, log: log.path("calls")) ?? [:])
        return Run(ending: ending, calls: DiskCalls(log: (try? log.read("calls")) ?? ""))
    }

    /// Puts so many files of the user's own into the output.
    func addOwnFiles(_ count: Int) throws {
        for number in 0..<count { try folder.write("own", to: "public/own/\(number % 20)/\(number).txt") }
    }

    /// What lies ready for the next site and is not a second name of what the site has.
    private func strangers() throws -> [String] {
        let staging = folder.url.appending(path: Self.staging)
        let names = try FileManager.default.subpathsOfDirectory(atPath: staging.path)
        return try names.filter { name in
            let mine = try FileManager.default.attributesOfItem(atPath: staging.appending(path: name).path)
            let other = try? FileManager.default.attributesOfItem(atPath: site.appending(path: name).path)
            let isFolder = mine[.type] as? FileAttributeType == .typeDirectory
            return isFolder ? false : mine[.systemFileNumber] as? Int != other?[.systemFileNumber] as? Int
        }
    }

    private static let staging = "state/state.sqlite.staging"

    /// What stands in the folder besides what has to: after a whole run nothing of it is left. Where the output holds many
    /// files of the user's own, what it has lies ready for the next run.
    func leftovers() throws -> [String] {
        let files = FileManager.default
        var found = try files.contentsOfDirectory(atPath: folder.path)
            .filter { !["broadsheet.yml", "public", "state"].contains($0) }
        for name in try files.contentsOfDirectory(atPath: folder.path("state")) {
            let size = try files.attributesOfItem(atPath: folder.path("state/" + name))[.size] as? Int
            let isSetAside = name.hasPrefix("state-unreadable-") && !name.hasSuffix("-journal")
            guard name != "state.sqlite", !isSetAside, name != "state.sqlite.lock" || size != 0 else { continue }
            if "state/" + name == Self.staging, files.fileExists(atPath: folder.path("public/own")) {
                found += try strangers().map { "\(Self.staging)/\($0)" }
            } else {
                found.append("state/" + name)
            }
        }
        return found.sorted()
    }
}
