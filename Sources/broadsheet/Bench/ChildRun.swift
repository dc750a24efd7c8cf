import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A run of this very program in a process of its own, so that what it costs is not mixed with what the simulated
/// world costs.
enum ChildRun {
    struct Cost {
        /// From start to exit.
        let wall: Duration
        /// User and system time.
        let cpu: Duration
        /// The largest resident size.
        let peakBytes: Int
    }

    /// How often the process is looked at: the error of the wall time, and of a peak just before the end.
    private static let interval = Duration.milliseconds(5)

    /// This very program.
    static var own: String { Bundle.main.executablePath ?? CommandLine.arguments[0] }

    /// Starts the program with `arguments` and waits until it has ended.
    /// - Throws: a ``CommandFailure`` if it can't be started, or ends with another code than 0.
    static func run(_ arguments: [String], of program: String = own) async throws -> Cost {
        let start = ContinuousClock.now
        let child = try spawn([program] + arguments)
        var peak = 0
        while true {
            peak = max(peak, peakBytes(of: child))
            var usage = rusage()
            var status: Int32 = 0
            let ended = wait4(child, &status, WNOHANG, &usage)
            if ended != 0 {
                guard ended == child, status == 0 else { throw failure("ended with status \(status >> 8 & 0xFF)") }
                let cpu = Duration(usage.ru_utime) + Duration(usage.ru_stime)
                return Cost(wall: start.duration(to: .now), cpu: cpu, peakBytes: peak)
            }
            try await Task.sleep(for: interval)
        }
    }

    private static func spawn(_ words: [String]) throws -> pid_t {
        let variables = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
        var arguments = words.map { strdup($0) } + [nil]
        var environment = variables.map { strdup($0) } + [nil]
        defer { (arguments + environment).forEach { free($0) } }
        var child: pid_t = 0
        let code = posix_spawn(&child, words[0], nil, nil, &arguments, &environment)
        guard code == 0 else { throw failure("could not be started: \(String(cString: strerror(code)))") }
        return child
    }

    /// As the system counts it, 0 where it does not: a process's own count begins with that of its parent.
    private static func peakBytes(of child: pid_t) -> Int {
        guard let status = try? String(contentsOfFile: "/proc/\(child)/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
        else { return 0 }
        return (line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) << 10
    }

    private static func failure(_ words: String) -> CommandFailure {
        CommandFailure(sentence: "A run of the bench \(words).", code: ExitCodes.failed)
    }
}

extension Duration {
    fileprivate init(_ time: timeval) {
        self = .seconds(Int(time.tv_sec)) + .microseconds(Int(time.tv_usec))
    }
}
