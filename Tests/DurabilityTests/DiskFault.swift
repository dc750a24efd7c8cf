import Foundation
import TestSupport
import Testing

/// What befalls the program at a call that changes a file of its project; `Tests/FaultyDisk` carries it out.
struct DiskFault {
    enum Blow: Hashable {
        case kill
        /// The call fails with this number; what takes space fails from there on, if it `lasts`.
        case error(Int32, lasts: Bool = false)
    }

    /// The number of the call, from 1, and what befalls it; without, calls are only counted.
    var strike: (call: Int, blow: Blow)?
    /// The name of the call after which counting begins; at the first one otherwise.
    var from: String?
    /// When the program is killed, whatever it does.
    var killAfter: Duration?
    /// Whether two folders can be exchanged.
    var canExchange = true

    static let library = Program.built("libFaultyDisk.so")
    /// There is nothing to preload but on Linux.
    static var isPossible: Bool { FileManager.default.fileExists(atPath: library.path) }

    func environment(root: String, log: String) -> [String: String] {
        var variables = ["LD_PRELOAD": Self.library.path, "FAULTY_DISK_ROOT": root, "FAULTY_DISK_LOG": log]
        if let strike {
            variables["FAULTY_DISK_AT"] = "\(strike.call)"
            switch strike.blow {
            case .kill: variables["FAULTY_DISK_DOES"] = "kill"
            case .error(let code, let lasts):
                variables["FAULTY_DISK_DOES"] = "\(code)"
                if lasts { variables["FAULTY_DISK_LASTS"] = "1" }
            }
        }
        if let killAfter { variables["FAULTY_DISK_KILL_AFTER"] = "\(killAfter / .microseconds(1))" }
        if let from { variables["FAULTY_DISK_FROM"] = from }
        if !canExchange { variables["FAULTY_DISK_NO_EXCHANGE"] = "1" }
        return variables
    }
}

/// The calls that a run made to change files of its project.
struct DiskCalls {
    struct Call: Hashable {
        var number: Int
        var name: String
        var path: String

        /// Whether it is the one with which SQLite commits.
        var isEndOfJournal: Bool { name == "unlink" && path.hasSuffix("-journal") }
    }

    let all: [Call]
    /// Whether one of them was struck.
    let isStruck: Bool

    /// How many calls after the swap the one comes with which the state is committed.
    func fromSwapToCommit() throws -> Int {
        let swap = try #require(all.first { $0.name == "exchange" }?.number)
        return try #require(all.first { $0.number > swap && $0.isEndOfJournal }?.number) - swap
    }

    init(log: String) {
        let lines = log.split(separator: "\n")
        isStruck = lines.contains("struck")
        all = lines.compactMap { line in
            let parts = line.split(separator: " ", maxSplits: 2)
            guard parts.count == 3, let number = Int(parts[0]) else { return nil }
            return Call(number: number, name: String(parts[1]), path: String(parts[2]))
        }
    }
}
