import Foundation

/// Reads broken input until the time is up: `Fuzz SECONDS SEED FOLDER [TARGET …]`, so many seconds a target.
///
/// Built with the address sanitizer, which finds what the types cannot. A run with the same seed reads the same; what takes
/// too long or breaks a rule of its target is written to `fuzz-found-TARGET.bin`, and the exit code is 1.
@main
struct Fuzz {
    /// More time of a processor than any document may take, with the sanitizer too; that others use it as well does not count.
    private static let patience: TimeInterval = 5

    static func main() async {
        do {
            try await run()
        } catch {
            print(error)
            exit(1)
        }
    }

    private static func run() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 3, let seconds = Int(arguments[1]), let seed = UInt64(arguments[2]) else {
            throw Failure(description: "usage: Fuzz SECONDS SEED FOLDER [TARGET …]")
        }
        let targets = try FuzzTarget.all(feeds: arguments[3])
        let wanted = arguments.dropFirst(4)
        for name in wanted where !targets.contains(where: { $0.name == name }) {
            throw Failure(
                description: "There is no target \(name); there are \(targets.map(\.name).joined(separator: ", ")).")
        }
        for target in targets where wanted.isEmpty || wanted.contains(target.name) {
            print("\(target.name): \(try await run(target, seconds, seed)) read")
        }
    }

    /// What this process has used, in seconds.
    private static var processorTime: TimeInterval {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Says how many documents were read.
    private static func run(_ target: FuzzTarget, _ seconds: Int, _ seed: UInt64) async throws -> Int {
        var mutator = Mutator(corpus: target.corpus, seed: seed)
        let clock = ContinuousClock()
        let end = clock.now + .seconds(seconds)
        var count = 0
        while clock.now < end {
            let bytes = mutator.next()
            let start = processorTime
            let fault = await target.fault(bytes, count) ?? (processorTime - start < patience ? nil : "takes too long")
            if let fault {
                try Data(bytes).write(to: URL(filePath: "fuzz-found-\(target.name).bin"))
                throw Failure(description: "\(target.name): document \(count) \(fault)")
            }
            count += 1
        }
        return count
    }
}

struct Failure: Error, CustomStringConvertible {
    let description: String
}
