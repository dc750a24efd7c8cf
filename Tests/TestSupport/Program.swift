package import Foundation
import Subprocess
import SystemPackage

/// The program itself, as a shell would start it.
package struct Program {
    /// How it ended.
    package struct Ending: Sendable {
        /// The exit code; of a process that a signal ended, the signal's number, negative.
        package var code: Int32
        package var output: String
        package var complaint: String
    }

    /// Runs it in a folder, without any variable of the tests' own environment but those of sanitisers, and with the umask
    /// of the tests unless another is given.
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
        try talk.write(input ?? "", to: "in")
        let status = try await end(
            of: shell == nil ? path : "/bin/sh", (shell.map { ["-c", $0, path] } ?? []) + arguments, in: folder,
            environment: environment, talk: talk)
        let (output, complaint) = (try talk.read("out"), try talk.read("err"))
        switch status {
        case .exited(let code): return Ending(code: code, output: output, complaint: complaint)
        case .signaled(let signal): return Ending(code: -signal, output: output, complaint: complaint)
        }
    }

    /// Runs another program, whose name alone is looked for, to its end; false unless it ended well.
    package static func succeeds(_ name: String, _ arguments: String...) async throws -> Bool {
        try await Subprocess.run(.name(name), arguments: Arguments(arguments), output: .discarded)
            .terminationStatus.isSuccess
    }

    /// Runs a program that reads and writes files of `talk`. They are files and not pipes, since what the program leaves
    /// running would hold a pipe open.
    private static func end(
        of program: String, _ arguments: [String], in folder: TemporaryDirectory, environment: [String: String],
        talk: TemporaryDirectory
    ) async throws -> TerminationStatus {
        let own = ProcessInfo.processInfo.environment
        let sanitisers = own.filter { ["ASAN_OPTIONS", "TSAN_OPTIONS"].contains($0.key) }
        let variables = environment.merging(sanitisers) { given, _ in given }
            .map { (Environment.Key(stringLiteral: $0), $1) }
        return try await Subprocess.run(
            .path(FilePath(program)), arguments: Arguments(arguments),
            environment: .custom(Dictionary(uniqueKeysWithValues: variables)),
            workingDirectory: FilePath(folder.path),
            input: .fileDescriptor(.open(talk.path("in"), .readOnly), closeAfterSpawningProcess: true),
            output: .fileDescriptor(new(talk.path("out")), closeAfterSpawningProcess: true),
            error: .fileDescriptor(new(talk.path("err")), closeAfterSpawningProcess: true)
        ).terminationStatus
    }

    private static func new(_ path: String) throws -> FileDescriptor {
        try .open(path, .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
    }

    package static var path: String { executable.path(percentEncoded: false) }

    /// What the build put beside the bundle of the tests.
    package static func built(_ name: String) -> URL {
        URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: name)
    }

    private static var executable: URL { built("broadsheet") }
}
