package import Foundation

/// The program itself, as a shell would start it.
package struct Program {
    /// How it ended.
    package struct Ending: Sendable {
        /// The exit code; of a process that a signal ended, the signal's number, negative.
        package var code: Int32
        package var output: String
        package var complaint: String
    }

    /// Runs it in a folder, without any variable of the tests' own environment, and with the umask of the tests unless
    /// another is given.
    package static func run(
        _ arguments: String..., in folder: TemporaryDirectory, environment: [String: String] = [:],
        input: String? = nil, umask: String? = nil
    ) async throws -> Ending {
        try await run(
            arguments, by: umask.map { "umask \($0); exec \"$0\" \"$@\"" }, in: folder, environment: environment,
            input: input)
    }

    /// The same by a line for `/bin/sh`, in which `"$0" "$@"` is the program with its arguments.
    package static func run(
        _ arguments: [String], by shell: String?, in folder: TemporaryDirectory, environment: [String: String] = [:],
        input: String? = nil
    ) async throws -> Ending {
        let talk = try TemporaryDirectory()
        let process = Process()
        process.executableURL = shell == nil ? executable : URL(filePath: "/bin/sh")
        process.arguments = (shell.map { ["-c", $0, path] } ?? []) + arguments
        process.currentDirectoryURL = folder.url
        process.environment = environment
        let (output, complaint) = (talk.url.appending(path: "out"), talk.url.appending(path: "err"))
        try talk.write(input ?? "", to: "in")
        for file in [output, complaint] { try Data().write(to: file) }
        process.standardInput = try FileHandle(forReadingFrom: talk.url.appending(path: "in"))
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: complaint)
        try await end(of: process)
        let texts = try [output, complaint].map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
        return Ending(
            code: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
            output: texts[0], complaint: texts[1])
    }

    /// Starts a process, and returns when it has ended. Waiting for it must not hold a thread that other tests need.
    package static func end(of process: Process) async throws {
        try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in ended.resume() }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                ended.resume(throwing: error)
            }
        }
    }

    package static var path: String { executable.path(percentEncoded: false) }

    /// What the build put beside the bundle of the tests.
    package static func built(_ name: String) -> URL {
        URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: name)
    }

    private static var executable: URL { built("broadsheet") }
}
